"""Units: what a unit measures and how much of it, "a mile is a length of 1,609.344 metres"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_EVEN, Context, Decimal
from functools import cache
from itertools import product
from pathlib import Path

import msgspec

from .interval import ZERO, Interval, exactly
from .model import Amount

EXACT = Context(prec=34, rounding=ROUND_HALF_EVEN)
TEMPERATURE = "temperature"
UPSIDE_DOWN = "1/"  # before the factor of a unit that grows as the thing measured shrinks, litres for 100 km

FILE = Path(__file__).with_suffix(".csv")  # names are CLDR's; a unit of several readings has the likeliest first
ZEROS = {"celsius": Decimal("2458.35"), "fahrenheit": Decimal("2298.35")}  # ninths of a kelvin at nought degrees
DEGREES = (ZEROS["celsius"], ZEROS["fahrenheit"])  # of the two readings of a bare degree


class Unit(msgspec.Struct, frozen=True, gc=False):
    """One reading of a unit: x of it are `factor` times x, from `zero` up, of its dimension's base; or upside down."""

    dimension: str
    factor: Decimal
    zero: Decimal = ZERO
    upside_down: bool = False

    def base(self, x: Interval) -> Interval:
        """So many of it, in the base."""
        return exactly(self.factor) / x if self.upside_down else x * exactly(self.factor) + exactly(self.zero)

    def of_base(self, x: Interval) -> Interval:
        """So much of the base, in the unit."""
        return exactly(self.factor) / x if self.upside_down else (x - exactly(self.zero)) / exactly(self.factor)


@cache
def readings(unit: str | None, per: str | None = None) -> tuple[Unit, ...]:
    """What a unit, or a unit for one of something, can stand for, the likeliest first; nothing where it is unknown."""
    if per is None:
        return _table().get(unit or "", ())
    for_one = _table().get(per, (Unit(per, Decimal(1)),))
    return tuple(
        Unit(f"{a.dimension}/{b.dimension}", EXACT.divide(a.factor, b.factor))
        for a, b in product(_table().get(unit or "", ()), for_one)
        if not (a.upside_down or b.upside_down or a.dimension == TEMPERATURE)
    )


def dimensions(unit: str | None, per: str | None = None) -> frozenset[str]:
    """What a unit can measure."""
    return frozenset(u.dimension for u in readings(unit, per))


def pairs(one: Amount, other: Amount) -> Iterator[tuple[Unit, Unit]]:
    """The readings of two amounts that measure the same.

    What only one of them is for one of ("60 miles (97 km) per hour") is meant of both.
    """
    per = (one.per, other.per) if one.per and other.per else (None, None)
    both = product(readings(one.unit, per[0]), readings(other.unit, per[1]))
    return ((a, b) for a, b in both if a.dimension == b.dimension)


def in_two_units(one: Amount, other: Amount) -> bool:
    """Whether two amounts tell of one dimension in different units."""
    return (one.unit, one.per) != (other.unit, other.per) and any(a != b for a, b in pairs(one, other))


def several(unit: str) -> str:
    """How more than one of a unit is shown: "km", "feet", "hectares"."""
    return _shown().get(unit, f"{unit}s")


@cache
def _rows() -> list[list[str]]:
    """Name, how several are shown, dimension, how much of its base, remark."""
    return [line.split(",") for line in FILE.read_text("utf-8").splitlines()[1:]]


@cache
def _shown() -> dict[str, str]:
    return {name: shown for name, shown, *_ in _rows()}


@cache
def _table() -> dict[str, tuple[Unit, ...]]:
    return {name: tuple(_read(dimension, name, worth)) for name, _, dimension, worth, _ in _rows()}


def _read(dimension: str, name: str, worth: str) -> Iterator[Unit]:
    upside_down = worth.startswith(UPSIDE_DOWN)
    for n, factor in enumerate(worth.removeprefix(UPSIDE_DOWN).split(" or ")):
        over, _, under = factor.partition("/")
        zero = DEGREES[n] if name == "degree" else ZEROS.get(name, ZERO)
        yield Unit(dimension, EXACT.divide(Decimal(over), Decimal(under or 1)), zero, upside_down)
