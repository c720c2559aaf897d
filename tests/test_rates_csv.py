"""Tests of checker.rates.csvfile, the user's own table."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from checker.rates import Quote, Rates, RatesUnavailable, Source, standard
from checker.rates.csvfile import CsvFile
from checker.trouble import TroubleError

EASTER = date(2015, 4, 2)  # the Thursday before


def one(source: Source | Rates, base: str, quote: str, day: date) -> Quote:
    (found,) = source.quotes(base, quote, day, day)
    return found


def refusal(source: Source, base: str, quote: str, day: date) -> str:
    with pytest.raises(RatesUnavailable) as caught:
        source.quotes(base, quote, day, day)
    return str(caught.value)


def table(folder: Path, *lines: str, header: str = "date,base,quote,rate,source") -> CsvFile:
    path = folder / "rates.csv"
    path.write_text("\n".join([header, *lines, ""]), "utf-8")
    return CsvFile(path)


def test_the_users_table_wins(tmp_path: Path) -> None:
    mine = table(tmp_path, "2015-04-02,USD,RUB,50,house rate", "2015-04-01,RUB,USD,0.02,")
    rates = standard(mine.path)
    assert one(rates, "RUB", "USD", EASTER) == Quote("RUB", "USD", Decimal("0.02"), EASTER, "house rate")
    assert [q.source for q in rates.quotes("RUB", "USD", date(2015, 3, 1), EASTER)] == ["rates.csv", "house rate"]
    assert one(rates, "GBP", "USD", EASTER).source == "ECB"
    assert one(rates, "RUB", "USD", date(2015, 4, 7)).source == "ECB"


def test_a_line_for_the_direction_asked_wins_over_the_one_turned_round(tmp_path: Path) -> None:
    mine = table(tmp_path, "2015-04-02,USD,RUB,50,bought", "2015-04-02,RUB,USD,0.019,sold")
    assert one(mine, "RUB", "USD", EASTER).source == "sold"
    assert one(mine, "USD", "RUB", EASTER).source == "bought"


def test_what_spreadsheets_write_is_read(tmp_path: Path) -> None:
    path = tmp_path / "rates.csv"
    path.write_bytes(b'\xef\xbb\xbfdate,base,quote,rate,source\r\n\r\n2015-04-02,RUB,USD,0.02,"Reuters, 5 p.m."\r\n')
    assert one(CsvFile(path), "RUB", "USD", EASTER).source == "Reuters, 5 p.m."


def test_days_and_pairs_that_it_lacks(tmp_path: Path) -> None:
    mine = table(tmp_path, "2015-04-02,RUB,USD,0.02,")
    assert refusal(mine, "RUB", "EUR", EASTER) == "no RUB/EUR"
    assert refusal(mine, "USD", "RUB", date(2016, 1, 1)) == "USD/RUB only from 2 April 2015 to 2 April 2015"


@pytest.mark.parametrize(
    ("line", "trouble"),
    [
        ("2015-04-02,RUB,USD,abc,", "rate 'abc' is not a number; write it like 57.0512, at most 15 digits either side"),
        ("2015-04-02,RUB,USD,1e9,", "rate '1e9' is not a number; write it"),
        ("2015-04-02,RUB,USD,NaN,", "rate 'NaN' is not a number; write it"),
        ("2015-04-02,RUB,USD,0,", "rate '0' is not above zero; write how many"),
        ("2015-04-02,RUB,USD,-3,", "rate '-3' is not above zero; write how many"),
        ("2015-04-02,RUB,USD,57,12,", "it has 6 fields, not 5; write date,base,quote,rate,source"),
        ("2015-04-31,RUB,USD,57,", "date '2015-04-31' is not a day; write it like 2015-04-02"),
        ("2/4/2015,RUB,USD,57,", "date '2/4/2015' is not a day; write it like"),
        ("2015-04-02,rub,USD,57,", "currency 'rub' is not a code; write three capital letters, like USD"),
        ("2015-04-02,RUB,$,57,", "currency '$' is not a code; write"),
        ("2015-04-02,USD,USD,1,", "base and quote are both USD; write two currencies"),
        ("2015-04-01,RUB,USD,0.03,", "RUB/USD on 2015-04-01 stands in an earlier line; keep one of them"),
        ('2015-04-02,RUB,USD,57,"half', "the line cannot be taken apart (unexpected end of data); look for a stray"),
    ],
)
def test_a_mistake_is_told_with_its_line(tmp_path: Path, line: str, trouble: str) -> None:
    mine = table(tmp_path, "2015-04-01,RUB,USD,0.02,", line)
    with pytest.raises(TroubleError) as caught:
        one(Rates([mine]), "RUB", "USD", EASTER)
    assert str(caught.value).startswith(f"{mine.path}, line 3: {trouble}")


@pytest.mark.parametrize(
    "header", ["", "date;base;quote;rate;source", "date,base,quote,rate", "Date,Base,Quote,Rate,By"]
)
def test_the_header_is_strict(tmp_path: Path, header: str) -> None:
    with pytest.raises(TroubleError, match="line 1: the first line must be date,base,quote,rate,source"):
        one(table(tmp_path, header=header), "RUB", "USD", EASTER)


def test_files_that_are_none(tmp_path: Path) -> None:
    (tmp_path / "latin.csv").write_bytes(b"date,base,quote,rate,source\n2015-04-02,RUB,USD,57,Z\xfcrich\n")
    for name, trouble in [
        ("none.csv", "there is no such file"),
        (".", "is not a file"),
        ("latin.csv", "line 2: it is not in UTF-8"),
    ]:
        with pytest.raises(TroubleError, match=trouble):
            one(standard(tmp_path / name), "RUB", "USD", EASTER)
