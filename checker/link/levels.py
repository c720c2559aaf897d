"""Levels: where a thing went to and where it came from, "fell to 21.2 from 20.9"."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from ..interval import significant
from ..model import Amount, Claim, Link
from ..moves import Move, moves
from ..text import Text

SURE = 0.95
BESIDE = 20  # characters between a verb and the level that it takes, or what it went by
ROUND = 2  # digits of a figure that may be half of a rough range
BEFORE = 60  # characters before a verb in which its subject stands


def link(text: Text, claims: tuple[Claim, ...]) -> Iterator[Link]:
    """Each later level with the one it went from, where a verb tells which way that was.

    Where it is only set against that, "fell 15% to 56, against 66", the size of the change has to bear witness too.
    """
    for m in moves(text, claims):
        if m.way and (m.plainly or m.by) and _takes(text, m) and not any(why(text, m) for why in ALIBIS):
            witnesses: tuple[Claim, ...] = () if m.new is m.old else (m.old,)
            if m.by and not m.plainly:
                witnesses = (m.old, m.by.claim)
            yield Link(msgspec.structs.replace(m.new, change=m.way), witnesses, "it went from one to the other", SURE)


def _takes(text: Text, m: Move) -> bool:
    """Whether the word of change is a verb, and the levels are its own: no "growth forecast to 2 from 3"."""
    assert m.verb
    start, end, _ = m.verb
    word, words = text.lower[start:end], text.lexicon.comparing
    if word not in words.plain_moves and text.word_before(start) not in words.auxiliaries:
        return False
    levels = [c.span.start for c in (m.new, m.old, *([m.by.claim] if m.by else [])) if c.span.start >= end]
    return bool(levels) and min(levels) - end <= BESIDE


def of_a_currency(text: Text, m: Move) -> bool:
    """A currency that falls costs more of itself: "the kwacha fell from 2.2 to 15 to the dollar"."""
    assert m.verb
    at = min(m.verb[0], m.new.span.start, m.old.span.start)
    before = text.words(max(m.new.sentence.start, at - BEFORE), at)
    return any(word in text.lexicon.currencies for word in before)


def of_a_rank(text: Text, m: Move) -> bool:
    """Who falls in a ranking gets a higher number."""
    words = text.words(m.new.sentence.start, m.new.sentence.end)
    return m.new.kind == "number" and not text.lexicon.comparing.ranks.isdisjoint(words)


def by_a_range(text: Text, m: Move) -> bool:
    """ "prices fell from 3 to 5 percent": as round as that, it may be what they fell by."""
    assert isinstance(m.new.value, Amount)
    stated = m.new.value.stated
    rough = all(significant(x) <= ROUND for x in stated)
    return m.new is m.old and rough and m.way == "down" and stated[0] < stated[1]


ALIBIS = (of_a_currency, of_a_rank, by_a_range)
