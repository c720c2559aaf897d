"""Agreed: texts tell one thing with figures of which all can be meant, "1.2 million" and "1,210,000"."""

from __future__ import annotations

from itertools import combinations

import msgspec

from ..context import Context
from ..model import Amount, Link, Verdict

FACTS = ("names", "about", "versions")


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Which figures of a corpus tell of one certain thing.

    fewest: words beside a figure without which it is of no certain thing;
    most: figures of one subject beyond which everybody writes of it, and none is held against another;
    story: of the words of two texts that they share where they are one story, which counts once.
    """

    fewest: int = 3
    most: int = 400
    story: float = 0.75


def relate(link: Link, p: Params, ctx: Context) -> Verdict:
    """Holds where one value can be meant by all, as the join of a corpus has it too."""
    told = [c.value.interval for c in (link.claim, *link.witnesses) if isinstance(c.value, Amount)]
    return Verdict(all(a.meets(b) for a, b in combinations(told, 2)))


__all__ = ["FACTS", "Params", "relate"]
