"""Growth: what two levels say of the change between them, "from 800 to 1,000 is 25%"."""

from __future__ import annotations

from decimal import Decimal

import msgspec

from .interval import Interval, exactly, significant
from .model import Amount, Claim, Link
from .wording import number

HUNDRED = Decimal(100)
SHARE = exactly(HUNDRED)
DIGITS = 4  # a level of more is shown in full
PERCENT, POINT, BASIS_POINT = "percent", "percentage point", "basis point"
IN_POINTS = {POINT: Decimal(1), BASIS_POINT: HUNDRED}  # so many of the unit are one hundredth
ZERO = Decimal(0)


class Levels(msgspec.Struct, frozen=True, gc=False):
    """The earlier level and the later one: as stated, and what they can mean."""

    old: Decimal
    new: Decimal
    before: Interval
    after: Interval
    unit: str | None

    @property
    def apart(self) -> Decimal:
        """How much more the later one is, as stated."""
        return self.new - self.old

    @property
    def growth(self) -> Interval:
        """The change in hundredths of the earlier level; all numbers where that can be nought."""
        return self.after / self.before * SHARE - SHARE

    @property
    def stated_growth(self) -> Decimal:
        """The same of the levels as stated."""
        return self.apart / self.old * HUNDRED

    @property
    def as_exact(self) -> Levels:
        """The same levels, each as exact as the more exact of the two."""
        lo, hi = self.before.lo, self.after.lo
        if lo is None or hi is None or self.old not in self.before or self.new not in self.after:
            return self
        half = min(self.old - lo, self.new - hi)
        before, after = (Interval(x - half, x + half) for x in (self.old, self.new))
        return Levels(self.old, self.new, before, after, self.unit)

    @property
    def workings(self) -> dict[str, str]:
        """The levels as a finding shows them."""
        return {"from": level(self.old), "to": level(self.new), "apart": level(abs(self.apart))}


def level(x: Decimal) -> str:
    """A level with its scale in words, where few digits tell it."""
    few = significant(x) <= DIGITS
    return number(x, DIGITS) if few else f"{x:,f}"


def levels(*claims: Claim) -> Levels | None:
    """The levels of a change: the later and the earlier claim, or one claim that goes from one to the other."""
    a, b = claims[0].value, claims[-1].value
    assert isinstance(a, Amount)
    assert isinstance(b, Amount)
    if len(claims) == 1:
        if len(a.stated) != 2:
            return None
        first, last = a.stated
        ends = _ends(a.interval, min(a.stated), max(a.stated))
        before, after = ends if first < last else (ends[1], ends[0])
    else:
        first, last, before, after = b.stated[0], a.stated[0], b.interval, a.interval
    return Levels(first, last, before, after, a.unit) if first > 0 and last > 0 else None


def _ends(whole: Interval, low: Decimal, high: Decimal) -> tuple[Interval, Interval]:
    """What the two ends of a range can each mean, as far as the range tells."""
    lo, hi = whole.lo, whole.hi
    return (Interval(lo, None if lo is None else 2 * low - lo), Interval(None if hi is None else 2 * high - hi, hi))


def told_by(link: Link) -> Levels | None:
    """The levels that a link's witnesses tell."""
    return levels(*link.witnesses[:2])


def shown(x: Decimal, like: Decimal) -> str:
    """A percentage to as many decimals as another is written with, though to two digits at least.

    >>> shown(Decimal("15.1515"), Decimal("19")), shown(Decimal("0.252"), Decimal("2.0")), shown(Decimal(3), Decimal(6))
    ('15', '0.25', '3')
    """
    places = max(-int(like.as_tuple().exponent), 0)
    more = max(places, 1 - x.adjusted() if x else 0)
    rounded = f"{round(abs(x), more):,f}"
    return rounded.removesuffix("0" * (more - places)).removesuffix(".")
