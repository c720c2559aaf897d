"""Pdf: the text layer of a PDF, "page 2, box 72 500 300 512", hyphens at line ends undone, running heads set aside."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from statistics import median
from typing import Any

import msgspec

from ..model import Document
from ..sheet import Run, Sheet
from ..trouble import TroubleError

SUFFIXES: tuple[str, ...] = (".pdf",)

MOST_PAGES, MOST_CHARACTERS = 2000, 20_000_000
HEADLINE = 1.25  # times the size of most lines
APART = 1.7  # times the height of a line from foot to foot begins a paragraph
EDGE = 0.09  # of a page's height at its top and foot is where running heads stand
SHORT = 0.75  # of its column's width; a line shorter than that ends a paragraph, unless the next begins small
COLUMN = 40  # points; lines that begin no further apart are of one column
DIGITS = re.compile(r"\d+")
HYPHEN = re.compile(r"[^\W\d_][-\xad\x02\ufffe]$")
ENDING = re.compile(
    r"[^\r\n\x02\ufffe]*+(?:\r\n|[\r\n\x02\ufffe]|$)"
)  # a line; pdfium ends one cut by a hyphen with a sign of its own
BULLET = re.compile(r"[•◦▪‣·]\s*")
STOP = re.compile(r"[.!?:][\"”’)]?$")
PASSWORD = 4  # pdfium's number for a document that is locked


class Line(msgspec.Struct, gc=False):
    """A line of a page, its words, its box in points, and how large it is set."""

    words: str
    page: int
    left: float
    foot: float
    right: float
    top: float
    size: float
    edge: bool

    @property
    def place(self) -> str:
        """Page and box: left, foot, right, top."""
        return f"page {self.page}, box {self.left:.0f} {self.foot:.0f} {self.right:.0f} {self.top:.0f}"


def holds(data: bytes) -> bool:
    """Whether the bytes are a PDF: its sign stands at their start."""
    return data[:1024].lstrip().startswith(b"%PDF-")


def read(data: bytes, name: str) -> Iterator[Document | TroubleError]:
    """The one document of a PDF. Raises TroubleError where it is locked, damaged, too long, or only pictures."""
    lines = _lines(data, name)
    if not lines:
        raise TroubleError(f"{name}: a PDF without text, perhaps scanned; recognise its text first")
    sheet = Sheet(name)
    repeated = Counter(_shape(line) for line in lines if line.edge)
    running = [x for x in lines if x.edge and (repeated[_shape(x)] > 1 or x.words.strip("-– ").isdecimal())]
    set_aside = set(map(id, running))
    lines = [x for x in lines if id(x) not in set_aside] or lines
    usual = median(line.size for line in lines for _ in range(0, len(line.words), 20))
    largest = max(line.size for line in lines if line.page == lines[0].page)
    for paragraph in _paragraphs(lines):
        top = paragraph[0].page == lines[0].page and paragraph[0].size >= max(HEADLINE * usual, largest)
        sheet.add(_runs(paragraph), "headline" if top else "list" if BULLET.match(paragraph[0].words) else "body")
    for line in running:  # after the text, so that no paragraph is cut in two at a page's end
        sheet.add([(line.words, line.place)], "boilerplate")
    yield sheet.document()


def _shape(line: Line) -> str:
    return DIGITS.sub("#", line.words)


def _paragraphs(lines: list[Line]) -> Iterator[list[Line]]:
    """Lines that follow each other as one paragraph, over the end of a column or page where a sentence goes on."""
    ends = dict[tuple[int, int], float]()  # of the columns, by page and by where their lines begin
    for line in lines:
        ends[_column(line)] = max(line.right, ends.get(_column(line), 0))
    paragraph = list[Line]()
    for line in lines:
        if paragraph and not _goes_on(paragraph[-1], line, ends[_column(paragraph[-1])]):
            yield paragraph
            paragraph = []
        paragraph.append(line)
    if paragraph:
        yield paragraph


def _column(line: Line) -> tuple[int, int]:
    return line.page, round(line.left / COLUMN)


def _goes_on(above: Line, below: Line, end: float) -> bool:
    """Whether a line goes on with the paragraph of the line above it."""
    if BULLET.match(below.words) or abs(above.size - below.size) > 0.15 * above.size:
        return False
    moved = above.page != below.page or below.foot > above.foot
    if moved:
        return not STOP.search(above.words) and below.words[:1].islower()
    if above.foot - below.foot > APART * above.size:
        return False
    return below.words[:1].islower() or above.right - above.left > SHORT * (end - above.left)


def _runs(paragraph: list[Line]) -> Iterator[Run]:
    """The lines of a paragraph as one text; a word that a hyphen cuts at a line's end is whole again."""
    for n, line in enumerate(paragraph):
        following = paragraph[n + 1].words[:1] if n + 1 < len(paragraph) else ""
        if following.islower() and HYPHEN.search(line.words):
            yield line.words[:-1], line.place
        else:
            yield line.words + " ", line.place


def _lines(data: bytes, name: str) -> list[Line]:
    """All lines, page by page, in the order in which they were set."""
    try:
        import pypdfium2  # heavy, and only for those who read PDF
    except ImportError:
        raise TroubleError(f"{name}: reading PDF needs an extra: pip install 'claim-checker[pdf]'") from None
    lines, characters = list[Line](), 0
    try:
        with pypdfium2.PdfDocument(data) as pdf:
            if len(pdf) > MOST_PAGES:
                raise TroubleError(f"{name}: {len(pdf):,} pages; the most that are read are {MOST_PAGES:,}: split it")
            for number in range(len(pdf)):
                of_page = list(_of_page(pypdfium2.raw, pdf[number], number + 1))
                lines += of_page
                characters += sum(len(line.words) for line in of_page)
                if characters > MOST_CHARACTERS:
                    raise TroubleError(f"{name}: more text than {MOST_CHARACTERS // 1_000_000} MB; split it")
    except pypdfium2.PdfiumError as e:
        if getattr(e, "err_code", None) == PASSWORD:
            raise TroubleError(f"{name}: a PDF locked by a password; save it without one") from e
        raise TroubleError(f"{name}: a damaged PDF, it cannot be read ({e})") from e
    return lines


def _of_page(raw: Any, page: Any, number: int) -> Iterator[Line]:
    text, height = page.get_textpage(), page.get_height()
    words, at = text.get_text_range(errors="replace"), 0
    for piece in ENDING.findall(words):
        shown = piece.strip()
        if shown:
            first = at + piece.index(shown[0])
            last = first + len(shown) - 1
            left, foot, _, top = text.get_charbox(first, loose=True)
            right = text.get_charbox(last, loose=True)[2]
            size = raw.FPDFText_GetFontSize(text, first) or top - foot
            edge = foot > (1 - EDGE) * height or top < EDGE * height
            yield Line(shown, number, left, foot, right, top, size, edge)
        at += len(piece)
