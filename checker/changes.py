"""Changes: where a figure stands in a change, "rose by 5 to 20", "up 3 percent", "a fall of 12"."""

from __future__ import annotations

from bisect import bisect_left
from typing import Literal, cast

from .model import Span
from .text import Place, Text

BEFORE = 60  # characters before a figure in which the word of change is looked for
UP_TO = 5  # characters between "went up" and a figure that it takes
AFTER = 24  # and after it: "a 5 percent increase"

Way = Literal["up", "down"]
Part = Literal["from", "to", "by"]


def direction(text: Text, at: int) -> Way | None:
    """Which way the nearest word of change shortly before a place points."""
    words = text.once(words_of_change)
    i = bisect_left(words, (at, 0, "")) - 1
    near = i >= 0 and words[i][0] >= at - BEFORE and words[i][0] >= text.clause(at).start
    return cast("Way", words[i][2]) if near else None


def change(text: Text, span: Span) -> tuple[Way | None, Part | None]:
    """The direction of the change that a figure is in, and whether it is what was changed from, to or by."""
    way = direction(text, span.start) or _told_after(text, span.end)
    if not way:
        return None, None
    before = text.word_before(span.start)
    part = next((part for part, words in text.lexicon.words.change_parts.items() if before in words), None)
    return way, cast("Part | None", part)


def _told_after(text: Text, at: int) -> Way | None:
    """ "a 5 percent increase", "a 12-point fall": nothing but a word or two stands between."""
    words = text.once(words_of_change)
    i = bisect_left(words, (at, 0, ""))
    near = i < len(words) and words[i][0] < at + AFTER
    between = text.document.text[at : words[i][0]] if near else ""
    return cast("Way", words[i][2]) if near and between.replace("-", " ").replace(" ", "a").isalpha() else None


def things(text: Text, start: int, end: int) -> list[str]:
    """The words of a stretch for what may change, in order: content words, their parts at hyphens, and currencies."""
    lex = text.lexicon
    parts = (part for word in text.words(start, end) for part in word.split("-"))
    return [thing for part in parts if (thing := lex.content(part) or (part if part in lex.currencies else ""))]


def words_of_change(text: Text) -> list[Place]:
    """Where words of change stand, and which way they point."""
    return text.places(text.lexicon.change_cues)


def climbs(text: Text, at: int) -> bool:
    """Whether the "up to" before a place belongs to a verb of change: "went up to 5.5%" bounds nothing."""
    words = text.once(words_of_change)
    i = bisect_left(words, (at, 0, "")) - 1
    return (
        i >= 0
        and " " in text.lower[words[i][0] : words[i][1]]
        and text.word_before(at) == text.word_after(words[i][1])
        and at - words[i][1] <= UP_TO
    )
