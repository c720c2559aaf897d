"""Blockers: figures that are no claims, because they belong to a date, a time, a score or a name, "10:30", "2-1"."""

from __future__ import annotations

import re
from bisect import bisect_right

from .figures import Figure
from .text import Text

CLOCK = re.compile(r"[:.][0-5][0-9]\b")
HALF_DAY = re.compile(r" ?[ap]\.?m\b")
AFTER_COLON = re.compile(r"[0-9]:$")


def blocked(text: Text, f: Figure) -> bool:
    """Whether the figure is part of something else that has been read, or cannot be a claim."""
    return _in_a_date(text, f) or _clock(text, f)


def _in_a_date(text: Text, f: Figure) -> bool:
    places = text.calendar.places
    i = bisect_right(places, f.start, key=lambda s: s.start) - 1
    return i >= 0 and f.start < places[i].end


def _clock(text: Text, f: Figure) -> bool:
    """A time of day: "10:30", "9am"."""
    source = text.document.text
    colon = source[f.end : f.end + 1] == ":" and CLOCK.match(source, f.end) is not None
    return bool(colon or AFTER_COLON.search(source, max(0, f.start - 2), f.start) or HALF_DAY.match(text.lower, f.end))
