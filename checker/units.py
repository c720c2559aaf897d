"""Units: what a unit measures and how much of it, "a mile is a length of 1,609.344 metres"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_EVEN, Context, Decimal
from functools import cache
from itertools import product

import msgspec

from .interval import ZERO, Interval, exactly
from .model import Amount

EXACT = Context(prec=34, rounding=ROUND_HALF_EVEN)
TEMPERATURE = "temperature"
UPSIDE_DOWN = "1/"  # before the factor of a unit that grows as the thing measured shrinks, litres for 100 km

TABLE: dict[str, dict[str, str]] = {  # dimension → CLDR's name of a unit → how much it is; " or " parts its readings
    "length": {  # metres
        **{"meter": "1", "kilometer": "1000", "decimeter": "0.1", "centimeter": "0.01", "millimeter": "0.001"},
        **{"micrometer": "1e-6", "nanometer": "1e-9", "picometer": "1e-12"},
        **{"inch": "0.0254", "foot": "0.3048", "yard": "0.9144", "mile": "1609.344 or 1852", "nautical mile": "1852"},
        **{"fathom": "1.8288", "furlong": "201.168", "astronomical unit": "149597870700"},
        **{"light year": "9460730472580800", "parsec": "30856775814913673"},
    },
    "area": {  # square metres
        **{"square meter": "1", "square kilometer": "1e6", "square centimeter": "0.0001", "hectare": "10000"},
        **{"square inch": "0.00064516", "square foot": "0.09290304", "square yard": "0.83612736"},
        **{"acre": "4046.8564224", "square mile": "2589988.110336"},
    },
    "volume": {  # litres; of two readings the first is American, the second imperial
        **{"liter": "1", "milliliter": "0.001", "centiliter": "0.01", "deciliter": "0.1", "hectoliter": "100"},
        **{"megaliter": "1e6", "cubic centimeter": "0.001", "cubic meter": "1000", "cubic kilometer": "1e12"},
        **{"cubic inch": "0.016387064", "cubic foot": "28.316846592", "cubic yard": "764.554857984"},
        **{"cubic mile": "4168181825440.579584", "acre foot": "1233481.83754752"},
        **{"gallon": "3.785411784 or 4.54609", "quart": "0.946352946 or 1.1365225"},
        **{"pint": "0.473176473 or 0.56826125", "cup": "0.2365882365 or 0.284130625 or 0.25"},
        **{"fluid ounce": "0.0295735295625 or 0.0284130625"},
        **{"tablespoon": "0.01478676478125 or 0.015 or 0.0177581640625", "teaspoon": "0.00492892159375 or 0.005"},
        **{"barrel": "158.987294928 or 119.240471196 or 117.347765304 or 163.65924"},  # oil, liquor, beer, British beer
    },
    "mass": {  # grams; tons are short, long or metric, ounces of gold are troy
        **{"gram": "1", "kilogram": "1000", "milligram": "0.001", "microgram": "1e-6", "tonne": "1e6"},
        **{"kiloton": "1e9", "megaton": "1e12", "gigatonne": "1e15", "carat": "0.2", "pound": "453.59237"},
        **{"ounce": "28.349523125 or 31.1034768", "stone": "6350.29318"},
        **{"ton": "907184.74 or 1016046.9088 or 1e6"},
    },
    TEMPERATURE: {  # ninths of a kelvin, so that every factor is whole
        **{"celsius": "9", "fahrenheit": "5", "kelvin": "9", "degree": "9 or 5"},
    },
    "time": {  # seconds
        **{"second": "1", "minute": "60", "hour": "3600", "day": "86400", "week": "604800", "millisecond": "0.001"},
    },
    "length/time": {  # metres a second
        **{"meter per second": "1", "kilometer per hour": "1000/3600", "kilometre per hour": "1000/3600"},
        **{"mile per hour": "1609.344/3600", "knot": "1852/3600"},
    },
    "length/volume": {  # metres a litre
        **{"mile per gallon": "1609.344/3.785411784 or 1609.344/4.54609"},
        **{"liter per 100 kilometer": "1/100000", "liter per kilometer": "1/1000"},
    },
    "pressure": {  # pascals
        **{"pascal": "1", "hectopascal": "100", "kilopascal": "1000", "megapascal": "1e6", "gigapascal": "1e9"},
        **{"bar": "100000", "millibar": "100", "atmosphere": "101325", "millimeter ofhg": "133.322387415"},
        **{"inch ofhg": "3386.388640341", "pound force per square inch": "4.4482216152605/0.00064516"},
        **{"kilopound per square inch": "4448.2216152605/0.00064516"},
    },
    "energy": {  # joules; a calorie is small or, of food, large
        **{"joule": "1", "kilojoule": "1000", "calorie": "4.184 or 4184", "kilocalorie": "4184", "foodcalorie": "4184"},
        **{"kilowatt hour": "3.6e6", "megawatt hour": "3.6e9", "gigawatt hour": "3.6e12", "terawatt hour": "3.6e15"},
        **{"british thermal unit": "1055.05585262", "mega british thermal unit": "1055055852.62"},
        **{"therm us": "105480400 or 105505585.262"},
    },
    "power": {  # watts; horses are mechanical or metric
        **{"milliwatt": "0.001", "watt": "1", "kilowatt": "1000", "megawatt": "1e6", "gigawatt": "1e9"},
        **{"terawatt": "1e12", "horsepower": "745.69987158227022 or 735.49875"},
    },
    "data": {  # bits; prefixes are decimal or binary
        **{"bit": "1", "kilobit": "1e3 or 1024", "megabit": "1e6 or 1048576", "gigabit": "1e9 or 1073741824"},
        **{"terabit": "1e12 or 1099511627776", "byte": "8", "kilobyte": "8e3 or 8192", "megabyte": "8e6 or 8388608"},
        **{"gigabyte": "8e9 or 8589934592", "terabyte": "8e12 or 8796093022208"},
        **{"petabyte": "8e15 or 9007199254740992"},
    },
    "data/time": {"kilobit per second": "1e3", "megabit per second": "1e6", "gigabit per second": "1e9"},
    "frequency": {"hertz": "1", "kilohertz": "1e3", "megahertz": "1e6", "gigahertz": "1e9"},
    "torque": {  # newton metres
        **{"newton meter": "1", "pound-foot": "1.3558179483314004", "pound force foot": "1.3558179483314004"},
    },
}
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


@cache
def _table() -> dict[str, tuple[Unit, ...]]:
    return {name: tuple(_read(d, name, told)) for d, units in TABLE.items() for name, told in units.items()}


def _read(dimension: str, name: str, told: str) -> Iterator[Unit]:
    upside_down = told.startswith(UPSIDE_DOWN)
    for n, factor in enumerate(told.removeprefix(UPSIDE_DOWN).split(" or ")):
        over, _, under = factor.partition("/")
        zero = DEGREES[n] if name == "degree" else ZEROS.get(name, ZERO)
        yield Unit(dimension, EXACT.divide(Decimal(over), Decimal(under or 1)), zero, upside_down)
