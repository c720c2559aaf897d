"""Gloss: an amount and its conversion right after it, "70 billion rubles (about $1.23 billion)"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ..glosses import converts
from ..model import Claim, Link
from ..text import Text

SURE = 0.97


def link(text: Text, claims: tuple[Claim, ...]) -> Iterator[Link]:
    """Each conversion with the amount it converts; a second one in the same brackets converts the same amount."""
    original: Claim | None = None
    for before, after in pairwise(claims):
        how = converts(text, before, after)
        original = None if not how else original if how == "again" and original else before
        if original:
            yield Link(after, (original,), "a conversion stands beside its amount", SURE)
