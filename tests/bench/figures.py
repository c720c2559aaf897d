"""Figures: a set of invented sentences with their figures marked by hand, and how well a reader finds them, in F1."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from math import isclose
from pathlib import Path
from typing import Any, NamedTuple

SET = Path(__file__).with_suffix(".jsonl")
KINDS = {"money", "quantity", "percent", "count", "duration", "age", "date", "number", "fraction"}
TOLERANCE = 1e-5  # of a value, so that 0.6667 is two thirds to nobody, but 0.6666667 is

# Names for one unit: what it is measured in, how many of those it is, and the words for it in the singular.
UNITS = """
metre 1: metre, meter, m | metre 1000: kilometre, kilometer, km | metre 0.01: centimetre, centimeter, cm
metre 0.001: millimetre, millimeter, mm | metre 0.0254: inch, in | metre 0.3048: foot, feet, ft
metre 0.9144: yard | metre 1609.344: mile, mi
m2 1: square metre, square meter | m2 1e6: square kilometre, square kilometer | m2 1e4: hectare, square hectometer
m2 4046.8564224: acre | m2 2589988.110336: square mile
litre 1: litre, liter, l | litre 1000: cubic metre, cubic meter | litre 3.785411784: gallon, us gallon
gram 1: gram, g | gram 1000: kilogram, kg | gram 1e6: tonne, ton, metric ton
km/h 1: kilometre per hour, kilometer per hour, km/h | km/h 1.609344: mile per hour, mph | km/h 1.852: knot
watt 1e3: kilowatt, kw | watt 1e6: megawatt, mw | watt 1e9: gigawatt, gw | wh 1e3: kilowatt hour, kilowatt-hour, kwh
byte 1e9: gigabyte, gb | decibel 1: decibel, db
celsius 1: celsius, c, degree celsius | fahrenheit 1: fahrenheit, f, degree fahrenheit
second 1: second | second 60: minute | second 3600: hour | second 86400: day | second 604800: week
second 2629746: month, month of age | second 31556952: year, year of age | second 315569520: decade
percent 1: percent, per cent, percentage, % | point 1: percentage point | point 0.01: basis point
person 1: person, people | wolf 1: wolf, wolves
"""
CURRENCIES = """
USD 1: usd, dollar, us dollar, u.s. dollar, united states dollar, american dollar, $, us$ | USD 0.01: cent, us cent
EUR 1: eur, euro, € | GBP 1: gbp, pound, pound sterling, british pound, £ | GBP 0.01: penny, pence, british penny
RUB 1: rub, ruble, rouble, russian ruble, russian rouble | INR 1: inr, rupee, indian rupee, ₹, rs
JPY 1: jpy, yen, japanese yen, ¥ | CHF 1: chf, franc, swiss franc | CNY 1: cny, yuan, chinese yuan, renminbi
AUD 1: aud, australian dollar, a$ | CAD 1: cad, canadian dollar, ca$, c$
SEK 1: sek, swedish krona, swedish kronor, krona, kronor | NOK 1: nok, norwegian krone, norwegian kroner, krone, kroner
KRW 1: krw, won, south korean won, korean won, ₩ | ZAR 1: zar, rand, south african rand, r
BRL 1: brl, real, reais, brazilian real | MXN 1: mxn, peso, mexican peso | TRY 1: try, lira, turkish lira
"""

Figure = dict[str, Any]  # start, end, text, kind, value (a number, two for a range, "2014-03"), unit, currency
Figures = list[list[Figure]]  # of every sentence
Equal = Callable[[Figure, Figure], bool]


class Score(NamedTuple):
    """How many were right, of how many there are and of how many were found."""

    right: int
    there: int
    found: int

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall, from 0 to 100."""
        return 200 * self.right / max(1, self.there + self.found)


def load(path: Path) -> tuple[list[str], Figures]:
    """The sentences of a set, and their figures."""
    records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [r["text"] for r in records], [r["figures"] for r in records]


def score(gold: Figures, found: Figures) -> dict[str, Score]:
    """Every score there is: of figures by value, by unit as well, by place as well; of money; of dates."""
    pairs = list(zip(gold, found, strict=True))
    figures = [figures_alone(g, f) for g, f in pairs]
    money = [(of_kind("money", g), of_kind("money", f)) for g, f in figures]
    dates = [(of_kind("date", g), [d for d in of_kind("date", f) if absolute(d)]) for g, f in pairs]
    return {
        "value": _sum(figures, same_value),
        "unit": _sum(figures, same_unit),
        "place": _sum(figures, lambda a, b: same_unit(a, b) and touch(a, b)),
        "money": _sum(money, same_unit),
        "dates": _sum(dates, same_value),
        "none": Score(
            0, sum(not g for g in gold), sum(len(f) for g, (_, f) in zip(gold, figures, strict=True) if not g)
        ),
    }


def wrong(gold: list[Figure], found: list[Figure]) -> tuple[list[Figure], list[Figure]]:
    """The figures of a sentence that were missed, and those that were found and are not there."""
    right = matching(gold, found, lambda a, b: same_unit(a, b) and touch(a, b))
    return (
        [g for i, g in enumerate(gold) if i not in right],
        [f for j, f in enumerate(found) if j not in right.values()],
    )


def figures_alone(gold: list[Figure], found: list[Figure]) -> tuple[list[Figure], list[Figure]]:
    """Both without dates, and without what was found inside a date: a reader that knows no dates is not blamed."""
    dates = of_kind("date", gold)
    figures = [f for f in found if f["kind"] != "date" and not any(touch(d, f) for d in dates)]
    return [g for g in gold if g["kind"] != "date"], [f for f in figures if not rate(f)]


def rate(figure: Figure) -> bool:
    """Whether it is the "a week" of "$20 a week", which is one week to some: nobody is blamed for that."""
    return figure["value"] == 1 and str(figure["text"]).lower().startswith(("a ", "an ", "per "))


def of_kind(kind: str, figures: Iterable[Figure]) -> list[Figure]:
    """Those of the kind."""
    return [f for f in figures if f["kind"] == kind]


def absolute(date: Figure) -> bool:
    """Whether it is a date by itself; the set has no "yesterday", so nobody is blamed for reading one."""
    return any(c.isdigit() for c in date["text"])


def touch(a: Figure, b: Figure) -> bool:
    """Whether the two share a character."""
    return bool(a["start"] < b["end"] and b["start"] < a["end"])


def same_value(a: Figure, b: Figure) -> bool:
    """Whether the numbers are the same as they stand, or as the units have it: 1.5 years are 18 months."""
    return _close(a["value"], b["value"], 1, 1) or same_unit(a, b)


def same_unit(a: Figure, b: Figure) -> bool:
    """Whether the first, which is right, and the second are as much of the same; of what a fraction is, is free."""
    money = a["kind"] == "money"
    (one, factor), (other, times) = _unit(a, money), _unit(b, money)
    return (one == other or a["kind"] == "fraction") and _close(a["value"], b["value"], factor, times)


def _close(a: Any, b: Any, factor: float, times: float) -> bool:
    if isinstance(a, str):
        return bool(a == b)
    if isinstance(a, list) or isinstance(b, list):
        both = isinstance(a, list) and isinstance(b, list) and len(a) == len(b)
        return both and all(_close(x, y, factor, times) for x, y in zip(a, b, strict=True))
    numbers = isinstance(a, int | float) and isinstance(b, int | float)
    return numbers and isclose(a * factor, b * times, rel_tol=TOLERANCE)


def _unit(figure: Figure, money: bool) -> tuple[str | None, float]:
    """What it is measured in, and how many of those one is: a currency, a unit, or else the noun that is counted."""
    name = figure.get("currency") or figure.get("unit")
    if not name:
        return None, 1
    table, name = NAMES[money], " ".join(str(name).lower().split())
    bare = name.split(" per ")[0].split(" / ")[0]
    for known in (name, singular(name), bare, singular(bare), singular(bare.split()[-1])):
        if known in table:
            return table[known]
    return singular(bare.split()[-1]), 1


def singular(noun: str) -> str:
    """Near enough, for a noun that is counted; "degrees celsius" has its plural in front."""
    first, _, rest = noun.partition(" ")
    if rest and first in ("degrees", "years", "months"):
        return f"{first[:-1]} {rest}"
    if noun.endswith("ches"):
        return noun[:-2]
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun


def matching(gold: list[Figure], found: list[Figure], equal: Equal) -> dict[int, int]:
    """As many pairs as can be made of which no figure is in two, by their places in the lists."""
    taken: dict[int, int] = {}  # found: gold

    def place(i: int, tried: set[int]) -> bool:
        for j in range(len(found)):
            if j in tried or not equal(gold[i], found[j]):
                continue
            tried.add(j)
            if j not in taken or place(taken[j], tried):
                taken[j] = i
                return True
        return False

    for i in range(len(gold)):
        place(i, set())
    return {i: j for j, i in taken.items()}


def _sum(pairs: list[tuple[list[Figure], list[Figure]]], equal: Equal) -> Score:
    right = sum(len(matching(g, f, equal)) for g, f in pairs)
    return Score(right, sum(len(g) for g, _ in pairs), sum(len(f) for _, f in pairs))


def _names(table: str) -> dict[str, tuple[str, float]]:
    known: dict[str, tuple[str, float]] = {}
    for entry in table.replace("\n", " | ").split(" | "):
        measure, _, names = entry.partition(": ")
        for name in filter(None, names.split(", ")):
            known[name] = (measure.split()[0], float(measure.split()[1]))
    return known


NAMES = (_names(UNITS), _names(CURRENCIES))
