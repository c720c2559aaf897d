"""Unsourced: a figure that no source repeats, with the nearest that one has, "25 million" / "up to 40 million"."""

from __future__ import annotations

from collections.abc import Iterator

from ..held import held
from ..model import Claim, Link
from ..text import Text

SURE = 0.7


def link(text: Text, claims: tuple[Claim, ...]) -> Iterator[Link]:
    """Every figure that follows from a source or that nothing there plainly answers to."""
    for h in held(text, claims):
        if not h.near or not (h.way or h.clear):
            yield Link(h.claim, h.near, h.way or "the source has it nowhere", SURE)
