"""Docx: a document of Word, tracked changes taken as accepted, "a Title, paragraphs, a table, footnote 2"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from ..model import Document, Role
from ..parcel import Parcel, packed
from ..sheet import Run, Sheet, role_of
from ..trouble import TroubleError

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

SUFFIXES: tuple[str, ...] = (".docx", ".docm")

MAIN, STYLES, NOTES = "word/document.xml", "word/styles.xml", ("word/footnotes.xml", "word/endnotes.xml")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
GONE = frozenset((f"{W}del", f"{W}moveFrom", f"{W}pPr", f"{W}rPr", f"{W}txbxContent"))
BLANKS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "\u2011"}
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
Leaf = tuple["Element", str]  # an element that holds words, and its place
DEEPEST = 60  # elements within elements of a paragraph, and tables within tables


def holds(data: bytes) -> bool:
    """Whether the bytes are a document of Word."""
    return packed(data, MAIN)


def read(data: bytes, name: str) -> Iterator[Document | TroubleError]:
    """The one document of a DOCX file. Raises TroubleError where it is damaged, locked or holds no text."""
    parcel = Parcel(data, name)
    sheet, styles = Sheet(name), _styles(parcel)
    body = parcel.xml(MAIN).find(f"{W}body")
    number = 0
    for block in _blocks(body if body is not None else (), 0):
        if block.tag == f"{W}tbl":
            sheet.table(_table(block, number))
        else:
            number += 1
            sheet.add(_runs(_leaves(block, f"paragraph {number}")), _role(block, styles))
    for path in NOTES:
        if path in parcel.parts:
            _notes(parcel.xml(path), sheet)
    yield sheet.document()


def leaves(body: Element) -> Iterator[Leaf]:
    """The elements of a body that hold its words, each with its place, in the order in which they are read."""
    number = 0
    for block in _blocks(body, 0):
        if block.tag == f"{W}tbl":
            for row in _rows(block, number):
                for cell, place, _ in row:
                    yield from (leaf for p in cell.iter(f"{W}p") for leaf in _leaves(p, place, False))
        else:
            number += 1
            yield from _leaves(block, f"paragraph {number}")


def words(element: Element) -> str:
    """What an element that holds words says: its text, or the character that it stands for."""
    return BLANKS.get(element.tag) or element.text or ""


def _styles(parcel: Parcel) -> dict[str, Role]:
    """The role of each style by its id; one that has none by its name has that of the style it is based on."""
    if STYLES not in parcel.parts:
        return {}
    found, based = dict[str, Role](), dict[str, str]()
    for style in parcel.xml(STYLES).iter(f"{W}style"):
        key, name = style.get(f"{W}styleId", ""), _value(style, "name").lower()
        based[key] = _value(style, "basedOn")
        if role := role_of(name):
            found[key] = role
    for key in based:
        parent, steps = key, 0
        while parent and parent not in found and steps < DEEPEST:
            parent, steps = based.get(parent, ""), steps + 1
        if parent in found:
            found[key] = found[parent]
    return found


def _value(element: Element, child: str) -> str:
    found = element.find(f"{W}{child}")
    return found.get(f"{W}val", "") if found is not None else ""


def _blocks(parent: Iterable[Element], depth: int) -> Iterator[Element]:
    """The paragraphs and tables, those inside of content controls and accepted insertions among them."""
    for child in parent:
        if child.tag in (f"{W}p", f"{W}tbl"):
            yield child
        elif child.tag not in GONE and depth < DEEPEST:
            yield from _blocks(child, depth + 1)


def _role(paragraph: Element, styles: dict[str, Role]) -> Role:
    properties = paragraph.find(f"{W}pPr")
    if properties is None:
        return "body"
    role = styles.get(_value(properties, "pStyle"), "body")
    return "list" if role == "body" and properties.find(f"{W}numPr") is not None else role


def _leaves(paragraph: Element, place: str, counted: bool = True) -> Iterator[Leaf]:
    """Those of a paragraph, each at its place, with the number of its run where runs are counted."""
    number, stack = 0, [(paragraph, place)]
    while stack:
        element, at = stack.pop()
        if element.tag == f"{W}t" or element.tag in BLANKS:
            yield element, at
        elif element.tag not in GONE and element.tag != FALLBACK:
            if element.tag == f"{W}r" and counted:
                number += 1
                at = f"{place}, run {number}"
            stack += [(child, at) for child in reversed(element)]


def _runs(leaves: Iterable[Leaf]) -> Iterator[Run]:
    return ((words(element), place) for element, place in leaves)


def _rows(table: Element, after: int) -> Iterator[list[tuple[Element, str, int]]]:
    """The cells of each row of a table, with their places and how many columns they span."""
    for n, row in enumerate(table.iter(f"{W}tr"), 1):
        cells: list[tuple[Element, str, int]] = []
        column = 1
        for cell in row.findall(f"{W}tc"):
            properties = cell.find(f"{W}tcPr")
            told = _value(properties, "gridSpan") if properties is not None else ""
            span = max(1, min(int(told), DEEPEST)) if told.isdecimal() else 1
            cells.append((cell, f"table after paragraph {after}, row {n}, cell {column}", span))
            column += span
        yield cells


def _table(table: Element, after: int) -> list[list[Run]]:
    """A table's words; a cell that spans columns is followed by empty ones, so that columns stay below each other."""
    return [[run for cell in row for run in _cell(*cell)] for row in _rows(table, after)]


def _cell(cell: Element, place: str, span: int) -> list[Run]:
    told = " ".join("".join(w for w, _ in _runs(_leaves(p, ""))) for p in cell.iter(f"{W}p"))
    return [(told, place), *[("", place)] * (span - 1)]


def _notes(notes: Element, sheet: Sheet) -> None:
    for note in notes:
        if note.get(f"{W}type") is None:  # others are the lines drawn between text and notes
            kind = note.tag.removeprefix(W)
            for paragraph in note.iter(f"{W}p"):
                place = f"{kind} {note.get(f'{W}id', '')}"
                sheet.add(_runs(_leaves(paragraph, place)), "footnote")
