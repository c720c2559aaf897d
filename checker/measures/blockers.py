"""Blockers: figures that are no claims, because they belong to a date, a time, a score or a name, "10:30", "2-1"."""

from __future__ import annotations

from ..figures import Figure
from ..reported import taken
from ..text import Text
from .clock import on_the_clock


def blocked(text: Text, f: Figure) -> bool:
    """Whether the figure is part of something else that has been read, or cannot be a claim."""
    return taken(text, f.start) or text.dated(f.start) or on_the_clock(text, f.start) or ordinal(text, f)


def ordinal(text: Text, f: Figure) -> bool:
    """ "21st": the letters against the digits make it an ordinal."""
    after = text.lower[f.end : f.end + 3]
    touching = text.document.text[f.start].isdecimal() and after[:2] in text.lexicon.words.calendar.suffixes
    return touching and not after[2:].isalpha()
