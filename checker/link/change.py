"""Change: a percentage and the two levels that it was made from, "up 15% to $56m from $66m"."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from ..model import Claim, Link, Span
from ..moves import Move, moves
from ..text import Text

SURE, LESS_SURE = 0.95, 0.85  # where the earlier level is one that a thing went "from", and where it is set against
YEAR = re.compile(r"\b\d{4}\b")
BESIDE = 20  # characters before a word of change in which an adjective of it stands
BEFORE, AFTER = 60, 32  # characters around a change, or after a level, in which it is told to be of another kind


def link(text: Text, claims: tuple[Claim, ...]) -> Iterator[Link]:
    """Each percentage that tells a change, with the later level and the earlier; both may be in one claim."""
    for m in moves(text, claims):
        if m.by and not any(why(text, m) for why in ALIBIS):
            levels = (m.new,) if m.new is m.old else (m.new, m.old)
            claim = msgspec.structs.replace(m.by.claim, change=m.by.way)
            yield Link(claim, levels, "the change is told beside its levels", SURE if m.plainly else LESS_SURE)


def of_another_level(text: Text, m: Move) -> bool:
    """ "up 5% to 10m, against 9.8m that analysts forecast": the change is not from there."""
    end = m.old.span.end
    stop = text.lexicon.comparing.move_break.search(text.lower, end, end + AFTER)
    after = Span(end, stop.start() if stop else min(end + AFTER, m.new.sentence.end))
    month = not text.lexicon.cldr.months.keys().isdisjoint(text.words(after.start, after.end)) and not YEAR.search(
        text[after]
    )
    found = text.lexicon.comparing.other_level.search(text.lower, after.start, after.end)
    return (month or bool(found)) and not m.plainly


def for_a_period(text: Text, m: Move) -> bool:
    """ "grew by an annual 5% from 10m to 20m": the change is one a year."""
    assert m.by
    by, levels = m.by.claim.span, (m.new.span, m.old.span)
    word = m.by.word[0] if m.by.word and m.by.word[0] < by.start else by.start
    before = Span(max(_breath(text, m), word - BESIDE), by.start)
    end = min([s.start for s in levels if s.start >= by.end] or [by.end + AFTER])
    return any(
        text.lexicon.comparing.other_rate.search(text.lower, s.start, s.end) for s in (before, Span(by.end, end))
    )


def in_other_terms(text: Text, m: Move) -> bool:
    """ "sales rose 5% at constant currencies to 10m from 9.8m": the change is not that of the levels."""
    assert m.by
    end = max(c.span.end for c in (m.new, m.old, m.by.claim)) + AFTER
    stop = text.lexicon.comparing.move_break.search(text.lower, end - AFTER, end)
    return bool(text.lexicon.comparing.other_terms.search(text.lower, _breath(text, m), stop.start() if stop else end))


def _breath(text: Text, m: Move) -> int:
    """Where the part of the sentence begins that tells the change."""
    assert m.by
    first = min(c.span.start for c in (m.new, m.old, m.by.claim))
    start = max(m.new.sentence.start, first - BEFORE)
    return max([start, *(x.end() for x in text.lexicon.comparing.move_break.finditer(text.lower, start, first))])


ALIBIS = (of_another_level, for_a_period, in_other_terms)
