"""Score: the two sides of a result or a vote, "2-1", "60 votes to 40"."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Claim
from ..text import Text
from . import measured


def extract(text: Text) -> Iterator[Claim]:
    """The claims of this kind, in order."""
    return (claim for _, claim in measured("score", text))
