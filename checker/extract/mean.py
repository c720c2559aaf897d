"""Mean: what so many whole numbers come to, as a mean or as a share, "M = 5.19, n = 28", "16% of 50 people"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..figures.hedges import hedge_before
from ..measures.ranges import joined
from ..model import Claim, Mean, Span
from ..reported import reported
from ..text import Text
from . import claim

MOST_DIGITS = 6  # of how many were asked
COUNT = re.compile(rf"\s([a-z]{{2}}(?: [a-z]{{3,5}})?)\s([0-9]{{1,{MOST_DIGITS}}})(?=[\s.,;:)]|$)(?![.,][0-9])")
NEXT = re.compile(r"\s([a-z]{2,16})")


def extract(text: Text) -> Iterator[Claim]:
    """Means as papers report them, and shares of a number of people."""
    for r in text.once(reported):
        if r.kind == "mean":
            yield claim("mean", text, r.span, r.value)
    yield from _shares(text)


def _shares(text: Text) -> Iterator[Claim]:
    """ "16% of 50 people"; about so many, and so many of what comes in parts, say nothing that could be checked."""
    words = text.lexicon.words
    for m in text.once(joined):
        count = COUNT.match(text.lower, m.end) if m.kind == "percent" else None
        exact = m.low is m.high and m.low.scale == 1 and m.unit in words.percents
        if not count or not exact or hedge_before(text.document.text, m.start, text.lexicon):
            continue
        if count[1] in words.share_of and _whole(text, count.end()):
            yield claim("mean", text, Span(m.start, count.end()), Mean(m.low.written, size=int(count[2]), percent=True))


def _whole(text: Text, at: int) -> bool:
    """Whether nothing follows, or people do."""
    after = NEXT.match(text.lower, at)
    return after[1] in text.lexicon.words.sampled if after else not text.lower[at : at + 1].isspace()
