"""Comments: what editors say beside a text, in its markup or in a file of its own, "article.docx.checker-ignore"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import msgspec

from .lines import Lines
from .model import Comment, Document
from .read import decode

WORD = "checker-ignore"  # behind a dot and the name of a file, names the one beside it
TAGGED = (".md", ".markdown", ".html", ".htm", ".xhtml")  # markups whose comments are tags
MARKS = {  # what opens a comment, a line long, in markups whose comments are no part of the text
    **dict.fromkeys((".rst", ".rest"), ".."),
    **dict.fromkeys((".adoc", ".asciidoc"), "//"),
    **dict.fromkeys((".tex", ".latex", ".ltx"), "%"),
}
LINE = re.compile(r"line (\d+)")


def answer(name: str, rule: str, reason: str = "REASON") -> str | None:
    """The comment that answers for a rule in a file of a name, its reason to be written if not told; else None.

    >>> answer("article.rst", "money")
    '.. checker-ignore money: REASON'
    """
    suffix, words = Path(name).suffix.lower(), f"{WORD} {rule}: {reason}"
    mark = MARKS.get(suffix)
    return f"{mark} {words}" if mark else f"<!-- {words} -->" if suffix in TAGGED else None


def commented(document: Document, data: bytes, path: Path, told_beside: bytes | None = None) -> Document:
    """A document with the comments of its file and of the one beside it, or of what that would hold.

    Raises TroubleError where the one beside it is no text.
    """
    told = (*document.comments, *_in_markup(document, data, path), *_beside(path, told_beside))
    return msgspec.structs.replace(document, comments=told) if told else document


def _in_markup(document: Document, data: bytes, path: Path) -> Iterator[Comment]:
    """The comments to the checker, each with where the words begin that follow it; lines of code are none."""
    mark = MARKS.get(path.suffix.lower())
    if not mark or WORD.encode() not in data:
        return
    starts = sorted((int(m[1]), at) for at, place in document.sources if (m := LINE.match(place)))
    read = {n for n, _ in starts}
    for n, (_, line) in enumerate(Lines(decode(data, document.name)), 1):
        words = line.strip().lstrip(f"{mark} ")
        if line.lstrip().startswith(mark) and words.startswith(WORD) and n not in read:
            yield Comment(next((at for m, at in starts if m > n), len(document.text)), words, f"line {n}")


def _beside(path: Path, told: bytes | None) -> Iterator[Comment]:
    """The comments in the file beside a text, for formats that have none.

    Each of its lines is what a comment for the whole document says, "RULE: reason" or "RULE FINGERPRINT: reason".
    """
    beside = path.with_name(f"{path.name}.{WORD}")
    data = told if told is not None else beside.read_bytes() if beside.is_file() else b""
    for n, line in enumerate(decode(data, str(beside)).splitlines() if data.strip() else (), 1):
        if line.strip() and not line.lstrip().startswith("#"):
            yield Comment(0, f"{WORD}-file {line.strip()}", f"{beside}, line {n}", beside=True)
