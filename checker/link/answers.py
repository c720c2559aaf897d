"""Answers: percentages of those who gave one answer or another, "48% said yes, 41% no and 21% did not know"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from ..model import Amount, Claim, Link
from ..text import Text

SURE = 0.9
FEWEST, MOST = 2, 8  # answers to one question
TAIL = 60  # characters after a percentage in which its answer is told


def link(text: Text, claims: tuple[Claim, ...]) -> Iterator[Link]:
    """The last percentage of a sentence of answers that exclude each other, with all before it."""
    for sentence, group in groupby(claims, key=lambda c: c.sentence):
        shares = list(group)
        if FEWEST <= len(shares) <= MOST and all(_is_share(text, c) for c in shares):
            apart = text.lexicon.comparing.not_one_whole.search(text.lower, sentence.start, sentence.end)
            if not apart and _exclusive(text, shares):
                yield Link(shares[-1], tuple(shares[:-1]), "whoever gave one answer gave no other", SURE)


def _is_share(text: Text, c: Claim) -> bool:
    """Whether a percentage is one plain share: no change, no range, no "43% of women" beside "51% of men"."""
    assert isinstance(c.value, Amount)
    plain = c.value.unit == c.kind and len(c.value.stated) == 1 and c.hedge not in ("less than", "at most", "nearly")
    return plain and c.part is None and c.change is None and c.mood not in ("denied", "historical")


def _exclusive(text: Text, shares: list[Claim]) -> bool:
    """Whether one answer is to have none, or two of them are yes and no."""
    ends = [c.span.start for c in shares[1:]] + [shares[-1].sentence.end]
    tails = [text.lower[c.span.end : min(end, c.span.end + TAIL)] for c, end in zip(shares, ends, strict=True)]
    if len(shares) > FEWEST and any(text.lexicon.comparing.no_answer.search(tail) for tail in tails):
        return True
    said = [text.lexicon.comparing.answer.match(tail) for tail in tails]
    sides = [next((n for n, side in enumerate(m.groups()) if side), None) for m in said if m]
    return len(sides) == len(shares) == FEWEST and sides[0] != sides[1]
