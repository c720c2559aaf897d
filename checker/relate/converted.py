"""Converted: an amount is what another comes to at the exchange rate, "70 billion rubles were $1.23 billion"."""

from __future__ import annotations

from decimal import Decimal
from itertools import product

import msgspec

from ..context import Context
from ..days import in_words, period_in_words
from ..exchange import Stretch, agreed, band, bounded, exchange, own_rates, paid, windows
from ..interval import Interval
from ..model import Amount, Link, Verdict
from ..rates import Quote, Rates, RatesUnavailable
from ..wording import a_rate, money, percent, rate, times

FACTS = ("recomputed", "times", "way", "rate", "day", "at", "source", "window", "off", "suggested")
NO_DATE = "the text has no date, so no rate can be chosen; give one with --published"
OWN = "the text's other conversions"

CLOSE = Decimal("0.005")  # share of the figure within which a day's rate gives it
SLIPS = tuple(Decimal(10) ** n for n in (3, -3, 6, -6))  # how far a wrong word of scale puts an amount off
ENOUGH = 2  # conversions of a text that agree tell at which rate its author converts


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """tolerance: share of the sum that is let pass; days_before, days_after: a rate counts so near the text's date.

    Without a date, `margin` is the share that is let pass beyond the lowest and the highest rate there ever was, and
    `apart` how far above or below the rate of the text's other conversions one may be.
    """

    tolerance: Decimal = Decimal("0.01")
    days_before: int = 14
    days_after: int = 1
    margin: Decimal = Decimal("0.25")
    apart: Decimal = Decimal("0.5")


def relate(link: Link, p: Params, ctx: Context) -> Verdict:
    """Holds where some reading of both amounts, at some rate of the days that count, makes them meet.

    Where none does, the verdict is that of the likeliest currencies, and undecided if a rate of theirs is missing; in
    a text without a date, undecided if any currencies leave it open.
    """
    claim, other = link.claim.value, link.witnesses[0].value
    assert isinstance(claim, Amount)
    assert isinstance(other, Amount)
    if claim.per and other.per and claim.per != other.per:
        return Verdict(None, {}, "the two are for different measures")
    pairs = [(base, to) for base, to in product(other.currencies, claim.currencies) if base != to]
    return (_dated if ctx.published else _undated)(pairs, link, p, ctx)


def _dated(pairs: list[tuple[str, str]], link: Link, p: Params, ctx: Context) -> Verdict:
    """The first pair that holds, or else the likeliest: by the days that count, without rates by the text itself."""
    assert ctx.published
    stretches = windows(link.claim.when, ctx.published, p.days_before, p.days_after)
    verdicts = list[Verdict]()
    for base, to in pairs:
        known = _in_some(stretches, base, to, link, p, ctx.rates)
        own = _by_the_text(base, to, link, p) if known.holds is None else known
        verdicts.append(known if own.holds is None else own)
        if verdicts[-1].holds:
            return verdicts[-1]
    return verdicts[0]


def _undated(pairs: list[tuple[str, str]], link: Link, p: Params, ctx: Context) -> Verdict:
    """The first pair that holds by the text itself, or else that some rate leaves open, or else the likeliest."""
    own = [_by_the_text(base, to, link, p) for base, to in pairs]
    sure = next((v for v in own if v.holds), None)
    if sure:
        return sure
    verdicts = list[Verdict]()
    for (base, to), known in zip(pairs, own, strict=True):
        verdicts.append(_at_any_time(base, to, link, p, ctx.rates) if known.holds is None else known)
        if verdicts[-1].holds is None:
            return verdicts[-1]
    return verdicts[0]


def _in_some(stretches: tuple[Stretch, ...], base: str, to: str, link: Link, p: Params, rates: Rates) -> Verdict:
    """Some stretch of days makes it hold, or one without rates leaves it open."""
    claim, other = link.claim.value, link.witnesses[0].value
    assert isinstance(claim, Amount)
    assert isinstance(other, Amount)
    verdicts = list[Verdict]()
    for first, last in stretches:
        try:
            verdicts.append(_at(rates.quotes(base, to, first, last), claim, other, p))
        except RatesUnavailable as e:
            verdicts.append(Verdict(None, {}, str(e)))
    return min(verdicts, key=lambda v: (True, None, False).index(v.holds))


def _at(quotes: tuple[Quote, ...], claim: Amount, other: Amount, p: Params) -> Verdict:
    """The verdict at the rates of some days; the workings show the day that the writer most likely used."""
    expected = (bounded(other) * band(quotes)).widened(p.tolerance)
    facts = _workings(_likeliest(quotes, claim, other), claim, other)
    window = period_in_words(quotes[0].day, quotes[-1].day)
    return Verdict(bounded(claim).meets(expected), {**facts, "window": window, "suggested": facts["recomputed"]})


def _workings(quote: Quote, claim: Amount, other: Amount) -> dict[str, str]:
    worth = exchange(other.stated[0], quote)
    factor, way = times(claim.stated[0], worth)
    return {
        "recomputed": money(worth, quote.quote),
        "times": factor,
        "way": way,
        "rate": rate(quote),
        "day": in_words(quote.day),
        "at": f"on {in_words(quote.day)}",
        "source": quote.source,
        "off": percent(claim.stated[0], worth),
    }


def _likeliest(quotes: tuple[Quote, ...], claim: Amount, other: Amount) -> Quote:
    """The last day whose rate gives the figure closely, or else the day that comes nearest."""
    off = [abs(exchange(other.stated[0], q) - claim.stated[0]) for q in quotes]
    close = [q for q, distance in zip(quotes, off, strict=True) if distance <= abs(claim.stated[0]) * CLOSE]
    return close[-1] if close else quotes[off.index(min(off))]


def _by_the_text(base: str, to: str, link: Link, p: Params) -> Verdict:
    """The verdict at the rate of the text's other conversions, where they agree and no other time is spoken of.

    A conversion that agrees with one of them holds; one is wrong only against several.
    """
    claim, other = link.claim.value, link.witnesses[0].value
    assert isinstance(claim, Amount)
    assert isinstance(other, Amount)
    own = agreed(own_rates(link.peers, base, to), p.tolerance)
    if not own or min(claim.stated) <= 0 or min(other.stated) <= 0:
        return Verdict(None)
    usual = own[len(own) // 2][0]
    here, worth = paid(claim, other), other.stated[0] * usual
    factor, way = times(claim.stated[0], worth)
    facts = {
        "recomputed": money(worth, to),
        "times": factor,
        "way": way,
        "rate": a_rate(base, to, usual),
        "at": f"as in {OWN}",
        "off": percent(claim.stated[0], worth),
        "source": "the text itself",
        "suggested": money(worth, to),
    }
    if any(here.widened(p.tolerance).meets(x) for _, x in own):
        return Verdict(True, facts)
    far = not any((here * Interval(1 / (1 + p.apart), 1 + p.apart)).meets(x) for _, x in own)
    return Verdict(False if far and len(own) >= ENOUGH and link.claim.when is None else None, facts)


def _at_any_time(base: str, to: str, link: Link, p: Params, rates: Rates) -> Verdict:
    """Wrong where no rate there ever was gives it and no time before all rates is spoken of; otherwise undecided."""
    claim, other, when = link.claim.value, link.witnesses[0].value, link.claim.when
    assert isinstance(claim, Amount)
    assert isinstance(other, Amount)
    seen = rates.glimpse(base, to)
    if seen and not (when and when.first < seen[0].day) and bounded(claim).meets(_expected(other, seen, p)):
        return Verdict(None, {}, NO_DATE)
    try:
        ever = rates.history(base, to)
    except RatesUnavailable as e:
        return Verdict(None, {}, str(e))
    if when and when.first < ever.first:
        return Verdict(None, {}, f"rates for {base}/{to} begin on {in_words(ever.first)}")
    ends = (ever.low, ever.high)
    expected = _expected(other, ends, p)
    if bounded(claim).meets(expected):
        return Verdict(None, {}, NO_DATE)
    facts = _workings(_likeliest(ends, claim, other), claim, other)
    meant = next((x for n in SLIPS if (x := claim.stated[0] * n) in expected), None)
    slip = {"suggested": money(meant, to)} if meant else {}
    return Verdict(False, {**facts, **slip, "window": period_in_words(ever.first, ever.last)})


def _expected(other: Amount, quotes: tuple[Quote, ...], p: Params) -> Interval:
    """What an amount may have come to in a text without a date."""
    return (bounded(other) * band(quotes)).widened(p.margin)
