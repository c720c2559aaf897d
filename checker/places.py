"""Places: where a stretch stands in a file, as other tools count it, "line 8, column 22, up to column 33"."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath
from urllib.parse import quote

import msgspec

from .model import Span
from .text import Text


class Region(msgspec.Struct, frozen=True):
    """Lines and columns from 1; the end is the first column that is no longer in it."""

    line: int
    column: int
    end_line: int
    end_column: int


def region(text: Text, span: Span, width: Callable[[str], int] = len) -> Region:
    """Where a stretch stands, its columns counted by the width of what is before them: code points, unless told."""
    return Region(*_point(text, span.start, width), *_point(text, span.end, width))


def in_bytes(words: str) -> int:
    """How long words are in UTF-8.

    >>> in_bytes("€ 70")
    6
    """
    return len(words.encode("utf-8", "surrogatepass"))


def uri(name: str) -> str:
    """The address of a document by its name: relative as a path is, with all escaped that an address cannot hold.

    >>> uri("drafts/May 2.md"), uri("/tmp/a.md")
    ('drafts/May%202.md', 'file:///tmp/a.md')
    """
    path = PurePath(name)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix().encode("utf-8", "surrogatepass"))


def _point(text: Text, at: int, width: Callable[[str], int]) -> tuple[int, int]:
    line = text.line(at)
    return line, width(text.document.text[text.line_starts[line - 1] : at]) + 1
