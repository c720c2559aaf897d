"""Fraction: a share of a whole, "a third of voters", "one in five"."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Claim
from ..text import Text
from . import measured


def extract(text: Text) -> Iterator[Claim]:
    """The claims of this kind, in order."""
    return (claim for _, claim in measured("fraction", text))
