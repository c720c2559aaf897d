"""Odt: an article as LibreOffice writes it; styles give the roles, changes that are tracked are taken as accepted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..model import Document, Role
from ..parcel import Parcel, packed
from ..sheet import Run, Sheet
from ..trouble import TroubleError

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

SUFFIXES: tuple[str, ...] = (".odt",)

NS = "urn:oasis:names:tc:opendocument:xmlns:"
T, TABLE, STYLE, OFFICE = (f"{{{NS}{n}:1.0}}" for n in ("text", "table", "style", "office"))
SIGNS = {f"{T}tab": "\t", f"{T}line-break": "\n"}
GONE = frozenset((f"{T}tracked-changes", f"{T}note", f"{OFFICE}annotation", f"{OFFICE}annotation-end"))
INSIDE = frozenset((f"{T}section", f"{T}index-body"))
ROLES: dict[str, Role] = {
    "title": "headline",
    "heading_20_1": "headline",
    "subtitle": "dek",
    "quotations": "quote",
    "caption": "caption",
    "preformatted_20_text": "code",
}


MAIN = "content.xml"


def holds(data: bytes) -> bool:
    """Whether the bytes are a text of LibreOffice or its like."""
    return packed(data, MAIN)


def read(data: bytes, name: str) -> Iterator[Document | TroubleError]:
    """The one document of a file. Raises TroubleError where it is damaged, locked or holds no text."""
    whole, sheet = Parcel(data, name).xml(MAIN), Sheet(name)
    body = whole.find(f"{OFFICE}body/{OFFICE}text")
    if body is None:
        raise TroubleError(f"{name}: holds a sheet or slides, and no text")
    for number, (role, block) in enumerate(_blocks(body, _parents(whole)), 1):
        if block.tag == f"{TABLE}table":
            sheet.table(_rows(block, number))
        else:
            sheet.add([(_words(block), f"paragraph {number}")], role)
    for number, note in enumerate(body.iter(f"{T}note-body"), 1):
        sheet.add([(_words(note), f"footnote {number}")], "footnote")
    yield sheet.document()


def _parents(whole: Element) -> dict[str, str]:
    """The styles that the text's own are made from, in lower case."""
    own = whole.iter(f"{STYLE}style")
    return {s.get(f"{STYLE}name", ""): s.get(f"{STYLE}parent-style-name", "").lower() for s in own}


def _blocks(around: Element, parents: dict[str, str], role: Role | None = None) -> Iterator[tuple[Role, Element]]:
    """The paragraphs and tables with their roles, those of lists and sections among them."""
    for child in around:
        if child.tag in (f"{T}p", f"{T}h"):
            style = child.get(f"{T}style-name", "")
            yield role or ROLES.get(parents.get(style) or style.lower(), "body"), child
        elif child.tag == f"{T}list":
            for item in child:
                yield from _blocks(item, parents, "list")
        elif child.tag == f"{TABLE}table":
            yield "table", child
        elif child.tag in INSIDE:
            yield from _blocks(child, parents, role)


def _rows(table: Element, number: int) -> list[list[Run]]:
    rows = enumerate(table.iter(f"{TABLE}table-row"), 1)
    return [
        [
            (_words(cell), f"block {number}, row {n}, cell {m}")
            for m, cell in enumerate(row.iter(f"{TABLE}table-cell"), 1)
        ]
        for n, row in rows
    ]


def _words(element: Element) -> str:
    return "".join(_pieces(element))


def _pieces(element: Element) -> Iterator[str]:
    """The words inside; runs of spaces are told by their number."""
    yield element.text or ""
    for child in element:
        if child.tag == f"{T}s":
            yield " " * int(child.get(f"{T}c") or 1)
        elif child.tag in SIGNS:
            yield SIGNS[child.tag]
        elif child.tag not in GONE:
            yield from _pieces(child)
        yield child.tail or ""
