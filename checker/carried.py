"""Carried: the figures of an original that its translation has, and those that it lacks, each at its place."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TypeVar

from .abroad import COUNTED, THIRST
from .model import Amount, Claim, Span
from .otherwise import COUNTS, parts, share
from .parallel import parallel
from .sources import Source, one_kind
from .supports import FEW, HUNDRED, Number, numbers
from .text import Text

T = TypeVar("T")
SELDOM = ("ordinal", "multiple")  # kinds that languages tell in ways that are not read, and few summaries tell again
SURE = ("money", "percent", "quantity")  # kinds of which the smallest is missed


def carried(text: Text, claims: tuple[Claim, ...]) -> Carried:
    """The figures of a translation and of the first of its originals."""
    known = text.once(_known)
    if id(claims) not in known:
        source = Source(text.sources[0], tuple(c for c in claims if c.span.doc == 1))
        known[id(claims)] = Carried(text, claims, source)
    return known[id(claims)]


def _known(text: Text) -> dict[int, Carried]:
    """What was made for some claims, by which they are."""
    return {}


class Carried:
    """The figures of a translation and its original, sentence by sentence."""

    def __init__(self, text: Text, claims: tuple[Claim, ...], source: Source) -> None:
        self.text, self.source = text, source
        self.claims = [c for c in claims if not c.span.doc and isinstance(c.value, Amount)]

    @cached_property
    def _repeated(self) -> dict[Claim, list[Number]]:
        """The figures of the original that each claim repeats."""
        return {c: [n for h in numbers(self.text, c) for n in self.source.said(h)] for c in self.claims}

    @cached_property
    def _untold(self) -> list[Number]:
        """The figures of the original that the translation does not repeat."""
        told = {id(n) for repeated in self._repeated.values() for n in repeated}
        return [n for n in self.source.numbers if id(n) not in told]

    @cached_property
    def lost(self) -> list[Number]:
        """Those of them that are missed."""
        return [n for n in self._untold if self._missed(n)]

    def left(self, claim: Claim, kinds: tuple[str, ...] = COUNTED) -> bool:
        """Whether the sentences that a claim's own goes with have a figure that the translation does not repeat."""
        there = self.sentences.get(claim.sentence, [])
        first, last = map(self.text.figure_at, (claim.sentence.start, claim.sentence.end))
        own = {f.value for f in self.text.figures[first:last]}
        untold = (n for n in self._untold if n.kind in kinds)
        return any(n.claim.sentence in there and n.value not in own for n in untold)

    def _missed(self, n: Number) -> bool:
        """Whether a figure is missed where it is not told: not a small one, not one of a unit, "ein Liter"."""
        if n.kind in SELDOM or (n.kind in COUNTS and n.value in self._in_shares):
            return False
        if n.unit in ("kilometer", "kilo") and n.value == HUNDRED and self._thirsty:
            return False
        return n.value > FEW or (n.kind in SURE and (n.value != 1 or n.kind != "quantity"))

    @cached_property
    def _in_shares(self) -> set[int]:
        """The figures by which the original may tell the shares that the translation has."""
        return parts({share(h.value) for c in self.claims if c.kind == "fraction" for h in numbers(self.text, c)})

    @cached_property
    def _thirsty(self) -> bool:
        """Whether it tells so much for 100 kilometers, of which the original may tell the two apart."""
        return any(isinstance(c.value, Amount) and c.value.unit == THIRST for c in self.claims)

    @cached_property
    def sentences(self) -> dict[Span, list[Span]]:
        """Each sentence of the translation with those of the original that it goes with."""
        original = [n.claim for n in self.source.numbers]
        return parallel(self.text.sentences, self.source.text.sentences, _values(self.claims), _values(original))

    def counterparts(self, claim: Claim) -> list[Number]:
        """The lost figures of a claim's kind in the sentences that its own goes with."""
        there = self.sentences.get(claim.sentence, [])
        return [n for n in self.lost if n.kind == claim.kind and n.claim.sentence in there]

    def in_place_of(self, claim: Claim) -> Number | None:
        """The figure that the original has in the place of one that it has farther away, or in no way that is read.

        Of several in one sentence the first stands for the first, if there are as many on either side.
        """
        there = self.sentences.get(claim.sentence, []) if claim.kind != "multiple" else []
        if not there or not self._strange(claim, there):
            return None
        kinds = COUNTS if claim.kind in COUNTS else (claim.kind,)
        strange = [c for c in self._here[claim.sentence] if c.kind in kinds and self._strange(c, there)]
        left = [n for n in self._left_there(there) if n.kind in kinds]
        alike = [n for n in left if any(one_kind(h, n) for h in numbers(self.text, claim))]
        return alike[strange.index(claim)] if len(alike) == len(strange) else None

    def _strange(self, claim: Claim, there: list[Span]) -> bool:
        """Whether some sentences of the original and those beside them have no figure that a claim repeats."""
        near = with_neighbours(there, self.source.text.sentences)
        return near.isdisjoint(n.claim.sentence for n in self._repeated[claim])

    def _left_there(self, there: list[Span]) -> list[Number]:
        """The figures of some sentences of the original that those that go with them do not repeat."""
        here = with_neighbours([s for t in there for s in self._back[t]], self.text.sentences)
        told = {id(n) for s in here for c in self._here[s] for n in self._repeated[c]}
        return [n for s in there for n in self._there[s] if id(n) not in told]

    @cached_property
    def _here(self) -> dict[Span, list[Claim]]:
        """The figures of each sentence of the translation."""
        return _rows((c.sentence, c) for c in self.claims)

    @cached_property
    def _there(self) -> dict[Span, list[Number]]:
        """Those of each sentence of the original."""
        return _rows((n.claim.sentence, n) for n in self.source.numbers)

    @cached_property
    def _back(self) -> dict[Span, list[Span]]:
        """Each sentence of the original with those of the translation that go with it."""
        return _rows((s, here) for here, there in self.sentences.items() for s in there)

    def missing(self, changed: set[Span]) -> Iterator[tuple[Number, Span]]:
        """The other lost figures, each with the sentence of the translation where it ought to stand.

        changed are the places in the original of those that a figure of the translation stands for.
        """
        last = next(iter(self.text.sentences), Span(0, 0))
        for n in self.lost:
            last = next(reversed(self._back[n.claim.sentence]), last)
            if n.claim.span not in changed:
                yield n, last


def _rows(told: Iterable[tuple[Span, T]]) -> dict[Span, list[T]]:
    """What is told of sentences, by these."""
    rows: dict[Span, list[T]] = defaultdict(list)
    for sentence, one in told:
        rows[sentence].append(one)
    return rows


def with_neighbours(some: list[Span], sentences: list[Span]) -> set[Span]:
    """Some sentences of a text, and those beside them."""
    places = (bisect_left(sentences, s) for s in some)
    return {s for i in places for s in sentences[max(0, i - 1) : i + 2]}


def abreast(text: Text, original: Text) -> dict[Span, list[Span]]:
    """Each sentence of a translation with those of its original that it goes with, by figures, days and roles."""
    return parallel(text.sentences, original.sentences, _marks(text), _marks(original))


def _marks(text: Text) -> dict[Span, frozenset[object]]:
    """What tells each sentence in any language."""
    found = {s: set[object]({text.block(s.start).role} - {"body"}) for s in text.sentences}
    for figure in text.figures:
        found[text.sentence(figure.start)].update(figure.stated)
    for dated in text.dates:
        found[text.sentence(dated.span.start)].add(dated.when.first)
    return {sentence: frozenset(marks) for sentence, marks in found.items()}


def _values(claims: list[Claim]) -> dict[Span, frozenset[object]]:
    """The figures of each sentence, in plain units."""
    found: dict[Span, set[object]] = defaultdict(set)
    for c in claims:
        assert isinstance(c.value, Amount)
        found[c.sentence].update(c.value.stated)
    return {sentence: frozenset(values) for sentence, values in found.items()}
