"""Odt: an article as LibreOffice writes it; styles give the roles, changes that are tracked are taken as accepted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..layout import Part, laid_out, table
from ..model import Document, Role
from ..trouble import TroubleError
from ..zipped import opened, part

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


def read(data: bytes, name: str) -> Iterator[Document | TroubleError]:
    """The one document of a file. Raises TroubleError where it is encrypted, broken or no ODT."""
    whole = part(opened(data, name, "ODT"), "content.xml", name)
    body = whole.find(f"{OFFICE}body/{OFFICE}text") if whole is not None else None
    if whole is None or body is None:
        raise TroubleError(f"{name}: is no ODT file: it holds no content.xml with a text")
    notes: list[Part] = [("footnote", _words(note)) for note in body.iter(f"{T}note-body")]
    yield laid_out([*_parts(body, _parents(whole)), *notes], name)


def _parents(whole: Element) -> dict[str, str]:
    """The styles that the text's own are made from, in lower case."""
    own = whole.iter(f"{STYLE}style")
    return {s.get(f"{STYLE}name", ""): s.get(f"{STYLE}parent-style-name", "").lower() for s in own}


def _parts(around: Element, parents: dict[str, str], role: Role | None = None) -> Iterator[Part]:
    for child in around:
        if child.tag in (f"{T}p", f"{T}h"):
            style = child.get(f"{T}style-name", "")
            yield role or ROLES.get(parents.get(style) or style.lower()), _words(child)
        elif child.tag == f"{T}list":
            for item in child:
                yield from _parts(item, parents, "list")
        elif child.tag == f"{TABLE}table":
            rows = [[_words(cell) for cell in r.iter(f"{TABLE}table-cell")] for r in child.iter(f"{TABLE}table-row")]
            yield "table", table(rows)
        elif child.tag in INSIDE:
            yield from _parts(child, parents, role)


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
