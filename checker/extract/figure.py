"""Figure: a number that by itself tells nothing of what it is, "79" in "dies at 79", "the Fortune 500", "2014"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from ..figures import Figure
from ..measures.blockers import ordinal
from ..measures.clock import on_the_clock
from ..measures.ranges import joined
from ..model import Amount, Claim, Span
from ..terms import of_an_age
from ..text import Text
from . import claim

EARLIEST = 1000  # year that a figure in a date may be


def extract(text: Text) -> Iterator[Claim]:
    """The figures that no measure takes: bare ones, those of names, and years."""
    told, articles = text.once(joined), text.lexicon.words.articles
    for f in text.figures:
        i = bisect_right(told, f.start, key=lambda m: m.start) - 1
        free = (i < 0 or f.start >= told[i].end) and text.lower[f.start : f.end] not in articles
        if free and not _of_a_day(text, f):
            yield claim("figure", text, Span(f.start, f.end), Amount(f.stated, f.meaning(None)))


def _of_a_day(text: Text, f: Figure) -> bool:
    """Whether it is an ordinal, the day of a date, or part of a time of day or of a decade."""
    return (
        ordinal(text, f)
        or of_an_age(text, f.start)
        or on_the_clock(text, f.start)
        or (text.dated(f.start) and f.value < EARLIEST)
    )
