"""Sources: the figures of a text that another was made from, and the ways from them to that one's."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import ROUND_DOWN, Context, Decimal
from functools import cached_property

from .abroad import COUNTED, alike_abroad, currencies_abroad
from .aligned import BAR
from .interval import exactly, significant
from .model import Amount, Claim, Clock, Span
from .supports import HUNDRED, PLAIN, Ground, Number, lasting, written
from .text import Text
from .units import pairs

MEASURED = ("duration", "quantity")  # kinds of units that turn into each other
MANY = 4  # digits that do not add up by chance
MOST = 15  # of a figure that somebody wrote
RARE = 3  # digits that a bare number has to have to bear out one of a kind
UNTOLD = (Decimal(1000), Decimal(1000000))  # scales of tables that an excerpt may have left behind
ONE = Decimal(1)
SLIGHTLY = Decimal("0.005")  # by which a share may be off that is told as a percentage
PLAINLY = Context(prec=12)  # in which a conversion that comes out even is even
CLOSE = Decimal("0.1")  # of itself, by which a rounded figure may be off
ROUGH = Decimal("0.25")  # by which a hedged one may be


class Source(Ground):
    """The numbers of one source, in tables and in prose."""

    @cached_property
    def scales(self) -> list[Decimal]:
        """What the figures of its tables may have to be multiplied by, "in thousands"."""
        told = self.text.lexicon.words.table_scales.items()
        return [worth for phrase, worth in told if phrase in self.text.lower]

    @cached_property
    def clocks(self) -> list[Claim]:
        """The times of day that it names."""
        return [c for c in self.claims if isinstance(c.value, Clock)]

    @cached_property
    def digits(self) -> frozenset[str]:
        """The numbers in digits that no scale stands behind: "5 million" is no 5."""
        scaled = {f.start for f in self.text.figures if f.scale != 1}
        return frozenset(digits for at, digits in self._written() if at not in scaled)

    def readings(self, h: Number, n: Number) -> Iterator[Decimal]:
        """What a number of it may be of the kind of another, in that one's unit."""
        assert isinstance(n.claim.value, Amount)
        assert isinstance(h.claim.value, Amount)
        if one_kind(h, n):
            yield n.value
            if h.currencies or h.kind in COUNTED:
                yield from (n.value * x for x in self.scales or _untold(n))
        elif h.kind in MEASURED and n.kind in MEASURED:
            both = ((a, b) for a, b in pairs(h.claim.value, n.claim.value))
            told = (a.of_base(b.base(exactly(n.value))).lo for a, b in both)
            yield from (x.normalize(PLAINLY) for x in told if x is not None)

    def said(self, h: Number) -> list[Number]:
        """The numbers of it that a number may repeat, perhaps rounded."""
        asked = h.claim, h.value
        if asked not in self._said:
            self._said[asked] = [n for n in self.numbers if any(repeats(h, n, x) for x in self.readings(h, n))]
        return self._said[asked]

    @cached_property
    def _said(self) -> dict[tuple[Claim, Decimal], list[Number]]:
        """What was found for numbers that were asked for before."""
        return {}


def _untold(n: Number) -> tuple[Decimal, ...]:
    """What a cell of a table that does not tell its scale may have to be multiplied by."""
    return UNTOLD if n.kind in PLAIN and BAR in n.text[n.claim.sentence] else ()


def one_kind(h: Number, n: Number) -> bool:
    """Whether both may be of one kind: a bare one is of any where its digits are rare or it stands in a table."""
    abroad = h.text.lexicon.lang != n.text.lexicon.lang
    if h.currencies and n.currencies:
        told = [currencies_abroad(x) if abroad else set(x.currencies) for x in (h, n)]
        return not told[0].isdisjoint(told[1])
    if abroad and alike_abroad(h, n):
        return True
    if h.kind == n.kind and not (h.currencies or n.currencies):
        return h.unit == n.unit or (h.kind in COUNTED and h.kind != "age")
    if h.kind in COUNTED and n.kind in COUNTED:
        return True
    return (h.kind in PLAIN or n.kind in PLAIN) and (significant(n.value) >= RARE or BAR in n.text[n.claim.sentence])


def repeats(h: Number, n: Number, x: Decimal) -> bool:
    """Whether a number may be what was written of a value: it, it rounded, or a rounder one behind a hedge."""
    exact = h.text.document.made == "translation" and not (h.vague or n.vague or h.unit != n.unit)
    if x == h.value or exact or (n.year and n.text.dated(n.claim.span.start)):
        return x == h.value  # nobody rounds a year, and no translator what he translates
    if not h.claim.hedge:
        close = abs(x - h.value) <= CLOSE * abs(h.value)
        return close and (x in h.interval or (RARE <= significant(h.value) <= MOST and h.value == _cut(x, h.value)))
    rounder = not n.claim.hedge and significant(h.value) < significant(x)
    return rounder and x in h.interval and abs(x - h.value) <= ROUGH * abs(h.value)


def _cut(x: Decimal, like: Decimal) -> Decimal:
    """A value cut short to as many digits as another has."""
    place = like.adjusted() - significant(like) + 1
    return x.quantize(Decimal(1).scaleb(place), ROUND_DOWN)


def share(h: Number, source: Ground) -> bool:
    """A fraction told as a percentage, or the other way round: "a third" for 33 percent."""
    if h.text.document.made == "translation":
        kind, worth = ("fraction", ONE / HUNDRED) if h.kind == "percent" else ("percent", HUNDRED)
        told = (n.value for n in source.numbers if n.kind == kind)
        return h.kind in ("percent", "fraction") and any(abs(x - h.value * worth) <= SLIGHTLY * worth for x in told)
    if h.kind == "percent":
        return any((n.interval * exactly(HUNDRED)).meets(h.interval) for n in source.numbers if n.kind == "fraction")
    percents = (n.interval for n in source.numbers if n.kind == "percent")
    return h.kind == "fraction" and any(map((h.interval * exactly(HUNDRED)).meets, percents))


def summed(h: Number, source: Source) -> bool:
    """Two numbers of its kind make it to the last of many digits, or one less the other."""
    if significant(h.value) < MANY or h.year:
        return False
    values = {n.value for n in source.numbers if one_kind(h, n)}
    wanted = [h.value / scale for scale in _scales(h, source)]
    return any(total - x in values or total + x in values for total in wanted for x in values if x)


def _scales(h: Number, source: Source) -> list[Decimal]:
    """What the parts of a number may have to be multiplied by: those in tables, where it is told to be a sum."""
    sentence = h.claim.sentence
    told = h.text.lexicon.sums.totals.search(h.text.lower, sentence.start, sentence.end)
    return [ONE, *source.scales] if told else [ONE]


def fiscal(h: Number, source: Source) -> bool:
    """The year of a quarter, which may be a fiscal one."""
    return h.year and ahead(h.text, h.claim.span, int(h.value), source.text)


def ahead(text: Text, span: Span, year: int, source: Text) -> bool:
    """Whether the year of a quarter is the next after one of a source without quarters: fiscal years run ahead."""
    if _quarters(source) or not any(quarter.covers(span) for quarter in _quarters(text)):
        return False
    return year - 1 in {d.when.last.year for d in source.dates}


def _quarters(text: Text) -> list[Span]:
    return [d.span for d in text.dates if d.when.grain == "quarter"]


def ways(h: Number) -> tuple[Callable[[Number, Source], bool], ...]:
    """The ways that may lead to a number from a source that does not say it."""
    reckoned = (summed,) if h.text.document.made != "translation" else ()
    return (share, lasting, *reckoned, *((fiscal, written) if h.kind in PLAIN else ()))


HOW = {  # ways from a source to a figure, as a report tells them
    "said": "the source has it",
    "written": "the source has its digits",
    "counted": "the writer may have counted",
    share.__name__: "it is a share that the source tells",
    lasting.__name__: "a word of the source lasts so long",
    summed.__name__: "two figures of the source make it",
    fiscal.__name__: "it may be a fiscal year's",
}
