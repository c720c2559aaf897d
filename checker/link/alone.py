"""Alone: a claim that has to be sound by itself, "$750 million euros"."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Claim, Link
from ..text import Text

SURE = 0.95


def link(text: Text, claims: tuple[Claim, ...]) -> Iterator[Link]:
    """Every claim, without witnesses."""
    return (Link(c, (), "it stands for itself", SURE) for c in claims)
