"""Sums: what tells of totals, their parts and lists, "and, including, more than the, an average of"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property

from .cues import Cues, cues
from .words import Words

WORD = r" [^\W\d_][\w’'-]{0,20}"


class SumWords:
    """A language's words about sums, in the shapes that look-ups need."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self.not_whole = frozenset(words.not_whole)
        self.spread_over = frozenset(words.spread_over)

    @cached_property
    def deed_cues(self) -> Cues:
        """Finds words for what is done to people who are counted."""
        return cues(self.words.deeds)

    @cached_property
    def list_joins(self) -> re.Pattern[str]:
        """What stands before the last thing of a list."""
        return re.compile(rf"(?<![^\s])(?:{_either(self.words.list_joins)})\s+")

    @cached_property
    def parted_by(self) -> re.Pattern[str]:
        """What stands between one part of a sum and the next: a few words, and a comma or an "and"."""
        joins = _either(self.words.part_joins)
        return re.compile(rf"(?:{WORD}){{0,4}}(?:, (?:(?:{joins}) )?| (?:{joins}) )")

    @cached_property
    def one_more(self) -> re.Pattern[str]:
        """What tells that parts are not all: "and a child", behind them or at the end of what stands before them."""
        joins, more = _either(self.words.part_joins), _either(self.words.one_more)
        behind = rf"(?:{WORD}){{0,3}},? (?:{joins}) (?:{more})\b"
        before = rf"\b(?:{more}) [^,.;:]{{1,30}}(?:,| (?:{joins})|, (?:{joins})) $"
        return re.compile(rf"{behind}|{before}")

    @cached_property
    def set_off(self) -> re.Pattern[str]:
        """What stands between a difference and the figure it is told from: "more than the"."""
        return re.compile(rf" (?:{_either(self.words.more_than)})(?: [^\W\d_]+){{0,4}} ?$")

    @cached_property
    def totals(self) -> re.Pattern[str]:
        """The labels of rows and columns of sums."""
        return _any(self.words.totals)

    @cached_property
    def rates(self) -> re.Pattern[str]:
        """What heads a column whose cells make no sum."""
        return _any(self.words.rates)

    @cached_property
    def averages(self) -> re.Pattern[str]:
        """What calls a figure an average."""
        return _any(self.words.averages)


def _either(phrases: Iterable[str]) -> str:
    return "|".join(map(re.escape, phrases)) or "(?!)"


def _any(phrases: list[str]) -> re.Pattern[str]:
    """Any of some phrases as whole words, in lower-case text."""
    return re.compile(rf"(?<!\w)(?:{_either(phrases)})(?!\w)")
