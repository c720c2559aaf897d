"""Statistic: the result of a test, "t(28) = 2.20, p = .03"."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Claim
from ..reported import reported
from ..text import Text
from . import claim


def extract(text: Text) -> Iterator[Claim]:
    """The claims of this kind, in order."""
    return (claim(r.kind, text, r.span, r.value) for r in text.once(reported) if r.kind == "statistic")
