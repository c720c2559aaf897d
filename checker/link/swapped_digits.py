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

BEHIND, PHRASE = 3, 2  # words behind a figure that are looked at, and those that make it a phrase
LEAST = 3  # digits: two stand in either order by chance
FEW, MANY = 16, 60  # figures of a kind in one text, from which on two that look alike do so by chance


def link(text: Text, claims: tuple[Claim, ...]) -> Iterator[Link]:
    """The odd one out of two figures in one unit that differ by two digits that changed places.

    Where nothing but the two is told, neither in a headline nor again, the text must have few figures of the kind, and
    they must tell what they are; round figures must be of one thing.
    """
    kinds = Counter(c.kind for c in claims)
    found = twins(text, tuple(filter(_long, claims)), _differ, "the same digits, two of them in another order", _sorted)
    for link in found:
        headline = any(c.role in ABOVE for c in (link.claim, *link.witnesses))
        named = _named(text, link)
        few = kinds[link.claim.kind] <= FEW or (named == PHRASE and not _stated(link.claim) % 1)
        told = few and (link.claim.kind not in PLAIN or named)
        enough = named or all(len(digits(_stated(c))) >= LEAST for c in (link.claim, *link.witnesses))
        if enough and (headline or told or (len(link.witnesses) > 1 and kinds[link.claim.kind] <= MANY)):
            yield link


def _named(text: Text, link: Link) -> int:
    """How many words both figures have behind them alike: "208 seats sold" and "280 seats" have one."""
    own = _behind(text, link.claim)
    return max(sum(a == b for a, b in zip(own, _behind(text, w), strict=False)) for w in link.witnesses)


def _behind(text: Text, claim: Claim) -> list[str]:
    """What a figure counts and the content words behind it."""
    assert isinstance(claim.value, Amount)
    noun = [text.lexicon.content(claim.value.unit.lower())] if claim.kind == "count" and claim.value.unit else []
    words = text.words(claim.span.end, claim.sentence.end)[:BEHIND]
    return [*noun, *filter(None, map(text.lexicon.content, words))][:PHRASE]


def _long(claim: Claim) -> bool:
    """Whether a figure has digits enough, noughts at its end among them, and is no year."""
    x = _stated(claim)
    return len(_sorted(x).strip(".")) >= LEAST and not (claim.kind in PLAIN and a_year(x))


def _stated(claim: Claim) -> Decimal:
    assert isinstance(claim.value, Amount)
    return claim.value.stated[0]


def _differ(one: Face, other: Face) -> bool:
    return bool(one[1] & other[1]) and swapped(one[0], other[0])


def _sorted(x: Decimal) -> str:
    return "".join(sorted(f"{x.normalize():f}"))
