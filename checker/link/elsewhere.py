"""Elsewhere: figures of one thing in the other texts of a corpus, which its tables join, "40 aboard" / "43 aboard"."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Claim, Link
from ..text import Text


def link(text: Text, claims: tuple[Claim, ...]) -> Iterator[Link]:
    """None: a text by itself has no others. A corpus is joined as a whole, by checker/corpus/conflicts.py."""
    yield from ()
