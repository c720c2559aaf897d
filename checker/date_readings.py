"""Date readings: which day or period each form means, "the 7th of April, last week, two days after Easter"."""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import pairwise
from typing import cast

import msgspec

from . import almanac
from .almanac import in_years, latest, months, nearest, one_day, shift, unit_around
from .date_digits import CENTURY, LONGEST_MONTH, MONTHS, full_year, impossible
from .date_parts import Dated, Page, Token
from .lang.calendar import MANY, UNITS
from .model import Grain, Span, When

NOT_OF_A_DATE = frozenset("fbO,.")  # what may stand at the ends of a form without being part of the date
NAMES: dict[str, Grain] = {letter: cast("Grain", name) for name, letter in UNITS.items()}
YEARS_AROUND = 3
MONTHS_AROUND = 24
CUE_REACH = 60  # characters before "in two months" in which a word must tell of what is to come
LARGEST_CENTURY = 21
CENTURIES = range(15, 21)  # that open a year in words: "nineteen eighty-six"
LATER_DECADES = 50  # "the 80s" is a decade, "the 20s" a temperature
TURNS = "TNK"
SENTENCE_OPENS = re.compile(r"(?:^|[.!?:;\"“”'‘’(\[\n*—–-])\s*$")
SHORT_YEAR = re.compile(r"[dD].{0,3}[-/]d$|'d$")  # 7-Apr-15, Apr-7-15, April '15
NAME_AFTER = re.compile(r" [A-Z]")  # Easter Road


class Parts:
    """The pieces that a form is made of, on their page."""

    def __init__(self, page: Page, tokens: list[Token]) -> None:
        self.page = page
        self.tokens = tokens
        self.letters = "".join(t.letter for t in tokens)
        self.spoken = page.spoken

    @property
    def span(self) -> Span:
        """From the first piece that is part of the date to the last."""
        inside = [t for t in self.tokens if t.letter not in NOT_OF_A_DATE]
        return Span(inside[0].start, inside[-1].end)

    def numbers(self, letters: str) -> list[int]:
        """The numbers of all pieces of some classes."""
        return [t.number for t in self.tokens if t.letter in letters]

    def number(self, letters: str) -> int:
        """The number of the first piece of some classes."""
        return next(t.number for t in self.tokens if t.letter in letters)

    def has(self, letters: str) -> bool:
        """Whether there is a piece of one of some classes."""
        return any(t.letter in letters for t in self.tokens)

    def dated(self) -> list[Dated]:
        """The dates among the pieces."""
        return [t.dated if t.dated else of_year(t) for t in self.tokens if t.dated or t.letter == "y"]

    def unit(self) -> Grain:
        """The unit of time that is named."""
        return NAMES[next(t.letter for t in self.tokens if t.letter in NAMES)]

    def year(self) -> tuple[int | None, bool]:
        """The year given, and whether it was told from the text's day."""
        for token in self.tokens:
            if token.letter == "y":
                return token.number, token.dated is not None
        if SHORT_YEAR.search(self.letters) and self.tokens[-1].number < CENTURY:
            return full_year(self.tokens[-1].number, self.spoken), False
        return None, True

    def relative(self, when: When, counted: bool = False) -> Dated:
        """A date that was told from the text's day."""
        return Dated(self.span, when, relative=True, counted=counted)

    def touch(self) -> bool:
        """Whether nothing stands between the pieces."""
        return all(a.end == b.start for a, b in pairwise(self.tokens))

    def word_follows(self) -> bool:
        """Whether the form is followed by a word, which it may number or name."""
        return bool(self.page.word_after(self.tokens[-1].end))

    def name_follows(self) -> bool:
        """Whether the form is followed by a word with a capital: Easter Road, Twentieth Century Fox."""
        return bool(NAME_AFTER.match(self.page.text, self.tokens[-1].end))


def of_year(token: Token) -> Dated:
    """A year that stands alone."""
    return Dated(Span(token.start, token.end), months(token.number, 1, 12, "year"))


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
    """Friday 7/6, on 7/6."""
    a, b = p.numbers("d")
    day, month = (a, b) if (p.page.words.day_first or a > MONTHS) and b <= MONTHS else (b, a)
    if not 1 <= month <= MONTHS or p.word_follows():
        return None
    dated = _day(p, None, month, day, True)
    return with_weekday(p, dated) if dated else None


def month_of_year(p: Parts) -> Dated | None:
    """April 2015."""
    year, relative = p.year()
    return Dated(p.span, months(year, p.number("M"), 1, "month"), relative=relative) if year else None


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
    (year, relative), parts = p.year(), 12 // count
    if number > parts:
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


def _weekdays(weekday: int, spoken: date) -> list[date]:
    """The last such weekday, today included, and the one after it."""
    last = spoken - timedelta(days=(spoken.weekday() - weekday) % 7)
    return [last, last + timedelta(days=7)]


def weekday(p: Parts) -> Dated:
    """Friday, which is the last one, as news tells what happened."""
    day = p.number("WZ")
    return p.relative(one_day(_weekdays(day, p.spoken)[0], day))


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


def weekday_and_day(p: Parts) -> Dated | None:
    """Friday the 13th; Sun 14th; Friday 31."""
    day, weekday = p.number("dD"), p.number("WZ")
    if p.has("d") and p.word_follows():
        return None
    first = almanac.months(p.spoken.year, p.spoken.month, 1, "month").first
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


def with_weekday(p: Parts, dated: Dated | None = None) -> Dated:
    """Wednesday, January 15, 2019: the weekday stands beside the day, be it right or wrong.

    Monday two weeks ago is that week's.
    """
    dated = dated or p.dated()[0]
    named = next(iter(p.numbers("WZ")), dated.when.weekday)
    first = dated.when.first
    if dated.counted and named is not None:
        first = unit_around(first, "week").first + timedelta(days=named)
    return msgspec.structs.replace(dated, span=p.span, when=one_day(first, named))


def after_next(p: Parts) -> Dated:
    """Friday after next; March after next."""
    if p.has("M"):
        around = [months(p.spoken.year + n, p.number("M"), 1, "month") for n in range(YEARS_AROUND)]
        return p.relative([w for w in around if w.first > p.spoken][1])
    day = p.number("W")
    return p.relative(one_day(_weekdays(day, p.spoken)[1] + timedelta(days=7), day))


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
