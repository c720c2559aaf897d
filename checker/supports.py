"""Supports: the ways in which a number follows from what a text tells, "75 arrested" from "51 here and 24 there"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import cached_property
from itertools import combinations, pairwise

from .interval import Interval, exactly
from .measures.clock import on_the_clock
from .model import Amount, Claim
from .text import Text

PLAIN = ("figure", "number", "ordinal")  # kinds that tell nothing of what their number is
TIMES = ("duration", "multiple")  # kinds of numbers that others are multiplied by
EARLIEST, LATEST = 1000, 2200  # years that a bare number may be
MOST = 12  # numbers of one sentence that are added up or set off against each other
FEW = 10  # so small a number goes on counting what was counted
SLIGHT = 2  # last places by which a number may be off by a slip
HUNDRED = Decimal(100)
DIGITS = re.compile(r"[0-9]+(?:[.,][0-9]+)*")


class Number:
    """One number of a claim: an amount that is a range has two."""

    def __init__(self, text: Text, claim: Claim, value: Decimal, interval: Interval) -> None:
        assert isinstance(claim.value, Amount)
        self.text = text
        self.claim, self.value, self.interval = claim, value, interval
        self.kind, self.unit, self.currencies = claim.kind, claim.value.unit, claim.value.currencies
        self.vague = len(claim.value.stated) > 1
        self.told = exactly(value) if claim.hedge else interval  # "up to 40" adds up as 40
        self.year = claim.kind in PLAIN and a_year(value)

    def alike(self, other: Number) -> bool:
        """Whether both tell the same kind of thing in the same unit; counts of different things are alike."""
        same = self.unit == other.unit or self.kind == "count"
        return self.kind == other.kind != "ordinal" and self.currencies[:1] == other.currencies[:1] and same

    def goes_on(self, other: Number) -> bool:
        """Whether a small bare number goes on counting the same things: "17 rounds, but left two"."""
        return self.kind == "count" and other.kind == "figure" and other.value <= FEW

    def agrees(self, other: Number) -> bool:
        """Whether both may tell of the same thing, one of them perhaps without saying so."""
        if self.currencies or other.currencies:
            return not set(self.currencies).isdisjoint(other.currencies)
        return self.kind == other.kind or self.kind in PLAIN or other.kind in PLAIN


class Ground:
    """The numbers of a text, from some place on, that other numbers may follow from."""

    def __init__(self, text: Text, claims: tuple[Claim, ...], start: int = 0) -> None:
        self.text, self.claims, self.start = text, claims, start
        self.numbers = [n for c in claims if isinstance(c.value, Amount) for n in numbers(text, c)]

    @cached_property
    def by_sentence(self) -> list[list[Number]]:
        """The numbers of each sentence that are no years."""
        rows: dict[int, list[Number]] = defaultdict(list)
        for n in self.numbers:
            if not n.year:
                rows[n.claim.sentence.start].append(n)
        return [row[:MOST] for row in rows.values()]

    @cached_property
    def digits(self) -> frozenset[str]:
        """The numbers in digits as they stand from there on, in names and all, but in no date or time of day."""
        return frozenset(digits for _, digits in self._written())

    def _written(self) -> Iterator[tuple[int, str]]:
        text = self.text
        found = DIGITS.finditer(text.document.text, self.start)
        return ((m.start(), m[0]) for m in found if not (text.dated(m.start()) or on_the_clock(text, m.start())))

    @cached_property
    def years(self) -> list[Decimal]:
        """The years that it names, and its own."""
        published = self.text.document.published
        return sorted({n.value for n in self.numbers if n.year} | ({Decimal(published.year)} if published else set()))

    @cached_property
    def periods(self) -> list[tuple[int, int]]:
        """The first and the last year of each date from there on."""
        return [(d.when.first.year, d.when.last.year) for d in self.text.dates if d.span.start >= self.start]


def numbers(text: Text, c: Claim) -> Iterator[Number]:
    """The one number of a claim, or the two of a range."""
    assert isinstance(c.value, Amount)
    if len(c.value.stated) == 1:
        yield Number(text, c, c.value.stated[0], c.value.interval)
    else:
        yield from (Number(text, c, x, exactly(x)) for x in c.value.stated)


def a_year(x: Decimal) -> bool:
    """Whether a bare number may be a year."""
    return EARLIEST <= x <= LATEST and not x % 1


def said(h: Number, ground: Ground) -> bool:
    """The ground has the number, or one that is rounded to it, or cut short: 68 for 68.73; years are not rounded."""
    unit = 2 * (h.interval.hi - h.value) if h.interval.hi is not None else Decimal(0)
    alike = (n.value for n in ground.numbers if h.agrees(n) and not (h.year and n.year and h.value != n.value))
    return any(v in h.interval or h.value <= v < h.value + unit for v in alike)


def written(h: Number, ground: Ground) -> bool:
    """The ground has its digits, in a name or whatever."""
    digits = DIGITS.search(h.text[h.claim.span])
    return digits is not None and digits[0] in ground.digits and not _scaled(h)


def _scaled(h: Number) -> bool:
    """Whether a scale stands behind the digits of a translation, which would be translated as well."""
    figure = h.text.figure_after(h.claim.span.start)
    return h.text.document.made == "translation" and figure is not None and figure.scale != 1


def shared(h: Number, ground: Ground) -> bool:
    """A share told as a percentage, or the other way round, "a third" for 33 percent; what is left of a hundred."""
    hundredth, percents = h.interval / exactly(HUNDRED), [n.interval for n in ground.numbers if n.kind == "percent"]
    if h.kind == "fraction":
        return any((h.interval * exactly(HUNDRED)).meets(p) for p in percents)
    rest = exactly(HUNDRED) - h.interval
    parts = (n.interval for n in ground.numbers if n.kind == "fraction")
    return h.kind == "percent" and (any(map(hundredth.meets, parts)) or any(map(rest.meets, percents)))


def added(h: Number, ground: Ground) -> bool:
    """Two or three like numbers of one sentence add up to it, or one is taken from another: "51 here and 24 there"."""
    return any(h.interval.meets(total) for row in ground.by_sentence for total in _sums(row))


def _sums(row: list[Number]) -> Iterator[Interval]:
    for a, b in combinations(row, 2):
        if a.alike(b) or a.goes_on(b):
            yield a.told + b.told
        if a.alike(b):
            yield a.told - b.told
            yield b.told - a.told
    for a, b, c in combinations(row, 3):
        if a.alike(b) and b.alike(c):
            yield a.told + b.told + c.told


def changed(h: Number, ground: Ground) -> bool:
    """The percentage by which one sum of money is more or less than the next: "sold for $33, closed at $35.80"."""
    sums = [n for n in ground.numbers if n.currencies and n.value > 0] if h.kind == "percent" else []
    pairs = ((a, b) for a, b in pairwise(sums) if a.agrees(b))
    return any(h.interval.meets(exactly(HUNDRED * abs(b.value / a.value - 1))) for a, b in pairs)


def multiplied(h: Number, ground: Ground) -> bool:
    """A number of its kind, so many times: "$200,000 a year for three years"."""
    pairs = (
        (a, b) for row in ground.by_sentence for a in row if h.alike(a) for b in row if b.kind in TIMES and b is not a
    )
    return any(b.value >= 2 and h.interval.meets(a.interval * exactly(b.value)) for a, b in pairs)


def others(h: Number, ground: Ground) -> bool:
    """One less than the ground has, where the number's own text names the one: "Whitlock, 15 others" of 16."""
    text, at = h.text, h.claim.span.start
    named = text[h.claim.sentence][: at - h.claim.sentence.start].endswith(", ")
    beside = named or text.word_before(at) in text.lexicon.words.joins
    return beside and any(n.value == h.value + 1 for n in ground.numbers if n.kind == "count")


def since(h: Number, ground: Ground) -> bool:
    """So many years lie between two years that are told, or between one and the text's own."""
    return any(abs(abs(a - b) - h.value) <= 1 for a, b in combinations(ground.years, 2))


def dated(h: Number, ground: Ground) -> bool:
    """A year that a date of the ground lies in, so many years from one that is told, or the text's own or next to it.

    A text that does not tell its day may be of the year after the last that it names.
    """
    gaps = [n.value for n in ground.numbers if n.kind == "duration"]
    apart = any(abs(h.value - y) == gap for y in ground.years for gap in gaps)
    own = ground.text.document.published
    beside = abs(h.value - own.year) <= 1 if own else ground.years[-1:] == [h.value - 1]
    return h.year and (apart or beside or any(first <= h.value <= last for first, last in ground.periods))


def lasting(h: Number, ground: Ground) -> bool:
    """So many years that a word of the ground lasts, "a decade"."""
    spans = ground.text.lexicon.words.spans
    lasts = (word for word, years in spans.items() if h.kind == "duration" and h.unit == "year" and years == h.value)
    return any(ground.text.lower.find(word, ground.start) >= 0 for word in lasts)


def not_yet(h: Number, ground: Ground) -> bool:
    """An age short of a birthday that is told: 95 of "two days before his 96th birthday"."""
    birthdays = ground.text.lexicon.words.birthdays
    next_one = (n for n in ground.numbers if n.kind == "ordinal" and n.value == h.value + 1)
    return any(n.text.word_after(n.claim.span.end) in birthdays for n in next_one)


SUPPORTS: tuple[Callable[[Number, Ground], bool], ...] = (
    said,
    written,
    shared,
    added,
    changed,
    multiplied,
    others,
    since,
    dated,
    lasting,
    not_yet,
)


def support(h: Number, ground: Ground) -> str | None:
    """The name of the first way in which a ground supports a number, or None."""
    return next((way.__name__ for way in SUPPORTS if way(h, ground)), None)


def slipped(a: Decimal, b: Decimal) -> bool:
    """Whether two numbers differ as a slip does: in one digit, by two digits swapped, or by hardly anything.

    >>> slipped(Decimal(34), Decimal(43)), slipped(Decimal("1.5"), Decimal("3.5")), slipped(Decimal(200), Decimal(199))
    (True, True, True)
    >>> slipped(Decimal(34), Decimal(97)), slipped(Decimal(5), Decimal(9))
    (False, False)
    """
    place = Decimal(1).scaleb(min(int(x.normalize().as_tuple().exponent) for x in (a, b)))
    if abs(a - b) <= SLIGHT * place:
        return True
    one, other = f"{a.normalize():f}", f"{b.normalize():f}"
    return len(one) == len(other) > 1 and (sum(map(str.__ne__, one, other)) == 1 or swapped(a, b))


def swapped(a: Decimal, b: Decimal) -> bool:
    """Whether two numbers differ by two digits that changed places.

    >>> swapped(Decimal(34), Decimal(43)), swapped(Decimal(34), Decimal(35)), swapped(Decimal(340), Decimal(34))
    (True, False, False)
    """
    one, other = f"{a.normalize():f}", f"{b.normalize():f}"
    return sorted(one) == sorted(other) and sum(map(str.__ne__, one, other)) == 2
