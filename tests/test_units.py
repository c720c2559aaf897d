"""Units: every factor is the one that Pint has, and every reading of a unit counts."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from checker import wording
from checker.interval import exactly
from checker.units import TEMPERATURE, Unit, _rows, readings
from tests.helpers import audit, claims

BASES = {
    "length": "meter",
    "area": "meter ** 2",
    "volume": "liter",
    "mass": "gram",
    "time": "second",
    "length/time": "meter / second",
    "length/volume": "meter / liter",
    "pressure": "pascal",
    "energy": "joule",
    "power": "watt",
    "data": "bit",
    "data/time": "bit / second",
    "frequency": "hertz",
    "years": "year",
    "torque": "newton * meter",
}
# our name → Pint's for its first reading, where it is not the same but for "square", "cubic" and "per"
PINT = {
    "foodcalorie": "kilocalorie",
    "therm us": "US_therm",
    "newton meter": "newton * meter",
    "degree": "degC",
    "horsepower": "UK_horsepower",
    "liter per 100 kilometer": "liter / (100 * kilometer)",
    "tonne": "metric_ton",
    "liter per kilometer": "liter / kilometer",
    "pound-foot": "foot * force_pound",
    "carat": "carat",
    "pound force foot": "foot * force_pound",
    "pound force per square inch": "psi",
    "acre foot": "international_foot ** 3 * 43560",
    "kilopound per square inch": "1000 * psi",
    "millimeter ofhg": "mmHg",
    "inch ofhg": "inHg",
    "mega british thermal unit": "1e6 * Btu_it",
    "british thermal unit": "Btu_it",
    "kiloton": "1000 * metric_ton",
    "megaton": "1e6 * metric_ton",
    "gigatonne": "1e9 * metric_ton",
    "fluid ounce": "US_fluid_ounce",
    "acre": "international_foot ** 2 * 43560",
    "fathom": "6 * foot",
    "furlong": "660 * foot",
    "astronomical unit": "astronomical_unit",
    "kilometre per hour": "kilometer / hour",
    "barrel": "oil_barrel",
    "decade": "10 * year",
}
# and for further readings
OTHERS = {
    "mile": ["nautical_mile"],
    "gallon": ["imperial_gallon"],
    "quart": ["imperial_quart"],
    "pint": ["imperial_pint"],
    "cup": ["imperial_cup", "liter / 4"],
    "fluid ounce": ["imperial_fluid_ounce"],
    "tablespoon": ["15 * milliliter", "imperial_gallon / 256"],
    "teaspoon": ["5 * milliliter"],
    "barrel": ["31.5 * gallon", "beer_barrel", "imperial_barrel"],
    "ounce": ["troy_ounce"],
    "ton": ["long_ton", "metric_ton"],
    "degree": ["degF"],
    "mile per gallon": ["mile / imperial_gallon"],
    "calorie": ["kilocalorie"],
    "therm us": ["therm"],
    "horsepower": ["metric_horsepower"],
    "kilobit": ["2 ** 10 * bit"],
    "megabit": ["2 ** 20 * bit"],
    "gigabit": ["2 ** 30 * bit"],
    "terabit": ["2 ** 40 * bit"],
    "kilobyte": ["2 ** 10 * byte"],
    "megabyte": ["2 ** 20 * byte"],
    "gigabyte": ["2 ** 30 * byte"],
    "terabyte": ["2 ** 40 * byte"],
    "petabyte": ["2 ** 50 * byte"],
}
SAME = 1e-6  # share of a factor: the two round a few of them differently


def pints_name(name: str) -> str:
    """ "square mile" as "mile ** 2"."""
    if name in PINT:
        return PINT[name]
    over, _, under = name.partition(" per ")
    power, _, unit = over.partition(" ")
    raised = {"square": f"({unit.replace(' ', '_')}) ** 2", "cubic": f"({unit.replace(' ', '_')}) ** 3"}
    plain = raised.get(power, over.replace(" ", "_"))
    return f"{plain} / {under}" if under else plain


@pytest.fixture(scope="module")
def registry() -> Any:
    return pytest.importorskip("pint").UnitRegistry()


@pytest.mark.parametrize("name", [row[0] for row in _rows()])
def test_a_factor_is_the_one_of_pint(name: str, registry: Any) -> None:
    for reading, told in zip(readings(name), [pints_name(name), *OTHERS.get(name, [])], strict=True):
        if reading.dimension == TEMPERATURE:
            for degrees in (-40, 0, 37, 100):
                kelvin = registry.Quantity(degrees, told).to("kelvin").magnitude
                assert float(reading.base(exactly(Decimal(degrees))).lo or 0) / 9 == pytest.approx(kelvin, rel=SAME)
            continue
        quantity = registry.parse_expression(told)
        quantity = 1 / quantity if reading.upside_down else quantity
        assert float(reading.factor) == pytest.approx(quantity.to(BASES[reading.dimension]).magnitude, rel=SAME), told


def test_a_unit_and_what_it_is_for_one_of_make_one() -> None:
    assert readings("kilometer", "hour")[0].dimension == readings("mile per hour")[0].dimension
    assert readings("pound", "acre")[0].dimension == "mass/area"
    assert readings("mile", "guest")[0].dimension == "length/guest"
    assert readings("unheard of") == ()


def test_a_unit_that_grows_as_the_thing_shrinks_is_turned_over() -> None:
    mpg, thirst = readings("mile per gallon")[0], readings("liter per 100 kilometer")[0]
    assert isinstance(mpg, Unit)
    worth = thirst.of_base(mpg.base(exactly(Decimal(30)))).lo
    assert worth is not None
    assert round(worth, 2) == Decimal("7.84")


@pytest.mark.parametrize(
    "text",
    [
        "The 50-km (31-mile) tunnel runs under the strait.",
        "They own 12,900 acres (5,200 hectares) of the 32,000 acre (13,000 hectare) farm.",
        "A screen of at least 42in (106cm) is needed.",
        "The 1.3m (4.2ft) robot walks at 1.35km/h (0.83mph).",
        "It is 25 miles, or 40 km, to the coast.",
        "He is 6ft 2in (1.88m) tall.",
        "They spread 100 lbs per acre (112 kg per hectare).",
        "Expect 8-10in (20-25cm) of snow.",
        "It was -40 C (-40 F) at dawn.",
        "It flies 10 nautical miles (18.5 km) at 120 km per hour (75 mph).",
        "A 300-square-mile (777-square-kilometer) reserve was founded.",
        "It burns 8 litres per 100 km (29 mpg) in town.",
        "A reservoir of 5 million gallons (19 million litres) burst.",
    ],
)
def test_a_right_conversion_is_read_and_holds(text: str) -> None:
    told = audit(text)
    assert [f.rule for f in told.findings] == []
    assert "unit/wrong-conversion" in [f.rule for f in told.checked]


def test_a_wrong_conversion_shows_its_work() -> None:
    [found] = audit("They stopped 40 kilometres (15 miles) short of the border.").findings
    assert found.message == (
        "40 kilometres is 24.9 miles, not 15 miles. 1 kilometer = 0.6214 miles, so 15 miles is 40% off."
    )
    assert found.suggestion == "24.9 miles"


def test_a_temperature_between_two_others_is_told_apart() -> None:
    assert [c.part for c in claims("quantity", "A rise of 2C was seen, and 3C warmer seas at 20C.")] == [
        "by",
        "by",
        None,
    ]


def test_a_text_without_a_date_is_held_against_its_own_rate() -> None:
    text = "The show took $20m (£10.8m) in May, $30m (£16.2m) in June and $40m (£40m) in July."
    [found] = audit(text).findings
    assert found.suggestion == "£21.6 million"


def test_a_rate_that_never_was_is_found_without_a_date() -> None:
    [found] = audit("The stadium will cost more than $640m (£345bn) to build.").findings
    assert found.suggestion == "£345 million"


def test_several_of_a_unit_are_shown_as_writers_do() -> None:
    assert wording.measure(Decimal("5220.449"), "hectare") == "5,220 hectares"
    assert wording.unit("kilogram", "hectare") == "kg per hectare"
