"""Multiplied: a level is so many times another, "4 million is twice 2 million"; a fraction is its percentage."""

from __future__ import annotations

from decimal import Decimal

import msgspec

from ..context import Context
from ..growth import HUNDRED, PERCENT, SHARE, shown, told_by
from ..model import Amount, Link, Verdict

FACTS = ("recomputed", "workings")


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """within: share of a multiple or a fraction within which a figure passes for it."""

    within: Decimal = Decimal("0.1")


def relate(link: Link, p: Params, ctx: Context) -> Verdict:
    """Holds where the levels within their rounding give the multiple, or the percentage is near the fraction."""
    claim, other = link.claim, link.witnesses[0].value
    assert isinstance(claim.value, Amount)
    assert isinstance(other, Amount)
    if claim.kind != "multiple":
        return _as_a_fraction(claim.value, other, p)
    told = told_by(link)
    if told is None:
        return Verdict(None, {}, "the levels tell no multiple")
    up = told.after / told.before if claim.change != "down" else told.before / told.after
    over, under = (told.new, told.old) if claim.change != "down" else (told.old, told.new)
    old, new = (told.workings[x] for x in (("from", "to") if claim.change != "down" else ("to", "from")))
    times = shown(over / under, Decimal("1.0"))
    facts = {"recomputed": f"{times} times", "workings": f"{new} / {old} = {times}"}
    return Verdict(claim.value.interval.widened(p.within).meets(up), facts)


def _as_a_fraction(claim: Amount, other: Amount, p: Params) -> Verdict:
    if claim.unit != PERCENT:
        return Verdict(None, {}, "the figure beside the fraction is no share")
    share = shown(other.stated[0] * HUNDRED, claim.stated[0])
    facts = {"recomputed": f"{share}%", "workings": f"100 x {other.stated[0].normalize():.4g} = {share}"}
    return Verdict(claim.interval.meets((other.interval * SHARE).widened(p.within)), facts)
