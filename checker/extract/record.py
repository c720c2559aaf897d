"""Record: what the text says of a thing that the facts at hand tell as well, "Canberra, the capital of Australia"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from ..lang import Lexicon
from ..lang.cues import Cues, cues
from ..measures.ranges import joined
from ..model import Amount, Claim, Record, Span
from ..text import Text
from . import claim

NAME = r"[A-ZÀ-Þ][\w’'.-]*(?: (?:[a-z]{2,3} )?[A-ZÀ-Þ][\w’'.-]*){0,3}"
BEHIND = re.compile(rf",? ({NAME})(?=[,.;]|$)")
REACH = 60  # characters in which a name beside a predicate stands
NEAR = 24  # and a figure behind it


class _Patterns:
    """What stands around a predicate in one language: "Canberra, the", "Australia's", "of Australia"."""

    def __init__(self, lex: Lexicon) -> None:
        words = lex.words
        article, being, having = (
            "|".join(map(re.escape, w)) or "(?!)" for w in (words.determiners, words.being, words.having)
        )
        self.has = re.compile(rf"(?<![\w’'-])({NAME}),? (?:{having}) (?:[a-z]+ ){{1,2}}$")
        self.before = re.compile(rf"(?<![\w’'-])({NAME})(?:,| (?:{being}))(?: (?:{article}))? $")
        self.owner = re.compile(rf"(?<![\w’'-])({NAME})['’]s? $")
        self.of = re.compile(rf" {re.escape(words.of or '-')} (?:(?:{article}) )?({NAME})")


@cache
def _patterns(lex: Lexicon) -> _Patterns:
    return _Patterns(lex)


def extract(text: Text) -> Iterator[Claim]:
    """Names and figures that stand beside a predicate of the facts and what it is told of."""
    for start, end, predicate in text.places(_cues(text.predicates)) if text.predicates else ():
        if text.in_prose(start) and text.word_before(start) not in text.lexicon.words.not_the:
            yield from _told(text, start, end, predicate)


@lru_cache(maxsize=8)
def _cues(predicates: tuple[str, ...]) -> Cues:
    """Finds the nouns of predicates, "capital" of "capital of"."""
    return cues({p: [p.removesuffix(" of").lower()] for p in predicates})


def _told(text: Text, start: int, end: int, predicate: str) -> Iterator[Claim]:
    source, around = text.document.text, _patterns(text.lexicon)
    of, owner = around.of.match(source, end, end + REACH), around.owner.search(source, max(0, start - REACH), start)
    has = None if of or owner else around.has.search(source, max(0, start - REACH), start)
    named = of or owner or has
    thing = named[1] if named else None
    if thing is None:
        return
    stop = of.end() if of else end
    before = around.before.search(source, max(0, start - REACH), start) if of else None
    behind = BEHIND.match(source, stop, stop + REACH)
    name = before or (behind if owner or source[stop : stop + 1] == "," else None)
    if name:
        yield _claim(text, Span(*name.span(1)), Record(name[1].rstrip("."), predicate, thing.rstrip(".")))
    else:
        yield from _figure(text, stop, predicate, thing)


def _figure(text: Text, stop: int, predicate: str, thing: str) -> Iterator[Claim]:
    """The figure right behind: "the population of Tajikistan is 9 million"."""
    measure = next((m for m in text.once(joined) if m.start >= stop), None)
    if measure and measure.low is measure.high and _plainly(text, stop, measure.start):
        amount = Amount(measure.low.stated, measure.low.meaning(None), unit=measure.unit)
        yield _claim(text, Span(measure.start, measure.end), Record(thing.rstrip("."), predicate, "", amount))


def _plainly(text: Text, start: int, end: int) -> bool:
    """Whether nothing but "is", "of" and a hedge stands between a predicate and its figure."""
    words = text.lexicon.words
    hedges = {w for hedge in text.lexicon.hedges for w in hedge.split()}
    return end - start <= NEAR and set(text.lower[start:end].split()) <= {*words.being, words.of, *hedges}


def _claim(text: Text, span: Span, value: Record) -> Claim:
    return claim("record", text, span, value)
