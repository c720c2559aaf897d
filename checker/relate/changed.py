"""Changed: a percentage is the change between two levels, "from 66 to 56 is a fall of 15%"."""

from __future__ import annotations

from decimal import Decimal

import msgspec

from ..context import Context
from ..growth import HUNDRED, IN_POINTS, PERCENT, Levels, shown, told_by
from ..interval import Interval, exactly
from ..model import Amount, Claim, Link, Verdict
from ..wording import moved

FACTS = ("from", "to", "apart", "recomputed", "move", "workings")


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """within: share of the change that is let pass; points: percentage points of it that are."""

    within: Decimal = Decimal("0.02")
    points: Decimal = Decimal("0.1")


def relate(link: Link, p: Params, ctx: Context) -> Verdict:
    """Holds where levels within their rounding give the percentage; between percentages their difference will do."""
    claim, told = link.claim, told_by(link)
    assert isinstance(claim.value, Amount)
    if told is None or told.growth == Interval():
        return Verdict(None, {}, "the levels tell no change in percent")
    if _turned_round(claim, told):
        return Verdict(None, {}, "the levels go the other way")
    said = Interval(-p.points, p.points) + _signed(claim, told).widened(p.within)
    holds = any(said.meets(x) for x in _expected(claim, told)) or said.meets(exactly(told.stated_growth))
    return Verdict(holds and not _of_the_later(claim.value, told), _facts(claim, told))


def _expected(claim: Claim, told: Levels) -> list[Interval]:
    """What the change can come to, in hundredths or in points."""
    assert isinstance(claim.value, Amount)
    if claim.value.unit in IN_POINTS:
        return [(told.after - told.before) * exactly(IN_POINTS[claim.value.unit])]
    return [told.growth, told.after - told.before] if told.unit == PERCENT else [told.growth]


def _of_the_later(claim: Amount, told: Levels) -> bool:
    """Whether the percentage is just the difference as a share of the later level, the slip of the wrong base.

    "From 800 to 1,000, a rise of 20%": then both are taken to be as exact as the more exact of them.
    """
    slip = abs(told.apart) * HUNDRED / told.new == abs(claim.stated[0]) and claim.unit == PERCENT != told.unit
    return slip and not claim.interval.meets(told.as_exact.growth) and not (-claim.interval).meets(told.as_exact.growth)


def _signed(claim: Claim, told: Levels) -> Interval:
    """The percentage as stated, below nought where it tells a fall."""
    assert isinstance(claim.value, Amount)
    falls = claim.change == "down" or (claim.change is None and told.apart < 0)
    return -claim.value.interval if falls and claim.value.stated[0] > 0 else claim.value.interval


def _turned_round(claim: Claim, told: Levels) -> bool:
    return (claim.change == "up" and told.apart < 0) or (claim.change == "down" and told.apart > 0)


def _facts(claim: Claim, told: Levels) -> dict[str, str]:
    assert isinstance(claim.value, Amount)
    unit, stated = claim.value.unit, claim.value.stated[0]
    if unit in IN_POINTS:
        points = abs(told.apart) * IN_POINTS[unit]
        recomputed, workings = f"{shown(points, stated)} {unit}s", ""
    else:
        recomputed = f"{shown(told.stated_growth, stated)}%"
        workings = f"{told.workings['apart']} / {told.workings['from']} = {abs(told.stated_growth) / HUNDRED:.4f}"
    return {**told.workings, "recomputed": recomputed, "move": moved(told.apart), "workings": workings}
