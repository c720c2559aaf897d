"""Phrases: what stands in the very words that are around a claim, "a plan that costs … per month"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise

from .model import Claim, Span
from .text import Text

BEFORE, BEHIND = 6, 4  # words beside a claim that are looked at
LED = 3  # of them that have to stand before it
LOOSE, FIRM = (4, 2), (6, 3)  # words that have to be the same, and content words among them
AHEAD = 4  # words by which the other place has to be more like it than one that tells the same
ASIDE = 20  # characters beside words, in which a denial is one of them
WORD = re.compile(r"[^\W_]+(?:[.,][0-9]+)*")
Words = tuple[list[str], list[str]]  # those before a claim, the nearest first, and those behind it


def instead(text: Text, claim: Claim, same: list[Claim], others: Iterable[Claim]) -> tuple[Claim, ...]:
    """The one of other claims that stands in a source in the very words that are around a claim of the text.

    same are claims of sources that may tell the same: the closer one of them is to these words, the less the other
    stands instead; where there is one at all the words have to be many. No source speaks against another.
    """
    own, docs = _words(text, claim), {c.span.doc for c in same}
    others = [c for c in others if docs <= {c.span.doc}]
    alike = max((sum(map(_run, own, _words(text, s))) for s in same), default=0)
    best = max(others, key=lambda c: sum(map(_run, own, _words(text, c))), default=None)
    if best is None:
        return ()
    before, behind = map(_run, own, _words(text, best))
    least, telling = FIRM if same else LOOSE
    like = before >= LED and before + behind >= max(least, alike + AHEAD)
    return (best,) if like and _telling(text, own[0][:before], own[1][:behind]) >= telling else ()


def undenied(text: Text, denial: Claim, denials: list[Claim]) -> Span | None:
    """Where the other side, a text or its sources, has the words around a denial side by side: "who have | opened a".

    Nowhere where that side denies them as well, if only in another source, or the denial's own side tells both.
    """
    here, there = range(1), range(1, len(text.sources) + 1)
    own, others = (there, here) if denial.span.doc else (here, there)
    words = before, behind = _without(text, denial)
    found = [(*_running(text, n).likest(*words), n) for n in others]
    led, going_on, at, doc = max(found, key=lambda place: place[0] + place[1])
    like = led + going_on
    if like < LOOSE[0] or _telling(text, before[:led], behind[:going_on]) < LOOSE[1]:
        return None
    span = _running(text, doc).span(at - led, at + going_on)
    for d in denials:
        near = d.span.doc == doc and span.start - ASIDE < d.span.start < span.end + ASIDE
        if d.span.doc in others and (near or sum(map(_run, words, _without(text, d))) >= like):
            return None
    both = any(sum(_running(text, n).likest(*words)[:2]) >= like for n in own)
    return None if both else Span(span.start, span.end, doc)


def _running(text: Text, doc: int) -> Running:
    return text.of(Span(0, 0, doc)).once(Running)


class Running:
    """The words of a text from its first to its last, each with its place, and where each stands behind which."""

    def __init__(self, text: Text) -> None:
        found = list(WORD.finditer(text.lower))
        self.words, self.spans = [m[0] for m in found], [m.span() for m in found]
        self.places: dict[tuple[str, str], list[int]] = defaultdict(list)
        for n, pair in enumerate(pairwise(self.words), 1):
            self.places[pair].append(n)

    def likest(self, before: list[str], behind: list[str]) -> tuple[int, int, int]:
        """How many words in front of a place and from it on are the same as some others, at most, and which place."""
        places = self.places.get((before[0], behind[0]), ()) if before and behind else ()
        found = ((*self._like(before, behind, at), at) for at in places)
        return max(found, key=lambda x: (x[0] + x[1], -x[2]), default=(0, 0, 0))

    def _like(self, before: list[str], behind: list[str], at: int) -> tuple[int, int]:
        return _run(before, self.words[max(0, at - BEFORE) : at][::-1]), _run(behind, self.words[at : at + BEHIND])

    def span(self, first: int, end: int) -> Span:
        """Where some words stand."""
        return Span(self.spans[first][0], self.spans[end - 1][1])


def _without(text: Text, denial: Claim) -> Words:
    """The words beside a denial as they are without it: "is" of "isn't", nothing of "does not"."""
    before, behind = _words(text, denial)
    told = text.of(denial.span)
    words = told.lexicon.words
    if left := words.affirmed.get(told.lower[denial.span.start : denial.span.end].replace("’", "'")):
        return [left, *before], behind
    return before[bool(before and before[0] in words.carriers) :], behind


def _telling(text: Text, *words: list[str]) -> int:
    """How many content words there are among some."""
    return sum(bool(text.lexicon.content(w)) for stretch in words for w in stretch)


def _run(one: list[str], other: list[str]) -> int:
    """How many words two lists begin with alike."""
    pairs = zip(one, other, strict=False)
    return next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def _words(text: Text, claim: Claim) -> Words:
    told = text.of(claim.span)
    known = told.once(_known)
    if claim.span not in known:
        start, end = claim.sentence.start, claim.sentence.end
        before = WORD.findall(told.lower, start, claim.span.start)[-BEFORE:]
        known[claim.span] = before[::-1], WORD.findall(told.lower, claim.span.end, end)[:BEHIND]
    return known[claim.span]


def _known(text: Text) -> dict[Span, Words]:
    """The words beside some claims, by where they stand."""
    return {}
