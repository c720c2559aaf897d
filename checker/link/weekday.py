"""Weekday: a day and the weekday that stands beside it, "Wednesday, January 15, 2019"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model import Claim, Link, When
from ..text import Text

DIGIT = re.compile(r"[0-9]")
SURE = 0.97


def link(text: Text, claims: tuple[Claim, ...]) -> Iterator[Link]:
    """Every day told with its weekday, unless its sentence speaks of another calendar."""
    for c in claims:
        assert isinstance(c.value, When)
        if c.value.weekday is not None and c.value.grain == "day" and DIGIT.search(text[c.span]):
            sentence = text.lower[c.sentence.start : c.sentence.end]
            if not any(word in sentence for word in text.lexicon.words.timeline.get("other_calendar", ())):
                yield Link(c, (), "a weekday stands beside its day", SURE)
