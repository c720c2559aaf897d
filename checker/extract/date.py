"""Date: a day or a period that the text names, "September 23, 2013"."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from ..model import Claim
from ..text import Text
from . import claim


def extract(text: Text) -> Iterator[Claim]:
    """The days, months, seasons and years in the prose."""
    blocks = text.prose
    for dated in text.dates:
        if blocks and text.block(dated.span.start).span.covers(dated.span) and not text.masked(dated.span.start):
            guessed = dated.relative and not dated.counted
            when = msgspec.structs.replace(dated.when, guessed=True) if guessed else dated.when
            yield claim("date", text, dated.span, when)
