"""Subtracted: a difference is what two figures lie apart, "from 1997 to 2018 are 21 years"."""

from __future__ import annotations

from decimal import Decimal

from ..context import Context
from ..context import NoParams as Params
from ..interval import Interval, exactly
from ..model import Amount, Link, Verdict

TEN, HALF = Decimal(10), Decimal(5)  # years that a headline may round to, and how far it may be off then
FACTS = ("recomputed", "workings")


def relate(link: Link, p: Params, ctx: Context) -> Verdict:
    """Holds where the figures lie so far apart; years may be counted a year either way."""
    claim, other = link.claim.value, link.witnesses[0].value
    assert isinstance(claim, Amount)
    assert isinstance(other, Amount)
    if ctx.published is None:
        return Verdict(None, {}, "the text has no date; give one with --published")
    gap = ctx.published.year - other.stated[0]
    facts = {"recomputed": f"{gap} years", "workings": f"from {other.stated[0]} to {ctx.published.year} are {gap} years"}
    told = claim.interval.hull(_round(claim.stated[0]))
    near = any(exactly(gap + n).meets(told) for n in (-1, 0, 1))
    return Verdict(near, facts)


def _round(years: Decimal) -> Interval:
    """Years as a headline rounds them: 50 for 46 to 54."""
    return Interval(years - HALF, years + HALF) if years % TEN == 0 else exactly(years)


__all__ = ["FACTS", "Params", "relate"]
