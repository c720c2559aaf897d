"""Numerals: numbers in digits, each language in its own style, and what digits are no number."""

from __future__ import annotations

import itertools
import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.dates import folded
from checker.figures import MOST, Figure, figures
from checker.lang import languages, lexicon
from checker.model import Amount
from tests.helpers import claims


def read(text: str, lang: str = "en") -> list[Figure]:
    """The figures of a text."""
    return list(figures(text, folded(text), 0, len(text), lexicon(lang)))


def values(text: str, lang: str = "en") -> list[float]:
    """What they are worth."""
    return [float(f.value) for f in read(text, lang)]


@pytest.mark.parametrize(
    "text",
    [
        "24/7",
        "9/11",
        "on 4/7/2015",
        "release 3.5.6",
        "23.09.2013",
        "mp3",
        "A-4",
        "km/h",
        "#77",
        "x_3",
        "https://a.b/1234",
    ],
)
def test_digits_that_are_no_number(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize("text", ["11/3", "5/5", "19/20 March", "1/17", "1/2-1/2 draw", "3/4/5"])
def test_a_slash_is_no_fraction_where_it_parts_a_score_or_a_date(text: str) -> None:
    assert 0 not in values(text)
    assert not [f for f in read(text) if f.form == "fraction" and f.start == 0 and f.end == len(text)]


@pytest.mark.parametrize(
    ("value", "lang", "texts"),
    [
        (1234.5, "en", "1,234.5|1234.5|1\u00a0234.5|1\u202f234.5|1'234.5"),
        (1200000, "en", "1,200,000|1'200'000|1’200’000|1\u00a0200\u00a0000|12,00,000"),
        (10000000, "en", "1,00,00,000|10,000,000|10m"),
        (0.5, "en", ".5|0.5|1/2|½"),
        (10.5, "en", "10 1/2|10-1/2|10½|10 ½|10.5"),
        (0.75, "en", "3/4|¾"),
        (1234567.89, "ru", "1 234 567,89|1\u00a0234\u00a0567,89|1234567,89|1234567.89"),
        (3.04, "ru", "3,04|3.04"),
        (10000, "ru", "10 000|10,000|10.000|10000"),
        (1234.56, "de", "1.234,56|1 234,56|1234,56|1,234.56|1'234,56"),
        (12345, "de", "12.345|12 345|12345"),
        (10000, "de", "10.000|10,000"),
        (1234567.5, "fr", "1 234 567,5|1\u202f234\u202f567,5|1.234.567,5"),
        (8.5, "fr", "8,50|8.50|8,5|8.5"),
        (12345, "es", "12.345|12 345|12345"),
        (3.14, "es", "3,14|3.14"),
        (2380000000, "es", "2,38 mil millones|2.380 millones"),
        (70000000000, "ru", "70 млрд|70 млрд.|70 миллиардов"),
        (5500000, "de", "5,5 Mio.|5,5 Millionen|5,5 Mio"),
        (5000000, "fr", "5 millions|5M"),
    ],
)
def test_one_number_in_many_styles(value: float, lang: str, texts: str) -> None:
    for text in texts.split("|"):
        [found] = read(text, lang)
        assert (float(found.value), found.start, found.end) == (value, 0, len(text)), text


@pytest.mark.parametrize("text", ["3/4", "½", "2/3", "1/100"])
def test_nothing_but_a_fraction_has_its_form(text: str) -> None:
    [found] = read(f"It took {text} of it.")
    assert found.form == "fraction"


@pytest.mark.parametrize("text", ["10 1/2", "3½", "0.75", "2"])
def test_a_number_with_a_fraction_is_a_number(text: str) -> None:
    [found] = read(text)
    assert found.form == "digits"


def test_a_plain_space_parts_groups_only_where_a_language_does_so() -> None:
    assert values("in 12 500 cases") == [12, 500]
    assert values("in 12 500 Fällen", "de") == [12500]
    assert values("in 2015 300 Fälle", "de") == [2015, 300]


AMOUNTS = st.decimals(min_value=0, max_value=10**12, places=2, allow_nan=False)


@given(st.sampled_from(languages()), AMOUNTS)
def test_what_a_language_writes_is_read_back(lang: str, n: Decimal) -> None:
    from babel.numbers import format_decimal

    written = format_decimal(n, format="#,##0.00", locale=lang)
    [found] = read(f"({written})", lang)
    assert found.value == n


@given(st.sampled_from(languages()), st.text("0123456789.,/ '½\u00a0-", max_size=24))
def test_any_digits_are_read_or_left(lang: str, text: str) -> None:
    found = read(text, lang)
    assert all(0 <= f.start < f.end <= len(text) for f in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))


def test_of_a_sentence_with_more_figures_than_prose_has_the_first_are_read() -> None:
    table, prose = "7 cats in 3 towns, " * MOST, "In 2 of them 5 dogs live. " * MOST
    assert len(read(table)) == MOST
    ends = [m.end() for m in re.finditer(r"[.] ", prose)]
    assert len(list(figures(prose, prose, 0, len(prose), lexicon("en"), ends))) == 2 * MOST


@pytest.mark.parametrize("text", ["The firm paid\n70 billion rubles.", "In the year 7\n70 billion rubles were paid."])
def test_a_figure_that_opens_a_line_is_read(text: str) -> None:
    assert Decimal(70_000_000_000) in [c.value.stated[0] for c in claims("money", text) if isinstance(c.value, Amount)]
