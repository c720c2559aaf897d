"""Blockers: figures that are no claims, because they belong to a date, a time, a score or a name, "10:30", "2-1"."""

from __future__ import annotations

import re
from bisect import bisect_right

from .figures import Figure
from .reported import taken
from .text import Text

DAYS = 31  # of a month
CLOCK = re.compile(r"[:.][0-5][0-9]\b")
HALF_DAY = re.compile(r" ?[ap]\.?m\b")
AFTER_COLON = re.compile(r"[0-9]:$")


def blocked(text: Text, f: Figure) -> bool:
    """Whether the figure is part of something else that has been read, or cannot be a claim."""
    return _in_a_date(text, f) or taken(text, f.start) or _clock(text, f) or _day_of_a_month(text, f)


def _in_a_date(text: Text, f: Figure) -> bool:
    dates = text.dates
    i = bisect_right(dates, f.start, key=lambda d: d.span.start) - 1
    return i >= 0 and f.start < dates[i].span.end


def _day_of_a_month(text: Text, f: Figure) -> bool:
    """ "March 29" in a text without a date, which makes it no day of any year."""
    months, after = text.lexicon.months, text.word_after(f.end)
    before = text.lower[max(0, f.start - 12) : f.start].rstrip(" .").split()[-1:]
    beside = (bool(before) and before[0] in months) or (after in months and text.document.text[f.end] == " ")
    return f.scale == 1 and f.written <= DAYS and beside


def _clock(text: Text, f: Figure) -> bool:
    """A time of day: "10:30", "9am"."""
    source = text.document.text
    colon = source[f.end : f.end + 1] == ":" and CLOCK.match(source, f.end) is not None
    return bool(colon or AFTER_COLON.search(source, max(0, f.start - 2), f.start) or HALF_DAY.match(text.lower, f.end))
