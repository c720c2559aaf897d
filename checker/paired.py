"""Paired: sentences of a text with those of its sources that the rules set them against, for a judge to compare."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

import msgspec

from .aligned import FEWEST, Index
from .model import Claim, Finding, Passage, Span
from .text import Text

SENTENCE = "sentence"  # the kind of claim that a judge is asked about
SETTLED = "error"  # a sentence with one of these needs no judge
Place = tuple[int, int]  # 0 for the text or the number of a source, and where a sentence begins there


def paired(text: Text, claims: Iterable[Claim], findings: Iterable[Finding]) -> tuple[Claim, ...]:
    """The sentences that rules have spoken of, each told the likest of a source's that they set it against.

    Those that a rule doubts come first, since a judge may have a budget; those of the sources follow.
    """
    sentences = {(c.span.doc, c.span.start): c for c in claims if c.kind == SENTENCE}
    spoken: dict[Place, list[Finding]] = defaultdict(list)
    for f in findings if text.sentences else ():
        spoken[0, text.sentence(f.span.start).start].append(f)
    found = list[Claim]()
    for place in sorted(spoken, key=lambda p: (not any(map(_doubted, spoken[p])), p)):
        own, told = sentences.get(place), spoken[place]
        other = _likest(text, own.sentence, told) if own and all(f.severity != SETTLED for f in told) else None
        if own and other in sentences and _words(own) != _words(sentences[other]):
            found.append(msgspec.structs.replace(own, value=Passage(_words(own), other)))
    return (*found, *(c for c in sentences.values() if c.span.doc))


def _doubted(finding: Finding) -> bool:
    return finding.severity is not None or finding.reason is not None


def _likest(text: Text, sentence: Span, findings: list[Finding]) -> Place | None:
    """The sentence of a source that shares most words with one, of those that were set against it, else of all."""
    words = text.about(sentence)
    near = {(w.doc, text.of(w).sentence(w.start)) for f in findings for w in f.witnesses if w.doc}
    near = near or {(n, s) for n, source in enumerate(text.sources, 1) for s in _nearest(source, words)}
    best = max(sorted(near), key=lambda p: text.sources[p[0] - 1].once(Index).share(words, p[1]), default=None)
    return (best[0], best[1].start) if best else None


def _nearest(source: Text, words: frozenset[str]) -> list[Span]:
    return [s for _, s in source.once(Index).nearest(words)[:1]] if len(words) >= FEWEST else []


def _words(claim: Claim) -> str:
    assert isinstance(claim.value, Passage)
    return claim.value.words
