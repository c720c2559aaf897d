"""Terms: the words of a text that stand in a series with others, read in the language that it is in."""

from __future__ import annotations

import msgspec
import pytest

from checker.terms import WEEKDAY, terms
from checker.text import Text
from tests.helpers import document


def weekdays(lang: str, text: str) -> list[str]:
    """The words of a text that are read as days of the week."""
    whole = Text(msgspec.structs.replace(document(text), lang=lang))
    return [text[span.start : span.end] for span, term in terms(whole) if term.series == WEEKDAY]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "Es kamen so wenige wie seit 2013 nicht mehr, do it yourself."),
        ("fr", "Le jeu se tient en mer."),
        ("pt", "Vão ter 12 filhos."),
        ("it", "Era un gio di parole."),
        ("tr", "Per saniye on."),
    ],
)
def test_a_small_word_is_no_day_of_the_week(lang: str, text: str) -> None:
    assert weekdays(lang, text) == []


def test_a_day_of_the_week_that_is_cut_short_is_one_beside_a_date() -> None:
    assert weekdays("de", "Er kam am So., 5. Mai 2013.") == ["So"]
