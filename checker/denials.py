"""Denials: a "not" that a text has and its sources lack, or the other way round, "will not lend" for "will lend"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from .model import Claim, Span, Term
from .phrases import undenied
from .terms import NOT
from .text import Text
from .turns import Rows, Turn, by_sentence, denies, likest, own, term

SHORT = 60  # characters of a sentence that tells little without its neighbours
NOTHING = re.compile(r"\|[ \t]?[-–—][ \t]?\|")  # a cell that says there is none


def denied(text: Text, claims: tuple[Claim, ...]) -> Iterator[Turn]:
    """Words that deny what no sentence of a source denies that tells the same, with the likest of these.

    A table says by a dash that there is none: where a source has one, its sentences do not tell all.
    """
    there, none = by_sentence(claims, True), text.lexicon.words.none_of
    dashes = any(NOTHING.search(source.document.text) for source in text.sources)
    for claim in own(claims, frozenset((NOT,))):
        found = [] if dashes and text.lower[claim.span.start : claim.span.end] in none else likest(text, claim)
        nearby = {s for sentence in found for s in _beside(text, sentence)}
        if found and not any(_refuses(text, there, sentence) for sentence in nearby):
            yield claim, (Claim("term", found[0], Term(NOT, ""), "body", found[0]),)


def inserted(text: Text, claims: tuple[Claim, ...]) -> Iterator[Turn]:
    """Words that deny what a source tells in the very words around them."""
    for denial, words in _undenied(text, claims):
        if not denial.span.doc:
            yield denial, (words,)


def dropped(text: Text, claims: tuple[Claim, ...]) -> Iterator[Turn]:
    """Words of the text that a source has with a denial among them."""
    for denial, words in _undenied(text, claims):
        if denial.span.doc:
            yield words, (denial,)


def _undenied(text: Text, claims: tuple[Claim, ...]) -> Iterator[tuple[Claim, Claim]]:
    """Every denial whose words the other side has without it, with these words."""
    denials = [c for c in claims if term(c).series == NOT]
    for denial in denials:
        if place := undenied(text, denial, denials):
            told = text.of(place)
            sentence, role = told.sentence(place.start), told.block(place.start).role
            yield denial, Claim("term", place, Term(NOT, ""), role, sentence)


def _beside(text: Text, sentence: Span) -> Iterator[Span]:
    """A sentence of an original; a short one, as of a talk, with the one before it and the one after."""
    told = text.of(sentence).sentences
    if sentence.end - sentence.start > SHORT:
        yield sentence
        return
    n = bisect_left(told, Span(sentence.start, sentence.end))
    yield from (Span(s.start, s.end, sentence.doc) for s in told[max(0, n - 1) : n + 2])


def _refuses(text: Text, rows: Rows, sentence: Span) -> bool:
    """Whether a sentence denies, if only by what its verbs mean: "refused to answer"."""
    refusals = text.of(sentence).lexicon.words.refusals
    return denies(rows, sentence) or any(term(c).member in refusals for c in rows.get(sentence, ()))
