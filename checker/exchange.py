"""Exchange: which rates an amount may be converted at, "1 USD = 57.02 RUB on 2 April 2015"."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from .interval import ONE, Interval, hedged
from .model import Amount, Claim, When
from .rates import Quote

Pair = tuple[Claim, Claim]  # a conversion, and the amount it converts
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


def bounded(amount: Amount) -> Interval:
    """What an amount can mean beside its conversion, which a bound ("more than $150m") holds for as well."""
    known = amount.interval
    if known.lo is not None and known.hi is not None:
        return known
    return hedged(amount.stated[0], ONE, "about").hull(hedged(amount.stated[-1], ONE, "about"))


def paid(conversion: Amount, original: Amount) -> Interval:
    """The rates at which one amount is what another came to."""
    return bounded(conversion) / bounded(original)


def own_rates(peers: tuple[Pair, ...], base: str, to: str) -> list[tuple[Decimal, Interval]]:
    """The rates from one currency to another that a text's own conversions show, each as stated and as meant."""
    found = list[tuple[Decimal, Interval]]()
    for pair in peers:
        sums = {c.value.currencies[0]: c.value for c in pair if isinstance(c.value, Amount) and c.value.currencies}
        if base in sums and to in sums and all(x > 0 for v in sums.values() for x in v.stated):
            found.append((sums[to].stated[0] / sums[base].stated[0], paid(sums[to], sums[base])))
    return found


def agreed(rates: list[tuple[Decimal, Interval]], share: Decimal) -> list[tuple[Decimal, Interval]]:
    """Those of some rates that lie within a share of the middle one, where they are most of them; or none."""
    middle = sorted(rates, key=lambda r: r[0])[len(rates) // 2][1].widened(share) if rates else Interval()
    near = [r for r in rates if middle.meets(r[1])]
    return near if 2 * len(near) > len(rates) else []
