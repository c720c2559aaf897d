"""Paired: a sentence with the one of a source that other rules set it against, the two that tell of one figure."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Claim, Link, Passage
from ..text import Text

SURE = 1.0  # the doubt is the judge's


def link(text: Text, claims: tuple[Claim, ...]) -> Iterator[Link]:
    """Every sentence of the text that has such a one."""
    there = {(c.span.doc, c.span.start): c for c in claims if c.span.doc}
    for claim in claims:
        if isinstance(claim.value, Passage) and claim.value.beside in there:
            yield Link(claim, (there[claim.value.beside],), "other rules set the two against each other", SURE)
