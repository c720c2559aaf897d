"""From today: what is told from the day on which the text was spoken, "yesterday, last Friday, two weeks ago"."""

from __future__ import annotations

import re
from datetime import date, timedelta

import msgspec

from ..lang.calendar import MANY
from ..model import When
from . import almanac
from .almanac import LONGEST_MONTH, months, nearest, one_day, shift, unit_around
from .parts import Dated
from .pieces import NAMES, Parts

YEARS_AHEAD = 3
MONTHS_AROUND = 24
CUE_REACH = 60  # characters before "in two months" in which a word must tell of what is to come
TURNS = "TNK"
SENTENCE_OPENS = re.compile(r"(?:^|[.!?:;\"“”'‘’(\[\n*—–-])\s*$")


def turned_unit(p: Parts) -> Dated | None:
    """Last week; this quarter; the coming year, but not the coming years; the month, which is this one."""
    if any(t.letter in NAMES and t.number == MANY for t in p.tokens):
        return None
    turn = next(iter(p.numbers(TURNS)), 0)
    return p.relative(unit_around(p.spoken, p.unit(), turn))


def turned_units(p: Parts) -> Dated | None:
    """The past three years; the next two weeks."""
    turn, count = p.number(TURNS), p.number("cd")
    if turn == 0:
        return None
    other = shift(p.spoken, turn * count, p.unit())
    return p.relative(When(min(other, p.spoken), max(other, p.spoken), "range"), counted=True)


def relative_day(p: Parts) -> Dated | None:
    """Yesterday, today, tomorrow; but USA Today is a name."""
    text, at = p.page.text, p.span.start
    if text[at].isupper() and not SENTENCE_OPENS.search(text, max(0, at - 3), at):
        return None
    return p.relative(one_day(p.spoken + timedelta(days=p.number("R"))))


def ago(p: Parts) -> Dated:
    """Two weeks ago."""
    return p.relative(one_day(shift(p.spoken, -p.number("cda"), p.unit())), counted=True)


def to_come(p: Parts) -> Dated | None:
    """In two months, where a word before it tells of what is to come: otherwise it may be how long something took."""
    before = p.page.lower[max(0, p.span.start - CUE_REACH) : p.span.start].replace("'", " '").split()
    if p.page.words.future.isdisjoint(before):
        return None
    return p.relative(one_day(shift(p.spoken, p.number("cda"), p.unit())), counted=True)


def from_day(p: Parts) -> Dated | None:
    """Two weeks from now; three days after Easter; the day before yesterday; a week from Friday."""
    if p.has("n"):
        base, relative = p.spoken, True
    elif p.has("X"):
        (dated,) = p.dated()
        base, relative = dated.when.first, dated.relative
    else:
        base, relative = nearest(_weekdays(p.number("W"), p.spoken), p.spoken), True
    count = next(iter(p.numbers("cda")), 1) * (-1 if p.has("B") else 1)
    counted = p.has("cd")
    return Dated(p.span, one_day(shift(base, count, p.unit())), relative=relative, counted=counted)


def many_weekdays(p: Parts) -> Dated:
    """Four Tuesdays ago; three Fridays from now."""
    weekday, count = p.number("V"), p.number("cda")
    if p.has("g"):
        last = (p.spoken.weekday() - weekday - 1) % 7 + 1
        return p.relative(one_day(p.spoken - timedelta(days=last + 7 * (count - 1)), weekday), counted=True)
    ahead = (weekday - p.spoken.weekday() - 1) % 7 + 1
    return p.relative(one_day(p.spoken + timedelta(days=ahead + 7 * (count - 1)), weekday), counted=True)


def weekday(p: Parts) -> Dated:
    """Friday, which is the last one, as news tells what happened."""
    day = p.number("WZ")
    return p.relative(one_day(_weekdays(day, p.spoken)[0], day))


def _weekdays(weekday: int, spoken: date) -> list[date]:
    """The last such weekday, today included, and the one after it."""
    last = spoken - timedelta(days=(spoken.weekday() - weekday) % 7)
    return [last, last + timedelta(days=7)]


def turned_weekday(p: Parts) -> Dated:
    """Last Friday and next Friday, of the week before and after; the past Friday, the coming Friday, the nearest."""
    day, turn = p.number("WZ"), p.number(TURNS)
    if p.has("K") and turn:
        last = p.spoken - timedelta(days=(p.spoken.weekday() - day - 1) % 7 + 1)
        on = last if turn < 0 else p.spoken + timedelta(days=(day - p.spoken.weekday() - 1) % 7 + 1)
    else:
        on = unit_around(p.spoken, "week", turn).first + timedelta(days=day)
    return p.relative(one_day(on, day))


def weekday_of_week(p: Parts) -> Dated:
    """Monday of next week; last week's Sunday."""
    (week,) = p.dated()
    day = p.number("WZ")
    return Dated(
        p.span, one_day(almanac.nth_weekday(week.when.first, week.when.last, day, 1), day), relative=week.relative
    )


def with_weekday(p: Parts) -> Dated | None:
    """Wednesday, January 15, 2019: the weekday stands beside the day, be it right or wrong.

    Monday two weeks ago is that week's.
    """
    (dated, *_) = p.dated()
    if p.has("O") and not dated.counted:
        return None
    named = next(iter(p.numbers("WZ")), dated.when.weekday)
    first = dated.when.first
    if dated.counted and named is not None:
        first = unit_around(first, "week").first + timedelta(days=named)
    return msgspec.structs.replace(dated, span=p.span, when=one_day(first, named))


def weekday_and_day(p: Parts) -> Dated | None:
    """Friday the 13th; Sun 14th; Friday 31."""
    day, weekday = p.number("dD"), p.number("WZ")
    if p.has("d") and p.word_follows():
        return None
    first = months(p.spoken.year, p.spoken.month, 1, "month").first
    firsts = (shift(first, n, "month") for n in range(-MONTHS_AROUND, MONTHS_AROUND))
    last_days = ((f, shift(f, 1, "month") - timedelta(days=1)) for f in firsts)
    found = [f.replace(day=day) for f, last in last_days if 1 <= day <= last.day]
    found = [d for d in found if d.weekday() == weekday]
    return p.relative(one_day(nearest(found, p.spoken), weekday)) if found else None


def the_day(p: Parts) -> Dated | None:
    """On the 15th: the nearest."""
    day = p.number("D")
    if p.word_follows() or not 1 <= day <= LONGEST_MONTH:
        return None
    first = p.spoken.replace(day=1)
    around = (shift(first, n, "month") for n in (-1, 0, 1))
    found = [shift(f, day - 1, "day") for f in around if shift(f, day - 1, "day").month == f.month]
    return p.relative(one_day(nearest(found, p.spoken)))


def after_next(p: Parts) -> Dated:
    """Friday after next; March after next."""
    if p.has("M"):
        around = [months(p.spoken.year + n, p.number("M"), 1, "month") for n in range(YEARS_AHEAD)]
        return p.relative([w for w in around if w.first > p.spoken][1])
    day = p.number("W")
    return p.relative(one_day(_weekdays(day, p.spoken)[1] + timedelta(days=7), day))
