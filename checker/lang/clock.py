"""Clock: the words of times of day, in the patterns that read them, "9 a.m.", "20 Uhr", "ocho de la tarde"."""

from __future__ import annotations

import re

from .cues import any_of
from .words import Words

GAP = "[ \u00a0\u202f]"
NOON = 12
DIGITS = r"(?<![\w.,:-])[0-9]{1,2}(?:[:.h][0-5][0-9])?"  # an hour and its minutes, as they are written beside another
LATER = r"[0-9]{1,2}(?:[:.h][0-5][0-9])?(?![0-9:]|[.,][0-9])"  # the same, behind another


class ClockWords:
    """The words for times of day of a language with spaces; lengths are its words for hours as a length of time."""

    def __init__(self, words: Words, lengths: list[str]) -> None:
        am, pm = (any_of(words.half_days.get(half, ())) for half in ("am", "pm"))
        hour, length, to = any_of(words.hours), any_of(lengths), any_of(words.to)
        before = any_of(words.clock_before)
        counted = {word: int(n) for word, n in words.numbers.items() if 1 <= n <= NOON and not n % 1}
        self.numbers = {**counted, **words.clock_hours}
        number = any_of(self.numbers)
        self.after = re.compile(
            rf"(?:{GAP}?(?:(?P<hour>{hour})|(?P<length>{length}))(?!\w))?(?:{GAP}?(?:(?P<am>{am})|(?P<pm>{pm}))(?!\w))?"
        )
        self.in_words = re.compile(rf"(?<!\w)(?P<word>{number}){GAP}(?:(?:{length}){GAP})?$")
        self.before = re.compile(rf"(?<!\w)(?:{before}){GAP}$")
        self.named = re.compile(rf"(?<!\w)(?:{any_of(words.clock_names)}){GAP}$")
        self.to_come = re.compile(rf"(?P<first>{DIGITS})(?:{GAP}?(?:{length}))?{GAP}?(?:{to}){GAP}?$")
        self.from_here = re.compile(rf"{GAP}?(?:{to}){GAP}?(?P<second>{LATER})")
        self.twice = re.compile(
            rf"(?:(?P<before>{before}){GAP})?(?P<first>{DIGITS})(?P<length>{GAP}?(?:{length}))?{GAP}?"
            rf"(?:(?P<to>{to})|(?P<again>{before}))(?:{GAP}(?P<too>{before}))?{GAP}?"
            rf"(?P<second>{LATER})(?(length){GAP}?(?:{length})(?!\w))"
        )
