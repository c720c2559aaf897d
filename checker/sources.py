"""Sources: what the figures of a text have in the texts that it was made from, "20%" / "a discount of 15%"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_DOWN, Decimal
from functools import cached_property

import msgspec

from .aligned import BAR, around
from .interval import exactly
from .model import Amount, Claim, Clock
from .supports import HUNDRED, PLAIN, Ground, Number, lasting, numbers, written
from .text import Text
from .units import pairs

COUNTED = ("count", "number", "figure", "ordinal", "age")  # kinds that one may be told as another
MEASURED = ("duration", "quantity")  # kinds of units that turn into each other
MANY = 4  # digits that do not add up by chance
MOST = 15  # of a figure that somebody wrote
RARE = 3  # digits that a bare number has to have to bear out one of a kind
CLOSE = Decimal("0.1")  # of itself, by which a rounded figure may be off
ROUGH = Decimal("0.25")  # by which a hedged one may be
SELF_COUNTED = 3  # people or things that a writer may have counted himself
NOON = 12 * 60


class Held(msgspec.Struct, frozen=True):
    """A claim of the text, how a source bears it out (None: not at all), and the claims there that do, or are likest.

    clear tells that the likest tells of the same thing, as far as words can tell.
    """

    claim: Claim
    way: str | None
    near: tuple[Claim, ...] = ()
    clear: bool = False


class Source(Ground):
    """The numbers of one source."""

    @cached_property
    def scales(self) -> list[Decimal]:
        """What the figures of its tables may have to be multiplied by, "in thousands"."""
        told = self.text.lexicon.words.table_scales.items()
        return [worth for phrase, worth in told if phrase in self.text.lower]

    @cached_property
    def clocks(self) -> list[Claim]:
        """The times of day that it names."""
        return [c for c in self.claims if isinstance(c.value, Clock)]

    def readings(self, h: Number, n: Number) -> Iterator[Decimal]:
        """What a number of it may be of the kind of another, in that one's unit."""
        assert isinstance(n.claim.value, Amount)
        assert isinstance(h.claim.value, Amount)
        if _one_kind(h, n):
            yield n.value
            if h.currencies or h.kind in COUNTED:
                yield from (n.value * x for x in self.scales)
        elif h.kind in MEASURED and n.kind in MEASURED:
            both = ((a, b) for a, b in pairs(h.claim.value, n.claim.value))
            yield from (x for a, b in both if (x := a.of_base(b.base(exactly(n.value))).lo) is not None)

    def said(self, h: Number) -> list[Number]:
        """The numbers of it that a number may repeat, perhaps rounded."""
        return [n for n in self.numbers if any(_repeats(h, n, x) for x in self.readings(h, n))]


def held(text: Text, claims: tuple[Claim, ...]) -> list[Held]:
    """Every figure and time of day of a text with what its sources have for it."""
    known = text.once(_known)
    if id(claims) not in known:
        known[id(claims)] = list(_held(text, claims))
    return known[id(claims)]


def _known(text: Text) -> dict[int, list[Held]]:
    """What was found for some claims, by which they are."""
    return {}


def _held(text: Text, claims: tuple[Claim, ...]) -> Iterator[Held]:
    sources = [Source(s, tuple(c for c in claims if c.span.doc == n)) for n, s in enumerate(text.sources, 1)]
    for claim in (c for c in claims if not c.span.doc):
        if isinstance(claim.value, Clock):
            yield from _clocked(claim, claim.value, sources)
        else:
            yield _least([_number(h, sources) for h in numbers(text, claim)])


def _least(ends: list[Held]) -> Held:
    """Of the two ends of a range the one that is borne out less."""
    return next((e for e in ends if e.way is None), ends[0])


def _number(h: Number, sources: list[Source]) -> Held:
    said = [n for s in sources for n in s.said(h)]
    if said and not _of_others(h, said, sources):
        return Held(h.claim, "said", _nearest(h, said))
    way = next((w.__name__ for s in sources for w in (*WAYS, *ALSO.get(h.kind, ())) if w(h, s)), None)
    if way or _counted_by_the_writer(h, sources):
        return Held(h.claim, way or "counted")
    slips = [n for s in sources for n in s.numbers if n.kind == h.kind and _slip(h, n)]
    if slips:
        return Held(h.claim, None, _nearest(h, slips), clear=True)
    alike = [n for s in sources for n in s.numbers if _one_kind(h, n) and n.kind not in PLAIN and h.unit == n.unit]
    bare = [n for s in sources for n in s.numbers if h.kind in PLAIN and n.kind == h.kind and n.year == h.year]
    near = _nearest(h, alike or bare)
    return Held(h.claim, None, near, bool(near) and _shared(h, near[0]) > 0)


def _of_others(h: Number, said: list[Number], sources: list[Source]) -> bool:
    """Whether it counts what a source counts as well, otherwise, and was only found with other things."""
    if h.kind != "count" or _digits(h.value) > 1 or any(n.kind != "count" or n.unit == h.unit for n in said):
        return False
    return any(n.kind == "count" and n.unit == h.unit for s in sources for n in s.numbers)


def _slip(h: Number, n: Number) -> bool:
    """Whether two figures have the same digits, in another currency, unit or scale."""
    same = f"{h.value:f}".replace(".", "").strip("0") == f"{n.value:f}".replace(".", "").strip("0")
    return same and (h.value == n.value or h.unit == n.unit) and h.kind not in PLAIN


def _nearest(h: Number, found: list[Number]) -> tuple[Claim, ...]:
    """Up to three of some numbers, those first whose sentences share most words with the number's own."""
    ordered = sorted(found, key=lambda n: (-_shared(h, n.claim, n.text), abs(n.value - h.value), n.claim.span))
    return tuple(dict.fromkeys(n.claim for n in ordered[:3]))


def _shared(h: Number, claim: Claim, source: Text | None = None) -> int:
    told = source or h.text.of(claim.span)
    return len(around(h.text, h.claim) & told.about(claim.sentence))


def _one_kind(h: Number, n: Number) -> bool:
    """Whether both may be of one kind: a bare one is of any where its digits are rare or it stands in a table."""
    if h.currencies and n.currencies:
        return not set(h.currencies).isdisjoint(n.currencies)
    if h.kind == n.kind and not (h.currencies or n.currencies):
        return h.unit == n.unit or h.kind in COUNTED
    if h.kind in COUNTED and n.kind in COUNTED:
        return True
    return (h.kind in PLAIN or n.kind in PLAIN) and (_digits(n.value) >= RARE or BAR in n.text[n.claim.sentence])


def _repeats(h: Number, n: Number, x: Decimal) -> bool:
    """Whether a number may be what was written of a value: it, it rounded, or a rounder one behind a hedge."""
    if x == h.value:
        return True
    if not h.claim.hedge:
        close = abs(x - h.value) <= CLOSE * abs(h.value)
        return close and (x in h.interval or (RARE <= _digits(h.value) <= MOST and h.value == _cut(x, h.value)))
    rounder = not n.claim.hedge and _digits(h.value) < _digits(x)
    return rounder and x in h.interval and abs(x - h.value) <= ROUGH * abs(h.value)


def _cut(x: Decimal, like: Decimal) -> Decimal:
    """A value cut short to as many digits as another has."""
    place = like.adjusted() - _digits(like) + 1
    return x.quantize(Decimal(1).scaleb(place), ROUND_DOWN)


def _digits(x: Decimal) -> int:
    return len(f"{abs(x):f}".replace(".", "").strip("0"))


def _counted_by_the_writer(h: Number, sources: list[Source]) -> bool:
    """Whether a small count is of things that no source counts: "a talk between two women"."""
    return (
        h.kind == "count" and h.value <= SELF_COUNTED and not any(n.unit == h.unit for s in sources for n in s.numbers)
    )


def share(h: Number, source: Ground) -> bool:
    """A fraction told as a percentage, or the other way round: "a third" for 33 percent."""
    if h.kind == "percent":
        return any((n.interval * exactly(HUNDRED)).meets(h.interval) for n in source.numbers if n.kind == "fraction")
    percents = (n.interval for n in source.numbers if n.kind == "percent")
    return h.kind == "fraction" and any(map((h.interval * exactly(HUNDRED)).meets, percents))


def summed(h: Number, source: Ground) -> bool:
    """Two numbers of its kind make it to the last of many digits, or one less the other."""
    if _digits(h.value) < MANY or h.year:
        return False
    values = {n.value for n in source.numbers if _one_kind(h, n)}
    return any(h.value - x in values or h.value + x in values for x in values if x)


WAYS = (share, lasting, summed)  # ways for every kind
ALSO = dict.fromkeys(PLAIN, (written,))  # ways for some kinds alone


def _clocked(claim: Claim, clock: Clock, sources: list[Source]) -> Iterator[Held]:
    """A time of day, the half of the day left open: "1.34 pm" for 13:34; "7 pm" for a bare 7."""
    told = [c for s in sources for c in s.clocks]
    same = tuple(c for c in told if isinstance(c.value, Clock) and (c.value.minutes - clock.minutes) % NOON == 0)
    hour = Decimal(clock.minutes // 60 % 12 or 12)
    bare = not clock.minutes % 60 and any(
        n.value % 12 == hour % 12 for s in sources for n in s.numbers if n.value <= 24
    )
    if same or bare:
        yield Held(claim, "said", same[:3])
    elif told:
        yield Held(claim, None, tuple(told[:3]), clear=True)


HOW = {  # ways from a source to a figure, as a report tells them
    "said": "the source has it",
    "written": "the source has its digits",
    "counted": "the writer may have counted",
    share.__name__: "it is a share that the source tells",
    lasting.__name__: "a word of the source lasts so long",
    summed.__name__: "two figures of the source make it",
}
