"""Lead: what a headline says of something and what the sentence that leads the body says of it, "shares fall"."""

from __future__ import annotations

from collections.abc import Iterator

from ..alibi import overlap
from ..changes import things
from ..model import Claim, Course, Link, Span
from ..text import Text

LEAST = 2  # words that both have beside the words of change
SHARED = 0.5  # of the headline's
SURE = 0.85


def link(text: Text, claims: tuple[Claim, ...]) -> Iterator[Link]:
    """A headline that tells one way, with all that the lead says went some way, where both speak of one thing."""
    above = [c for c in claims if c.role == "headline"]
    below = [c for c in claims if c.role != "headline"]
    if not below or len({_way(c) for c in above}) != 1:
        return
    claim = above[0]
    moves = {thing for c in claims for thing in things(text, c.span.start, c.span.end)}
    headline, lead = (frozenset(things(text, *_ends(s))) - moves for s in (claim.sentence, below[0].sentence))
    one_thing = any((_subjects(claim) & _subjects(c)) - moves and c.mood != "denied" for c in below)
    if one_thing and len(headline & lead) >= LEAST and overlap(headline, lead) >= SHARED:
        yield Link(claim, tuple(below), "the headline and the lead tell of one change", SURE)


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _way(claim: Claim) -> str:
    assert isinstance(claim.value, Course)
    return claim.value.way


def _subjects(claim: Claim) -> frozenset[str]:
    assert isinstance(claim.value, Course)
    return claim.value.subjects
