"""Comparing: how a language sets figures against each other, "up 5% to 10m from 9.5m", "18 of the 600"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property

import msgspec

from .cues import Cues, cues
from .numbering import NumberWords

LEADS = 4  # words that may stand between "from" and its figure
TELLS = 5  # and between a comma and the change that sums up


class ComparingWords(NumberWords, msgspec.Struct, frozen=True, kw_only=True):
    """The tables of a language file that tell how figures are compared; what each is for stands in `en.yaml`."""

    ago: list[str] = []
    level_parts: dict[str, list[str]] = {}
    lead_ins: list[str] = []
    move_breaks: list[str] = []
    other_bases: list[str] = []
    other_levels: list[str] = []
    other_rates: list[str] = []
    other_terms: list[str] = []
    in_sum: list[str] = []
    in_turn: list[str] = []
    restated: list[str] = []
    plain_moves: list[str] = []
    auxiliaries: list[str] = []
    ranks: list[str] = []
    repeatedly: list[str] = []
    in_a_row: list[str] = []
    part_of: list[str] = []
    whole_words: list[str] = []
    no_answers: list[str] = []
    answers: dict[str, list[str]] = {}
    not_one_whole: list[str] = []


class Comparing:
    """A language's comparisons as patterns for lower-case text; reach it as `lexicon("en").comparing`."""

    def __init__(self, words: ComparingWords, changes: list[str], hedges: list[str]) -> None:
        self.words, self.changes, self.hedges = words, changes, hedges
        self.ranks, self.in_a_row = frozenset(words.ranks), frozenset(words.in_a_row)
        self.plain_moves, self.auxiliaries = frozenset(words.plain_moves), frozenset(words.auxiliaries)

    @cached_property
    def part_before(self) -> re.Pattern[str]:
        """What tells, right before a figure, that it is a level of a change, and which."""
        parts = "|".join(f"(?P<{part}>{_any(words)})" for part, words in self.words.level_parts.items()) or "(?!)"
        leads = _any([*self.words.lead_ins, *self.hedges])
        return re.compile(rf"(?<![^\W_])(?:{parts})(?: (?:{leads})){{0,{LEADS}}} $")

    @cached_property
    def earlier_cues(self) -> Cues:
        """Finds what stands before the earlier of two levels, "from", "against"."""
        return cues({part: self.words.level_parts.get(part, []) for part in ("from", "than")})

    @cached_property
    def move_break(self) -> re.Pattern[str]:
        """What parts the figures of one change from others."""
        return re.compile(rf"[;:()\[\]\n\u2014\u2013]|[.!?]\s|{_whole(self.words.move_breaks)}")

    @cached_property
    def other_base(self) -> re.Pattern[str]:
        """What a change may be measured against beside the level that is told."""
        return re.compile(_whole(self.words.other_bases))

    @cached_property
    def other_level(self) -> re.Pattern[str]:
        """What tells that a level is not the earlier one of the same thing."""
        return re.compile(_whole(self.words.other_levels))

    @cached_property
    def other_rate(self) -> re.Pattern[str]:
        """What tells that a change is one a year, or at other prices."""
        return re.compile(rf"{_whole(self.words.other_rates)}(?! (?:{_any(self.words.ago)}))")

    @cached_property
    def other_terms(self) -> re.Pattern[str]:
        """What tells that the change in a sentence may be measured otherwise than its levels."""
        return re.compile(_whole(self.words.other_terms))

    @cached_property
    def in_sum(self) -> re.Pattern[str]:
        """What opens, at the end of a stretch, a change that sums up: ", an increase of "."""
        words = _any([*self.words.in_sum, *self.changes])
        return re.compile(rf"(?:,|\s[-\u2013\u2014]|\s\()\s?(?:(?:{words})\s?){{0,{TELLS}}}[+-]?$")

    @cached_property
    def in_turn(self) -> re.Pattern[str]:
        """What tells that two lists belong together one by one."""
        return re.compile(_whole(self.words.in_turn))

    @cached_property
    def told_again(self) -> re.Pattern[str]:
        """What stands between a share and the same share told again: " of voters (about ", ", or "."""
        again, hedges = _any(self.words.restated), _any(self.hedges)
        whole = rf"(?: (?:{_any(self.words.part_of)}) [^\W\d_][^\d.,;:()\[\]\n]{{1,40}})?"
        return re.compile(rf"{whole}(?:(?P<bracket> ?[(\[])(?:(?:{again}) )?|,? (?:{again}) )(?:(?:{hedges}) )?")

    @cached_property
    def part_of(self) -> re.Pattern[str]:
        """What stands between a part and its whole: " of the "."""
        return re.compile(rf" (?:{_any(self.words.part_of)}) (?:(?:{_any(self.words.whole_words)}) )?")

    @cached_property
    def share_opens(self) -> re.Pattern[str]:
        """What stands between a count and the percentage that it is: " members, or about ", " of patients ("."""
        again, hedges = _any(self.words.restated), _any(self.hedges)
        return re.compile(rf"[^\d.,;:()\[\]\n]{{0,50}}(?: ?[(\[]|, (?:{again}) )(?:(?:{hedges}) )?")

    @cached_property
    def of_whole(self) -> re.Pattern[str]:
        """What stands between a whole and the part that follows it: " members, only "."""
        return re.compile(rf"[^\d.;:()\[\]\n]{{0,50}}, (?:(?:{_any([*self.words.lead_ins, *self.hedges])}) ){{0,2}}")

    @cached_property
    def whose(self) -> re.Pattern[str]:
        """What ends right before a whole: "of the "."""
        words = _any([*self.words.whole_words, *self.words.lead_ins])
        return re.compile(rf"(?<![^\W_])(?:{_any(self.words.part_of)}) (?:(?:{words}) ){{0,3}}$")

    @cached_property
    def no_answer(self) -> re.Pattern[str]:
        """What tells that an answer was none."""
        return re.compile(_whole(self.words.no_answers))

    @cached_property
    def answer(self) -> re.Pattern[str]:
        """What one of two answers to a question is, with nothing else after it."""
        sides = "|".join(f"({_any(words)})" for words in self.words.answers.values()) or "(?!)"
        return re.compile(rf"(?: [^\W\d_]+){{0,2}}? (?:{sides})(?= ?(?:$|[.,;]| (?:{_any(self.words.move_breaks)})\b))")

    @cached_property
    def not_one_whole(self) -> re.Pattern[str]:
        """What tells that the percentages of a sentence are of several wholes."""
        return re.compile(_whole(self.words.not_one_whole))


def _any(words: Iterable[str]) -> str:
    """The words as the alternatives of a pattern, the longest first; none match nothing."""
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True))) or "(?!)"


def _whole(words: Iterable[str]) -> str:
    return rf"(?<![^\W_])(?:{_any(words)})(?![^\W_])"
