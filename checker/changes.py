"""Changes: where a figure stands in a change, "rose by 5 to 20", "up 3 percent", "a fall of 12"."""

from __future__ import annotations

from typing import Literal, cast

from .model import Span
from .text import Text

REACH = 80  # characters before a figure in which the word of change is looked for
WORDS = 10
AFTER = 2  # words after a figure that may tell it: "a 5 percent increase"

Way = Literal["up", "down"]
Part = Literal["from", "to", "by"]


def direction(text: Text, at: int) -> Way | None:
    """Which way the nearest word of change shortly before a place points."""
    start = max(text.clause(at).start, at - REACH)
    words = text.lower[start:at].split()[-WORDS:]
    return next((_way(text, w) for w in reversed(words) if _way(text, w)), None)


def change(text: Text, span: Span) -> tuple[Way | None, Part | None]:
    """The direction of the change that a figure is in, and whether it is what was changed from, to or by."""
    before = text.word_before(span.start)
    part = next((part for part, words in text.lexicon.words.change_parts.items() if before in words), None)
    way = direction(text, span.start) or _told_after(text, span.end)
    return way, cast("Part", part) if part and way else None


def _told_after(text: Text, at: int) -> Way | None:
    words = text.lower[at : at + REACH].split()[:AFTER] if text.lower[at : at + 1] in (" ", "-") else []
    return next((_way(text, w) for w in words if _way(text, w)), None)


def _way(text: Text, word: str) -> Way | None:
    return cast("Way | None", text.lexicon.changes.get(word.strip(",.;:()")))
