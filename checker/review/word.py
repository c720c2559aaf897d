"""Word: a copy of a document of Word with comments at what was accepted, the rest of it byte for byte as it was."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

import msgspec

from ..model import Document, Span
from ..parcel import Parcel
from ..read.docx import MAIN, W, holds, leaves, read, words
from ..trouble import TroubleError
from .pen import Pen

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

COMMENTS, TYPES, LINKS = "word/comments.xml", "[Content_Types].xml", "word/_rels/document.xml.rels"
NAMESPACE = W.strip("{}")
KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
EMPTY = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:comments xmlns:w="{NAMESPACE}"></w:comments>'
NO_LINKS = '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'
SOLID = re.compile(r"[^ \t\r\n\f\v\u200b\ufeff\0\ufffe\uffff]")  # a character that no reader makes a blank of
NO_ROOM = "its words do not stand a comment; export the corrections instead"
NUMBER = re.compile(rb"<(?:\w+:)?comment [^>]*?\bid=\"([0-9]+)\"")
Character = tuple["Element", int]  # an element of words, and which of its characters


class Note(msgspec.Struct, frozen=True):
    """A comment: what it stands at, its paragraphs, who makes it and when, as ISO 8601 tells it."""

    span: Span
    lines: tuple[str, ...]
    who: str
    at: str


def commented(data: bytes, document: Document, notes: Iterable[Note]) -> bytes:
    """The file with a comment at each place; what stands in a footnote is commented on at the first words.

    Raises TroubleError where it is no document of Word, or not the one that was read, and where there are no notes.
    """
    if not holds(data):
        raise TroubleError(f"{document.name}: no document of Word, so it takes no comments")
    parcel = Parcel(data, document.name)
    if any(part not in parcel.parts for part in (TYPES, MAIN)):
        raise TroubleError(f"{document.name}: damaged, it does not say what its parts are")
    if not _says(data, document):
        raise TroubleError(f"{document.name}: changed on disk since it was read; no comment was made")
    if not (notes := sorted(notes, key=lambda n: n.span)):
        raise TroubleError(f"{document.name}: nothing was accepted, so there is nothing to comment on")
    main, root = parcel.part(MAIN), parcel.xml(MAIN)
    places, pen = _places(document, root), Pen(main, root, NAMESPACE)
    if not pen.w:  # an attribute without a prefix is in no namespace
        raise TroubleError(f"{document.name}: {NO_ROOM}")
    path = _comments(parcel)
    held = parcel.part(path) if path in parcel.parts else EMPTY.encode()
    first = max((int(m[1]) for m in NUMBER.finditer(held)), default=-1) + 1
    for id, note in enumerate(notes, first):
        number = f'{pen.w}id="{id}"'
        start, end = _ends(document, note.span, places)
        pen.put(*start, f"<{pen.w}commentRangeStart {number}/>")
        closed = f"<{pen.w}commentRangeEnd {number}/><{pen.w}r><{pen.w}commentReference {number}/></{pen.w}r>"
        pen.put(*end, closed, behind=True)
    told = "".join(_comment(id, note) for id, note in enumerate(notes, first))
    parts = {MAIN: pen.written(), path: _inside(held, "comments", told)}
    if path not in parcel.parts:
        links = parcel.part(LINKS) if LINKS in parcel.parts else NO_LINKS.encode()
        link = f'<Relationship Id="checkerComments" Type="{KIND}" Target="comments.xml"/>'
        parts[LINKS] = _inside(links, "Relationships", link)
        parts[TYPES] = _inside(parcel.part(TYPES), "Types", f'<Override PartName="/{path}" ContentType="{TYPE}"/>')
    made = _packed(data, parts)
    if not _says(made, document):
        raise TroubleError(f"{document.name}: {NO_ROOM}")
    for part in parts:
        Parcel(made, document.name).xml(part)  # raises TroubleError where it is none
    return made


def _comments(parcel: Parcel) -> str:
    """The part that has the comments, or is to have them."""
    links = parcel.xml(LINKS) if LINKS in parcel.parts else ()
    own = (link.get("Target", "") for link in links if link.get("Type") == KIND)
    return next((f"word/{target}" for target in own if f"word/{target}" in parcel.parts), COMMENTS)


def _says(data: bytes, document: Document) -> bool:
    """Whether a file has the words of a document."""
    return [d.text for d in read(data, document.name) if isinstance(d, Document)] == [document.text]


def _places(document: Document, root: Element) -> dict[int, Character]:
    """Of each solid character of the text its element and which of its characters it is, notes apart."""
    body = root.find(f"{W}body")
    found = [] if body is None else list(leaves(body))
    there = [
        (place, [(e, n) for e, _ in some for n, c in enumerate(words(e)) if SOLID.match(c)])
        for place, some in groupby(found, key=lambda leaf: leaf[1])
    ]
    ends = [*(at for at, _ in document.sources[1:]), len(document.text)]
    here = [
        (place, list(_solid(document.text, at, end, place)))
        for (at, place), end in zip(document.sources, ends, strict=True)
    ]
    filled = [(place, some) for place, some in here if some and not place.startswith(("footnote", "endnote"))]
    placed: dict[int, Character] = {}
    for (place, some), (other, characters) in zip(filled, [t for t in there if t[1]], strict=False):
        if place != other or len(some) != len(characters):
            raise TroubleError(f"{document.name}: {NO_ROOM}")
        placed.update(zip(some, characters, strict=True))
    return placed


def _solid(text: str, start: int, end: int, place: str) -> Iterator[int]:
    """Where the solid characters of a stretch stand, the bars between the cells of a table left out."""
    bar = "|" if place.startswith("table") else ""
    return (m.start() for m in SOLID.finditer(text, start, end) if m[0] != bar)


def _ends(document: Document, span: Span, places: dict[int, Character]) -> tuple[Character, Character]:
    """The first character of a stretch and the last, or those of the text where it is in a note."""
    inside = [at for at in range(span.start, span.end) if at in places] or [min(places)] if places else []
    if not inside:
        raise TroubleError(f"{document.name}: has no words to comment on")
    return places[inside[0]], places[inside[-1]]


def _comment(id: int, note: Note) -> str:
    initials = "".join(name[0] for name in note.who.split())
    told = f'w:id="{id}" w:author={quoteattr(note.who)} w:date={quoteattr(note.at)} w:initials={quoteattr(initials)}'
    lines = "".join(f'<w:p><w:r><w:t xml:space="preserve">{escape(line)}</w:t></w:r></w:p>' for line in note.lines)
    return f'<w:comment xmlns:w="{NAMESPACE}" {told}>{lines}</w:comment>'


def _inside(part: bytes, element: str, more: str) -> bytes:
    """A part with more at the end of its one outermost element."""
    name = rb"(?:\w+:)?" + element.encode()
    end = re.search(rb"</" + name + rb"\s*>\s*$", part)
    if end:
        return part[: end.start()] + more.encode() + part[end.start() :]
    empty = rb"<(" + name + rb")([^>]*)/>\s*$"
    return re.sub(empty, lambda m: b"<%b%b>%b</%b>" % (m[1], m[2], more.encode(), m[1]), part)


def _packed(data: bytes, parts: dict[str, bytes]) -> bytes:
    """The file with some parts in place of its own, or beside them."""
    from zipfile import ZIP_DEFLATED, ZipFile

    out = io.BytesIO()
    with ZipFile(io.BytesIO(data)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for held in old.infolist():
            new.writestr(held, parts.get(held.filename, old.read(held)), ZIP_DEFLATED)
        for name in parts.keys() - set(old.namelist()):
            new.writestr(name, parts[name])
    return out.getvalue()
