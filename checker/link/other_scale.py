"""Other scale: the same digits for the same thing a thousandfold apart, "$4.2 billion" / "$4.2 million"."""

from __future__ import annotations

from collections.abc import Iterator

from ..alibi import LEAST, SCALES
from ..model import Claim, Link
from ..text import Text
from ..twins import Face, digits, twins

MANY, SURE = 60, 0.9  # figures of a text, beyond which two have the same digits by chance; unless it is as sure as that
RARE = 4  # digits by which a figure that leaves out what it counts is known again
BARE = frozenset(("",))  # what it is in


def link(text: Text, claims: tuple[Claim, ...]) -> Iterator[Link]:
    """Mentions of the same digits in one currency whose scales differ by a word."""
    found = twins(text, claims, _differ, "the same digits are told with two scales")
    return (link for link in found if len(claims) <= MANY or link.strength >= SURE)


def _differ(one: Face, two: Face) -> bool:
    low, high = sorted((one[0], two[0]))
    rare = len(digits(low)) >= RARE and BARE in (one[1], two[1])
    return low >= LEAST and high / low in SCALES and (rare or not one[1].isdisjoint(two[1]))
