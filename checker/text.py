"""Text: a document made ready for search, "its sentences, its figures, the content words of line 9"."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from functools import cached_property
from itertools import pairwise
from typing import Any, TypeVar

import msgspec

from .dates import Calendar, Dated, calendar, folded
from .figures import Figure, figures
from .lang import Lexicon, lexicon
from .lang.cues import Cues
from .model import UNREAD, Block, Document, Span, When

T = TypeVar("T")
Place = tuple[int, int, str]  # where a word stands, and what it tells
FULL_STOP = re.compile(r"[。！？!?｡]+[”’」』）)】》\"]{0,3}\s*|\n\s*")  # in a script without spaces
PAIR = re.compile(r"(?=([^\W\d_]{2}))")  # and what stands for a word there
CAPITALS = "A-ZÀ-ÞĄĆĘŁŃŚŹŻĞİŞŐŰČĎĚŇŘŠŤŮŽА-ЯЁІЇЄҐ\u0621-\u064a"  # and the letters of Arabic, which has none
STOP = re.compile(rf"[.!?…][\"”’»)\]]{{0,3}}\s+(?=[\"“‘«(\[]{{0,2}}[0-9{CAPITALS}$£€])")
LAST_WORD = re.compile(r"([^\W\d_][\w.]{0,12})$")
WORD_BEFORE = re.compile(r"(?<![^\W\d_])([^\W\d_]+)\s*$")
LINE_END = re.compile(r"\r\n?|\n")
WORD_AFTER = re.compile(r"\s*([^\W\d_]+)")
VAGUE = frozenset({"decade", "century"})
CONTENT = re.compile(r"[^\W\d_][\w’'-]{2,}")


class House(msgspec.Struct, frozen=True):
    """What a newsroom holds for one: names of one thing each, and the currency that a bare sign means."""

    aliases: tuple[frozenset[str], ...] = ()
    currency: str = ""

    def same(self, one: str, other: str) -> bool:
        """Whether two names are of one thing."""
        return any({one, other} <= names for names in self.aliases)


class Text:
    """One document with all that the verbs look up in it; each part is made when first asked for.

    predicates are what the facts at hand tell of things, "capital of": a text is searched for these.
    """

    def __init__(self, document: Document, predicates: tuple[str, ...] = (), house: House | None = None) -> None:
        self.document, self.predicates, self.house = document, predicates, house or House()
        self.lexicon: Lexicon = lexicon(document.lang)
        self._when: dict[Span, When | None] = {}
        self._about: dict[Span, frozenset[str]] = {}
        self._word_before: dict[int, str | None] = {}
        self._made: dict[Callable[[Text], Any], Any] = {}

    def __getitem__(self, span: Span) -> str:
        return self.document.text[span.start : span.end]

    def of(self, span: Span) -> Text:
        """The text that a stretch is of: this one, or one of its sources."""
        return self.sources[span.doc - 1] if span.doc else self

    @cached_property
    def sources(self) -> tuple[Text, ...]:
        """The texts that it was made from."""
        return tuple(Text(d, self.predicates, self.house) for d in self.document.originals)

    def once(self, make: Callable[[Text], T]) -> T:
        """What a function makes of the text, made when first asked for."""
        if make not in self._made:
            self._made[make] = make(self)
        made: T = self._made[make]
        return made

    @cached_property
    def lower(self) -> str:
        """The text in lower case, letter for letter."""
        return self.lexicon.plain(folded(self.document.text))

    @cached_property
    def prose(self) -> tuple[Block, ...]:
        """The blocks that the author speaks in."""
        return tuple(b for b in self.document.blocks if b.role not in UNREAD)

    @cached_property
    def sentences(self) -> list[Span]:
        """The sentences of the prose, in order."""
        return [s for block in self.prose for s in self._split(block.span)]

    @cached_property
    def figures(self) -> list[Figure]:
        """The figures of the prose, in order, none of them in an address or in markup."""
        text, lower, lex = self.lexicon.plain(self.document.text), self.lower, self.lexicon
        ends = [s.end for s in self.sentences]
        found = (f for b in self.prose for f in figures(text, lower, b.span.start, b.span.end, lex, ends))
        return [f for f in found if not self.masked(f.start)]

    def figure_at(self, at: int) -> int:
        """The number of the first figure that begins at a place or after it, from 0."""
        return bisect_left(self._figure_starts, at)

    def figure_after(self, at: int) -> Figure | None:
        """The first figure that begins at a place or after it."""
        i = self.figure_at(at)
        return self.figures[i] if i < len(self.figures) else None

    def figure_before(self, at: int) -> Figure | None:
        """The last figure that begins before a place."""
        i = self.figure_at(at)
        return self.figures[i - 1] if i else None

    @cached_property
    def calendar(self) -> Calendar:
        """The dates of the text, known, impossible and not to be told."""
        return calendar(self.document.text, self.lexicon, self.document.published)

    @property
    def dates(self) -> tuple[Dated, ...]:
        """The days and periods that the text names, in order."""
        return self.calendar.dates

    def dated(self, at: int) -> bool:
        """Whether a place is inside a date."""
        i = bisect_right(self._date_starts, at) - 1
        return i >= 0 and at < self.calendar.places[i].end

    @cached_property
    def homes(self) -> frozenset[str]:
        """The currencies whose home the text tells of: Canada's where it says "Canadian"."""
        homes, lower = self.lexicon.homes, self.lower
        found = self.lexicon.home_finder.find_matches_as_indexes(lower, overlapping=True)
        return frozenset().union(*(homes[n][1] for n, start, _ in found if not lower[start - 1 : start].isalnum()))

    def masked(self, at: int) -> bool:
        """Whether the place is inside a stretch that is not prose."""
        masked = self.document.masked
        i = bisect_right(masked, at, key=lambda s: s.start) - 1 if masked else -1
        return i >= 0 and at < masked[i].end

    def in_prose(self, at: int) -> bool:
        """Whether the author speaks at a place: it is in a block of prose, and not masked."""
        return bool(self.prose) and self.block(at).span.start <= at < self.block(at).span.end and not self.masked(at)

    def block(self, at: int) -> Block:
        """The block of prose around a place."""
        return self.prose[bisect_right(self._block_starts, at) - 1]

    def sentence(self, at: int) -> Span:
        """The sentence around a place."""
        return self.sentences[max(0, bisect_right(self._sentence_starts, at) - 1)]

    @cached_property
    def _block_starts(self) -> list[int]:
        return [b.span.start for b in self.prose]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [s.start for s in self.sentences]

    @cached_property
    def _figure_starts(self) -> list[int]:
        return [f.start for f in self.figures]

    @cached_property
    def _date_starts(self) -> list[int]:
        return [place.start for place in self.calendar.places]

    @cached_property
    def clauses(self) -> list[Span]:
        """The clauses of the prose, in order."""
        return [clause for sentence in self.sentences for clause in self._parted(sentence)]

    def clause(self, at: int) -> Span:
        """The clause around a place."""
        return self.clauses[max(0, bisect_right(self._clause_starts, at) - 1)]

    @cached_property
    def _clause_starts(self) -> list[int]:
        return [c.start for c in self.clauses]

    @cached_property
    def _clause_ends(self) -> list[int]:
        return [m.end() for m in self.lexicon.clause_break.finditer(self.lower)]

    def _parted(self, sentence: Span) -> Iterator[Span]:
        """The clauses of a sentence."""
        start, ends = sentence.start, self._clause_ends
        for n in range(bisect_right(ends, start), len(ends)):
            if ends[n] >= sentence.end:
                break
            yield Span(start, ends[n])
            start = ends[n]
        yield Span(start, sentence.end)

    def places(self, cues: Cues) -> list[Place]:
        """Where words stand as whole words, in order, and what each of them tells."""
        lower, (finder, told) = self.lower, cues
        found = finder.find_matches_as_indexes(lower)
        if self.lexicon.unspaced:
            return [(a, b, told[n]) for n, a, b in found]
        return [(a, b, told[n]) for n, a, b in found if not (lower[a - 1 : a].isalnum() or lower[b : b + 1].isalnum())]

    def words(self, start: int, end: int) -> list[str]:
        """The words of a stretch, in lower case."""
        return (PAIR if self.lexicon.unspaced else CONTENT).findall(self.lower, start, end)

    def about(self, span: Span) -> frozenset[str]:
        """The content words of a stretch, stemmed."""
        if span not in self._about:
            words = map(self.lexicon.content, self.words(span.start, span.end))
            self._about[span] = frozenset(filter(None, words))
        return self._about[span]

    @cached_property
    def line_starts(self) -> list[int]:
        """Where each line begins."""
        return [0, *(m.end() for m in LINE_END.finditer(self.document.text))]

    def line(self, at: int) -> int:
        """The number of the line that a place is on, from 1."""
        return bisect_right(self.line_starts, at)

    def word_before(self, at: int) -> str | None:
        """The word that ends right before a place, in lower case."""
        if at not in self._word_before:
            m = WORD_BEFORE.search(self.lower, max(0, at - 20), at)
            self._word_before[at] = m[1] if m else None
        return self._word_before[at]

    def word_after(self, at: int) -> str | None:
        """The word that begins right after a place, in lower case."""
        m = WORD_AFTER.match(self.lower, at)
        return m[1] if m else None

    def when(self, span: Span) -> When | None:
        """The period that a stretch names: from the first day of any date in it to the last.

        Decades and centuries are too vague for it, and so is what was counted: "two years ago".
        """
        if span not in self._when:
            self._when[span] = self._named(span)
        return self._when[span]

    def _named(self, span: Span) -> When | None:
        i = bisect_right(self.dates, span.start - 1, key=lambda d: d.span.start)
        named = list[When]()
        while i < len(self.dates) and self.dates[i].span.start < span.end:
            dated = self.dates[i]
            if not dated.counted and dated.when.grain not in VAGUE:
                named.append(dated.when)
            i += 1
        if len(named) == 1:
            return named[0]
        return When(min(w.first for w in named), max(w.last for w in named), "range") if named else None

    def _split(self, span: Span) -> Iterator[Span]:
        text, start = self.document.text, span.start
        if self.lexicon.unspaced:
            ends = [m.end() for m in FULL_STOP.finditer(text, span.start, span.end)]
            yield from (Span(a, b) for a, b in pairwise(dict.fromkeys((start, *ends, span.end))))
            return
        for m in STOP.finditer(text, span.start, span.end):
            word = LAST_WORD.search(text, max(start, m.start() - 12), m.start())
            if m[0][0] == "." and word and (len(word[1]) == 1 or word[1].lower() in self.lexicon.abbreviations):
                continue
            yield Span(start, m.end())
            start = m.end()
        if start < span.end:
            yield Span(start, span.end)


def within(places: list[Place], span: Span) -> Place | None:
    """The first of some places that begins in a stretch, if it ends there too."""
    i = bisect_left(places, (span.start, 0, ""))
    return places[i] if i < len(places) and places[i][1] <= span.end else None
