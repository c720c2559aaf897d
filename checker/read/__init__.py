"""Read: files of any known format made into documents, "article.txt, notes.md, archive.jsonl".

Every file here is a reader: `SUFFIXES` and `read`. One that its bytes give away for sure has `holds(data)`, and is
taken whatever a file is called; one whose text can be told where the name tells nothing has `looks_like(text)`;
one that can read the text of a record has `document(text, name, lang, headline)`.
"""

from __future__ import annotations

from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator
from pathlib import PurePath
from types import ModuleType

from .. import registry
from ..model import Document, Span
from ..trouble import TroubleError

MB = 1_000_000  # bytes
CLOSED = {  # how files begin that no reader opens, and what to do with them
    b"\xd0\xcf\x11\xe0": "a document of old Word, or one locked by a password; save it as DOCX without one",
    b"PK\x03\x04": "an archive, or a damaged document; unpack it, or save it anew",
    b"\x1f\x8b": "packed by gzip; unpack it",
}
LARGEST = 32 * MB  # of one text: thirty novels; a file of many records may be larger


def read(data: bytes, name: str) -> Iterator[Document | TroubleError]:
    """The documents in a file, and for each record that cannot be read a TroubleError that says where and why.

    The reader is chosen by the suffix of the name, or by the content where that tells nothing. Raises TroubleError,
    when the first document is asked for, where the file as a whole cannot be read.
    """
    suffix = PurePath(name).suffix.lower()
    named = next((r for r in _readers().values() if suffix in r.SUFFIXES), None)
    sure = next((r for r in _readers().values() if hasattr(r, "holds") and r.holds(data)), None)
    if not sure and data.startswith(tuple(CLOSED)):
        raise TroubleError(f"{name}: {next(why for sign, why in CLOSED.items() if data.startswith(sign))}")
    if named and hasattr(named, "holds") and not sure:
        raise TroubleError(f"{name}: ends in {suffix}, but what it holds is something else")
    yield from (sure or named or _by_content(data)).read(data, name)


def suffixes() -> tuple[str, ...]:
    """The endings of file names that some reader knows, lower case, with their full stop."""
    return tuple(sorted({suffix for reader in _readers().values() for suffix in reader.SUFFIXES}))


def as_format(format: str, text: str, name: str, lang: str = "en", headline: str = "") -> Document:
    """A text read as a format says: by a reader's name or one of its suffixes, "markdown" or "md".

    headline is one that is known apart from the text: a plain document begins with it, a blank line between; Markdown
    has its own and leaves it out. Raises TroubleError for a format that no reader has.
    """
    known = {n: reader for n, reader in _readers().items() if hasattr(reader, "document")}
    for reader_name, reader in known.items():
        if format.lower() == reader_name or f".{format.lower()}" in reader.SUFFIXES:
            document: Document = reader.document(text, name, lang, headline)
            return document
    raise TroubleError(f"unknown format {format!r}; known are {', '.join(known)}")


def _readers() -> dict[str, ModuleType]:
    return {name: registry.room(__name__, name) for name in registry.names(__name__)}


def _by_content(data: bytes) -> ModuleType:
    text = data.decode("utf-16" if is_wide(data) else "utf-8", errors="replace").removeprefix("\ufeff")
    judges = (r for r in _readers().values() if hasattr(r, "looks_like"))
    return next((r for r in judges if r.looks_like(text)), _readers()["plain"])


def decode(data: bytes, name: str) -> str:
    """The text of a file in UTF-8, or in UTF-16 with its mark; a mark is dropped, nothing else is altered.

    Raises TroubleError where the bytes are another encoding, a binary file, or hold no text.
    """
    if len(data) > LARGEST:
        raise TroubleError(
            f"{name}: one text of {len(data) / MB:.0f} MB; the largest read is {LARGEST // MB} MB: split it"
        )
    wide = is_wide(data)
    if not wide:
        solid(data, name)
    try:
        text = data.decode("utf-16") if wide else data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as e:
        line = data.count(b"\n", 0, e.start) + 1
        kind = "UTF-16" if wide else "UTF-8"
        raise TroubleError(f"{name}, line {line}: byte {e.start} is not {kind}; save the file as UTF-8") from e
    if "\0" in text:
        raise TroubleError(f"{name}: looks like a binary file; give it as text in UTF-8")
    if not text or text.isspace():
        raise TroubleError(f"{name}: holds no text")
    return text


def is_wide(data: bytes) -> bool:
    """Whether the bytes begin with the mark of UTF-16."""
    return data[:2] in (BOM_UTF16_LE, BOM_UTF16_BE)


def solid(data: bytes, name: str) -> None:
    """Raises TroubleError for bytes that are plainly no text: none at all, or a zero byte among them."""
    if not data or data.isspace():
        raise TroubleError(f"{name}: holds no text")
    if b"\0" in data:
        raise TroubleError(f"{name}: looks like a binary file; give it as text in UTF-8")


def trimmed(text: str, start: int, end: int) -> Span:
    """The stretch without the white space at its ends; empty where it is nothing else."""
    tail = text[start:end].lstrip()
    return Span(end - len(tail), end - len(tail) + len(tail.rstrip()))
