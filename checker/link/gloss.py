"""Gloss: an amount and its conversion right after it, "70 billion rubles (about $1.23 billion)", "50-km (31-mile)"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import islice, pairwise

from ..glosses import converts
from ..model import Amount, Claim, Link
from ..text import Text

SURE = 0.97
MOST_PEERS = 20  # other conversions between the same currencies that a conversion is held against

Pair = tuple[Claim, Claim]  # a conversion, and the amount it converts


def link(text: Text, claims: tuple[Claim, ...]) -> Iterator[Link]:
    """Each conversion with the amount it converts; its peers are the text's others between the same two currencies."""
    alike: dict[tuple[str, ...], list[Pair]] = defaultdict(list)
    pairs = list(_pairs(text, claims))
    for pair in pairs:
        alike[_between(pair)].append(pair)
    for pair in pairs:
        others = (p for p in alike[_between(pair)] if p is not pair)
        peers = tuple(islice(others, MOST_PEERS)) if _between(pair) else ()
        yield Link(pair[0], pair[1:], "a conversion stands beside its amount", SURE, peers)


def _pairs(text: Text, claims: tuple[Claim, ...]) -> Iterator[Pair]:
    """A second conversion in the same brackets converts the same amount."""
    original: Claim | None = None
    for before, after in pairwise(claims):
        how = converts(text, before, after)
        original = None if not how else original if how == "again" and original else before
        if original:
            yield after, original


def _between(pair: Pair) -> tuple[str, ...]:
    """The likeliest currencies of both, in one order; nothing for other measures."""
    return tuple(sorted(c.value.currencies[0] for c in pair if isinstance(c.value, Amount) and c.value.currencies))
