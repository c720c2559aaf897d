"""Quantity: a figure with its unit, "1,350 km"."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from ..measures import Measure
from ..model import Claim
from ..text import Text
from ..units import TEMPERATURE, dimensions
from . import measured

GLOSS = re.compile(r"\s?\([^()\n]{1,40}\)")


def extract(text: Text) -> Iterator[Claim]:
    """The claims of this kind, in order; of a temperature that is one between two others part is "by"."""
    for m, claim in measured("quantity", text):
        yield _of_two(text, m, claim) if TEMPERATURE in dimensions(m.unit) and claim.part is None else claim


def _of_two(text: Text, m: Measure, claim: Claim) -> Claim:
    """A temperature with what tells of it as a difference: "2C (3.6F) warmer", "a rise of 2C", "2C above average"."""
    words, before = text.lexicon.words, text.word_before(m.start)
    gloss = GLOSS.match(text.document.text, m.end)
    after = text.word_after(gloss.end() if gloss else m.end)
    if before == words.of:
        before = text.word_before(text.lower.rfind(words.of, 0, m.start))
    if after in words.differences or before in words.differences or before in words.change_parts.get("by", ()):
        return msgspec.structs.replace(claim, part="by")
    way = next((way for way, places in words.apart.items() if after in places), None)
    return msgspec.structs.replace(claim, change=way) if way else claim
