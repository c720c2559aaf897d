"""Almanac: what falls when, "the fourth Thursday of November, Easter Monday, the week after next"."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta
from functools import cache

from ..model import Grain, When

MONTHS_OF: dict[str, int] = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
DAYS_OF: dict[str, int] = {"day": 1, "week": 7, "fortnight": 14}
SOON = timedelta(days=31)  # a day without a year may lie so far ahead; beyond that it was last year's
AHEAD = 20  # years that a year of two digits may lie ahead
CENTURY, MONTHS, LONGEST_MONTH = 100, 12, 31
LEAP = 8  # years in which every day of the calendar comes round
FIXED = re.compile(r"([0-9]{2})-([0-9]{2})$")  # the rules of holidays: 12-25
NTH = re.compile(r"([0-9]{2})/([0-6])/(-?[1-5])([+-][0-9]{1,2})?$")  # 11/3/4+1: a day after the fourth Thursday
MOVED = re.compile(r"(easter|orthodox)([+-][0-9]{1,3})?$")


def one_day(day: date, weekday: int | None = None) -> When:
    """A day as a period."""
    return When(day, day, "day", weekday)


def months(year: int, month: int, count: int, grain: Grain) -> When:
    """So many months from the first of one on; the month may run over the ends of its year."""
    first, after = _first_of(year, month), _first_of(year, month + count)
    return When(first, after - timedelta(days=1), grain)


def _first_of(year: int, month: int) -> date:
    return date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)


def unit_around(day: date, unit: Grain, turn: int = 0) -> When:
    """The calendar's week, month, quarter … that holds a day, or one so many further on."""
    if unit in DAYS_OF:
        first = day - timedelta(days=day.weekday() if unit == "week" else 0) + timedelta(days=turn * DAYS_OF[unit])
        return When(first, first + timedelta(days=DAYS_OF[unit] - 1), unit)
    count = MONTHS_OF[unit]
    since = (day.year * 12 + day.month - 1 - (12 if unit == "century" else 0)) // count + turn
    start = since * count + (12 if unit == "century" else 0)  # a century begins with its year 1
    return months(start // 12, start % 12 + 1, count, unit)


def shift(day: date, count: int, unit: str) -> date:
    """The day so many units later; the last of the month where that has no such day."""
    if unit in DAYS_OF:
        return day + timedelta(days=count * DAYS_OF[unit])
    first = _first_of(day.year, day.month + count * MONTHS_OF[unit])
    return first.replace(day=min(day.day, calendar.monthrange(first.year, first.month)[1]))


def nth_weekday(first: date, last: date, weekday: int, nth: int) -> date:
    """The nth such weekday of a period, from its end where nth is negative. Raises ValueError where there is none."""
    if nth < 0:
        day = last - timedelta(days=(last.weekday() - weekday) % 7 + 7 * (-nth - 1))
    else:
        day = first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))
    if not first <= day <= last:
        raise ValueError(f"no weekday {weekday} is number {nth}")
    return day


def nth_unit(period: When, unit: Grain, nth: int) -> When:
    """The nth day, week or month of a period, counted from its first day, or from its end where nth is negative."""
    first = shift(period.last + timedelta(days=1), nth, unit) if nth < 0 else shift(period.first, nth - 1, unit)
    last = shift(first, 1, unit) - timedelta(days=1)
    if not period.first <= first <= last <= period.last:
        raise ValueError(f"{period} has no {unit} number {nth}")
    return When(first, last, unit)


def easter(year: int) -> date:
    """Easter Sunday of the western churches (the Gregorian computus of 1876)."""
    golden, (century, y) = year % 19, divmod(year, 100)
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (y // 4) - epact - y % 4) % 7
    late = (golden + 11 * epact + 22 * sunday) // 451
    return date(year, 3, 22) + timedelta(days=epact + sunday - 7 * late)


def orthodox_easter(year: int) -> date:
    """Easter Sunday of the eastern churches, by the Gregorian calendar."""
    moon = (19 * (year % 19) + 15) % 30
    sunday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    julian = year // 100 - year // 400 - 2  # days that the Julian calendar is behind
    return date(year, 3, 22) + timedelta(days=moon + sunday + julian)


@cache
def holiday(rule: str, year: int) -> date:
    """The day on which a holiday falls in a year, by its rule: "12-25", "11/3/4+1", "easter-2".

    >>> holiday("11/3/4", 2014)
    datetime.date(2014, 11, 27)
    """
    if m := FIXED.match(rule):
        return date(year, int(m[1]), int(m[2]))
    if m := NTH.match(rule):
        month = months(year, int(m[1]), 1, "month")
        return nth_weekday(month.first, month.last, int(m[2]), int(m[3])) + timedelta(days=int(m[4] or 0))
    m = MOVED.match(rule)
    assert m, f"{rule} is no rule for a holiday"
    return (easter if m[1] == "easter" else orthodox_easter)(year) + timedelta(days=int(m[2] or 0))


def full_year(year: int, spoken: date) -> int:
    """A year of two digits in its century, a few years ahead of the text at most."""
    whole = spoken.year - spoken.year % CENTURY + year
    return whole - CENTURY if whole > spoken.year + AHEAD else whole


def latest(days: list[date], spoken: date) -> date:
    """The last of some days that was before the text was spoken, or lies a month ahead at most."""
    return max((d for d in days if d <= spoken + SOON), default=min(days))


def nearest(days: list[date], spoken: date) -> date:
    """The day nearest to the one on which the text was spoken."""
    return min(days, key=lambda d: abs(d - spoken))


def in_years(month: int, day: int, spoken: date) -> list[date]:
    """A day of a month in each of the years around that have it. Raises ValueError where there is no such day."""
    found = [
        date(year, month, day)
        for year in range(max(1, spoken.year - LEAP), spoken.year + 2)
        if day <= calendar.monthrange(year, month)[1]
    ]
    if not found:
        raise ValueError(f"no month {month} has a day {day}")
    return found
