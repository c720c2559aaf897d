"""Held: what the figures of a text have in the texts that it was made from, "20%" / "a discount of 15%"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import msgspec

from .aligned import BAR, Index, around, nearest
from .carried import SELDOM, Carried, carried
from .interval import significant
from .model import Claim, Clock
from .otherwise import in_words, told_otherwise
from .phrases import instead
from .sources import Source, one_kind, ways
from .supports import DIGITS, PLAIN, Number, numbers
from .text import Text

SELF_COUNTED = (1, 2, 3)  # people or things that a writer may have counted himself
HALF = Decimal("0.5")
PLAINLY = 0.6  # of a clause's words, that a sentence of the source has which tells the same
APART = 0.4  # of that, at most, in those that tell of something else
NOON = 12 * 60
SHARED = ("fraction", "multiple")  # kinds that other languages tell by one word


class Held(msgspec.Struct, frozen=True):
    """A claim of the text, how a source bears it out (None: not at all), and the claims there that do, or are likest.

    clear tells that the likest tells of the same thing, as far as words can tell.
    """

    claim: Claim
    way: str | None
    near: tuple[Claim, ...] = ()
    clear: bool = False


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
    translated = text.document.made == "translation"
    claims = claims if translated else tuple(c for c in claims if c.kind not in SELDOM)
    pair = carried(text, claims) if translated else None
    known = [pair.source] if pair else []
    others = list(enumerate(text.sources, 1))[len(known) :]
    sources = [*known, *(Source(s, tuple(c for c in claims if c.span.doc == n)) for n, s in others)]
    for claim in (c for c in claims if not c.span.doc):
        if isinstance(claim.value, Clock):
            yield from _clocked(claim, claim.value, sources)
        else:
            found = _least([_number(h, sources) for h in numbers(text, claim)])
            yield from _translated(found, text, sources, pair) if pair else (found,)


def _translated(found: Held, text: Text, sources: list[Source], pair: Carried) -> Iterator[Held]:
    """A figure of a translation, if the original does not tell it in a way that is not read."""
    claim = found.claim
    unread = found.way is None and (told_otherwise(claim, text, sources) or _of_an_ending(claim, text, pair))
    if (unread or found.way is not None) and (other := pair.in_place_of(claim)):
        yield Held(claim, None, (other.claim,), clear=True)
    elif found.way is not None:
        yield found
    elif not unread:
        yield _counterpart(found, pair)


def _of_an_ending(claim: Claim, text: Text, pair: Carried) -> bool:
    """Whether a share, a multiple, an ordinal or a small count in words may be told by an ending.

    None of its kind is left over where it stands.
    """
    half = {h.value for h in numbers(text, claim)} == {HALF}
    if (claim.kind in SHARED or half) and not DIGITS.search(text[claim.span]):
        return not pair.left(claim, (claim.kind, "fraction"))  # "verdreifacht", "jeder sechste"
    if claim.kind == "ordinal" and not DIGITS.search(text[claim.span]):
        return True  # "erstmals"
    return (claim.kind == "ordinal" or in_words(claim, text)) and not pair.left(claim)


def _counterpart(found: Held, pair: Carried) -> Held:
    """A figure of a translation with what its sentence has in the original and lacks here, where that is one."""
    near = tuple(n.claim for n in pair.counterparts(found.claim))
    return Held(found.claim, None, near, clear=True) if len(near) == 1 else found


def _least(ends: list[Held]) -> Held:
    """Of the two ends of a range the one that is borne out less."""
    return next((e for e in ends if e.way is None), ends[0])


def _number(h: Number, sources: list[Source]) -> Held:
    said = [n for s in sources for n in s.said(h)]
    if said and (others := _told_there(h, said, sources)):
        return Held(h.claim, None, _nearest(h, others), clear=True)
    if said and (other := _instead(h, said, sources)):
        return Held(h.claim, None, other, clear=True)
    if said and not _of_others(h, said, sources):
        return Held(h.claim, "said", _nearest(h, said))
    way = next((w.__name__ for s in sources for w in ways(h) if w(h, s)), None)
    if way or _counted_by_the_writer(h, sources):
        return Held(h.claim, way or "counted")
    slips = [n for s in sources for n in s.numbers if n.kind == h.kind and _slip(h, n)]
    if slips:
        return Held(h.claim, None, _nearest(h, slips), clear=True)
    alike = [n for s in sources for n in s.numbers if one_kind(h, n) and _answers(h, n)]
    bare = [n for s in sources for n in s.numbers if h.kind in PLAIN and n.kind == h.kind and n.year == h.year]
    near = _nearest(h, alike or bare)
    return Held(h.claim, None, near, bool(near) and _shared(h, near[0]) > 0)


def _told_there(h: Number, said: list[Number], sources: list[Source]) -> list[Number]:
    """What the one sentence that plainly tells the same has instead of a number that others have for other things.

    Where a source has tables, its sentences do not tell all.
    """
    source, clause = sources[0], h.text.clause(h.claim.span.start)
    if len(sources) > 1 or BAR in source.text.document.text:
        return []
    best = nearest(h.text, h.claim, source.text, clause)[:1]
    index, words = source.text.once(Index), around(h.text, h.claim, clause)
    for share, sentence in best:
        if share >= PLAINLY and max(index.share(words, n.claim.sentence) for n in said) <= APART * share:
            return [n for n in source.numbers if n.claim.sentence == sentence and n.alike(h) and n.unit == h.unit]
    return []


def _instead(h: Number, said: list[Number], sources: list[Source]) -> tuple[Claim, ...]:
    """What stands in a source in the very words around a number that it has, or one like it, for other things."""
    if h.year or h.vague:
        return ()
    known = {id(n) for n in said}
    alike = [n for s in sources for n in s.numbers if n.kind == h.kind and n.unit == h.unit and one_kind(h, n)]
    rivals = [n.claim for n in alike if id(n) not in known and not n.vague]
    return instead(h.text, h.claim, [n.claim for n in said], rivals)


def _of_others(h: Number, said: list[Number], sources: list[Source]) -> bool:
    """Whether it counts what a source counts as well, otherwise, and was only found with other things."""
    if h.kind != "count" or significant(h.value) > 1 or any(n.kind != "count" or n.unit == h.unit for n in said):
        return False
    return any(n.kind == "count" and n.unit == h.unit for s in sources for n in s.numbers)


def _answers(h: Number, n: Number) -> bool:
    """Whether a figure may stand for another of its kind: it tells a figure, and of what; a year is no sum."""
    if h.kind in PLAIN and n.currencies and h.text.document.made == "translation":
        return False  # what is no sum in one language is none in another
    told = not n.vague or DIGITS.search(n.text[n.claim.span]) is not None  # not "in millions of dollars"
    return n.kind not in PLAIN and h.unit == n.unit and not h.year and told


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


def _counted_by_the_writer(h: Number, sources: list[Source]) -> bool:
    """Whether a small count is of things that no source counts: "a talk between two women"."""
    return (
        h.kind == "count" and h.value in SELF_COUNTED and not any(n.unit == h.unit for s in sources for n in s.numbers)
    )


def _clocked(claim: Claim, clock: Clock, sources: list[Source]) -> Iterator[Held]:
    """A time of day, the half of the day left open: "1.34 pm" for 13:34; "7 pm" for a bare 7."""
    told = [c for s in sources for c in s.clocks]
    same = tuple(c for c in told if isinstance(c.value, Clock) and (c.value.minutes - clock.minutes) % NOON == 0)
    hour = Decimal(clock.minutes // 60 % 12 or 12)
    bare = not clock.minutes % 60 and any(
        n.value % 12 == hour % 12 for s in sources for n in s.numbers if n.value <= 24 and n.kind in PLAIN
    )
    if same or bare:
        yield Held(claim, "said", same[:3])
    elif told:
        yield Held(claim, None, tuple(told[:3]), clear=True)
