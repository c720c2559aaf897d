"""Blockers: figures that are no claims, because they belong to a date, a time, a score or a name, "10:30", "2-1"."""

from __future__ import annotations

from .clock import on_the_clock
from .figures import Figure
from .text import Text

DAYS = 31  # of a month


def blocked(text: Text, f: Figure) -> bool:
    """Whether the figure is part of something else that has been read, or cannot be a claim."""
    return text.dated(f.start) or on_the_clock(text, f.start) or _ordinal(text, f) or _day_of_a_month(text, f)


def _day_of_a_month(text: Text, f: Figure) -> bool:
    """ "March 29" in a text without a date, which makes it no day of any year."""
    months, after = text.lexicon.months, text.word_after(f.end)
    before = text.lower[max(0, f.start - 12) : f.start].rstrip(" .").split()[-1:]
    beside = (bool(before) and before[0] in months) or (after in months and text.document.text[f.end] == " ")
    return f.scale == 1 and f.written <= DAYS and beside


def _ordinal(text: Text, f: Figure) -> bool:
    """ "21st": the letters against the digits make it an ordinal."""
    after = text.lower[f.end : f.end + 3]
    touching = text.document.text[f.start].isdecimal() and after[:2] in text.lexicon.words.ordinals
    return touching and not after[2:].isalpha()
