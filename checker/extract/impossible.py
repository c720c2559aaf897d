"""Impossible: a date that there is not, "31 June"."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Claim
from ..text import Text
from . import claim


def extract(text: Text) -> Iterator[Claim]:
    """The days in the prose that no calendar has, but not "in June 31 people came"."""
    for d in text.calendar.impossible:
        behind = text.word_after(d.span.end)
        counts = text.document.text[d.span.end - 1].isdigit() and behind and text.lexicon.content(behind)
        if text.in_prose(d.span.start) and not counts:
            yield claim("impossible", text, d.span, d.when)
