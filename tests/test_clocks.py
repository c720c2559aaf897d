"""Clocks: times of day as each language tells them, by marks, by words and by what stands beside them."""

from __future__ import annotations

import pytest

from checker.measures.clock import clocks
from checker.read import as_format
from checker.text import Text


def told(lang: str, text: str) -> list[str]:
    """The times of day of a text, "15:30"."""
    found = clocks(Text(as_format("plain", f"X {text} Y.", "example", lang)))
    return [f"{c.minutes // 60}:{c.minutes % 60:02}" for c in found]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "um 12.50 Franken"),
        ("de", "bis 15.10."),
        ("nl", "om 2.50 euro"),
        ("nl", "in 24 uur"),
        ("nl", "na negen uur rijden"),
        ("ru", "в 2.15%"),
        ("ru", "с 5 до 7 человек"),
        ("ru", "в 15 километрах"),
        ("pl", "od 5 do 7 milionów"),
        ("it", "alle 20 persone"),
        ("it", "dalle 20 alle 24 persone"),
        ("en", "page 2-10, 15 pm"),
        ("fr", "pendant 4 h 42 min"),
    ],
)
def test_figures_that_are_no_time_of_day(lang: str, text: str) -> None:
    assert told(lang, text) == []


@pytest.mark.parametrize(
    ("lang", "text", "times"),
    [
        ("en", "six a.m.", ["6:00"]),
        ("en", "at eight o'clock", ["8:00"]),
        ("de", "um 15.30 Uhr", ["15:30"]),
        ("de", "um 8 Uhr abends", ["20:00"]),
        ("fr", "à 15h30", ["15:30"]),
        ("fr", "décollé à 4 h 42 du centre", ["4:42"]),
        ("fr", "à 20 heures", ["20:00"]),
        ("es", "a las ocho de la tarde", ["20:00"]),
        ("it", "alle 15.30", ["15:30"]),
        ("it", "alle ore 15", ["15:00"]),
        ("it", "domenica alle 11 davanti al municipio", ["11:00"]),
        ("pt", "às 8 da noite", ["20:00"]),
        ("nl", "om 8 uur 's avonds", ["20:00"]),
        ("pl", "o godz. 20.15", ["20:15"]),
        ("ru", "в 15.30", ["15:30"]),
        ("ru", "в семь утра", ["7:00"]),
        ("uk", "о 8 ранку", ["8:00"]),
        ("tr", "saat 9'da", ["9:00"]),
        ("ar", "الساعة السابعة صباحا", ["7:00"]),
    ],
)
def test_a_time_of_day_in_other_marks_and_words(lang: str, text: str, times: list[str]) -> None:
    assert told(lang, text) == times


@pytest.mark.parametrize(
    ("lang", "text", "times"),
    [
        ("en", "7 to 9 p.m.", ["7:00", "21:00"]),
        ("de", "von 7 bis 20 Uhr", ["7:00", "20:00"]),
        ("fr", "de 7 heures à 20 heures", ["7:00", "20:00"]),
        ("es", "de las 7 a las 20", ["7:00", "20:00"]),
        ("it", "dalle 7 alle 20,", ["7:00", "20:00"]),
        ("fr", "de 7 à 20 heures", ["7:00", "20:00"]),
        ("pt", "das 7h às 20h", ["7:00", "20:00"]),
        ("nl", "van 7.00 tot 20.00 uur", ["7:00", "20:00"]),
        ("pl", "od godz. 7 do 20", ["7:00", "20:00"]),
        ("ru", "с 7:00 до 20:00", ["7:00", "20:00"]),
        ("tr", "07.00-20.00 saatleri arasında", ["7:00", "20:00"]),
        ("zh", "上午7时至晚上8时", ["7:00", "20:00"]),
    ],
)
def test_both_ends_of_opening_hours_are_times(lang: str, text: str, times: list[str]) -> None:
    assert told(lang, text) == times
