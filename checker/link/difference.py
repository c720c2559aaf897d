"""Difference: what lies between two figures, and a number told for it, "31 years" from 1997 to the text's 2018."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

import msgspec

from ..headlines import Body
from ..interval import meant
from ..model import Amount, Claim, Link
from ..supports import PLAIN, Number, a_year, slipped, support
from ..text import Text

BESIDE, YEARS_APART, CHANGE = 0.94, 0.9, 0.85  # how sure it is that a number is the difference of these two figures
HEADLINES = 12  # figures above the body that are looked at
FEWEST = 5  # years; fewer are told of too many things
BREATH = 110  # characters in which a change and its two ends are told
NEAR, AFTER = 60, 40  # characters from the one figure to the difference, and from there to the other
MARK = re.compile(r"[,;:()—–]")
OPENS = (",", "(", "–", "—", "-")  # right before a difference that is told of the figure before it


def link(text: Text, claims: tuple[Claim, ...]) -> Iterator[Link]:
    """Differences told beside their figures, and those of headlines that a slip has moved from the body's."""
    for three in zip(claims, claims[1:], claims[2:], strict=False):
        if three[0].sentence == three[2].sentence:
            yield from _beside(text, *three)
            yield from _moved(text, three)
    body = Body(text, claims)
    for h in body.above[:HEADLINES]:
        found = next(_years(text, h, body), None) or next(_changed(h, body), None)
        if found and not support(h, body):
            yield found


def _beside(text: Text, one: Claim, difference: Claim, other: Claim) -> Iterator[Link]:
    """ "$16 million, $5 million more than the $10 million"."""
    before = text.lower[one.span.end : difference.span.start].rstrip()
    between = text.lower[difference.span.end : other.span.start]
    if not before.endswith(OPENS) or len(before) > NEAR or len(between) > AFTER:
        return
    named = text[other.span][0].isdigit() and other.kind in PLAIN and text[other.span][-1].isalpha()  # "the 20th"
    if not named and _like(one, difference) and _like(one, other) and text.lexicon.sums.set_off.match(between):
        yield Link(difference, (one, _plain(other)), "the difference stands between its figures", BESIDE)


def _moved(text: Text, three: tuple[Claim, ...]) -> Iterator[Link]:
    """ "rose by 5 to 16 from 11", in any order of the three."""
    parts = {c.part: c for c in three}
    moves = [c for c in three if c.change and c.part in (None, "by")]
    if len(moves) != 1 or not {"from", "to"} <= set(parts) or three[-1].span.end - three[0].span.start > BREATH:
        return
    level, before = parts["to"], parts["from"]
    if _like(level, before) and moves[0].kind == level.kind and _like(level, moves[0]) and not _parted(text, three):
        yield Link(moves[0], (level, before), "a change stands beside its two ends", BESIDE)


def _parted(text: Text, three: tuple[Claim, ...]) -> bool:
    """Whether a comma, another mark, an "and" or an "or" parts them."""
    between = [text.lower[a.span.end : b.span.start] for a, b in pairwise(three)]
    return any(MARK.search(gap) or text.lexicon.sums.list_joins.search(gap) for gap in between)


def _like(a: Claim, b: Claim) -> bool:
    """Whether the second is of the first's kind and unit, or leaves the unit to it."""
    one, other = a.value, b.value
    if not isinstance(one, Amount) or not isinstance(other, Amount) or a.kind in (*PLAIN, "percent"):
        return False
    single, bare = len(one.stated) == len(other.stated) == 1 and one.per == other.per, b.kind in PLAIN
    if bare:
        return single and a.kind != "money" and not a_year(other.stated[0])
    return single and a.kind == b.kind and one.currencies[:1] == other.currencies[:1] and one.unit == other.unit


def _plain(c: Claim) -> Claim:
    """The figure without a "more than" before it, which belongs to the difference."""
    assert isinstance(c.value, Amount)
    return msgspec.structs.replace(c, value=msgspec.structs.replace(c.value, interval=meant(c.value.stated[0])))


def _years(text: Text, h: Number, body: Body) -> Iterator[Link]:
    """A number of years above the body, and a year in it from which they may be counted to the text's own."""
    published = text.document.published
    if not published or h.kind != "duration" or h.unit != "year" or h.value < FEWEST:
        return
    near = [n for n in body.numbers if n.year and _slip(h.value, published.year - n.value)]
    about = text.about(h.claim.sentence)
    near.sort(key=lambda n: (-len(about & text.about(n.claim.sentence)), n.claim.span))
    for n in near:
        yield Link(h.claim, (n.claim,), "the headline counts years from one in the body", YEARS_APART)


def _slip(told: Decimal, gap: Decimal) -> bool:
    return gap > 0 and abs(told - gap) > 1 and slipped(told, gap)


def _changed(h: Number, body: Body) -> Iterator[Link]:
    """A change above the body, and the figures in it from which and to which it was: "from 196 to 135"."""
    if h.kind not in ("quantity", "money", "count"):
        return
    for row in body.by_sentence:
        for a, b in pairwise(row):
            told = b.claim.part == "to" and h.agrees(a) and h.agrees(b) and a.unit == b.unit
            if told and _slip(h.value, abs(a.value - b.value)):
                yield Link(h.claim, (a.claim, b.claim), "the headline tells a change in the body", CHANGE)
