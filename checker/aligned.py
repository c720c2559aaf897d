"""Aligned: which sentences of a source tell what a stretch of a text tells, by the words they share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from math import log

from .model import Claim, Span
from .text import Text

REACH = 60  # characters beside a claim whose words tell what it is about
FEWEST = 3  # words without which a stretch is not sought
BAR = "|"  # between the cells of a table
MOST = 3  # sentences that are looked at


class Index:
    """The sentences of a text by their content words; a word that few of them have tells more."""

    def __init__(self, text: Text) -> None:
        self.text, self.sentences = text, text.sentences
        self.places: dict[str, list[int]] = defaultdict(list)
        for n, sentence in enumerate(self.sentences):
            for word in text.about(sentence):
                self.places[word].append(n)

    def weight(self, word: str) -> float:
        """How much a word tells."""
        return log(1 + (len(self.sentences) + 1) / (len(self.places.get(word, ())) + 1))

    def share(self, words: Iterable[str], sentence: Span) -> float:
        """How much of some words a sentence has, from 0 to 1."""
        told = self.text.about(sentence)
        weights = {word: self.weight(word) for word in sorted(words)}
        return sum(weights[w] for w in weights if w in told) / (sum(weights.values()) or 1)

    def nearest(self, words: Iterable[str]) -> list[tuple[float, Span]]:
        """The sentences that share most of the words, each with the share that it has, from 0 to 1."""
        shared: dict[int, float] = defaultdict(float)
        total = 0.0
        for word in sorted(words):
            weight = self.weight(word)
            total += weight
            for n in self.places.get(word, ()):
                shared[n] += weight
        best = sorted(shared.items(), key=lambda x: (-x[1], x[0]))[:MOST]
        return [(share / total, self.sentences[n]) for n, share in best]


def around(text: Text, claim: Claim, within: Span | None = None) -> frozenset[str]:
    """The content words beside a claim, within its sentence or less."""
    stretch, span = within or claim.sentence, claim.span
    start, end = max(stretch.start, span.start - REACH), min(stretch.end, span.end + REACH)
    return text.about(Span(start, max(start, span.start))) | text.about(Span(span.end, max(span.end, end)))


def nearest(text: Text, claim: Claim, source: Text, within: Span | None = None) -> list[tuple[float, Span]]:
    """The sentences of a source that are likest to what stands around a claim, none where too little does."""
    words = around(text, claim, within)
    return source.once(Index).nearest(words) if len(words) >= FEWEST else []
