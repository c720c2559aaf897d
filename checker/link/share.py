"""Share: a part, its whole and the percentage that they make, "180 of the 240, or 75 percent", "6% (36 of 600)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..figures import Figure
from ..figures.hedges import hedge_before
from ..interval import exactly
from ..model import Amount, Claim, Link, Span
from ..text import Text

SURE = 0.95
NEAR = 60  # characters between the figures of one share
CLOSES = (")", "]", ",")
TENS = 10  # a count that it divides may be rounded


def link(text: Text, claims: tuple[Claim, ...]) -> Iterator[Link]:
    """Each percentage that stands right beside a part and the whole it is of: percentage, part, whole."""
    for c in claims:
        assert isinstance(c.value, Amount)
        found = _after(text, c) or _before(text, c) if len(c.value.stated) == 1 and c.value.unit == c.kind else None
        if found and all(_counts(text, c, f) for f in found):
            part, whole = (_claim(text, c, f) for f in found)
            yield Link(c, (part, whole), "a share is told beside its part and its whole", SURE)


def _before(text: Text, c: Claim) -> tuple[Figure, Figure] | None:
    """The part and the whole before a percentage: "180 of the 240 (75%)", "of the 240, 180, or 75%"."""
    b = text.figure_before(c.span.start)
    a = text.figure_before(b.start) if b else None
    if (
        not a
        or not b
        or not _all_told(text, c)
        or not _fits(text, text.lexicon.comparing.share_opens, b.end, c.span.start)
    ):
        return None
    if _fits(text, text.lexicon.comparing.part_of, a.end, b.start):
        return a, b
    first = _fits(text, text.lexicon.comparing.of_whole, a.end, b.start)
    whole = first and text.lexicon.comparing.whose.search(text.lower, max(0, a.start - NEAR), a.start)
    return (b, a) if whole else None


def _after(text: Text, c: Claim) -> tuple[Figure, Figure] | None:
    """The part and the whole after a percentage: "75% (180 of 240)"."""
    a = text.figure_after(c.span.end)
    b = text.figure_after(a.end) if a else None
    if not a or not b or not _fits(text, text.lexicon.comparing.share_opens, c.span.end, a.start):
        return None
    return (a, b) if _fits(text, text.lexicon.comparing.part_of, a.end, b.start) else None


def _fits(text: Text, pattern: re.Pattern[str], start: int, end: int) -> bool:
    return 0 < end - start <= NEAR and bool(pattern.fullmatch(text.lower, start, end))


def _all_told(text: Text, c: Claim) -> bool:
    """Whether nothing follows a percentage that would make it one of something else: "(65% of those who came)"."""
    return text.document.text[c.span.end : c.span.end + 1] in CLOSES


def _counts(text: Text, c: Claim, f: Figure) -> bool:
    """Whether a figure is a count of its own in the sentence: no year, no fraction, no "hundreds"."""
    within = c.sentence.start <= f.start and f.end <= c.sentence.end
    return within and not f.vague and f.form != "fraction" and f.value > 0 and not text.dated(f.start)


def _claim(text: Text, c: Claim, f: Figure) -> Claim:
    """A figure as a claim; people and things are counted one by one, so that "43" is no rounded figure."""
    hedge = hedge_before(text.document.text, f.start, text.lexicon)
    plain = f.scale == 1 and f.value % TENS and not f.value % 1 and not hedge
    interval = exactly(f.value) if plain else f.meaning(hedge)
    return Claim("count", Span(f.start, f.end), Amount((f.value,), interval), c.role, c.sentence, hedge=hedge)
