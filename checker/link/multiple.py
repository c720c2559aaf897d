"""Multiple: a multiple beside its levels, "doubled from 5m to 9m", or a fraction in percent, "a third (33%)"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import msgspec

from ..interval import ONE, exactly, fraction
from ..model import Amount, Claim, Link
from ..moves import By, moves
from ..text import Text

SURE = 0.95
NEAR = 40  # characters between a fraction and the bracket that tells it in percent
LEVELS = ("money", "count", "quantity", "number", "percent", "multiple")
PAIR = {"percent", "fraction"}


def link(text: Text, claims: tuple[Claim, ...]) -> Iterator[Link]:
    """Each multiple with the later level and the earlier, and each percentage with the fraction that it tells again."""
    told = tuple(c for c in claims if c.kind in LEVELS) if any(c.kind == "multiple" for c in claims) else ()
    for m in moves(text, told, ("multiple",)):
        if m.by and not _often(text, m.by.claim):
            levels = (m.new,) if m.new is m.old else (m.new, m.old)
            yield Link(_times(text, m.by), levels, "the multiple is told beside its levels", SURE)
    for a, b in pairwise(c for c in claims if c.kind in PAIR):
        if {a.kind, b.kind} == PAIR and a.sentence == b.sentence and _told_again(text, a, b):
            share, part = (a, b) if a.kind == "percent" else (b, a)
            yield Link(share, (_fraction(part),), "a fraction is told again in percent", SURE)


def _often(text: Text, c: Claim) -> bool:
    """ "raised twice from 5% to 6%" tells how often, not how many times as much."""
    words = text.lexicon.words
    last = text.words(c.span.start, c.span.end)[-1:]
    return not last or last[0] in (*words.times, *words.repeatedly)


def _times(text: Text, by: By) -> Claim:
    """The multiple with the way it goes; who says "a twofold increase" may mean two times more."""
    value = by.claim.value
    assert isinstance(value, Amount)
    if text[by.claim.span].lower() not in text.lexicon.words.rises:
        value = msgspec.structs.replace(value, interval=value.interval.hull(value.interval + exactly(ONE)))
    return msgspec.structs.replace(by.claim, value=value, change=by.way)


def _fraction(c: Claim) -> Claim:
    """The fraction with what it stands for: "one in five" is as rough as "a fifth"."""
    assert isinstance(c.value, Amount)
    share = c.value.stated[0]
    return msgspec.structs.replace(c, value=msgspec.structs.replace(c.value, interval=fraction(share, ONE, c.hedge)))


def _told_again(text: Text, first: Claim, last: Claim) -> bool:
    """Whether the second figure stands in brackets after the first, or after "or", and is all that stands there."""
    if not all(isinstance(c.value, Amount) and len(c.value.stated) == 1 for c in (first, last)):
        return False
    gap = text.lower[first.span.end : last.span.start]
    after = text.lower[last.span.end : last.span.end + 1]
    m = text.lexicon.comparing.told_again.fullmatch(gap) if len(gap) <= 2 * NEAR else None
    words = text.words(first.sentence.start, first.span.start)
    ordinal = not text.lexicon.comparing.in_a_row.isdisjoint(words)
    return bool(m) and not ordinal and (after in (")", "]") if m["bracket"] else after in (",", ".", ";"))  # type: ignore[index]
