"""Undenied: words that a source has with a denial among them, "was seen" with "was not seen"."""

from __future__ import annotations

from collections.abc import Iterator

from ..denials import dropped
from ..model import Claim, Link
from ..text import Text

SURE = 0.8


def link(text: Text, claims: tuple[Claim, ...]) -> Iterator[Link]:
    """Every such row of words, with the denial."""
    for claim, found in dropped(text, claims):
        yield Link(claim, found, "the source denies it", SURE)
