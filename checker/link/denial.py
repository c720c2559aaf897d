"""Denial: a word that denies, with the sentence of the source that tells the same and denies nothing, "does not"."""

from __future__ import annotations

from collections.abc import Iterator

from ..denials import denied, inserted
from ..model import Claim, Link
from ..text import Text

SURE = 0.8


def link(text: Text, claims: tuple[Claim, ...]) -> Iterator[Link]:
    """Every such word: first where the source has the very words around it, then where it tells the same in others."""
    placed = dict(inserted(text, claims))
    for claim, found in placed.items():
        yield Link(claim, found, "the source has the same words without it", SURE)
    for claim, found in denied(text, claims):
        if claim not in placed:
            yield Link(claim, found, "the source does not deny it", SURE)
