"""Subtracted: a difference is what two figures lie apart, "from 1997 to 2018 are 21 years"."""

from __future__ import annotations

from ..context import Context
from ..context import NoParams as Params
from ..interval import exactly, whole
from ..model import Amount, Link, Verdict

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
    near = any(exactly(gap + n).meets(whole(claim.interval)) for n in (-1, 0, 1))
    return Verdict(near, facts)


__all__ = ["FACTS", "Params", "relate"]
