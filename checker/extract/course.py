"""Course: which way a headline or the sentence that leads the body says that something went, "shares fall"."""

from __future__ import annotations

from collections.abc import Iterator

from ..changes import things, words_of_change
from ..model import Claim, Course, Span
from ..text import Place, Text
from . import claim

LEAD = 40  # characters that a first sentence has at least
NEAR = 10  # between "up" and its figure
BEFORE, AFTER = 90, 30  # around a word of change, in which the lead tells what changed


def extract(text: Text) -> Iterator[Claim]:
    """The words of change of the first headline and of the first sentence below it, each with its subjects."""
    headline = next((b.span for b in text.prose if b.role == "headline"), None)
    lead = headline and next((s for s in text.sentences if s.start >= headline.end and s.end - s.start >= LEAD), None)
    if headline and lead:
        yield from (_course(text, w, _subject(text, w, headline)) for w in _moves(text, headline))
        yield from (_course(text, w, _around(text, w, lead)) for w in _moves(text, lead))


def _course(text: Text, word: Place, subjects: frozenset[str]) -> Claim:
    start, end, way = word
    return claim("course", text, Span(start, end), Course("up" if way == "up" else "down", subjects))


def _moves(text: Text, within: Span) -> list[Place]:
    """The words there that tell how the thing itself moved, not what it did to others: no "cuts", no bare "up"."""
    words = text.lexicon.words
    found = [w for w in text.once(words_of_change) if within.start <= w[0] < within.end]
    return [
        w
        for w in found
        if (said := text.lower[w[0] : w[1]]) not in words.taking and (said not in words.degrees or _measured(text, w))
    ]


def _measured(text: Text, word: Place) -> bool:
    figure = text.figure_after(word[1])
    return figure is not None and figure.start - word[1] <= NEAR


def _subject(text: Text, word: Place, headline: Span) -> frozenset[str]:
    """The word for what changed: the last one that tells something before the word of change, or the next behind it."""
    before, after = things(text, headline.start, word[0]), things(text, word[1], headline.end)
    return frozenset(before[-1:] or after[:1])


def _around(text: Text, word: Place, lead: Span) -> frozenset[str]:
    return frozenset(things(text, max(lead.start, word[0] - BEFORE), min(lead.end, word[1] + AFTER)))
