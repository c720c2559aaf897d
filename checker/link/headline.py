"""Headline: a figure above the body that nothing in it supports, and what it may be a slip of, "34 killed"."""

from __future__ import annotations

from collections.abc import Iterator

from ..headlines import unsupported
from ..model import Claim, Link
from ..supports import slipped
from ..text import Text

ALIKE, LOOSE = 0.92, 0.8  # how sure it is that both tell of one thing: in one unit, or one of them without any


def link(text: Text, claims: tuple[Claim, ...]) -> Iterator[Link]:
    """Every unsupported figure above the body, with those of the body that it may be a slip of, likeliest first."""
    for h, near in unsupported(text, claims):
        alike = [n for n in near if h.alike(n) and h.unit == n.unit]
        found = sorted(
            alike or near, key=lambda n: (not slipped(h.value, n.value), abs(n.value - h.value), n.claim.span)
        )
        witnesses = tuple(dict.fromkeys(n.claim for n in found))
        yield Link(h.claim, witnesses[:3], "the headline has it, the body does not", ALIKE if alike else LOOSE)
