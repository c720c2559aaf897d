"""Went: a level that rose is higher than the one it came from, one that fell is lower."""

from __future__ import annotations

from ..context import Context
from ..context import NoParams as Params
from ..growth import levels
from ..model import Link, Verdict
from ..wording import moved

FACTS = ("from", "to", "apart", "move", "way")
WAYS = {"up": 1, "down": -1}


def relate(link: Link, p: Params, ctx: Context) -> Verdict:
    """Holds where some levels within their rounding go the way that is told."""
    told = levels(link.claim, *link.witnesses)
    if told is None or link.claim.change is None:
        return Verdict(None, {}, "the levels tell no way")
    low, high = (told.before, told.after) if link.claim.change == "up" else (told.after, told.before)
    holds = low.lo is None or high.hi is None or low.lo <= high.hi
    way = moved(WAYS[link.claim.change] + told.apart * 0)
    return Verdict(holds, {**told.workings, "move": moved(told.apart), "way": way})


__all__ = ["FACTS", "Params", "relate"]
