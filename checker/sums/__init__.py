"""Sums: parts told in one breath, and the totals that they ought to make, "14 women and 16 men" of 30 people."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property
from itertools import combinations, permutations

import msgspec

from ..headlines import ABOVE, Body
from ..interval import Interval, whole
from ..model import Amount, Claim, Span
from ..supports import PLAIN, Number, a_year, added, slipped, support
from ..text import Place, Text

BETWEEN = 48  # characters from one part to the next
FEWEST, MOST = 2, 8  # parts
NEAREST = 12  # figures before and after the parts that may be their total
HEADLINES = 12  # figures above the body that may be
AROUND = 2  # sentences before and after the parts in which their total is looked for
BREATH = 60  # characters around a figure in which its deed is looked for
BEHIND = re.compile(r"(?: [^\W\d_]+){0,4}(?::\s|\s?\(|\s[-–—]+\s|—)|,\s")
KINDS = ("count", "money", "number", "figure")


class Parts(msgspec.Struct, frozen=True):
    """Figures of one kind joined by commas and an "and", and the stretch from the first to the last."""

    claims: tuple[Claim, ...]
    span: Span

    @property
    def total(self) -> Interval:
        """What they can add up to."""
        first, *more = (range_of(c) for c in self.claims)
        return sum(more, first)


def range_of(c: Claim) -> Interval:
    """What a figure can mean; whole numbers where it counts."""
    assert isinstance(c.value, Amount)
    return c.value.interval if c.kind == "money" else whole(c.value.interval)


class Sums:
    """The parts of a text, and what may be their totals."""

    def __init__(self, text: Text, claims: tuple[Claim, ...]) -> None:
        self.text, self.words = text, text.lexicon.words
        self.claims = [c for c in claims if c.kind in KINDS and _single(c)]
        self.all = claims
        self.parts = list(self._runs())
        self.in_parts = {c.span for p in self.parts for c in p.claims}

    @cached_property
    def body(self) -> Body:
        """The numbers above and below the headlines."""
        return Body(self.text, self.all)

    @cached_property
    def deeds(self) -> list[Place]:
        """The words that tell what was done to those who are counted."""
        return self.text.places(self.text.lexicon.sums.deed_cues)

    def _runs(self) -> Iterator[Parts]:
        run: list[Claim] = []
        for c in [*self.claims, None]:
            if c and run and self._joined(run[-1], c):
                run.append(c)
                continue
            run = run[1:] if len(run) > FEWEST and _noun(run[0]) in self.words.wholes else run
            if FEWEST <= len(run) <= MOST and self._closed(run):
                yield Parts(tuple(run), Span(run[0].span.start, run[-1].span.end))
            run = [c] if c else []

    def _joined(self, a: Claim, b: Claim) -> bool:
        """Whether the second goes on where the first ends: "14 women and 16 men", "51 people in Spain and 24 in"."""
        between = self.text.lower[a.span.end : b.span.start]
        if len(between) > BETWEEN or not _alike(a, b) or not self.text.lexicon.sums.parted_by.fullmatch(between):
            return False
        i = bisect_left(self.deeds, a.span.end, key=lambda d: d[0])
        to_both = i == len(self.deeds) or self.deeds[i][0] >= b.span.start
        return to_both or a.kind == "money"  # "15 killed and 16 injured" make no sum

    def _closed(self, run: list[Claim]) -> bool:
        """Whether an "and" stands before the last, or brackets around all, and nothing more is named beside them."""
        text = self.text
        last = text.lower[run[-2].span.end : run[-1].span.start].split()
        i = bisect_left(self.claims, run[0].span, key=lambda c: c.span)
        start = max(run[0].span.start - BETWEEN, self.claims[i - 1].span.end if i else 0)
        before, after = text.lower[start : run[0].span.start], run[-1].span.end
        if before.endswith("(") and text.lower.startswith(")", after):
            return True
        one_more = text.lexicon.sums.one_more
        alone = not one_more.search(before) and not one_more.match(text.lower, after)
        return any(word in self.words.joins for word in last) and alone

    def totals(self) -> Iterator[tuple[Parts, Claim, bool]]:
        """Every part list with a figure that ought to be its total, and whether that stands right before it."""
        for parts in self.parts:
            opened = self._opened(parts)
            if opened:
                yield parts, opened, True
            else:
                yield from ((parts, t, False) for t in (*self._near(parts), *self._above(parts)))

    def _opened(self, parts: Parts) -> Claim | None:
        """The figure right before the parts that announces them: "27 people: 14 women and 16 men"."""
        i = bisect_left(self.claims, parts.span.start, key=lambda c: c.span.start) - 1
        if i < 0 or self.claims[i].sentence != parts.claims[0].sentence:
            return None
        total = self.claims[i]
        between = self.text.lower[total.span.end : parts.span.start]
        made_of = between.strip(" ,") in self.words.made_of
        if not _told_alike(total, parts) or not (made_of or BEHIND.fullmatch(between)):
            return None
        bare = all(c.kind in PLAIN for c in parts.claims) and _noun(total) in self.words.wholes
        sure = made_of or between != ", " or bare or self._of_one_sort(total, parts)
        return total if sure else None

    def _of_one_sort(self, total: Claim, parts: Parts) -> bool:
        """Whether the parts are sorts of what the total counts that nobody is two of: men, women and children."""
        nouns = [_noun(c) for c in parts.claims]
        if not all(nouns):
            nouns = [n for n in nouns if n]
        sorts = [name for name, members in self.words.sorts.items() if all(n in members for n in nouns)]
        return bool(nouns) and bool(sorts) and (_noun(total) in self.words.wholes)

    def _near(self, parts: Parts) -> Iterator[Claim]:
        """Totals in the sentences around, of people to whom the same was done."""
        if parts.claims[0].role in ABOVE or parts.claims[0].kind != "count":
            return
        sentences, at = self.text.sentences, self.text.sentence(parts.span.start)
        n = bisect_left(sentences, at.start, key=lambda s: s.start)
        first, last = sentences[max(0, n - AROUND)], sentences[min(len(sentences) - 1, n + AROUND)]
        i = bisect_left(self.claims, parts.span.start, key=lambda c: c.span.start)
        for total in self.claims[max(0, i - NEAREST) : i + NEAREST]:
            if not first.start <= total.span.start < last.end:
                continue
            if total.kind == "count" and total.role not in ABOVE and total.span not in self.in_parts:
                alike = self._of_one_sort(total, parts) and self._same_deed(total.span, parts.span)
                if alike and (self._names_all(total, parts) or less_than(total, parts)):
                    yield total

    def _names_all(self, total: Claim, parts: Parts) -> bool:
        """Whether the words say that the parts are all there were: "the eleven", "the victims were"."""
        back = total.span.start > parts.span.start and self.text.word_before(total.span.start)
        return back in self.words.determiners or self.text.word_before(parts.span.start) in self.words.were

    def _above(self, parts: Parts) -> Iterator[Claim]:
        """Totals in the headlines that nothing else in the body supports."""
        if parts.claims[0].role in ABOVE:
            return
        told = Number(self.text, parts.claims[0], parts.total.lo or parts.total.hi, parts.total)  # type: ignore[arg-type]
        for h in self.body.above[:HEADLINES]:
            fits = h.agrees(told) and h.kind in KINDS and not h.year
            if fits and (h.kind == "money" or self._same_deed(h.claim.span, parts.span)) and not self._supported(h):
                yield h.claim

    def _supported(self, h: Number) -> bool:
        """Whether the body bears a number out; counts that add up to it have to do so to the last one."""
        if support(h, self.body) != added.__name__ or h.kind == "money":
            return support(h, self.body) is not None
        exact = whole(h.interval)
        for row in self.body.by_sentence:
            counts = [whole(n.interval) for n in row if n.kind in KINDS and n.kind != "money"]
            sums = [a + b for a, b in combinations(counts, 2)] + [a + b + c for a, b, c in combinations(counts, 3)]
            if any(exact.meets(x) for x in (*sums, *(a - b for a, b in permutations(counts, 2)))):
                return True
        return False

    def _same_deed(self, a: Span, b: Span) -> bool:
        one, other = self._deed(a), self._deed(b)
        return one is not None and one == other

    def _deed(self, at: Span) -> str | None:
        """What was done to those who are counted: the next word of a deed in the sentence, or else the one before."""
        sentence, deeds = self.text.sentence(at.start), self.deeds
        i = bisect_left(deeds, at.start, key=lambda d: d[0])
        nearest = self.text.figure_after(at.end)
        end = min(sentence.end, at.end + BREATH, nearest.start if nearest else sentence.end)
        if i < len(deeds) and deeds[i][0] < end:
            return deeds[i][2]
        i = bisect_left(deeds, at.start, key=lambda d: d[0]) - 1
        return deeds[i][2] if i >= 0 and deeds[i][0] >= max(sentence.start, at.start - BREATH) else None


def _single(c: Claim) -> bool:
    value = c.value
    return isinstance(value, Amount) and len(value.stated) == 1 and value.per is None


def _alike(a: Claim, b: Claim) -> bool:
    """Whether two figures may be parts of one thing."""
    assert isinstance(a.value, Amount)
    assert isinstance(b.value, Amount)
    if a.sentence != b.sentence:
        return False
    if "money" in (a.kind, b.kind):
        return a.kind == b.kind and a.value.currencies[:1] == b.value.currencies[:1]
    return True


def _noun(c: Claim) -> str | None:
    assert isinstance(c.value, Amount)
    return c.value.unit


def _told_alike(total: Claim, parts: Parts) -> bool:
    """Whether total and parts are of one kind, or the parts leave to the total what they count."""
    kinds = {c.kind for c in parts.claims}
    bare = kinds <= set(PLAIN) and not any(_year(c) for c in parts.claims)
    return (total.kind == "count" and (bare or "money" not in kinds)) or kinds == {total.kind} == {"money"}


def _year(c: Claim) -> bool:
    assert isinstance(c.value, Amount)
    return a_year(c.value.stated[0])


def less_than(total: Claim, parts: Parts) -> bool:
    """Whether the parts exceed the total."""
    assert isinstance(total.value, Amount)
    hi, lo = whole(total.value.interval).hi, parts.total.lo
    least = total.value.stated[0] if hi is None else hi
    return lo is not None and least < lo


def off_by_a_slip(total: Claim, parts: Parts) -> bool:
    """Whether the total is what a slip would make of the sum."""
    assert isinstance(total.value, Amount)
    stated = [c.value.stated[0] for c in parts.claims if isinstance(c.value, Amount)]
    return slipped(total.value.stated[0], sum(stated[1:], stated[0]))
