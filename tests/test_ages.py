"""Ages: decades and centuries, as each language tells them, are one stretch of years."""

from __future__ import annotations

import pytest

from checker.dates import dates
from checker.lang import lexicon


def told(lang: str, text: str) -> list[tuple[str, int, int]]:
    """The decades and centuries of a text with their first and last years."""
    found = dates(text, lexicon(lang))
    return [(text[d.span.start : d.span.end], d.when.first.year, d.when.last.year) for d in found]


@pytest.mark.parametrize(
    ("lang", "text", "age"),
    [
        ("en", "a 19th-century disease", "19th-century"),
        ("fr", "cette maladie du XIXe siècle", "XIXe siècle"),
        ("es", "del siglo XIX", "siglo XIX"),
        ("it", "del XIX secolo", "XIX secolo"),
        ("ru", "болезнь XIX века", "XIX века"),
        ("tr", "19. yüzyıl hastalığı", "19. yüzyıl"),
        ("ar", "مرض القرن التاسع عشر قد", "القرن التاسع عشر"),
        ("ja", "19世紀からの病気", "19世紀"),
    ],
)
def test_a_century_in_figures_and_roman_numerals(lang: str, text: str, age: str) -> None:
    assert told(lang, text) == [(age, 1801, 1900)]


@pytest.mark.parametrize(
    ("lang", "text", "age"),
    [
        ("de", "in den neunziger Jahren", "neunziger Jahren"),
        ("fr", "dans les années 1990,", "années 1990"),
        ("it", "negli anni Novanta un litro", "anni Novanta"),
        ("es", "los años 90,", "años 90"),
        ("nl", "in de jaren negentig", "jaren negentig"),
        ("tr", "1990'larda litre", "1990'larda"),
        ("zh", "20世纪90年代,每升", "20世纪90年代"),
    ],
)
def test_a_decade_in_figures_and_words(lang: str, text: str, age: str) -> None:
    assert told(lang, text) == [(age, 1990, 1999)]


@pytest.mark.parametrize(
    ("lang", "text"),
    [("es", "hace 20 años"), ("it", "due anni 90 euro"), ("fr", "les années 20"), ("en", "Century XL")],
)
def test_years_that_are_counted_and_decades_of_no_century_are_none(lang: str, text: str) -> None:
    assert told(lang, text) == []
