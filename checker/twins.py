"""Twins: two mentions of one figure that differ in a single respect, "$70 billion" and "70 billion rubles"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from decimal import Decimal
from itertools import combinations

from .alibi import Ledger, alibi, is_a_conversion, overlap
from .model import Amount, Claim, Link, Span
from .text import Text

Face = tuple[Decimal, frozenset[str]]  # how a figure looks: its value, and its currencies or its unit
HEADLINES = ("headline", "dek", "caption")
RARE = (0.15, 0.3, 0.45, 0.6, 0.7)  # how much so many digits tell: one is shared by chance, five are not
BESIDE = 24  # characters behind a figure in which its noun is looked for
MOST_WITNESSES = 20  # mentions of the other face that are looked at
VAGUE = 10  # times its lower end, the upper one of a figure like "hundreds"
MOST_FACES = 12  # of one row of digits; a text with more is a table in prose


def twins(
    text: Text,
    claims: tuple[Claim, ...],
    differ: Callable[[Face, Face], bool],
    why: str,
    same: Callable[[Decimal], str] | None = None,
) -> Iterator[Link]:
    """The odd one out of every two faces of the same digits that differ so, with the other face's mentions.

    same tells what two figures have in common that are looked at together: their digits, unless it says otherwise.

    A face that is told twice is a fact of its own where the other is told twice as well.
    """
    ledger = Ledger(text, claims)
    for rows in _rows(claims, same or digits).values():
        for (one, told), (two, told_too) in combinations(_faces(rows)[:MOST_FACES], 2):
            odd, others = _odd_one_out(told, told_too)
            if odd and differ(one, two):
                yield from _link(ledger, odd, others, why)


def _rows(claims: tuple[Claim, ...], same: Callable[[Decimal], str]) -> dict[tuple[str, str], list[Claim]]:
    """Claims of the same digits, quantities apart that are for one of different things."""
    rows: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for c in claims:
        assert isinstance(c.value, Amount)
        if c.value.stated[0] > 0 and (row := _row(c.value.stated, same)):
            rows[row, "" if c.value.currencies else c.value.per or ""].append(c)
    return rows


def _row(stated: tuple[Decimal, ...], same: Callable[[Decimal], str]) -> str | None:
    """What a figure has in common with those it is looked at with, a range by both ends; none where it is vague."""
    low, high = stated[0], stated[-1]
    if low == high:
        return same(low)
    return f"{same(low)} {same(high)} {high / low:.9f}" if high != VAGUE * low else None


def marks(value: Amount) -> frozenset[str]:
    """What a figure is in: its currencies, or else its unit."""
    return frozenset(value.currencies or (value.unit or "",))


def _faces(claims: list[Claim]) -> list[tuple[Face, list[Claim]]]:
    """Claims of the same digits by their looks: value, and currencies or unit that they can all be in."""
    faces: list[tuple[Face, list[Claim]]] = []
    for c in sorted(claims, key=lambda c: (len(c.value.currencies), c.span)):  # type: ignore[union-attr]
        assert isinstance(c.value, Amount)
        value, mine = c.value.stated[-1], marks(c.value)
        for n, ((x, shared), told) in enumerate(faces):
            if x == value and shared & mine:
                told.append(c)
                faces[n] = (x, shared & mine), told
                break
        else:
            faces.append(((value, mine), [c]))
    return [(face, sorted(told, key=lambda c: c.span)) for face, told in faces]


def digits(x: Decimal) -> str:
    """The digits that carry a figure: "123" for 1.23 billion."""
    return f"{abs(x):f}".replace(".", "").strip("0")


def _odd_one_out(a: list[Claim], b: list[Claim]) -> tuple[Claim | None, list[Claim]]:
    if len(a) > 1 and len(b) > 1:
        return None, []
    if len(a) != len(b):
        return (a[0], b) if len(a) < len(b) else (b[0], a)
    headline_first = sorted((a[0], b[0]), key=lambda c: (c.role not in HEADLINES, -c.span.start))
    return headline_first[0], headline_first[1:]


def _link(ledger: Ledger, odd: Claim, others: list[Claim], why: str) -> Iterator[Link]:
    own = [o for o in others[:MOST_WITNESSES] if not is_a_conversion(ledger, odd, o)]
    if own and not any(alibi(ledger, odd, o) for o in own):
        yield Link(odd, tuple(own), why, _strength(ledger.text, odd, own))


def _strength(text: Text, odd: Claim, others: list[Claim]) -> float:
    """How sure it is that they tell of one thing: a headline, a thing told twice or referred to, rare digits, words."""
    assert isinstance(odd.value, Amount)
    headline = odd.role in HEADLINES or all(o.role in HEADLINES for o in others)
    shared = max(overlap(text.about(odd.sentence), text.about(o.sentence)) for o in others)
    rare = RARE[min(sum(map(len, map(digits, odd.value.stated))), len(RARE)) - 1]
    sure = (0.45 if headline else 0.25) + 0.1 * (len(others) > 1) + rare + 0.35 * min(1.0, 2 * shared)
    referred = _referred(text, max(odd, *others, key=lambda c: c.span))
    named = any(_beside(text, odd) & _beside(text, o) for o in others)
    return round(min(0.99, sure + 0.2 * referred + 0.15 * named), 2)


def _beside(text: Text, claim: Claim) -> frozenset[str]:
    """The content words right behind a figure, that tell what it is: "damages" of "$5 million in punitive damages"."""
    end = min(claim.span.end + BESIDE, claim.sentence.end)
    return text.about(Span(claim.span.end, max(claim.span.end, end)))


def _referred(text: Text, later: Claim) -> bool:
    """Whether the later mention points back to an earlier one: "13 percent of the $22 million", "those 205 million"."""
    return text.word_before(later.span.start) in text.lexicon.words.referring
