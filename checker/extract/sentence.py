"""Sentence: the sentences of the prose, each whole, for rules over what it means, "The council did not agree."."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Claim, Passage, Span
from ..text import Text


def extract(text: Text) -> Iterator[Claim]:
    """Every sentence that has a word."""
    for s in text.sentences:
        words = text[s].rstrip()
        if text.about(s):
            span = Span(s.start, s.start + len(words))
            yield Claim("sentence", span, Passage(" ".join(words.split())), text.block(s.start).role, s)
