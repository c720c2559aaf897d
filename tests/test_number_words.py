"""Number words: English numbers spelled out, fractions, dozens and vague numbers, and what is none of them."""

from __future__ import annotations

import itertools
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.interval import Interval
from tests.test_numerals import read, values

SMALL = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


def spelled(n: int) -> str:
    """A number in English words."""
    for worth, name in ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (1000, "thousand")):
        if n >= worth:
            rest = n % worth
            tail = (" and " if 0 < rest < 100 else " ") + spelled(rest) if rest else ""
            return f"{spelled(n // worth)} {name}{tail}"
    if n >= 100:
        return f"{SMALL[n // 100]} hundred" + (f" and {spelled(n % 100)}" if n % 100 else "")
    if n >= 20:
        return TENS[n // 10] + (f"-{SMALL[n % 10]}" if n % 10 else "")
    return SMALL[n]


@given(st.integers(0, 10**15 - 1))
def test_a_number_in_words_is_read_back(n: int) -> None:
    [found] = read(f"They counted {spelled(n)} of them.")
    assert int(found.value) == n
    assert found.form == "words"


@pytest.mark.parametrize(
    "text",
    [
        "a third man",
        "the third quarter",
        "the second half of the match",
        "at half-time",
        "a fifth column",
        "by a third man",
        "scored a third on Friday",
        "several people",
        "few of them",
        "the million",
        "tens",
        "someone and everyone",
        "the hundred",
        "a quarter mile",
        "lone tenants often weight",
    ],
)
def test_words_that_are_no_number(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(
    ("value", "texts"),
    [
        (0.25, "a quarter of it|one quarter of it|one-fourth of it"),
        (1 / 3, "a third of it|one third of it|a third more|by one-third.|by a third on Friday"),
        (2 / 3, "two thirds|two-thirds"),
        (0.75, "three-quarters|three quarters of it|three fourths"),
        (0.5, "half of it|half the price|half an hour"),
        (1.5, "one and a half|one point five"),
        (3.5, "three and a half|3 and a half"),
        (6, "half a dozen|six"),
        (9.04, "nine point nought four"),
        (12, "a dozen|twelve|one dozen"),
        (24, "two dozen|twenty-four"),
        (105, "a hundred and five|one hundred five"),
        (1200, "twelve hundred|one thousand two hundred"),
        (225000, "two hundred twenty-five thousand"),
        (500000, "half a million|a half million|half million"),
        (250000, "a quarter of a million|a quarter million"),
        (1500000, "one million and a half|one and a half million"),
        (1750000, "one and three-quarter million|one and three quarter million"),
        (2500000, "two and a half million|2 and a half million"),
        (3000000000, "three thousand million|three billion|three hundred crore"),
    ],
)
def test_one_number_in_many_words(value: float, texts: str) -> None:
    for text in texts.split("|"):
        [found] = values(f"It took {text}")
        assert found == pytest.approx(value), text


@pytest.mark.parametrize(
    ("found", "text"),
    [
        ([200, 500], "between two hundred and five hundred"),
        ([2000000, 3000000], "between two million and three million"),
        ([1000, 2000], "from one thousand and two thousand"),
        ([20, 30], "twenty and thirty"),
        ([3], "three quarters in a row"),
    ],
)
def test_numbers_side_by_side_stay_apart(found: list[float], text: str) -> None:
    assert values(text) == found


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("fraction", "a third of it"),
        ("fraction", "two-thirds"),
        ("fraction", "half of it"),
        ("words", "half a million"),
        ("words", "a hundred and five"),
        ("dozen", "two dozen eggs"),
        ("dozen", "12 dozen eggs"),
        ("vague", "dozens of eggs"),
        ("digits", "12 eggs"),
    ],
)
def test_a_figure_knows_its_form(form: str, text: str) -> None:
    [found] = read(text)
    assert found.form == form


@pytest.mark.parametrize(
    ("text", "stated", "least", "most"),
    [
        ("dozens of boats", (12, 120), 24, None),
        ("hundreds", (100, 1000), 200, None),
        ("tens of thousands of boats", (10000, 100000), 20000, None),
        ("hundreds of millions", (10**8, 10**9), 2 * 10**8, None),
        ("several hundred", (300, 900), 300, 900),
        ("a few thousand", (2000, 9000), 2000, 9000),
        ("a six-figure sum", (100000, 999999), 100000, 999999),
    ],
)
def test_a_vague_number_is_an_interval(text: str, stated: tuple[int, int], least: int, most: int | None) -> None:
    [found] = read(text)
    assert tuple(map(int, found.stated)) == stated
    assert found.meaning(None) == Interval(Decimal(least), None if most is None else Decimal(most))


def test_a_hedge_opens_a_vague_number_on_its_side() -> None:
    [found] = read("several hundred")
    assert found.meaning("at most") == Interval(None, Decimal(900))
    assert found.meaning("more than") == Interval(Decimal(300), None)


def test_a_fraction_is_meant_loosely() -> None:
    [third, exact] = read("a third of it; 33 percent")
    assert Decimal("0.33") in third.meaning(None)
    assert Decimal("0.38") not in third.meaning(None)
    assert exact.form == "digits"


WORDS = ("one", "two", "twenty", "hundred", "thousand", "million", "and", "a", "half", "third", "thirds", "of", "point")
MORE = ("dozen", "dozens", "tens", "several", "few", "quarters", "zero", "-", ",", "6", "six-figure", "the")


@given(st.lists(st.sampled_from(WORDS + MORE), max_size=9))
def test_any_words_are_read_or_left(words: list[str]) -> None:
    text = " ".join(words)
    found = read(text)
    assert all(0 <= f.start < f.end <= len(text) and f.value >= 0 for f in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
