"""Headlines: figures of a headline that the body neither states nor implies, "199 women" over "200 women"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .model import Claim, Role
from .supports import FEW, Ground, Number, numbers, slipped, support, swapped
from .text import Text

ABOVE: tuple[Role, ...] = ("headline", "dek", "caption")
OLDEST = 120  # years that somebody lives at most
WORD = re.compile(r"[^\W\d_]{3,}")


class Body(Ground):
    """The numbers of an article below its headlines, and those above that they ought to bear out."""

    def __init__(self, text: Text, claims: tuple[Claim, ...]) -> None:
        start = max((b.span.end for b in text.prose if b.role in ABOVE), default=0)
        super().__init__(text, tuple(c for c in claims if c.role not in ABOVE), start)
        above = (n for c in claims if c.role in ABOVE for n in numbers(text, c))
        self.above = [n for n in above if n.kind != "ordinal" and not n.vague]


def unsupported(text: Text, claims: tuple[Claim, ...]) -> Iterator[tuple[Number, list[Number]]]:
    """The numbers above the body that it neither states nor implies, with those that each may be a slip of."""
    body = Body(text, claims)
    for h in body.above:
        near = [n for n in body.numbers if _slip(text, h, n)]
        if near and not support(h, body):
            yield h, near


def _slip(text: Text, h: Number, n: Number) -> bool:
    """Whether one may be a slip of the other: of a kind, told of one thing, and one digit changed, or hardly apart.

    An age that is nobody's is a slip of any between half and twice it: a child's is none of its parents'.
    """
    alike = h.alike(n) and h.unit == n.unit
    young, old = sorted((h.value, n.value))
    if h.kind == "age" and alike and old <= OLDEST and old <= 2 * young:
        return True
    told = alike if h.value <= FEW else h.agrees(n) and n.kind != "ordinal"
    if not told or not slipped(h.value, n.value):
        return False
    return (alike and swapped(h.value, n.value)) or not _words(text, h).isdisjoint(_words(text, n))


def _words(text: Text, n: Number) -> frozenset[str]:
    """The content words of a number's sentence, and of the one before: "Kramer died at home. He was 84."."""
    sentence = n.claim.sentence
    before = text.sentence(sentence.start - 1) if sentence.start else sentence
    pieces = WORD.findall(text.lower, before.start, sentence.end)
    return frozenset(filter(None, map(text.lexicon.content, pieces)))
