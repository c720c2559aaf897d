"""Places: where a stretch stands in a file, as other tools count it, "line 8, column 22, up to column 33"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from pathlib import PurePath
from urllib.parse import quote

import msgspec

from .model import Span
from .text import Text

FILE_LINE = re.compile(r"\bline (\d+)(?:, column (\d+))?$")  # at the end of a place


class Region(msgspec.Struct, frozen=True):
    """Lines and columns from 1; the end is the first column that is no longer in it."""

    line: int
    column: int
    end_line: int
    end_column: int


def region(text: Text, span: Span, width: Callable[[str], int] = len) -> Region:
    """Where a stretch stands in its file, its columns as wide as what is before them is: in code points, unless told.

    Where the text was made from a file with lines of its own, a page or LaTeX, these count; a stretch ends on the line
    that it begins on. Where the file has no lines, those of the text do.
    """
    own = _of_file(text, span.start)
    if own:
        line, column = own
        return Region(line, column, line, column + width(text[span].partition("\n")[0]))
    return Region(*_point(text, span.start, width), *_point(text, span.end, width))


def _of_file(text: Text, at: int) -> tuple[int, int] | None:
    """The line and column in the file of a text that was made from one with lines."""
    sources = text.document.sources
    i = bisect_right(sources, at, key=lambda s: s[0])
    m = FILE_LINE.search(sources[i - 1][1]) if i else None
    return (int(m[1]), int(m[2]) + at - sources[i - 1][0] if m[2] else 1) if m else None


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
