"""Ago: a time told twice, from the text's own day and by its date, "20 years ago, in 1996", "yesterday (14 March)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ..model import Claim, Link, When
from ..text import Text

DIGIT = re.compile(r"[0-9]")
SURE = 0.9


def link(text: Text, claims: tuple[Claim, ...]) -> Iterator[Link]:
    """What is told from the text's day, with the date right behind it that says the same."""
    counted = {d.span for d in text.dates if d.counted}
    for first, second in pairwise(claims):
        from_now = first.span in counted or (_guessed(first) and not DIGIT.search(text[first.span]))
        dated = second.span not in counted and DIGIT.search(text[second.span])
        if from_now and dated and _behind(text, first, second):
            yield Link(first, (second,), "one time is told twice", SURE)


def _guessed(claim: Claim) -> bool:
    assert isinstance(claim.value, When)
    return claim.value.guessed


def _behind(text: Text, first: Claim, second: Claim) -> bool:
    """ ", in 1996", ", 14 March", " (14 March)"."""
    between = text.lower[first.span.end : second.span.start]
    at = text.lexicon.words.timeline.get("at", ())
    return between in (", ", " (", " – ", " - ") or (between.startswith(", ") and between[2:].strip() in at)
