"""Rates: what one currency cost in another on a day, "70 billion roubles on 2 April 2015"."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date, timedelta
from decimal import Decimal
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Generic, Protocol, TypeVar

import msgspec

from ..days import in_words, period_in_words

REMEMBERED = 1024  # answers; texts of one day ask the same things
WEEK = timedelta(days=7)
GLIMPSES = tuple(date(year, 7, 1) for year in range(1999, 2027, 3))  # what a pair was in these weeks tells most of it
SAME_CURRENCY = "same currency"  # the source of the one rate that needs none


class RatesUnavailable(Exception):  # noqa: N818 - it is no mistake of anybody's, only something not known
    """There is no rate; the message is a short phrase for a report, "no rate for TJS/USD on 2 April 2015 (...)"."""


class Quote(msgspec.Struct, frozen=True, gc=False):
    """What one `base` cost: `value` units of `quote`, on that day, says that source."""

    base: str
    quote: str
    value: Decimal
    day: date
    source: str


class History(msgspec.Struct, frozen=True, gc=False):
    """The lowest and the highest rate that a pair ever had, and the first and the last day that are known."""

    low: Quote
    high: Quote
    first: date
    last: date


class Source(Protocol):
    """Anything that knows rates; its name is what a report calls it."""

    name: str

    def quotes(self, base: str, quote: str, first: date, last: date) -> tuple[Quote, ...]:
        """The days from first to last, both included, that have a rate, in order.

        Raises RatesUnavailable where there is none, with a reason as short as "TJS starts 30 March 2004".
        """
        ...


class Archive(Source, Protocol):
    """A source that knows all its days."""

    def extremes(self, base: str, quote: str) -> tuple[Quote, ...]:
        """Of all days that have a rate those that stand out: the first, the last, the lowest and the highest.

        Raises RatesUnavailable.
        """
        ...


class Rates:
    """Sources in the order in which they are believed: the first that has the pair on any of the days answers alone.

    Rates of two sources are never mixed, neither in one answer nor in one cross. The last sources may be live ones,
    which know some days but cannot be asked for all.
    """

    def __init__(self, sources: Sequence[Archive], live: Sequence[Source] = ()) -> None:
        self.tables = tuple(sources)
        self.sources = (*sources, *live)
        self._remembered = lru_cache(maxsize=REMEMBERED)(self._asked)
        self._remembered_glimpse = lru_cache(maxsize=REMEMBERED)(self._glimpse)
        self._remembered_history = lru_cache(maxsize=REMEMBERED)(self._history)

    def quotes(self, base: str, quote: str, first: date, last: date) -> tuple[Quote, ...]:
        """The rates of a pair of ISO 4217 codes from first to last, both included, by day; at least one.

        Raises RatesUnavailable, naming the pair, the days and why each source had none; TroubleError where the
        user's own table cannot be used.
        """
        if base == quote:
            return (Quote(base, quote, Decimal(1), last, SAME_CURRENCY),)
        return self._remembered(base, quote, first, last)

    def history(self, base: str, quote: str) -> History:
        """What a pair was at least and at most on any day that a table knows. Raises RatesUnavailable."""
        known = self._remembered_history(base, quote)
        if known is None:
            raise RatesUnavailable(f"no rate for {base}/{quote} on any day")
        return known

    def glimpse(self, base: str, quote: str) -> tuple[Quote, ...]:
        """What a pair was in some weeks that lie years apart, in order, as far as a table knows: soon told, or none."""
        return self._remembered_glimpse(base, quote)

    def _glimpse(self, base: str, quote: str) -> tuple[Quote, ...]:
        known = list[Quote]()
        for table in self.tables:
            for day in GLIMPSES:
                with suppress(RatesUnavailable):
                    known += table.quotes(base, quote, day, day + WEEK)
        return tuple(sorted(known, key=lambda q: q.day))

    def _history(self, base: str, quote: str) -> History | None:
        known = list[Quote]()
        for table in self.tables:
            try:
                known += table.extremes(base, quote)
            except RatesUnavailable:
                continue
        if not known:
            return None
        days = [q.day for q in known]
        return History(min(known, key=lambda q: q.value), max(known, key=lambda q: q.value), min(days), max(days))

    def _asked(self, base: str, quote: str, first: date, last: date) -> tuple[Quote, ...]:
        reasons = []
        for source in self.sources:
            try:
                return source.quotes(base, quote, first, last)
            except RatesUnavailable as why:
                reasons.append(f"{source.name}: {why}")
        tried = f" ({'; '.join(reasons)})" if reasons else ""
        when = f"on {in_words(last)}" if first == last else f"from {period_in_words(first, last)}"
        raise RatesUnavailable(f"no rate for {base}/{quote} {when}{tried}")


S = TypeVar("S", bound=Source)


class Later(Generic[S]):
    """A source that is made, and its file imported, by the first question that reaches it."""

    def __init__(self, name: str, make: Callable[[], S]) -> None:
        self.name, self._make = name, make

    @cached_property
    def source(self) -> S:
        """The source itself."""
        return self._make()

    def quotes(self, base: str, quote: str, first: date, last: date) -> tuple[Quote, ...]:
        """See Source."""
        return self.source.quotes(base, quote, first, last)

    def extremes(self: Later[Archive], base: str, quote: str) -> tuple[Quote, ...]:
        """See Archive."""
        return self.source.extremes(base, quote)


def standard(csv: Path | None = None, live: bool = False) -> Rates:
    """The usual chain: the user's table, the ECB's, the NBP's, and a live service only where it is asked for.

    The user's table is read at once, so that a mistake in it (TroubleError) is told before any work; each of the others
    is opened by the first question that reaches it.
    """
    mine = [_csv(csv)] if csv is not None else []
    asked = [Later("forex-python", _live)] if live else []
    return Rates([*mine, Later("ECB", _ecb), Later("NBP", _nbp)], asked)


def _csv(path: Path) -> Archive:
    from .csvfile import CsvFile

    source = CsvFile(path)
    _ = source.table
    return source


def _ecb() -> Archive:
    from .embedded import ECB

    return ECB


def _nbp() -> Archive:
    from .embedded import NBP

    return NBP


def _live() -> Source:
    from .live import Live

    return Live()
