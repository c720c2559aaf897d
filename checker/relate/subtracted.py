"""Subtracted: a difference is what two figures lie apart, "from 1997 to 2018 are 21 years"."""

from __future__ import annotations

from decimal import Decimal

import msgspec

from ..context import Context
from ..interval import Interval, exactly, whole
from ..model import Amount, Link, Verdict
from ..wording import amount

FACTS = ("recomputed", "workings")
LONGEST = 10_000  # years that anybody counts from now
TEN, HALF = Decimal(10), Decimal(5)  # years that a headline may round to, and how far it may be off then


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """tolerance: share by which a difference with a hedge may miss; most: one off by a greater share is another's."""

    tolerance: Decimal = Decimal(0)
    most: Decimal = Decimal("0.5")


def relate(link: Link, p: Params, ctx: Context) -> Verdict:
    """Holds where the two witnesses lie so far apart, or the one lies so many years from the text's own."""
    counts = any(c.kind == "count" for c in (link.claim, *link.witnesses))
    told, found = link.claim.value, [w.value for w in link.witnesses if isinstance(w.value, Amount)]
    assert isinstance(told, Amount)
    if len(found) == 1:
        return _since(told, found[0].stated[0], ctx)
    one, other = sorted(found, key=lambda x: x.stated[0])
    gap = other.stated[0] - one.stated[0]
    like = other if other.currencies else told
    workings = f"{amount(other.stated[0], like)} - {amount(one.stated[0], like)} = {amount(gap, like)}"
    facts = {"recomputed": amount(gap, like), "workings": workings}
    ranges = [whole(x.interval) if counts else x.interval for x in (other, one, told)]
    slack = p.tolerance if link.claim.hedge else Decimal(0)
    if (ranges[0] - ranges[1]).meets(ranges[2].widened(slack)):
        return Verdict(True, facts)
    if abs(gap - told.stated[0]) > p.most * max(gap, told.stated[0]):
        return Verdict(None, facts, "it is too far from the difference of the two to be meant as that")
    return Verdict(False, facts)


def _since(told: Amount, year: Decimal, ctx: Context) -> Verdict:
    """Years may be counted a year either way, and a headline rounds them."""
    if ctx.published is None:
        return Verdict(None, {}, "the text has no date; give one with --published")
    gap = ctx.published.year - year
    facts = {"recomputed": f"{gap} years", "workings": f"{year} to {ctx.published.year} is {gap} years"}
    years = told.interval.hull(_round(told.stated[0]))
    return Verdict(any(exactly(gap + n).meets(years) for n in (-1, 0, 1)), facts)


def _round(years: Decimal) -> Interval:
    """Years as a headline rounds them: 50 for 46 to 54."""
    return Interval(years - HALF, years + HALF) if years < LONGEST and years % TEN == 0 else exactly(years)
