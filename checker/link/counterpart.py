"""Counterpart: a figure with what its source has for it, where that plainly tells of the same, "15%" with "20%"."""

from __future__ import annotations

from collections.abc import Iterator

from ..held import held
from ..model import Claim, Link
from ..text import Text

SURE = 0.9


def link(text: Text, claims: tuple[Claim, ...]) -> Iterator[Link]:
    """Every figure that a source repeats, with the places; and every other that a figure there may be changed to."""
    for h in held(text, claims):
        if h.near and (h.way or h.clear):
            yield Link(h.claim, h.near, h.way or "the source has another", SURE)
