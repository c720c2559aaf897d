"""Multiple: so many times another figure, "four times as many", "doubled"."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Claim
from ..text import Text
from . import measured


def extract(text: Text) -> Iterator[Claim]:
    """The claims of this kind, in order."""
    return (claim for _, claim in measured("multiple", text))
