"""Time: a time of day, "10:30", "9 a.m."."""

from __future__ import annotations

from collections.abc import Iterator

from ..measures.clock import clocks
from ..model import Claim, Clock
from ..text import Text
from . import claim


def extract(text: Text) -> Iterator[Claim]:
    """The times of day in the prose."""
    for told in text.once(clocks):
        if text.in_prose(told.span.start):
            yield claim("time", text, told.span, Clock(told.minutes))
