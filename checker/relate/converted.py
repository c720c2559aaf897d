"""Converted: an amount is what another comes to at the exchange rate, "70 billion rubles were $1.23 billion"."""

from __future__ import annotations

from decimal import Decimal
from itertools import product

import msgspec

from ..context import Context
from ..days import in_words, period_in_words
from ..exchange import Stretch, band, exchange, windows
from ..model import Amount, Link, Verdict
from ..rates import Quote, Rates, RatesUnavailable
from ..wording import money, percent, rate, times

FACTS = ("recomputed", "times", "way", "rate", "day", "source", "window", "off")


CLOSE = Decimal("0.005")  # share of the figure within which a day's rate gives it


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """tolerance: share of the sum that is let pass; days_before, days_after: a rate counts so near the text's date."""

    tolerance: Decimal = Decimal("0.01")
    days_before: int = 14
    days_after: int = 1


def relate(link: Link, p: Params, ctx: Context) -> Verdict:
    """Holds where some reading of both amounts, at some rate of the days that count, makes them meet.

    Where none does, the verdict is that of the likeliest currencies, and undecided if a rate of theirs is missing.
    """
    claim, other = link.claim.value, link.witnesses[0].value
    assert isinstance(claim, Amount)
    assert isinstance(other, Amount)
    if ctx.published is None:
        return Verdict(None, {}, "the text has no date, so no rate can be chosen; give one with --published")
    stretches = windows(link.claim.when, ctx.published, p.days_before, p.days_after)
    verdicts = list[Verdict]()
    for base, to in product(other.currencies, claim.currencies):
        if base != to:
            verdicts.append(_between(base, to, claim, other, stretches, p, ctx.rates))
            if verdicts[-1].holds:
                return verdicts[-1]
    return verdicts[0]


def _between(
    base: str, to: str, claim: Amount, other: Amount, stretches: tuple[Stretch, ...], p: Params, rates: Rates
) -> Verdict:
    """The verdict for two currencies: some stretch of days makes it hold, or one without rates leaves it open."""
    verdicts = list[Verdict]()
    for first, last in stretches:
        try:
            verdicts.append(_at(rates.quotes(base, to, first, last), claim, other, p))
        except RatesUnavailable as e:
            verdicts.append(Verdict(None, {}, str(e)))
    return min(verdicts, key=lambda v: (True, None, False).index(v.holds))


def _at(quotes: tuple[Quote, ...], claim: Amount, other: Amount, p: Params) -> Verdict:
    """The verdict at the rates of some days; the workings show the day that the writer most likely used."""
    expected = (other.interval * band(quotes)).widened(p.tolerance)
    quote = _likeliest(quotes, claim, other)
    worth = exchange(other.stated[0], quote)
    factor, way = times(claim.stated[0], worth)
    facts = {
        "recomputed": money(worth, quote.quote),
        "times": factor,
        "way": way,
        "rate": rate(quote),
        "day": in_words(quote.day),
        "source": quote.source,
        "window": period_in_words(quotes[0].day, quotes[-1].day),
        "off": percent(claim.stated[0], worth),
    }
    return Verdict(claim.interval.meets(expected), facts)


def _likeliest(quotes: tuple[Quote, ...], claim: Amount, other: Amount) -> Quote:
    """The last day whose rate gives the figure closely, or else the day that comes nearest."""
    off = [abs(exchange(other.stated[0], q) - claim.stated[0]) for q in quotes]
    close = [q for q, distance in zip(quotes, off, strict=True) if distance <= abs(claim.stated[0]) * CLOSE]
    return close[-1] if close else quotes[off.index(min(off))]
