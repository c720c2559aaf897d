"""Csv: a table in a file of its own, one row a line, "Region,Votes"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from string import ascii_uppercase

from ..model import Document
from ..sheet import Run, Sheet
from ..trouble import TroubleError
from . import decode

SUFFIXES: tuple[str, ...] = (".csv", ".tsv")

LOOK = 20  # lines from which the sign between cells is told
SIGNS = ("\t", ";", ",", "|")
MOST_COLUMNS = 1000
LONGEST_CELL = 1_000_000  # characters


def read(data: bytes, name: str) -> Iterator[Document | TroubleError]:
    """The one table of a file. Raises TroubleError where it is no text, or no table."""
    import csv  # needless where no table is read

    text = decode(data, name)
    csv.field_size_limit(LONGEST_CELL)
    sheet, rows = Sheet(name), list[list[Run]]()
    reader = csv.reader(text.splitlines(keepends=True), delimiter=_sign(text))
    try:
        for row in reader:
            if len(row) > MOST_COLUMNS:
                raise TroubleError(f"{name}, line {reader.line_num}: {len(row):,} columns; at most {MOST_COLUMNS}")
            if any(map(str.strip, row)):
                rows.append([(cell, f"line {reader.line_num}, column {_letters(n)}") for n, cell in enumerate(row)])
    except csv.Error as e:
        raise TroubleError(f"{name}, line {reader.line_num}: not a table that can be read: {e}") from e
    sheet.table(rows)
    yield sheet.document()


def _sign(text: str) -> str:
    """The sign that stands equally often in most of the first lines."""
    lines = [line for line in islice(text.splitlines(), LOOK) if line.strip()]
    counts = {sign: [line.count(sign) for line in lines] for sign in SIGNS}
    return max(SIGNS, key=lambda s: (sum(n == counts[s][0] > 0 for n in counts[s]), counts[s][0]))


def _letters(n: int) -> str:
    """A column's name as spreadsheets have it.

    >>> _letters(0), _letters(27)
    ('A', 'AB')
    """
    name = ""
    while n >= 0:
        n, name = n // 26 - 1, ascii_uppercase[n % 26] + name
    return name
