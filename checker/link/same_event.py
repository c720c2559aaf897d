"""Same event: two days told of one thing in the same words, "election on 5 May" and "election on 6 May"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import combinations

from ..alibi import overlap
from ..model import Claim, Link, Span, When
from ..text import Text

SURE = 0.8
AROUND = 30  # characters before a date in which its event stands
LEAST, SHARED = 2, 0.75  # words of it that both have, and how much that is of the fewer
DIGIT = re.compile(r"[0-9]")
NEAR = 20  # days apart, beyond which they are two times of a thing that comes again
FEW = 16  # days of a text that are looked at; with more it is a calendar


def link(text: Text, claims: tuple[Claim, ...]) -> Iterator[Link]:
    """Two days, each told once, with the same words right before them."""
    days = [c for c in claims if _first(c) == _last(c) and DIGIT.search(text[c.span])]
    times = Counter(map(_first, days))
    once = [c for c in days if times[_first(c)] == 1]
    for one, other in combinations(once, 2) if len(days) <= FEW else ():
        near = 0 < abs((_first(one) - _first(other)).days) <= NEAR
        if near and one.sentence != other.sentence and _one_thing(_event(text, one), _event(text, other)):
            yield Link(other, (one,), "both are told of one thing in the same words", SURE)


def _one_thing(a: frozenset[str], b: frozenset[str]) -> bool:
    return len(a & b) >= LEAST and overlap(a, b) >= SHARED


def _last(claim: Claim) -> date:
    assert isinstance(claim.value, When)
    return claim.value.last


def _first(claim: Claim) -> date:
    assert isinstance(claim.value, When)
    return claim.value.first


def _event(text: Text, claim: Claim) -> frozenset[str]:
    start = max(claim.sentence.start, claim.span.start - AROUND)
    return text.about(Span(start, claim.span.start))
