"""Embedded: the rates that travel with the program, "61.27 roubles to the euro, ECB, 2 April 2015"."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from datetime import date
from decimal import Context, Decimal
from functools import lru_cache
from pathlib import Path

from ..days import in_words
from . import Quote, RatesUnavailable, archive, redenominated

DATA = Path(__file__).parent / "data"
EXACT = Context(prec=34)  # digits kept of a cross rate; the program's own, so that no caller's setting moves it
KEPT = 64  # currencies whose lines stay in memory, up to 0.7 MB each
ONE = Decimal(1)
AFTER_DATE = "~"  # sorts after the comma that follows a line's date

Leg = dict[str, tuple[Decimal, str]]  # by day as published: a currency's rate, and the code it stands under there


class Table:
    """A central bank's published rates against its own currency, the hub, through which every pair is crossed.

    Where foreign_per_hub, a line says how much foreign money one unit of the hub cost (ECB); otherwise how much of
    the hub one foreign unit cost (NBP). Both legs of a cross are of the same day. Nothing is carried to a day without
    a rate, nor past a currency's first or last day.
    """

    def __init__(self, name: str, hub: str, foreign_per_hub: bool, path: Path) -> None:
        self.name, self.hub, self.foreign_per_hub, self.path = name, hub, foreign_per_hub, path

    def quotes(self, base: str, quote: str, first: date, last: date) -> tuple[Quote, ...]:
        """See Source. A rate taken from before or after a redenomination says so: "NBP, as BYR"."""
        legs = {code: self._leg(code, first, last) for code in (base, quote)}
        over, under = (quote, base) if self.foreign_per_hub else (base, quote)
        a, b = legs[over], legs[under]
        days = sorted(a.keys() & b.keys() if a and b else a or b)
        if not days:
            raise RatesUnavailable(f"{base} and {quote} have no day in common")
        return tuple(self._quote(base, quote, day, a.get(day, (ONE, over)), b.get(day, (ONE, under))) for day in days)

    def extremes(self, base: str, quote: str) -> tuple[Quote, ...]:
        """See Archive. They are found among thousands by floats, which tell any two rates of a table apart."""
        over, under = (quote, base) if self.foreign_per_hub else (base, quote)
        a, b = self._course(over), self._course(under)
        days = sorted(a.keys() & b.keys() if a and b else a or b)
        if not days or not (a or over == self.hub) or not (b or under == self.hub):
            return self.quotes(base, quote, date.min, date.max)  # which says why there are none
        crosses = [a.get(day, 1.0) / b.get(day, 1.0) for day in days]
        ends = {0, crosses.index(min(crosses)), crosses.index(max(crosses)), len(days) - 1}
        outstanding = [date.fromisoformat(days[n]) for n in sorted(ends)]
        return tuple(q for day in outstanding for q in self.quotes(base, quote, day, day))

    def _course(self, code: str) -> dict[str, float]:
        """A currency's rates of all days, under its own code or a relative's; empty for the hub."""
        course = dict[str, float]()
        for relative in redenominated.relatives(code) if code != self.hub else ():
            worth = float(1 / relative.worth if self.foreign_per_hub else relative.worth)
            course = {day: x * worth for day, x in _floats(self.path, relative.code)} | course
        return course | dict(_floats(self.path, code))

    def _quote(self, base: str, quote: str, day: str, a: tuple[Decimal, str], b: tuple[Decimal, str]) -> Quote:
        aliases = sorted({a[1], b[1]} - {base, quote})
        source = f"{self.name}, as {' and '.join(aliases)}" if aliases else self.name
        return Quote(base, quote, EXACT.divide(a[0], b[0]), date.fromisoformat(day), source)

    def _leg(self, code: str, first: date, last: date) -> Leg:
        """A currency's rates in that time, under its own code or a relative's; empty for the hub, always worth one."""
        if code == self.hub:
            return {}
        leg: Leg = {day: (rate, code) for day, rate in self._rates(code, first, last)}
        for relative in redenominated.relatives(code):
            if not leg or first <= relative.changed <= last:
                for day, rate in self._rates(relative.code, first, last):
                    leg.setdefault(day, (self._converted(rate, relative.worth), relative.code))
        if not leg:
            raise RatesUnavailable(self._why_none(code, first, last))
        return leg

    def _converted(self, rate: Decimal, worth: Decimal) -> Decimal:
        return EXACT.divide(rate, worth) if self.foreign_per_hub else EXACT.multiply(rate, worth)

    def _rates(self, code: str, first: date, last: date) -> list[tuple[str, Decimal]]:
        lines = _lines(self.path, code)
        start, end = bisect_left(lines, first.isoformat()), bisect_right(lines, last.isoformat() + AFTER_DATE)
        return [(line[:10], Decimal(line[11:])) for line in lines[start:end]]

    def _why_none(self, code: str, first: date, last: date) -> str:
        known = [c for c in (code, *(r.code for r in redenominated.relatives(code))) if _lines(self.path, c)]
        if not known:
            return f"no {code}"
        ends = [(_day(lines[0]), _day(lines[-1]), c) for c in known for lines in [_lines(self.path, c)]]
        (starts, _, oldest), (stops, newest) = min(ends), max(e[1:] for e in ends)
        if last < starts:
            return f"{oldest} starts {in_words(starts)}"
        return f"{newest} ends {in_words(stops)}" if stops < first else f"no {code} on {_these(first, last)}"


def _these(first: date, last: date) -> str:
    return "that day" if first == last else "those days"


def _day(line: str) -> date:
    return date.fromisoformat(line[:10])


@lru_cache(maxsize=KEPT)
def _lines(path: Path, code: str) -> list[str]:
    """A currency's lines, "2015-04-02,61.2745", by day; none where the table does not have it."""
    return (archive.read(path, f"{code}.csv") or "").splitlines()


def _floats(path: Path, code: str) -> Iterator[tuple[str, float]]:
    return ((line[:10], float(line[11:])) for line in _lines(path, code))


ECB = Table("ECB", "EUR", foreign_per_hub=True, path=DATA / "ecb.zip")
NBP = Table("NBP", "PLN", foreign_per_hub=False, path=DATA / "nbp.zip")
