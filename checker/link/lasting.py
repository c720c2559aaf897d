"""Lasting: how long something lasted, and from when to when, "from 2001 to 2016, a span of 15 years"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ..model import Amount, Claim, Link, When
from ..text import Text

SURE = 0.9
DIGIT = re.compile(r"[0-9]")
FEWEST = 2  # years; one is told of too many things
LONGEST = 5000  # and more are no anniversary
FOUNDED = 24  # characters before a year in which its verb stands


def link(text: Text, claims: tuple[Claim, ...]) -> Iterator[Link]:
    """Spans with the years that they are told of, anniversaries with the year in which it began."""
    for first, second in pairwise(claims):
        if isinstance(first.value, When) and isinstance(second.value, Amount) and _spans(text, first, second):
            yield Link(second, (first,), "a span is told beside its two ends", SURE)
    for c in claims:
        if c.kind == "ordinal" and text.word_after(c.span.end) in text.lexicon.words.timeline.get("anniversary", ()):
            begun = [d for d in claims if d.sentence == c.sentence and DIGIT.search(text[d.span]) and d.kind == "date"]
            if len(begun) == 1 and _founding(text, begun[0]):
                yield Link(c, (begun[0],), "an anniversary is told with the year in which it began", SURE)


def _spans(text: Text, dates: Claim, span: Claim) -> bool:
    """ "2001 to 2016, a span of 15 years", "(15 years)"."""
    assert isinstance(dates.value, When)
    assert isinstance(span.value, Amount)
    between = text.lower[dates.span.end : span.span.start].strip(" ,")
    years = span.kind == "duration" and span.value.unit == "year" and span.value.stated[0] >= FEWEST
    two_ends = dates.value.grain == "range" and dates.value.first.year < dates.value.last.year
    return years and two_ends and (between in text.lexicon.words.timeline.get("spell", ()) or between == "(")


def _founding(text: Text, date: Claim) -> bool:
    assert isinstance(date.value, When)
    before = text.words(max(date.sentence.start, date.span.start - FOUNDED), date.span.start)
    return date.value.grain == "year" and any(w in text.lexicon.words.timeline.get("founded", ()) for w in before)
