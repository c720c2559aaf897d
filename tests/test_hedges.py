"""Hedges: sixty ways to bound a figure, each with its polarity."""

from __future__ import annotations

import pytest

from tests.helpers import claims

BEFORE = {  # phrases between bars
    "about": "about|around|roughly|approximately|some|circa|close to|an estimated|in the region of|more or less",
    "nearly": "nearly|almost|just under|just below|just short of|close on|approaching",
    "just over": "just over|just above|slightly more than|a little over|slightly over",
    "more than": "more than|over|above|in excess of|greater than|upwards of|exceeding|higher than",
    "at least": "at least|no less than|no fewer than|not less than|not fewer than|a minimum of|not under|not below",
    "less than": "less than|fewer than|under|below|lower than|smaller than",
    "at most": "at most|up to|as much as|as many as|no more than|not more than|not over|never more than|a maximum of"
    "|not above|no higher than",
}
AFTER = {"about": "or so|give or take|or thereabouts", "at least": "or more|plus", "at most": "or less|or fewer"}
CASES = [(hedge, phrase) for hedge, phrases in BEFORE.items() for phrase in phrases.split("|")]
CASES_AFTER = [(hedge, phrase) for hedge, phrases in AFTER.items() for phrase in phrases.split("|")]


def test_there_are_sixty_of_them() -> None:
    assert len(CASES) + len(CASES_AFTER) >= 60


@pytest.mark.parametrize(("hedge", "phrase"), CASES)
def test_a_hedge_before_a_figure_has_its_polarity(hedge: str, phrase: str) -> None:
    [claim] = claims("money", f"The firm paid {phrase} 70 billion rubles for it.")
    assert claim.hedge == hedge


@pytest.mark.parametrize(("hedge", "phrase"), CASES_AFTER)
def test_a_hedge_after_a_figure_has_its_polarity(hedge: str, phrase: str) -> None:
    [claim] = claims("money", f"The firm paid 70 billion rubles {phrase} for it.")
    assert claim.hedge == hedge


@pytest.mark.parametrize("phrase", ["the", "its", "not", "all of the", "a further", "another"])
def test_a_word_that_is_no_hedge_is_none(phrase: str) -> None:
    [claim] = claims("money", f"The firm paid {phrase} 70 billion rubles for it.")
    assert claim.hedge is None
