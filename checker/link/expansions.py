"""Expansions: an acronym with the words that it stands for, and with earlier ones, "WHO" explained twice."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Claim, Link, Name
from ..text import Text

SURE = 0.85


def link(text: Text, claims: tuple[Claim, ...]) -> Iterator[Link]:
    """Every acronym, with the first place that explains the same letters."""
    first: dict[str, Claim] = {}
    for c in claims:
        if isinstance(c.value, Name):
            earlier = first.setdefault(c.value.written, c)
            yield Link(c, () if earlier is c else (earlier,), "the letters stand right behind the words", SURE)
