"""Attainable: a mean, a share or a standard deviation is one that so many whole numbers can have, "5.21 of 28"."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor, isqrt

import msgspec

from ..context import Context
from ..interval import as_written
from ..model import Link, Mean, Verdict

FACTS = ("data", "nearest")

WHOLE, YES_OR_NO = "whole numbers", "yes-or-no answers"
MOST_SUMS = 2_000  # that round to a mean: beyond, those at both ends tell as much


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """largest: the sample, in people, beyond which a standard deviation is not looked into."""

    largest: int = 1_000_000


class Spread(msgspec.Struct, frozen=True):
    """What a standard deviation can be, squared and times n - 1, for a sum of n numbers."""

    n: int
    low: Fraction
    high: Fraction

    def squares(self, total: int) -> tuple[int, int]:
        """The least and the largest sum of squares."""
        middle = Fraction(total * total, self.n)
        return ceil(self.low + middle), floor(self.high + middle)


def relate(link: Link, p: Params, ctx: Context) -> Verdict:
    """Holds where some sum of whole numbers gives the mean (GRIM), and some sum of squares the deviation (GRIMMER).

    Of answers that are yes or no the sum of squares is the sum (DEBIT).
    """
    m = link.claim.value
    assert isinstance(m, Mean)
    if m.size is None:
        return Verdict(None, {}, "of how many it is the mean is not told")
    if m.measured:
        return Verdict(None, {}, "what is measured or composed need not come from whole numbers")
    sums = _sums(m, m.size)
    if not sums:
        return Verdict(False, {"data": WHOLE, "nearest": _nearest_means(m, m.size)})
    if m.deviation is None or not 1 < m.size <= p.largest:
        return Verdict(True)
    spread = _spread(m, m.size)
    data = YES_OR_NO if m.binary and 0 <= m.mean <= 1 and m.items == 1 else WHOLE
    near = [near for total in _some(sums, m.size) for near in _squares(spread, total, data)]
    if any(not off for _, off in near) or (data == YES_OR_NO and _on_both_sides(near)):
        return Verdict(True)
    return Verdict(False, {"data": data, "nearest": _nearest_deviations(m, near)})


def _sums(m: Mean, n: int) -> range:
    """The sums that so many whole numbers can have where their mean rounds to the one stated."""
    near = as_written(m.mean)
    assert near.lo is not None
    assert near.hi is not None
    times = Fraction(n, 100) if m.percent else Fraction(n * m.items)
    return range(ceil(Fraction(near.lo) * times), floor(Fraction(near.hi) * times) + 1)


def _some(sums: range, n: int) -> Iterable[int]:
    """All sums, or those at both ends and the one at which all numbers can be the same."""
    if len(sums) <= MOST_SUMS:
        return sums
    return [*sums[: MOST_SUMS // 2], *sums[-MOST_SUMS // 2 :], *(s for s in [sums[-1] // n * n] if s in sums)]


def _spread(m: Mean, n: int) -> Spread:
    assert m.deviation is not None
    near = as_written(m.deviation)
    low, high = (max(Fraction(x or 0), Fraction(0)) * m.items for x in (near.lo, near.hi))
    return Spread(n, low * low * (n - 1), high * high * (n - 1))


def _squares(spread: Spread, total: int, data: str) -> list[tuple[Fraction, int]]:
    """The variances nearest to the stated one, each with where it lies: below it (-1), within its rounding, above.

    Whole numbers and their squares are odd together, and their sum of squares is least where they are most alike.
    """
    first, last = spread.squares(total)
    each, more = divmod(total, spread.n)
    least = spread.n * each * each + more * (2 * each + 1)
    if data == YES_OR_NO:
        found = [total]
    else:
        at = max(first, least)
        at += (at - total) % 2
        found = [at] if at <= last else [at, at - 2] if at - 2 >= least else [at]
    off = [(q, (q > last) - (q < first)) for q in found]
    return [(Fraction(q * spread.n - total * total, spread.n * (spread.n - 1)), side) for q, side in off]


def _on_both_sides(near: list[tuple[Fraction, int]]) -> bool:
    """A mean so rough that its deviation may lie on either side of the one stated says nothing."""
    return {side for _, side in near} == {-1, 1}


def _nearest_means(m: Mean, n: int) -> str:
    """ "146/28 = 5.21 and 147/28 = 5.25"."""
    parts = n * m.items
    below = floor(Fraction(m.mean) * parts / (100 if m.percent else 1))
    places = _places(m.mean)
    return " and ".join(
        f"{s}/{parts} = {_decimal(Fraction(s, parts) * (100 if m.percent else 1), places)}{'%' if m.percent else ''}"
        for s in (below, below + 1)
    )


def _nearest_deviations(m: Mean, near: list[tuple[Fraction, int]]) -> str:
    """ "SD = 2.54 and SD = 2.57": the largest below the stated one and the smallest above."""
    assert m.deviation is not None
    below = [v for v, side in near if side < 0]
    above = [v for v, side in near if side > 0]
    ends = [v for v in (max(below, default=None), min(above, default=None)) if v is not None]
    return " and ".join(f"SD = {_root(v / m.items**2, _places(m.deviation))}" for v in ends)


def _places(x: Decimal) -> int:
    return max(0, -int(x.as_tuple().exponent))


def _decimal(x: Fraction, places: int) -> str:
    return f"{float(x):.{places}f}"


def _root(variance: Fraction, places: int) -> str:
    scaled = isqrt(floor(variance * 10 ** (2 * places + 2)))
    return _decimal(Fraction(scaled, 10 ** (places + 1)), places)
