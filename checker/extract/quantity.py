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
        apart = claim.part is None and TEMPERATURE in dimensions(m.unit) and _is_a_difference(text, m)
        yield msgspec.structs.replace(claim, part="by") if apart else claim


def _is_a_difference(text: Text, m: Measure) -> bool:
    """ "2C (3.6F) warmer", "warmed by 2C", "a rise of 2C"."""
    words, before = text.lexicon.words, text.word_before(m.start)
    if before == words.of:
        at = text.lower.rfind(words.of, 0, m.start)
        return text.word_before(at) in words.differences
    gloss = GLOSS.match(text.document.text, m.end)
    after = text.word_after(gloss.end() if gloss else m.end)
    return before in words.change_parts.get("by", ()) or after in words.differences
