"""Count: a figure with what it counts, "43 people"."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Claim
from ..text import Text
from . import measured


def extract(text: Text) -> Iterator[Claim]:
    """The claims of this kind, in order."""
    return (claim for _, claim in measured("count", text))
