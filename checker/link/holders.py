"""Holders: two people in one office, "Foreign Minister Kocsis" with "Molnar, the foreign minister"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from ..facts.mentions import finder
from ..model import Claim, Link
from ..names.offices import holders
from ..text import Text

SURE = 0.8
WHY = "one office of one country"


def link(text: Text, claims: tuple[Claim, ...]) -> Iterator[Link]:
    """Holders of one office in a text that tells of no more than one country and of no change."""
    at = {c.span: c for c in claims if c.mood != "historical"}
    single = [h for h in text.once(holders) if h.office in text.lexicon.words.single_offices and h.span in at]
    pairs = [(a, b) for a, b in combinations(single, 2) if a.office == b.office and a.place == b.place]
    pairs = [(a, b) for a, b in pairs if not set(a.name.words) & set(b.name.words)]
    if pairs and not text.places(text.lexicon.succession_cues) and _countries(text) < 2:
        a, b = pairs[0]
        yield Link(at[b.span], (at[a.span],), WHY, SURE)


def _countries(text: Text) -> int:
    return len({m.name for m in finder("state")(text.document.text)})
