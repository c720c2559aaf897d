"""Multiple: so many times another figure, "four times as many", "doubled"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ..figures.hedges import hedge_before
from ..interval import hedged
from ..model import Amount, Claim, Span
from ..text import Text
from . import claim, measured


def extract(text: Text) -> Iterator[Claim]:
    """The multiples in figures, "four times", and in one word, "doubled"."""
    yield from (claim for _, claim in measured("multiple", text))
    for start, end, worth in text.places(text.lexicon.multiple_cues):
        if text.in_prose(start):
            word = Span(start, start + len(text.lower[start:end].split()[0]))
            hedge = hedge_before(text.document.text, start, text.lexicon)
            amount = Amount((Decimal(worth),), hedged(Decimal(worth), Decimal(1), hedge))
            yield claim("multiple", text, word, amount, hedge)
