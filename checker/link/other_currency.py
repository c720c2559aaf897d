"""Other currency: the same amount for the same thing in two currencies, "$70 billion" / "70 billion rubles"."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Claim, Link
from ..text import Text
from ..twins import Face, twins


def link(text: Text, claims: tuple[Claim, ...]) -> Iterator[Link]:
    """Mentions of one figure whose currencies cannot be the same."""
    return twins(text, claims, _differ, "the same figure is told with two currencies")


def _differ(one: Face, two: Face) -> bool:
    return one[0] == two[0] and one[1].isdisjoint(two[1])
