"""By name: what is told by its name in the calendar, "April 7, 2015; Q3 2014; first Monday of May; Easter"."""

from __future__ import annotations

from datetime import date

from ..model import Grain, When
from . import almanac
from .almanac import CENTURY, LONGEST_MONTH, MONTHS, in_years, latest, months, nearest, one_day
from .parts import Dated, impossible
from .pieces import Parts

YEARS_AROUND = 3
LARGEST_CENTURY = 21
CENTURIES = range(15, 21)  # that open a year in words: "nineteen eighty-six"
LATER_DECADES = 50  # "the 80s" is a decade, "the 20s" a temperature
TURNS = "TNK"


def day_of_month(p: Parts) -> Dated | None:
    """April 7, 2015; the 7th of April; 7-Apr-15; April 7, with the year that the policy gives it."""
    day, month, (year, relative) = p.number("dDc"), p.number("Mv"), p.year()
    if not _numbers_a_day(p) or (p.letters == "vd" and p.word_follows()):
        return None
    return _day(p, year, month, day, relative)


def _numbers_a_day(p: Parts) -> bool:
    """Not so in "the first October", where an ordinal in words counts months."""
    first = next(t for t in p.tokens if t.letter in "dDMvcy")
    return first.letter != "D" or "o" in p.letters or p.page.lower[first.start].isdigit()


def _day(p: Parts, year: int | None, month: int, day: int, relative: bool) -> Dated | None:
    if not 1 <= day <= LONGEST_MONTH:
        return None
    try:
        on = date(year, month, day) if year else latest(in_years(month, day, p.spoken), p.spoken)
    except ValueError:
        return impossible(p.span)
    return Dated(p.span, one_day(on), whole=not relative, relative=relative)


def days_of_month(p: Parts) -> Dated | None:
    """April 5–7, 2015; between 3 and 5 May."""
    (first, last), month = p.numbers("dD"), p.number("M")
    year, relative = p.year() if p.has("y") else (None, True)
    if not first < last <= LONGEST_MONTH:
        return None
    a, b = (_day(p, year, month, day, relative) for day in (first, last))
    return _from_to(p, a, b) if a and b and not a.impossible and not b.impossible else None


def month_and_day_in_digits(p: Parts) -> Dated | None:
    """7/6, where a weekday or "on" stands before it and no word behind."""
    a, b = p.numbers("d")
    day, month = (a, b) if (p.page.words.day_first or a > MONTHS) and b <= MONTHS else (b, a)
    return _day(p, None, month, day, True) if 1 <= month <= MONTHS and not p.word_follows() else None


def month_of_year(p: Parts) -> Dated | None:
    """April 2015."""
    year, relative = p.year()
    return Dated(p.span, months(year, p.number("Mv"), 1, "month"), relative=relative) if year else None


def months_of_year(p: Parts) -> Dated | None:
    """April to June 2015; from November to January 2015, which begins the year before."""
    (first, last), (year, relative) = p.numbers("M"), p.year()
    if not year:
        return None
    count = (last - first) % 12 + 1
    when = months(year - (last < first), first, count, "range")
    return Dated(p.span, when, relative=relative)


def month(p: Parts) -> Dated:
    """In April: the last that had begun, with some allowance; or last, this, next April."""
    around = [months(p.spoken.year + n, p.number("M"), 1, "month") for n in range(-YEARS_AROUND, YEARS_AROUND)]
    return p.relative(_turned(p, around))


def season(p: Parts) -> Dated:
    """The summer of 2014; last summer."""
    year, relative = p.year()
    if year:
        return Dated(p.span, months(year, p.number("S"), 3, "season"), relative=relative)
    around = [months(p.spoken.year + n, p.number("S"), 3, "season") for n in range(-YEARS_AROUND, YEARS_AROUND)]
    return p.relative(_turned(p, around))


def _turned(p: Parts, around: list[When]) -> When:
    """The last before the text was spoken, the next, or the nearest; without a word for it the likeliest."""
    turn = next(iter(p.numbers(TURNS)), None)
    if not turn:
        firsts = [w.first for w in around]
        return around[firsts.index((latest if turn is None else nearest)(firsts, p.spoken))]
    return [w for w in around if w.last < p.spoken][-1] if turn < 0 else next(w for w in around if w.first > p.spoken)


def quarter(p: Parts) -> Dated | None:
    """Q3 2014; the third quarter, which is the last that had begun; the last quarter of 2014."""
    return _part_of_year(p, 3, "quarter", p.number("QDT"))


def half(p: Parts) -> Dated | None:
    """H1 2014; the first half of 2014."""
    return _part_of_year(p, 6, "half", p.number("GDT"))


def _part_of_year(p: Parts, count: int, grain: Grain, number: int) -> Dated | None:
    """Where a language has no words for a turn, a year in other words is not seen: "des Vorjahres"."""
    (year, relative), parts = p.year(), 12 // count
    if number > parts or (year is None and not p.page.lex.words.calendar.turns):
        return None
    month = (number - 1 if number > 0 else parts - 1) * count + 1
    if year is None:
        year = latest([date(p.spoken.year + n, month, 1) for n in (-1, 0, 1)], p.spoken).year
    return Dated(p.span, months(year, month, count, grain), relative=relative)


def decade(p: Parts) -> Dated | None:
    """The 1990s; the '90s."""
    if p.has("j") and "'" not in p.letters and p.number("j") % CENTURY < LATER_DECADES:
        return None
    return Dated(p.span, months(p.number("Ej"), 1, 120, "decade"))


def century(p: Parts) -> Dated | None:
    """The 19th century."""
    number = p.number("D")
    if p.page.text[p.span.start].isupper() and p.name_follows():
        return None
    return Dated(p.span, months((number - 1) * CENTURY + 1, 1, 1200, "century")) if number <= LARGEST_CENTURY else None


def years(p: Parts) -> Dated | int | None:
    """2010–2015; 2015–16; 2014/10, which is a month."""
    first, second = p.numbers("yd")
    if p.tokens[-1].letter == "y":
        return Dated(p.span, months(first, 1, 12 * (second - first + 1), "range")) if first < second else None
    if not p.touch() or p.page.lower[p.span.end : p.span.end + 1] == "/":
        return None
    if second == (first + 1) % CENTURY:
        return Dated(p.span, months(first, 1, 24, "range"))
    return Dated(p.span, months(first, second, 1, "month")) if 1 <= second <= MONTHS else None


def tens(p: Parts) -> int | None:
    """Twenty-five; thirty first."""
    (ten, one) = p.numbers("cD")
    return ten + one if ten % 10 == 0 and one < 10 else None


def year_in_words(p: Parts) -> int | None:
    """Nineteen eighty-six; seventeen hundred thirty three; two thousand eighteen."""
    first, *rest = p.numbers("ck")
    if p.has("k"):
        return first * rest[0] + sum(rest[1:])
    return first * CENTURY + rest[0] if first in CENTURIES and rest[0] >= 10 else None


def the_year(p: Parts) -> int:
    """The year 2015; 2015 AD; fiscal 2015."""
    return p.number("y")


def holiday(p: Parts) -> Dated | None:
    """Thanksgiving 2017; last Easter; Christmas, the nearest."""
    rule, (year, relative) = p.page.words.rules[p.number("H")], p.year()
    if year:
        return Dated(p.span, one_day(almanac.holiday(rule, year)), relative=relative)
    if p.name_follows():
        return None
    days = [almanac.holiday(rule, p.spoken.year + n) for n in range(-YEARS_AROUND, YEARS_AROUND)]
    if p.has(TURNS):
        return p.relative(_turned(p, [one_day(d) for d in days]))
    return p.relative(one_day(nearest(days, p.spoken)))


def nth_weekday(p: Parts) -> Dated:
    """The first Wednesday of October 2014; last Friday in October."""
    (period,) = p.dated()
    day = p.number("WZ")
    on = almanac.nth_weekday(period.when.first, period.when.last, day, p.number("DT"))
    return Dated(p.span, one_day(on, day), relative=period.relative)


def nth_unit(p: Parts) -> Dated:
    """The last day of February; the first week of October."""
    (period,) = p.dated()
    return Dated(p.span, almanac.nth_unit(period.when, p.unit(), p.number("DT")), relative=period.relative)


def day_of_period(p: Parts) -> Dated | None:
    """The 20th of next month."""
    (period,) = p.dated()
    day = p.number("dD")
    return _day(p, period.when.first.year, period.when.first.month, day, period.relative)


def from_to(p: Parts) -> Dated | None:
    """April 5 to May 7, 2015; from 2010 to 2015; between May and July."""
    a, b = p.dated()
    return _from_to(p, a, b)


def _from_to(p: Parts, a: Dated, b: Dated) -> Dated | None:
    first, last = a.when.first, b.when.last
    if a.relative and (not b.relative or first > last):
        first = first.replace(year=last.year)
        first = first if first <= last else first.replace(year=last.year - 1)
    return Dated(p.span, When(first, last, "range"), relative=b.relative) if first <= last else None
