"""Respelled: a name with its other spelling in the text, "Zelinksi" with "Zelinski"."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Claim, Link
from ..names.variants import variants
from ..text import Text


def link(text: Text, claims: tuple[Claim, ...]) -> Iterator[Link]:
    """The less used spelling, with the first use of the other."""
    at = {c.span: c for c in claims}
    for v in text.once(variants):
        yield Link(at[v.rare.span], (at[v.common[0].span],), v.why, v.sure)
