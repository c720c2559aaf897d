"""Difference: what lies between two figures, and a number told for it, "31 years" from 1997 to the text's 2018."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ..headlines import Body, Number, slipped, support
from ..model import Amount, Claim, Link
from ..text import Text

YEARS_APART = 0.9  # how sure it is that a headline counts its years from a year of the body
FEWEST = 5  # years; fewer are told of too many things


def link(text: Text, claims: tuple[Claim, ...]) -> Iterator[Link]:
    """Each number of years above the body with the year of the body that a slip has moved it from."""
    yield from _years(text, claims)


def _years(text: Text, claims: tuple[Claim, ...]) -> Iterator[Link]:
    published = text.document.published
    if not published:
        return
    body = Body(text, claims)
    for h in body.above:
        if h.kind != "duration" or h.unit != "year" or h.value < FEWEST:
            continue
        from_years = [n for n in body.below if n.year and _slip(h, Decimal(published.year) - n.value)]
        if from_years and not support(h, body):
            yield Link(h.claim, (from_years[0].claim,), "the headline counts years from one in the body", YEARS_APART)


def _slip(h: Number, gap: Decimal) -> bool:
    return gap > 0 and abs(h.value - gap) > 1 and slipped(h.value, gap)
