"""Interval: what a number in prose can mean, "about 1.23 billion"."""

from __future__ import annotations

from collections.abc import Callable
from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal

import msgspec

DOWN, UP = Context(prec=34, rounding=ROUND_FLOOR), Context(prec=34, rounding=ROUND_CEILING)  # bounds round outwards
MEANT_DIGITS = 2  # of a whole number that ends in zeros, so many leading digits are taken as meant
ABOUT_MOST = Decimal("0.2")  # "about" never reaches further than this share of the figure
FRACTION_MOST = Decimal("0.05")  # "a third" is said of what lies within this share of it
EXACT_PLACES = 9  # decimals; more are a quotient that words made, "two thirds of a million"
ZERO, ONE, INFINITY = Decimal(0), Decimal(1), Decimal("Infinity")


class Interval(msgspec.Struct, frozen=True, gc=False):
    """All numbers from lo to hi, both ends included; an end that is None is open: as far as numbers go.

    >>> Interval(Decimal(1), Decimal(3)) * Interval(Decimal(-2), Decimal(5))
    Interval(lo=Decimal('-6'), hi=Decimal('15'))
    """

    lo: Decimal | None = None
    hi: Decimal | None = None

    def __contains__(self, x: Decimal) -> bool:
        return (self.lo is None or self.lo <= x) and (self.hi is None or x <= self.hi)

    def meets(self, other: Interval) -> bool:
        """Whether some number lies in both."""
        return not (_beyond(self.lo, other.hi) or _beyond(other.lo, self.hi))

    def hull(self, other: Interval) -> Interval:
        """The shortest interval that holds both."""
        lo = None if self.lo is None or other.lo is None else min(self.lo, other.lo)
        hi = None if self.hi is None or other.hi is None else max(self.hi, other.hi)
        return Interval(lo, hi)

    def widened(self, share: Decimal) -> Interval:
        """Every end moved outwards by that share of itself."""
        lo = None if self.lo is None else DOWN.subtract(self.lo, DOWN.multiply(abs(self.lo), share))
        hi = None if self.hi is None else UP.add(self.hi, UP.multiply(abs(self.hi), share))
        return Interval(lo, hi)

    def __add__(self, other: Interval) -> Interval:
        lo = None if self.lo is None or other.lo is None else DOWN.add(self.lo, other.lo)
        hi = None if self.hi is None or other.hi is None else UP.add(self.hi, other.hi)
        return Interval(lo, hi)

    def __neg__(self) -> Interval:
        return Interval(None if self.hi is None else -self.hi, None if self.lo is None else -self.lo)

    def __sub__(self, other: Interval) -> Interval:
        return self + -other

    def __mul__(self, other: Interval) -> Interval:
        ends = [(a, b) for a in self._ends() for b in other._ends()]
        lo, hi = min(_product(a, b, DOWN) for a, b in ends), max(_product(a, b, UP) for a, b in ends)
        return Interval(lo if lo.is_finite() else None, hi if hi.is_finite() else None)

    def _ends(self) -> tuple[Decimal, Decimal]:
        return -INFINITY if self.lo is None else self.lo, INFINITY if self.hi is None else self.hi

    def __truediv__(self, other: Interval) -> Interval:
        """The quotient; all numbers where the divisor can be zero.

        >>> Interval(Decimal(1), Decimal(2)) / Interval(Decimal(4), Decimal(8))
        Interval(lo=Decimal('0.125'), hi=Decimal('0.50'))
        """
        return self * other._inverse()

    def _inverse(self) -> Interval:
        """One over it; all numbers where it holds zero."""
        if ZERO in self:
            return Interval()
        if self.lo is None or self.lo < 0:
            return -(-self)._inverse()
        return Interval(DOWN.divide(ONE, self.hi) if self.hi else ZERO, UP.divide(ONE, self.lo))


def significant(x: Decimal) -> int:
    """How many digits carry a figure.

    >>> significant(Decimal("1.20e9")), significant(Decimal("0.05"))
    (2, 1)
    """
    return len(x.normalize().as_tuple().digits)


def whole(i: Interval) -> Interval:
    """The whole numbers of an interval, for what is counted; the interval itself where it holds none.

    >>> whole(meant(Decimal(15)))
    Interval(lo=Decimal('15'), hi=Decimal('15'))
    """
    lo = None if i.lo is None else i.lo.to_integral_value(ROUND_CEILING)
    hi = None if i.hi is None else i.hi.to_integral_value(ROUND_FLOOR)
    return i if _beyond(lo, hi) else Interval(lo, hi)


def exactly(x: Decimal) -> Interval:
    """The interval of one number."""
    return Interval(x, x)


def _product(a: Decimal, b: Decimal, way: Context) -> Decimal:
    return way.multiply(a, b) if a and b else ZERO  # an open end is never reached, so nothing times it is nothing


def _beyond(lo: Decimal | None, hi: Decimal | None) -> bool:
    return lo is not None and hi is not None and lo > hi


def meant(written: Decimal, scale: Decimal = Decimal(1)) -> Interval:
    """What a written figure stands for: half a unit of its last meant digit either way. The one rounding policy.

    Decimals are meant as written; of the zeros that end a whole number only those within the first two digits are,
    so that whoever rounded has the benefit.

    >>> meant(Decimal("1.23"), Decimal(10**9))
    Interval(lo=Decimal('1225000000'), hi=Decimal('1235000000'))
    >>> meant(Decimal("43"))
    Interval(lo=Decimal('42.5'), hi=Decimal('43.5'))
    >>> meant(Decimal("1200"))
    Interval(lo=Decimal('1150'), hi=Decimal('1250'))
    >>> meant(Decimal("1.20"))
    Interval(lo=Decimal('1.195'), hi=Decimal('1.205'))
    """
    if not written.same_quantum(ONE) and int(written.as_tuple().exponent) < -EXACT_PLACES:
        return fraction(written, scale)
    half = _place(written) / 2
    return Interval(_plain((written - half) * scale), _plain((written + half) * scale))


def fraction(share: Decimal, scale: Decimal = ONE, hedge: str | None = None) -> Interval:
    """What a simple fraction stands for: whoever writes "a quarter" has 24 per cent or 26 in mind as well.

    >>> fraction(Decimal("0.25"))
    Interval(lo=Decimal('0.2375'), hi=Decimal('0.2625'))
    >>> fraction(Decimal("0.5"), hedge="more than")
    Interval(lo=Decimal('0.5'), hi=None)
    """
    plain, rough = (exactly(share * scale).widened(FRACTION_MOST * n) for n in (1, 2))
    return HEDGES[hedge](plain, rough, share * scale) if hedge else plain


def vaguely(least: Decimal, law: str, hedge: str | None = None) -> Interval:
    """What a word stands for that names no number: "hundreds" are at least two, "several hundred" three to nine.

    >>> vaguely(Decimal(100), "many")
    Interval(lo=Decimal('200'), hi=None)
    >>> vaguely(Decimal(100), "several")
    Interval(lo=Decimal('300'), hi=Decimal('900'))
    >>> vaguely(Decimal(100000), "digits")
    Interval(lo=Decimal('100000'), hi=Decimal('999999'))
    >>> vaguely(Decimal(1000), "few", "at most")
    Interval(lo=None, hi=Decimal('9000'))
    """
    lo, hi, short = VAGUE[law]
    plain = Interval(least * lo, least * hi - short if hi else None)
    if not hedge:
        return plain
    bound = HEDGES[hedge](plain, plain, least)
    return Interval(plain.lo if bound.lo is not None else None, plain.hi if bound.hi is not None else None)


def as_written(written: Decimal) -> Interval:
    """What a figure stands for where every digit is meant, as in statistics: half a unit of its last digit either way.

    >>> as_written(Decimal("1200")), as_written(Decimal(".030"))
    (Interval(lo=Decimal('1199.5'), hi=Decimal('1200.5')), Interval(lo=Decimal('0.0295'), hi=Decimal('0.0305')))
    """
    half = Decimal(1).scaleb(min(int(written.as_tuple().exponent), 0)) / 2
    return Interval(written - half, written + half)


def hedged(written: Decimal, scale: Decimal, hedge: str | None) -> Interval:
    """What the figure stands for behind a hedge, which is a function on intervals; None is no hedge.

    >>> hedged(Decimal("70"), Decimal(1), "about")
    Interval(lo=Decimal('65'), hi=Decimal('75'))
    >>> hedged(Decimal("500"), Decimal(1), "nearly")
    Interval(lo=Decimal('450'), hi=Decimal('500'))
    >>> hedged(Decimal("3"), Decimal(1), "at most")
    Interval(lo=None, hi=Decimal('3'))
    """
    plain = meant(written, scale)
    return HEDGES[hedge](plain, _rough(written, scale), written * scale) if hedge else plain


def _rough(written: Decimal, scale: Decimal) -> Interval:
    """What "about" allows: one digit less is meant, though never more than a fifth of the figure."""
    half = max(_place(written) / 2, min(_place(written) * 5, abs(written) * ABOUT_MOST))
    return Interval(_plain((written - half) * scale), _plain((written + half) * scale))


def _place(written: Decimal) -> Decimal:
    """The value of the last digit that is meant."""
    exponent = 0 if written.same_quantum(ONE) else int(written.as_tuple().exponent)
    if exponent < 0 or not written:
        return Decimal(1).scaleb(exponent)
    digits = str(int(abs(written)))
    zeros = len(digits) - max(len(digits.rstrip("0")), MEANT_DIGITS)
    return Decimal(1).scaleb(max(zeros, 0))


def _plain(x: Decimal) -> Decimal:
    return Decimal(int(x)) if x == x.to_integral_value() else x.normalize()


HEDGES: dict[str, Callable[[Interval, Interval, Decimal], Interval]] = {
    "about": lambda plain, rough, x: rough,
    "nearly": lambda plain, rough, x: Interval(rough.lo, x),
    "just over": lambda plain, rough, x: Interval(x, rough.hi),
    "more than": lambda plain, rough, x: Interval(x, None),
    "at least": lambda plain, rough, x: Interval(x, None),
    "less than": lambda plain, rough, x: Interval(None, x),
    "at most": lambda plain, rough, x: Interval(None, x),
}
VAGUE: dict[str, tuple[Decimal, Decimal | None, Decimal]] = {  # from so many times to so many times, less so much
    "many": (Decimal(2), None, ZERO),
    "several": (Decimal(3), Decimal(9), ZERO),
    "few": (Decimal(2), Decimal(9), ZERO),
    "digits": (ONE, Decimal(10), ONE),
}
