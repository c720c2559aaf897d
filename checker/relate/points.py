"""Points: what is the difference of two percentages is told in points, "from 25% to 32%, up 7 points"."""

from __future__ import annotations

from decimal import Decimal

import msgspec

from ..context import Context
from ..growth import PERCENT, shown, told_by
from ..model import Amount, Link, Verdict

FACTS = ("from", "to", "apart", "recomputed", "points")


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """within: share of the percentage within which it passes for the change."""

    within: Decimal = Decimal("0.1")


def relate(link: Link, p: Params, ctx: Context) -> Verdict:
    """Holds unless a percentage is the difference of two percentages, and not the change of the one to the other."""
    claim, told = link.claim.value, told_by(link)
    assert isinstance(claim, Amount)
    if told is None or told.unit != PERCENT or claim.unit != PERCENT:
        return Verdict(None, {}, "the levels are no percentages")
    differs = abs(told.apart) == abs(claim.stated[0])
    changes = abs(told.stated_growth) in claim.interval.widened(p.within)
    facts = {**told.workings, "recomputed": f"{shown(told.stated_growth, claim.stated[0])}%"}
    return Verdict(not differs or changes, facts | {"points": f"{told.workings['apart']} percentage points"})
