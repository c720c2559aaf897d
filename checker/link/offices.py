"""Offices: someone in an office with the same one in another, "President Rowe" with "Senator Rowe"."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from ..model import Claim, Link, Name
from ..names import people
from ..text import Text

SURE, EVEN = 0.9, 0.75  # where one office is told more often than the other, and where both are told once
WHY = "one person, and nobody is both at a time"


def link(text: Text, claims: tuple[Claim, ...]) -> Iterator[Link]:
    """What is told least often of someone, with the first place that tells otherwise; namesakes are left out."""
    if len(claims) < 2:
        return
    told = defaultdict[str, list[tuple[str, Claim]]](list)
    for c in claims:
        if isinstance(c.value, Name) and c.value.title in text.lexicon.words.offices and c.mood != "historical":
            told[c.value.written.split()[-1]].append((c.value.title, c))
    namesakes = Counter(p.last for p in text.once(people))
    for last, held in told.items():
        often = Counter(office for office, _ in held).most_common()
        if len(often) == 2 and namesakes[last] < 2 and often[1][1] == 1:
            odd = next(c for office, c in reversed(held) if office == often[1][0])
            usual = next(c for office, c in held if office == often[0][0])
            yield Link(odd, (usual,), WHY, SURE if often[0][1] > 1 else EVEN)
