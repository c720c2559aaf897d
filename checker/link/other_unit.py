"""Other unit: the same figure for the same thing in two units, "320 miles" / "320 kilometres"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import product

from ..model import Claim, Link
from ..text import Text
from ..twins import Face, twins
from ..units import readings

APART = (
    Decimal("1.05"),
    Decimal(5),
)  # times one unit is the other: units that are taken for each other are about as large


def link(text: Text, claims: tuple[Claim, ...]) -> Iterator[Link]:
    """Mentions of one figure whose units measure the same and are of the same order, yet differ."""
    return twins(text, claims, _differ, "the same figure is told in two units")


def _differ(one: Face, two: Face) -> bool:
    return one[0] == two[0] and any(map(_confusable, *zip(*product(one[1], two[1]), strict=True)))


def _confusable(one: str, two: str) -> bool:
    pairs = [(a, b) for a, b in product(readings(one), readings(two)) if a.dimension == b.dimension]
    ratios = [max(a.factor, b.factor) / min(a.factor, b.factor) for a, b in pairs]
    return bool(ratios) and all(APART[0] <= ratio <= APART[1] for ratio in ratios)
