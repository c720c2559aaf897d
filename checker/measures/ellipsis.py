"""Ellipsis: units that a figure leaves to its neighbour, "8- to 16-metre", "43 people, compared with 60"."""

from __future__ import annotations

import msgspec

from ..changes import direction
from ..text import Text
from . import BARE, TELLING, Measure

PLAIN = (BARE, "number")  # kinds of figures that may lack a unit
LENDS_NONE = (*PLAIN, "age", "multiple")  # kinds that no other figure takes its unit from
NEAR = 60  # characters between two figures that are set against each other
NEXT = 8  # characters between two figures of one phrase
MENTIONS = 5  # measures of a sentence that are looked back upon


def completed(text: Text, read: list[Measure]) -> list[Measure]:
    """The measures in order, each in the unit that its neighbour tells for it."""
    whole: list[Measure] = []
    for m in reversed(read):
        after = whole[-1] if whole else None
        shares = after and m.kind in PLAIN and any(told(text, m, after) for told in TOLD_AFTER)
        whole.append(_like(m, after) if after and shares else m)
    whole.reverse()
    for n, m in enumerate(whole):
        told = _told_before(text, whole[max(0, n - MENTIONS) : n], m) if m.kind in PLAIN else None
        whole[n] = _like(m, told) if told else m
    return whole


def _like(m: Measure, other: Measure) -> Measure:
    return msgspec.structs.replace(m, kind=other.kind, unit=other.unit, per=other.per, mark=other.mark)


def _suspended(text: Text, m: Measure, after: Measure) -> bool:
    """ "8- to 16-metre": a hyphen that holds the place of the unit."""
    held = text.lower[m.end : m.end + 2] in ("- ", "-,") and text.document.text.startswith("-", after.low.end)
    return held and after.start - m.end <= NEXT and after.unit is not None


def _same_level(told: Measure, m: Measure) -> bool:
    """ "closed at 1,463.87 points, while the other climbed to 1,333.18": as exact, and about as much."""
    a, b = told.low, m.low
    exact = a.written.as_tuple().exponent == b.written.as_tuple().exponent != 0
    return exact and told.kind in ("count", "quantity") and b.value >= TELLING and a.value / 2 < b.value < a.value * 2


def _stands_at(text: Text, m: Measure, after: Measure) -> bool:
    """ "16,369.03, up 58.06 points": a level, told in the unit of its change."""
    words = text.lower[m.end : after.start].strip(" ,")
    return words in (*text.lexicon.words.rises, *text.lexicon.words.falls) and after.kind in ("count", "quantity")


def _joined(text: Text, m: Measure, after: Measure) -> bool:
    """ "24 and 18 months": two small ones of a unit that is told once."""
    between = text.lower[m.end : after.start].strip()
    small = m.low.value < TELLING and m.low.form == after.low.form == "digits" and after.low.scale == 1
    words = text.lexicon.words
    return (
        small and between in (*words.joins, *words.shared_joins) and after.kind in ("duration", "quantity", "percent")
    )


TOLD_AFTER = (_suspended, _stands_at, _joined)


def _is_a_change(text: Text, at: int) -> bool:
    """Whether a share is that by which something changed, and no level that it changed to."""
    return text.word_before(at) not in text.lexicon.words.change_parts["to"] and direction(text, at) is not None


def _of_something(text: Text, m: Measure) -> bool:
    """Whether a word follows that it may count, in a language whose plurals are unknown: "a 126 testigos"."""
    after = text.word_after(m.end)
    return not text.lexicon.words.singulars and after is not None and after not in text.lexicon.stopwords


def _told_before(text: Text, before: list[Measure], m: Measure) -> Measure | None:
    """The measure in whose unit a figure is that is set against it: "43 people, compared with 60 a year ago"."""
    sentence, words = text.sentence(m.start).start, text.lexicon.words
    told = [x for x in before if x.start >= sentence and x.kind not in LENDS_NONE]
    if text.word_after(m.end) in words.persons:
        return next((x for x in reversed(told) if x.kind == "count"), None)
    level = next((x for x in reversed(told) if _same_level(x, m)), None)
    if level or not told or told[-1] is not before[-1]:
        return level
    between = text.lower[told[-1].end : m.start].rstrip()
    start, share = told[-1].start, told[-1].kind == "percent"
    if text.word_before(m.start) in words.to and not _of_something(text, m):
        set_against = text.word_before(start) in words.change_parts["from"] or (not share and direction(text, start))
    elif share and between.strip() in words.change_parts["from"] and _is_a_change(text, start):
        set_against = False  # "jumped 5 percent from 131"
    else:
        set_against = any(between.endswith(f" {cue}") for cue in words.set_against)
    return told[-1] if set_against and len(between) <= NEAR else None
