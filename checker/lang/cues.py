"""Cues: words found in a text at once, each with what it tells, "rose: up, fell: down"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

Cues = tuple[AhoCorasick, list[str]]  # a finder of words in lower-case text, and what each of its words tells


def cues(table: dict[str, list[str]]) -> Cues:
    """A finder of the words of a table, the longest first; each tells the name it stands under."""
    told = [(word, name) for name, words in table.items() for word in words]
    return finder([w for w, _ in told]), [name for _, name in told]


def finder(words: list[str]) -> AhoCorasick:
    """Finds words, the longest first, in the way that is slowest to build and fastest to run."""
    return AhoCorasick(words, matchkind=MatchKind.LeftmostLongest, implementation=Implementation.DFA)


def any_of(words: Iterable[str]) -> str:
    """A pattern for the longest of some words, for nothing where there are none."""
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True))) or "(?!)"
