"""Alibi: reasons why two figures that look alike may rightly differ, "each has its own conversion"."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import cached_property
from itertools import pairwise

from .glosses import converts
from .interval import significant
from .model import Amount, Claim, Span
from .text import Text

CUE_REACH = 24  # characters before a figure in which a comparison is looked for
SCALES = frozenset(Decimal(10) ** n for n in (3, 6, 9))  # apart by a word: thousand, million, billion
LEAST = 10_000  # below it few write a word of scale
RARE = 3  # digits that two figures of one sentence do not share by chance


class Ledger:
    """All amounts of one text, and which of them stand in a conversion."""

    def __init__(self, text: Text, claims: tuple[Claim, ...]) -> None:
        self.text = text
        self.claims = claims

    @cached_property
    def pairs(self) -> list[tuple[Claim, Claim]]:
        """Amounts with the conversion that stands beside them."""
        return [(a, b) for a, b in pairwise(self.claims) if converts(self.text, a, b)]

    @cached_property
    def converted(self) -> set[Span]:
        """Where the amounts stand that have a conversion."""
        return {a.span for a, _ in self.pairs}

    @cached_property
    def conversions(self) -> set[Span]:
        """Where the conversions stand."""
        return {b.span for _, b in self.pairs}

    @cached_property
    def by_sentence(self) -> dict[int, list[Claim]]:
        """The amounts of each sentence, by where it begins."""
        rows: dict[int, list[Claim]] = {}
        for c in self.claims:
            rows.setdefault(c.sentence.start, []).append(c)
        return rows


def is_a_conversion(ledger: Ledger, claim: Claim, other: Claim) -> bool:
    """One of them is itself the converted figure of another amount."""
    return not ledger.conversions.isdisjoint((claim.span, other.span))


def both_converted(ledger: Ledger, claim: Claim, other: Claim) -> bool:
    """Each of them has a conversion of its own beside it."""
    return {claim.span, other.span} <= ledger.converted


def said_together(ledger: Ledger, claim: Claim, other: Claim) -> bool:
    """The sentence of one also holds the value of the other: two things are told apart there.

    Two scales of so many digits are told by no chance: "1.05 billion marks … and 1.05 million marks".
    """
    if claim.sentence == other.sentence and _scaled(claim, other):
        return False
    return _holds(ledger, claim, other.value) or _holds(ledger, other, claim.value)


def compared(ledger: Ledger, claim: Claim, other: Claim) -> bool:
    """One of them is what something else is set against: "from", "compared with", "than"."""
    cues = ledger.text.lexicon.words.comparison
    return any(_after(ledger.text, c, cues) for c in (claim, other))


def a_part(ledger: Ledger, claim: Claim, other: Claim) -> bool:
    """One of them is the whole of which something is a part: "out of a budget of $310 billion"."""
    cues = ledger.text.lexicon.words.whole
    return _figure(claim) != _figure(other) and any(_after(ledger.text, c, cues) for c in (claim, other))


def other_rate(ledger: Ledger, claim: Claim, other: Claim) -> bool:
    """One of them is for each of something, and the other is not: "3.3 million a year"."""
    assert isinstance(claim.value, Amount)
    assert isinstance(other.value, Amount)
    return claim.value.per != other.value.per


def told_of_each(ledger: Ledger, claim: Claim, other: Claim) -> bool:
    """One of them is told of each of several things, and the other is not: "each bond is worth 10,000 shares"."""
    return _each(ledger.text, claim) != _each(ledger.text, other)


def other_period(ledger: Ledger, claim: Claim, other: Claim) -> bool:
    """Their sentences name periods that do not meet."""
    a, b = claim.when, other.when
    return a is not None and b is not None and (a.last < b.first or b.last < a.first)


ALIBIS: tuple[Callable[[Ledger, Claim, Claim], bool], ...] = (
    is_a_conversion,
    both_converted,
    said_together,
    compared,
    a_part,
    other_rate,
    told_of_each,
    other_period,
)


def alibi(ledger: Ledger, claim: Claim, other: Claim) -> str | None:
    """The name of the first reason why the two may differ, or None."""
    return next((why.__name__ for why in ALIBIS if why(ledger, claim, other)), None)


def overlap(a: frozenset[str], b: frozenset[str]) -> float:
    """The share of content words that the shorter of two sentences has in common with the other."""
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


def _holds(ledger: Ledger, claim: Claim, value: object) -> bool:
    assert isinstance(value, Amount)
    for c in ledger.by_sentence[claim.sentence.start]:
        assert isinstance(c.value, Amount)
        same = (
            not set(c.value.currencies).isdisjoint(value.currencies) if value.currencies else c.value.unit == value.unit
        )
        if same and c.value.stated == value.stated:
            return True
    return False


def _scaled(claim: Claim, other: Claim) -> bool:
    """Whether they are sums of the same digits, three or more, at two scales."""
    low, high = sorted(_figure(c)[0] for c in (claim, other))
    return low >= LEAST and high / low in SCALES and significant(low) >= RARE


def _each(text: Text, claim: Claim) -> bool:
    """Whether a word before a figure says that it is told of each of several things."""
    before = text.lower[claim.sentence.start : claim.span.start].split()
    return not set(text.lexicon.words.each).isdisjoint(before)


def _after(text: Text, claim: Claim, cues: list[str]) -> bool:
    """Whether one of these stands before a figure and its hedge."""
    before = " ".join(text.lower[max(0, claim.span.start - CUE_REACH) : claim.span.start].split())
    hedge = max((h for h in text.lexicon.hedges if before.endswith(f" {h}")), key=len, default="")
    before = before.removesuffix(hedge).rstrip()
    return any(before == cue or before.endswith(f" {cue}") for cue in cues)


def _figure(claim: Claim) -> tuple[Decimal, ...]:
    assert isinstance(claim.value, Amount)
    return claim.value.stated
