"""Other term: a word for which a source has its opposite or another unit of time, "fell" with "rose"."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Claim, Link
from ..terms import IN_TURN
from ..text import Text
from ..turns import elsewhere, opposed, replaced, untied

SURE, LIKELY = 0.85, 0.8


def link(text: Text, claims: tuple[Claim, ...]) -> Iterator[Link]:
    """Every such word, with those that stand for it where a source tells the same."""
    for claim, found in elsewhere(text, claims, IN_TURN):
        yield Link(claim, found, "the source has another, and this one nowhere", SURE)
    for claim, found in replaced(text, claims, IN_TURN):
        yield Link(claim, found, "the source has another in the same words", SURE)
    for claim, found in untied(text, claims, IN_TURN):
        yield Link(claim, found, "the source has another with the same figure", SURE)
    for claim, found in opposed(text, claims):
        yield Link(claim, found, "the source has its opposite", LIKELY)
