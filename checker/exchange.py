"""Exchange: which rates an amount may be converted at, "1 USD = 57.02 RUB on 2 April 2015"."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from .interval import Interval
from .model import When
from .rates import Quote

Stretch = tuple[date, date]  # first and last day, both included


def windows(named: When | None, published: date, before: int, after: int) -> tuple[Stretch, ...]:
    """The days whose rates the writer may have used: those around the text's date, and the period the sentence names.

    before and after are days; a period yet to come when the text was published has no rates.
    """
    around = published - timedelta(days=before), published + timedelta(days=after)
    if named is None or named.first > published:
        return (around,)
    return (around, (named.first - timedelta(days=after), min(named.last, published) + timedelta(days=after)))


def band(quotes: tuple[Quote, ...]) -> Interval:
    """From the lowest to the highest of some rates."""
    values = [q.value for q in quotes]
    return Interval(min(values), max(values))


def exchange(amount: Decimal, quote: Quote) -> Decimal:
    """An amount in the quote's base currency, in its other one."""
    return amount * quote.value
