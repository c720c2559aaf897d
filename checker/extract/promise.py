"""Promise: what a headline says is going to be, and the sentences below it that tell of that, "bank to lend port"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model import Claim, Promise, Span
from ..text import Place, Text, within
from . import claim

VERB = re.compile(r" [^\W\d_]+")
SHARED, LEAST = 0.5, 3  # of the headline's words that a sentence of the body has, and how many


def extract(text: Text) -> Iterator[Claim]:
    """The promise of the first headline, if it makes one, and every sentence below that tells of the same."""
    headline = next((b.span for b in text.prose if b.role == "headline"), None)
    promise = _promise(text, headline) if headline else None
    if headline is None or promise is None:
        return
    yield claim("promise", text, promise, Promise(reserved=False))
    told = text.about(headline)
    for s in text.sentences:
        if s.start >= headline.end and len(both := told & text.about(s)) >= LEAST and len(both) >= SHARED * len(told):
            yield claim("promise", text, Span(s.start, s.start + len(text[s].rstrip())), Promise(_reserve(text, s)))


def _promise(text: Text, headline: Span) -> Span | None:
    """The word that promises and the verb behind it; none where the headline makes a reserve, or asks."""
    if _reserve(text, headline) or text[headline].rstrip().endswith("?"):
        return None
    for word in text.lexicon.words.promises:
        m = re.compile(rf"(?<=[^\W\d_] ){word}(?= )").search(text.lower, headline.start, headline.end)
        verb = VERB.match(text.lower, m.end(), headline.end) if m else None
        if m and verb and verb[0].strip() not in text.lexicon.stopwords:
            return Span(m.start(), verb.end())
    return None


def _reserve(text: Text, span: Span) -> bool:
    return within(text.once(_reserves), span) is not None


def _reserves(text: Text) -> list[Place]:
    """Where words of reserve stand: not the month of May."""
    source = text.document.text
    return [p for p in text.places(text.lexicon.reserve_cues) if source[p[0]].islower() or not text.dated(p[0])]
