"""CsvFile: the newsroom's own table of rates, "2015-04-02,RUB,USD,0.0175,house rate"."""

from __future__ import annotations

import re
from datetime import date
from decimal import Context, Decimal
from functools import cached_property
from io import StringIO
from pathlib import Path
from typing import NoReturn

from ..days import in_words
from ..trouble import TroubleError
from . import Quote, RatesUnavailable

HEADER = ["date", "base", "quote", "rate", "source"]
CODE = re.compile(r"[A-Z]{3}")
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
NUMBER = re.compile(r"-?[0-9]{1,15}(?:\.[0-9]{1,15})?")
INVERSE = Context(prec=34)  # digits kept of a rate turned round

Pair = tuple[str, str]


class CsvFile:
    """A file of the user's, in UTF-8, one rate a line: one `base` costs `rate` of `quote` on that date.

    The rate of the opposite direction follows from it, where no line gives that one. Nothing is crossed. The file is
    read when first asked, all of it; TroubleError names the line that cannot be used, and what to write there.
    """

    def __init__(self, path: Path) -> None:
        self.path, self.name = path, path.name

    def quotes(self, base: str, quote: str, first: date, last: date) -> tuple[Quote, ...]:
        """See Source; raises TroubleError too."""
        days = self._turned(quote, base) | self.table.get((base, quote), {})
        if not days:
            raise RatesUnavailable(f"no {base}/{quote}")
        found = tuple(days[day] for day in sorted(days) if first <= day <= last)
        if not found:
            raise RatesUnavailable(f"{base}/{quote} only from {in_words(min(days))} to {in_words(max(days))}")
        return found

    def extremes(self, base: str, quote: str) -> tuple[Quote, ...]:
        """See Archive: all days, as such a file has few."""
        return self.quotes(base, quote, date.min, date.max)

    def _turned(self, base: str, quote: str) -> dict[date, Quote]:
        return {
            day: Quote(quote, base, INVERSE.divide(Decimal(1), known.value), day, known.source)
            for day, known in self.table.get((base, quote), {}).items()
        }

    @cached_property
    def table(self) -> dict[Pair, dict[date, Quote]]:
        """All the file says, by pair and day. Raises TroubleError."""
        table: dict[Pair, dict[date, Quote]] = {}
        rows = self._rows()
        if not rows or rows[0][1] != HEADER:
            self._refuse(1, f"the first line must be {','.join(HEADER)}")
        for line, row in rows[1:]:
            new = self._read_row(line, row)
            days = table.setdefault((new.base, new.quote), {})
            if new.day in days:
                self._refuse(line, f"{new.base}/{new.quote} on {new.day} stands in an earlier line; keep one of them")
            days[new.day] = new
        return table

    def _rows(self) -> list[tuple[int, list[str]]]:
        """The fields of every line that is not empty, with its number. CRLF and a byte-order mark are welcome."""
        import csv

        reader = csv.reader(StringIO(self._text(), newline=""), strict=True)
        try:
            return [(reader.line_num, [field.strip() for field in row]) for row in reader if row]
        except csv.Error as why:
            self._refuse(reader.line_num, f"the line cannot be taken apart ({why}); look for a stray quotation mark")

    def _text(self) -> str:
        if not self.path.exists():
            raise TroubleError(f"{self.path}: there is no such file; name a CSV file of rates")
        if not self.path.is_file():
            raise TroubleError(f"{self.path} is not a file; name a CSV file of rates")
        try:
            data = self.path.read_bytes()
        except OSError as why:
            raise TroubleError(f"{self.path} cannot be opened ({why.strerror}); look at its permissions") from why
        try:
            return data.decode("utf-8-sig")
        except UnicodeDecodeError as why:
            self._refuse(data.count(b"\n", 0, why.start) + 1, "it is not in UTF-8; save the file as CSV UTF-8")

    def _read_row(self, line: int, row: list[str]) -> Quote:
        if len(row) != len(HEADER):
            self._refuse(line, f"it has {len(row)} fields, not {len(HEADER)}; write {','.join(HEADER)}")
        day, base, quote, rate, source = row
        for code in (base, quote):
            if not CODE.fullmatch(code):
                self._refuse(line, f"currency {code!r} is not a code; write three capital letters, like USD")
        if base == quote:
            self._refuse(line, f"base and quote are both {base}; write two currencies")
        return Quote(base, quote, self._rate(line, rate), self._day(line, day), source or self.name)

    def _day(self, line: int, text: str) -> date:
        day = _day_or_none(text)
        if day is None:
            self._refuse(line, f"date {text!r} is not a day; write it like 2015-04-02")
        return day

    def _rate(self, line: int, text: str) -> Decimal:
        if not NUMBER.fullmatch(text):
            self._refuse(line, f"rate {text!r} is not a number; write it like 57.0512, at most 15 digits either side")
        rate = Decimal(text)
        if rate <= 0:
            self._refuse(line, f"rate {text!r} is not above zero; write how many units of quote one base costs")
        return rate

    def _refuse(self, line: int, trouble: str) -> NoReturn:
        raise TroubleError(f"{self.path}, line {line}: {trouble}")


def _day_or_none(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if DAY.fullmatch(text) else None
    except ValueError:  # 31 April and its like
        return None
