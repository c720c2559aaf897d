"""Other date: a day, month or quarter that no source has, where one has another, "Sunday" with "Friday"."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Claim, Link
from ..terms import CALENDAR, YEAR
from ..text import Text
from ..turns import elsewhere, misplaced, moved, replaced, untied

SURE, LIKELY = 0.9, 0.7


def link(text: Text, claims: tuple[Claim, ...]) -> Iterator[Link]:
    """Every such word, with those of its kind where a source tells the same."""
    for claim, found in elsewhere(text, claims, CALENDAR):
        yield Link(claim, found, "the source has another, and this one nowhere", SURE)
    for claim, found in replaced(text, claims, (*CALENDAR, YEAR)):
        yield Link(claim, found, "the source has another in the same words", SURE)
    for claim, found in untied(text, claims, CALENDAR):
        yield Link(claim, found, "the source has another with the same figure", SURE)
    for claim, found in (*misplaced(text, claims), *moved(text, claims)):
        yield Link(claim, found, "where the source tells the same it has another", LIKELY)
