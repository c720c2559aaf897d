"""Mentions: where a text names a state or an organisation, "Kyrgyzstan", "the EAEU"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from functools import cache

import msgspec
from ahocorasick_rs import AhoCorasick, MatchKind

from ..model import Span
from . import Facts, Kind, standard


class Mention(msgspec.Struct, frozen=True, gc=False):
    """A state or an organisation at its place, by the name that the tables use."""

    span: Span
    name: str


class Finder:
    """All names of one kind in one automaton: longer names win; those that mean something else are dropped."""

    def __init__(self, facts: Facts, kind: Kind) -> None:
        doubtful = facts.ambiguous(kind)
        self.names: Mapping[str, str] = {w: n for w, n in facts.names(kind).items() if n not in doubtful}
        self.written = sorted({*self.names, *facts.names(kind), *facts.decoys(kind)})
        self.automaton = AhoCorasick(self.written, matchkind=MatchKind.LeftmostLongest)

    def __call__(self, text: str) -> Iterator[Mention]:
        """The mentions in a text, in order."""
        for which, start, end in self.automaton.find_matches_as_indexes(text):
            name = self.names.get(self.written[which])
            if name and not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum()):
                yield Mention(Span(start, end), name)


def within(mentions: list[Mention], span: Span) -> list[Mention]:
    """Those that begin in a stretch, of mentions in order."""
    first = bisect_left(mentions, span.start, key=lambda m: m.span.start)
    last = bisect_left(mentions, span.end, key=lambda m: m.span.start)
    return mentions[first:last]


@cache
def finder(kind: Kind) -> Finder:
    """The finder of states or of organisations in the shipped tables, built once."""
    return Finder(standard(), kind)
