"""Spelling: a word of a name that the text also writes otherwise, "Zelinksi" beside "Zelinski"."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Claim, Name
from ..names.variants import variants
from ..text import Text
from . import claim


def extract(text: Text) -> Iterator[Claim]:
    """The less used spelling of each such name, and the first use of the other."""
    uses = {u.span: u for v in text.once(variants) for u in (v.rare, v.common[0])}
    return (claim("spelling", text, span, Name(use.word)) for span, use in uses.items())
