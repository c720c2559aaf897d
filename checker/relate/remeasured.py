"""Remeasured: a figure is what another comes to in its unit, "40 kilometres are 24.9 miles"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import msgspec

from ..context import Context
from ..interval import ONE, ZERO, Interval, exactly, meant
from ..model import Amount, Claim, Link, Verdict
from ..units import EXACT, TEMPERATURE, Unit, pairs
from ..wording import measure, percent

FACTS = ("recomputed", "rate", "off")
NINTHS = Decimal(9)  # of a kelvin make a degree Celsius
MOST_DIGITS = 4  # of a recomputed figure

Ways = tuple[Unit, Unit]  # the units of a figure and of its conversion, in one reading


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """tolerance: share of the figure that is let pass beyond its rounding; degrees: so many Celsius are, instead.

    Below `mild` degrees Celsius a temperature may be a difference of temperatures.
    """

    tolerance: Decimal = Decimal("0.05")
    degrees: Decimal = Decimal("1.5")
    mild: Decimal = Decimal(10)


def relate(link: Link, p: Params, ctx: Context) -> Verdict:
    """Holds where in some reading of both units the two figures meet, each as far as its writer may have rounded."""
    claim, other = link.claim, link.witnesses[0]
    assert isinstance(claim.value, Amount)
    assert isinstance(other.value, Amount)
    ways = [way for pair in pairs(other.value, claim.value) for way in _readings(pair, other, p)]
    if not ways:
        return Verdict(None, {}, "the two units measure different things")
    fitting = next((way for way in ways if _meet(way, other, claim, p)), None)
    return Verdict(fitting is not None, _workings(fitting or ways[0], other.value, claim.value))


def _readings(pair: Ways, other: Claim, p: Params) -> Iterator[Ways]:
    """Two units as they are, or, where a temperature may be a difference, without their zeros."""
    source, to = pair
    if source.dimension != TEMPERATURE:
        yield pair
        return
    assert isinstance(other.value, Amount)
    apart = msgspec.structs.replace(source, zero=ZERO), msgspec.structs.replace(to, zero=ZERO)
    small = abs(other.value.stated[0]) * source.factor <= p.mild * NINTHS
    if other.part != "by":
        yield pair
    if other.part == "by" or other.change or small:
        yield apart


def _meet(way: Ways, other: Claim, claim: Claim, p: Params) -> bool:
    """Whether the two figures meet; of two ranges the lower ends and the higher ones."""
    mine, theirs = _ends(claim), _ends(other)
    if len(mine) != len(theirs) or way[0].upside_down or way[1].upside_down:
        mine, theirs = [_hull(mine)], [_hull(theirs)]
    return all(a.meets(_widened(_converted(b, way), way, p)) for a, b in zip(mine, theirs, strict=True))


def _ends(claim: Claim) -> list[Interval]:
    """What each number of a figure can mean; its hedge is the conversion's as well, and so widens neither."""
    value = claim.value
    assert isinstance(value, Amount)
    if len(value.stated) == 1 and not claim.hedge:
        return [value.interval]
    return [meant(Decimal(int(x)) if x == x.to_integral_value() else x) for x in value.stated]


def _hull(ends: list[Interval]) -> Interval:
    return ends[0].hull(ends[-1])


def _converted(x: Interval, way: Ways) -> Interval:
    return way[1].of_base(way[0].base(x))


def _widened(x: Interval, way: Ways, p: Params) -> Interval:
    if way[1].dimension != TEMPERATURE:
        return x.widened(p.tolerance)
    off = EXACT.divide(p.degrees * NINTHS, way[1].factor)
    return x + Interval(-off, off)


def _plain(x: Decimal, way: Ways) -> Decimal:
    converted = _converted(exactly(x), way)
    return converted.lo or converted.hi or ZERO


def _workings(way: Ways, other: Amount, claim: Amount) -> dict[str, str]:
    unit, per = claim.unit or "", claim.per if other.per else None
    worth = [_plain(x, way) for x in other.stated]
    digits = min(MOST_DIGITS, max(3, *(len(x.as_tuple().digits) for x in claim.stated)))
    told = [measure(x, unit, per, digits) for x in worth]
    facts = {"recomputed": " to ".join([*(t.split()[0] for t in told[:-1]), told[-1]])}
    if way[0].dimension == TEMPERATURE:
        return facts
    if not (way[0].upside_down or way[1].upside_down):
        source, per = other.unit or "", other.per if claim.per else None
        facts["rate"] = (
            f"1 {f'{source} per {per}' if per else source} = {measure(_plain(ONE, way), unit, per, MOST_DIGITS)}"
        )
    return {**facts, "off": percent(claim.stated[0], worth[0])}
