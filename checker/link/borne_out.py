"""Borne out: a headline's promise and the sentences below it that tell of the same thing, "bank to lend port"."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Claim, Link
from ..text import Text

SURE = 0.6
MOST = 3  # sentences that bear witness


def link(text: Text, claims: tuple[Claim, ...]) -> Iterator[Link]:
    """The promise with the sentences that tell of it, if there are any."""
    above = [c for c in claims if c.role == "headline"]
    below = [c for c in claims if c.role != "headline"]
    if above and below:
        yield Link(above[0], tuple(below[:MOST]), "the body tells of what the headline promises", SURE)
