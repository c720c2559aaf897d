"""Estimate: an interval of confidence and what it is about, "OR = 1.52, 95% CI [1.20, 1.92]"."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Claim
from ..reported import reported
from ..text import Text
from . import claim


def extract(text: Text) -> Iterator[Claim]:
    """The claims of this kind, in order."""
    return (claim(r.kind, text, r.span, r.value) for r in text.once(reported) if r.kind == "estimate")
