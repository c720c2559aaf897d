"""Denial: a word that denies, with the sentence of the source that tells the same and denies nothing, "does not"."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Claim, Link
from ..text import Text
from ..turns import denied

SURE = 0.8


def link(text: Text, claims: tuple[Claim, ...]) -> Iterator[Link]:
    """Every such word."""
    for claim, found in denied(text, claims):
        yield Link(claim, found, "the source does not deny it", SURE)
