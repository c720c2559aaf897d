"""Docx: an article as Word writes it; styles give the roles, changes that are tracked are taken as accepted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..layout import Part, laid_out, table
from ..model import Document, Role
from ..trouble import TroubleError
from ..zipped import opened, part

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

SUFFIXES: tuple[str, ...] = (".docx",)

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
GONE = frozenset((f"{W}del", f"{W}moveFrom", f"{W}pPr", f"{W}rPr", f"{W}footnoteReference", FALLBACK))
SIGNS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
INSIDE = frozenset((f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}moveTo", f"{W}smartTag", f"{W}customXml"))
ROLES: dict[str, Role] = {
    **dict.fromkeys(("title", "heading 1"), "headline"),
    **dict.fromkeys(("subtitle",), "dek"),
    **dict.fromkeys(("quote", "intense quote", "block text"), "quote"),
    **dict.fromkeys(("caption",), "caption"),
    **dict.fromkeys(("list paragraph", "list bullet", "list number"), "list"),
    **dict.fromkeys(("html preformatted", "macro text", "plain text"), "code"),
    **dict.fromkeys(("header", "footer"), "boilerplate"),
}


def read(data: bytes, name: str) -> Iterator[Document | TroubleError]:
    """The one document of a file. Raises TroubleError where it is encrypted, broken or no DOCX."""
    archive = opened(data, name, "DOCX")
    whole = part(archive, "word/document.xml", name)
    body = whole.find(f"{W}body") if whole is not None else None
    if body is None:
        raise TroubleError(f"{name}: is no DOCX file: it holds no word/document.xml with a body")
    styles = _styles(part(archive, "word/styles.xml", name))
    notes = part(archive, "word/footnotes.xml", name)
    yield laid_out([*_parts(body, styles), *_notes(notes)], name)


def _styles(tree: Element | None) -> dict[str, str]:
    """The names of the styles by their ids, which are in the language of the program."""
    found = tree.iter(f"{W}style") if tree is not None else ()
    names = ((s.get(f"{W}styleId", ""), s.find(f"{W}name")) for s in found)
    return {key: named.get(f"{W}val", "").lower() for key, named in names if named is not None}


def _parts(around: Element, styles: dict[str, str]) -> Iterator[Part]:
    for child in around:
        if child.tag == f"{W}p":
            yield _role(child, styles), _words(child)
        elif child.tag == f"{W}tbl":
            rows = [[_words(cell) for cell in r.iter(f"{W}tc")] for r in child.iter(f"{W}tr")]
            yield "table", table(rows)
        elif child.tag in INSIDE:
            yield from _parts(child, styles)


def _role(paragraph: Element, styles: dict[str, str]) -> Role | None:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    key = style.get(f"{W}val", "") if style is not None else ""
    role = ROLES.get(styles.get(key, key.lower()))
    listed = paragraph.find(f"{W}pPr/{W}numPr") is not None
    return role or ("list" if listed else None)


def _words(element: Element) -> str:
    return "".join(_pieces(element))


def _pieces(element: Element) -> Iterator[str]:
    """The words inside, without what was deleted or only stands for older programs."""
    for child in element:
        if child.tag == f"{W}t":
            yield child.text or ""
        elif child.tag in SIGNS:
            yield SIGNS[child.tag]
        elif child.tag not in GONE:
            yield from _pieces(child)
            if child.tag == f"{W}p":
                yield " "


def _notes(tree: Element | None) -> Iterator[Part]:
    """The footnotes, without the rules that part them from the page."""
    for note in tree.iter(f"{W}footnote") if tree is not None else ():
        if note.get(f"{W}type") is None:
            yield "footnote", _words(note)
