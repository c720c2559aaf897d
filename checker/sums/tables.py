"""Tables: the totals of a table's rows and columns with the cells they are made of, "| Total | 30 |"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

import msgspec

from ..interval import Interval
from ..model import Amount, Block, Span, Total
from ..text import Text

MOST_ROWS, MOST_COLUMNS, MOST_TOTALS = 200, 40, 12
FEWEST = 2  # cells that a total is made of
CELL = re.compile(r"(?<!\\)\|")
RULE = re.compile(r"[\s|:-]+")
DECORATION = re.compile(r"[\s*_`~()$£€¥+-]|&nbsp;|−|<br ?/?>")
NOTHING = frozenset(("", "-", "–", "—", "−"))
NEGATIVE = re.compile(r"\(\s*[^()]{1,30}\)|[-−–]\s?[$£€]?[0-9]")
PERCENT = "%"


class Cell(msgspec.Struct, frozen=True, gc=False):
    """A cell at its place, and the number that is all it holds; a dash is nought, a blank is no number."""

    span: Span
    words: str
    value: Decimal | None = None


class Grid:
    """A table: its header and the rows below it, each with its cells."""

    def __init__(self, text: Text, block: Block) -> None:
        lines = list(_lines(text, block.span))[:MOST_ROWS]
        rows = [_row(text, line) for line in lines if not RULE.fullmatch(text[line])]
        width = len(rows[0]) if rows else 0
        self.header, self.rows = (rows[0], [r for r in rows[1:] if len(r) == width]) if rows else ([], [])
        if not 1 < width <= MOST_COLUMNS or len(self.rows) != len(rows) - 1:
            self.header, self.rows = [], []
        labels = text.lexicon.sums.totals
        self.sums = [n for n, row in enumerate(self.rows) if labels.match(_plain(row[0].words))][:MOST_TOTALS]
        self.totals = [n for n, c in enumerate(self.header) if n and labels.fullmatch(_plain(c.words))]
        self.rates = {n for n, c in enumerate(self.header) if text.lexicon.sums.rates.search(_plain(c.words))}
        self.rates |= {n for row in self.rows for n, c in enumerate(row) if PERCENT in c.words}


def totals(text: Text) -> Iterator[tuple[Span, Total]]:
    """The totals of all tables, each at the place of its cell."""
    for block in text.document.blocks:
        if block.role == "table":
            grid = Grid(text, block)
            yield from _proved([*_down(grid)], alone=True)
            yield from _proved([*_across(grid)], alone=False)


def _proved(found: list[tuple[Span, Total]], alone: bool) -> Iterator[tuple[Span, Total]]:
    """The totals of one row or column, where most of the others bear out that they are totals.

    Where half of them are right to the last digit, none may be off by more than a last digit.
    """
    right = [total for _, total in found if any(total.stated.interval.meets(x) for x in total.sums)]
    if (right and 2 * len(right) >= len(found)) or (alone and len(found) == 1):
        exact = [total for total in right if total.stated.stated[0] in map(_middle, total.sums)]
        strict = len(exact) >= FEWEST and 2 * len(exact) >= len(found)
        yield from ((span, _strict(total) if strict else total) for span, total in found)


def _middle(i: Interval) -> Decimal:
    assert i.lo is not None
    assert i.hi is not None
    return (i.lo + i.hi) / 2


def _strict(total: Total) -> Total:
    """The total with sums no less exact than itself."""
    assert total.stated.interval.hi is not None
    half = total.stated.interval.hi - total.stated.stated[0]
    sums = tuple(Interval(_middle(x) - half, _middle(x) + half) for x in total.sums)
    return Total(total.stated, total.parts, sums)


def _down(grid: Grid) -> Iterator[tuple[Span, Total]]:
    """Totals below their cells: of all rows above, of those since the last total, or of the totals above."""
    for n in grid.sums:
        above = [k for k in range(n) if k not in grid.sums]
        last = max((k for k in grid.sums if k < n), default=-1)
        ways = [above, [k for k in above if k > last], [k for k in grid.sums if k < n]]
        for column in range(1, len(grid.header)):
            if column not in grid.rates:
                cells = [[grid.rows[k][column] for k in way] for way in ways]
                yield from _total(grid.rows[n][column], cells)


def _across(grid: Grid) -> Iterator[tuple[Span, Total]]:
    """Totals beside their cells, in a table that has one column of totals."""
    if len(grid.totals) == 1:
        at = grid.totals[0]
        columns = [k for k in range(1, len(grid.header)) if k != at and k not in grid.rates]
        for row in grid.rows:
            yield from _total(row[at], [[row[k] for k in columns if row[k].value is not None or not row[k].words]])


def _total(total: Cell, ways: list[list[Cell]]) -> Iterator[tuple[Span, Total]]:
    """A total with its parts, where they are numbers one and all."""
    ways = [w for w in ways if len(w) >= FEWEST and all(c.value is not None for c in w)]
    if total.value is None or not ways:
        return
    place = min(_place(c.value) for w in (*ways, [total]) for c in w if c.value is not None)
    stated, *parts = (_as_amount(c, place) for c in (total, *ways[0]))
    sums = tuple(_sum([_as_amount(c, place).interval for c in w]) for w in ways)
    yield total.span, Total(stated, tuple(parts), sums)


def _sum(intervals: list[Interval]) -> Interval:
    return sum(intervals[1:], intervals[0])


def _place(x: Decimal) -> Decimal:
    """The value of the last digit of a cell that is not a nought at the end of a whole number."""
    exponent = int(x.as_tuple().exponent)
    return Decimal(1).scaleb(exponent if exponent < 0 or not x else int(x.normalize().as_tuple().exponent))


def _as_amount(c: Cell, place: Decimal) -> Amount:
    """A cell's number, as exact as its neighbours are."""
    assert c.value is not None
    return Amount((c.value,), Interval(c.value - place / 2, c.value + place / 2))


def _lines(text: Text, span: Span) -> Iterator[Span]:
    at = span.start
    for line in text[span].splitlines(keepends=True):
        if line.strip():
            yield Span(at, at + len(line.rstrip()))
        at += len(line)


def _row(text: Text, line: Span) -> list[Cell]:
    bars = [line.start + m.start() for m in CELL.finditer(text[line])]
    edges = [*([] if text[line].lstrip().startswith("|") else [line.start - 1]), *bars]
    edges += [] if text[line].endswith("|") else [line.end]
    return [_cell(text, Span(a + 1, b)) for a, b in pairwise(edges)]


def _cell(text: Text, span: Span) -> Cell:
    words = text[span]
    start = span.start + len(words) - len(words.lstrip())
    place, words = Span(start, max(start, span.start + len(words.rstrip()))), words.strip()
    if _plain(words) in NOTHING:
        return Cell(place, words, Decimal(0) if words.strip("*_ ") else None)
    i = bisect_left(text.figures, span.start, key=lambda f: f.start)
    figures = [f for f in text.figures[i : i + 2] if f.start < span.end]
    if len(figures) != 1 or not words[:1] or figures[0].form != "digits":
        return Cell(place, words)
    f = figures[0]
    around = text.document.text[span.start : f.start] + text.document.text[f.end : span.end]
    if DECORATION.sub("", around):
        return Cell(place, words)
    value = abs(f.value)
    return Cell(place, words, -value if NEGATIVE.search(words) else value)


def _plain(words: str) -> str:
    return words.strip(" *_:`").lower()
