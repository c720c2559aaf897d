"""Went: a level that rose is higher than the one it came from, one that fell is lower."""

from __future__ import annotations

from ..context import Context
from ..context import NoParams as Params
from ..growth import Levels, levels
from ..model import Amount, Claim, Link, Verdict
from ..wording import moved

FACTS = ("from", "to", "apart", "move", "way")
WAYS = {"up": 1, "down": -1}


def relate(link: Link, p: Params, ctx: Context) -> Verdict:
    """Holds where some levels within their rounding go the way that is told.

    A second witness is the size of the change: only where it fits the other way round is the way wrong.
    """
    told = levels(link.claim, *link.witnesses[:1])
    if told is None or link.claim.change is None:
        return Verdict(None, {}, "the levels tell no way")
    low, high = (told.before, told.after) if link.claim.change == "up" else (told.after, told.before)
    holds = low.lo is None or high.hi is None or low.lo <= high.hi
    if not holds and link.witnesses[1:] and not _fits(link.witnesses[1], told):
        return Verdict(None, {}, "the change may be from another level")
    way = moved(WAYS[link.claim.change] + told.apart * 0)
    return Verdict(holds, {**told.workings, "move": moved(told.apart), "way": way})


def _fits(by: Claim, told: Levels) -> bool:
    """Whether a percentage is the change between the levels, whichever way it went."""
    assert isinstance(by.value, Amount)
    return any(by.value.interval.meets(x) for x in (told.growth, -told.growth))


__all__ = ["FACTS", "Params", "relate"]
