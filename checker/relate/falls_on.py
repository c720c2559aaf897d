"""Falls on: a day is the weekday that it is said to be, "Wednesday, January 15, 2019" was a Tuesday."""

from __future__ import annotations

from datetime import date, timedelta

from ..context import Context
from ..context import NoParams as Params
from ..days import WEEKDAYS, in_words
from ..model import Link, Verdict, When

FACTS = ("day", "real", "said")
GREGORIAN = 1583  # the first year that is all of the new calendar
CONVERTED = 1924  # the year after the last country of Europe took it up


def relate(link: Link, p: Params, ctx: Context) -> Verdict:
    """Holds where the weekday fits the day, the next such day if the year is not told, or in the old calendar."""
    when = link.claim.value
    assert isinstance(when, When)
    assert when.weekday is not None
    facts = {"day": in_words(when.first), "real": WEEKDAYS[when.first.weekday()], "said": WEEKDAYS[when.weekday]}
    days = [when.first, *(_next(when.first) if when.guessed else ()), *_old(when.first)]
    if any(d.weekday() == when.weekday for d in days):
        return Verdict(True, facts)
    return Verdict(None if when.first.year < GREGORIAN else False, facts, "the day is of a calendar before ours")


def _next(day: date) -> tuple[date, ...]:
    """The same day of the next year."""
    leap = (day.month, day.day) == (2, 29)
    return () if leap else (day.replace(year=day.year + 1),)


def _old(day: date) -> tuple[date, ...]:
    """The day that the old calendar calls by this name, where some country still had it."""
    behind = day.year // 100 - day.year // 400 - 2
    return (day + timedelta(days=behind),) if day.year < CONVERTED else ()


__all__ = ["FACTS", "Params", "relate"]
