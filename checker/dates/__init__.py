"""Dates: days and periods as prose writes them, "April 7, 2015", "the summer of 2014", "last Friday"."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from datetime import date

import msgspec

from ..lang import Lexicon
from ..model import Span
from .ages import ages
from .forms import read_run
from .parts import Dated, Page, Token, folded
from .runs import runs
from .unspaced import in_characters, in_tokens

UNSPOKEN = date(2000, 1, 1)  # read from this day, what cannot be told without the text's own is found all the same


class Calendar(msgspec.Struct, frozen=True):
    """The dates of a text: those that are known, those that cannot be ("31 June"), and where all of them stand.

    runs are the rows of words and digits that they are made of, with the part that each plays in any language.
    places leaves out the figures that count units from another day: "two weeks ago" is a date and a duration.
    """

    runs: tuple[list[Token], ...]
    dates: tuple[Dated, ...]
    impossible: tuple[Dated, ...]
    places: tuple[Span, ...]


def calendar(text: str, lex: Lexicon, spoken: date | None = None) -> Calendar:
    """The dates that a text names, in order, none inside another.

    A day without a year ("April 2") is the last such day before the text was spoken; without a date of the text its
    place is known and no more.
    """
    page = Page(text, lex, spoken or UNSPOKEN)
    rows = tuple(in_tokens(page) if lex.unspaced else runs(page))
    found = in_characters(page) if lex.unspaced else [dated for run in rows for dated in read_run(page, run)]
    found = _with_ages(found, ages(page))
    return Calendar(
        rows,
        tuple(d for d in found if not d.impossible and (spoken or not d.relative)),
        tuple(d for d in found if d.impossible),
        tuple(d.span for d in found if not d.counted),
    )


def _with_ages(found: list[Dated], more: Iterable[Dated]) -> list[Dated]:
    """Dates with decades and centuries among them, each in the place of the parts of it that were read as dates."""
    starts, taken, kept = [d.span.start for d in found], set[int](), list[Dated]()
    for age in more:
        first = max(0, bisect_right(starts, age.span.start) - 1)
        last = bisect_left(starts, age.span.end)
        beside = [n for n in range(first, last) if found[n].span.end > age.span.start]
        known = any(found[n].span.covers(age.span) and found[n].when.grain == age.when.grain for n in beside)
        if not known and taken.isdisjoint(beside):
            taken.update(beside)
            kept.append(age)
    rest = [d for n, d in enumerate(found) if n not in taken]
    return sorted([*rest, *kept], key=lambda d: d.span)


def dates(text: str, lex: Lexicon, spoken: date | None = None) -> tuple[Dated, ...]:
    """The days and periods that are known."""
    return calendar(text, lex, spoken).dates


__all__ = ["Calendar", "Dated", "calendar", "dates", "folded"]
