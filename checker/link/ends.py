"""Ends: the two ends of a range, "between 50 and 60 people", "$2 million to $10 million"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from ..changes import direction
from ..model import Amount, Claim, Link
from ..text import Text

SURE = 0.9
FAR = 100  # times that the first end of "$2 billion to $10 million" is the second
GAP = 6  # characters between the two


def link(text: Text, claims: tuple[Claim, ...]) -> Iterator[Link]:
    """The second end of each range with its first, whichever is the greater."""
    for first, second in pairwise(claims):
        near = second.span.start - first.span.end <= GAP and _single(first) and _single(second)
        if near and (_between(text, first, second) or _to(text, first, second)):
            yield Link(second, (first,), "they are the ends of a range", SURE)


def _between(text: Text, first: Claim, second: Claim) -> bool:
    """ "between 60 and 50 people", but not "the gap between 60 and 50", "between six months and two years"."""
    words, before = text.lexicon.words, text.word_before(first.span.start)
    joined = text.lower[first.span.end : second.span.start].strip()
    if not before or words.between.get(before) != joined:
        return False
    at = text.lower.rindex(before, 0, first.span.start)
    one_unit = len({*_marks(first), *_marks(second)}) == 1  # two bare figures may be hours, years, quotes, sides
    return one_unit and text.word_before(at) not in words.apart_nouns


def _to(text: Text, first: Claim, second: Claim) -> bool:
    """ "$2 billion to $10 million", where nothing changes from one to the other."""
    joined = text.lower[first.span.end : second.span.start].strip()
    alike = first.kind == second.kind and _marks(first) == _marks(second) != ()
    told = joined in text.lexicon.words.change_parts["to"] and alike and _value(first) >= FAR * _value(second)
    unmoved = text.word_before(first.span.start) not in text.lexicon.words.change_parts["from"]
    return told and unmoved and not direction(text, first.span.start)


def _single(claim: Claim) -> bool:
    assert isinstance(claim.value, Amount)
    return len(claim.value.stated) == 1


def _value(claim: Claim) -> Decimal:
    assert isinstance(claim.value, Amount)
    return claim.value.stated[0]


def _marks(claim: Claim) -> tuple[str, ...]:
    assert isinstance(claim.value, Amount)
    return claim.value.currencies[:1] or ((claim.value.unit,) if claim.value.unit else ())
