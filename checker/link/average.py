"""Average: a total, what it is spread over, and the average told of them, "$60 billion over five years"."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Amount, Claim, Link
from ..text import Text

SURE = 0.93
BEFORE = 30  # characters before an average in which it is called one
REACH = 60  # characters from a total to what it is spread over, and from there to the average


def link(text: Text, claims: tuple[Claim, ...]) -> Iterator[Link]:
    """Each average with its total and the number of what it is an average of, told in that order."""
    for n in range(2, len(claims)):
        average, number = claims[n], claims[n - 1]
        total = _total(text, claims[max(0, n - 4) : n - 1], average, number)
        if total and _is_number_of(average, number) and _called(text, average, number):
            yield Link(average, (total, number), "the average stands behind its total", SURE)


def _is_number_of(average: Claim, number: Claim) -> bool:
    """Whether a figure tells how many there are of what the average is for one of: "five years" and "a year"."""
    one, many = average.value, number.value
    if not isinstance(one, Amount) or not isinstance(many, Amount) or len(one.stated) != 1 or len(many.stated) != 1:
        return False
    return one.per is not None and one.per == many.unit and many.stated[0] > 1 and many.per is None


def _called(text: Text, average: Claim, number: Claim) -> bool:
    """Whether the words before the figure call it an average, and no sentence ends between."""
    if average.sentence != number.sentence or average.span.start - number.span.end > REACH:
        return False
    before = text.lower[max(number.span.end, average.span.start - BEFORE) : average.span.start]
    return bool(text.lexicon.sums.averages.search(before))


def _total(text: Text, before: tuple[Claim, ...], average: Claim, number: Claim) -> Claim | None:
    """The figure like the average that is spread over the number: "$60 billion over five years"."""
    alike = [c for c in before if c.sentence == number.sentence and c.kind == average.kind and _same(c, average)]
    total = alike[-1] if alike else None
    if not total or number.span.start - total.span.end > REACH:
        return None
    between = text.lower[total.span.end : number.span.start].split()
    return total if text.lexicon.sums.spread_over & set(between) else None


def _same(a: Claim, b: Claim) -> bool:
    one, other = a.value, b.value
    if not isinstance(one, Amount) or not isinstance(other, Amount) or len(one.stated) != 1 or one.per:
        return False
    alike = one.unit == other.unit or one.unit is None or other.unit is None
    return one.currencies[:1] == other.currencies[:1] and alike
