"""Swapped digits: one figure told twice, two of its digits in another order, "45 million" and "54 million"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from ..headlines import ABOVE
from ..model import Amount, Claim, Link
from ..supports import PLAIN, a_year, swapped
from ..text import Text
from ..twins import Face, digits, twins

LEAST = 3  # digits: two stand in either order by chance
FEW, MANY = 16, 60  # figures of a kind in one text, from which on two that look alike do so by chance


def link(text: Text, claims: tuple[Claim, ...]) -> Iterator[Link]:
    """The odd one out of two figures in one unit that differ by two digits that changed places.

    Where nothing but the two is told, neither in a headline nor again, the text must have few figures of the kind, and
    they must tell what they are.
    """
    kinds = Counter(c.kind for c in claims)
    found = twins(text, tuple(filter(_long, claims)), _differ, "the same digits, two of them in another order", _sorted)
    for link in found:
        headline = any(c.role in ABOVE for c in (link.claim, *link.witnesses))
        told = kinds[link.claim.kind] <= FEW and link.claim.kind not in PLAIN
        if headline or told or (len(link.witnesses) > 1 and kinds[link.claim.kind] <= MANY):
            yield link


def _long(claim: Claim) -> bool:
    """Whether a figure has digits enough, and is no year."""
    assert isinstance(claim.value, Amount)
    x = claim.value.stated[0]
    return len(digits(x)) >= LEAST and not (claim.kind in PLAIN and a_year(x))


def _differ(one: Face, other: Face) -> bool:
    return bool(one[1] & other[1]) and swapped(one[0], other[0])


def _sorted(x: Decimal) -> str:
    return "".join(sorted(f"{x.normalize():f}"))
