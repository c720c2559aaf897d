"""Otherwise: figures that another language may tell in other words, "Uno de cada cuatro" for "a quarter"."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from fractions import Fraction

from .abroad import LIVED, THIRST
from .model import Amount, Claim, When
from .sources import Source
from .supports import DIGITS, numbers
from .text import Text

ONE, TWO, HUNDRED = Decimal(1), Decimal(2), Decimal(100)
DOZEN = 12
COUNTS = ("figure", "number", "count")
WHOLE = 100  # the most parts that a share in words is one of


def told_otherwise(claim: Claim, text: Text, sources: list[Source]) -> bool:
    """Whether originals may tell a figure of their translation in a way that is not read."""
    values = {h.value for h in numbers(text, claim)}
    if claim.kind in (*LIVED, "quantity") and values == {ONE}:
        return True  # "a year earlier", "ein Liter" have the word for one
    shares = {share(n.value) for s in sources for n in s.numbers if n.kind == "fraction"}
    if claim.kind in COUNTS and values <= parts(shares):
        return True  # "10人に1人" is one in ten
    if claim.kind == "fraction" and _by_its_figures(claim, text, sources):
        return True
    if values == {HUNDRED} and any(n.unit == THIRST for s in sources for n in s.numbers):
        return True  # of 100 kilometres, so many litres
    if DIGITS.search(text[claim.span]):
        return False
    return _dual(claim, values, sources) or _period(claim, values, sources)


def share(value: Decimal) -> Fraction:
    """A share as the simple fraction that it is told by: 1/6 of 0.1667."""
    return Fraction(value).limit_denominator(WHOLE)


def parts(shares: set[Fraction]) -> set[int]:
    """The figures by which a language may tell shares that has no words for them, 10 and 1 in "10人に1人"."""
    return {x for each in shares for x in each.as_integer_ratio()}


def in_words(claim: Claim, text: Text) -> bool:
    """Whether a claim is a small count in words, which another language may tell by an ending: "zu zehnt"."""
    small = all(h.value <= DOZEN for h in numbers(text, claim))
    return claim.kind in COUNTS and small and not DIGITS.search(text[claim.span])


def _by_its_figures(claim: Claim, text: Text, sources: list[Source]) -> bool:
    """Whether originals have each figure of a share: "34 von 41 Anklagepunkten" for "34 of 41 counts"."""
    first, last = map(text.figure_at, (claim.span.start, claim.span.end))
    own = {f.value for f in text.figures[first:last]}
    return len(own) > 1 and own <= {n.value for s in sources for n in s.numbers}


def _dual(claim: Claim, values: set[Decimal], sources: list[Source]) -> bool:
    """Two of what is no time, which a language with a dual tells by the ending of what is counted."""
    return values == {TWO} and claim.kind != "duration" and any(s.text.lexicon.words.definite for s in sources)


def _period(claim: Claim, values: set[Decimal], sources: list[Source]) -> bool:
    """So many months, of which the first and the last are named: "nine months" for "1~9月"."""
    assert isinstance(claim.value, Amount)
    months = claim.kind == "duration" and claim.value.unit == "month"
    return months and values <= {_months(d.when) for s in sources for d in s.text.dates}


def _months(when: When) -> int:
    """How many months a period has that is told by its first and its last, 0 for another."""
    first, last = when.first, when.last
    whole = when.grain == "range" and first.day == 1 and (last + timedelta(1)).day == 1
    return 12 * (last.year - first.year) + last.month - first.month + 1 if whole else 0
