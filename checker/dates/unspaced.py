"""Unspaced: dates in a script without spaces, "2015年4月7日", "令和6年", "4月5日至7日", "去年", "1月15日（水）"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from operator import itemgetter

import msgspec

from ..figures.unspaced import number
from ..lang import Lexicon
from ..lang.cues import any_of
from ..model import Span, When
from .almanac import in_years, latest, months, one_day
from .digits import EARLIEST, LATEST, whole_dates
from .parts import Dated, Page, Token, impossible

LETTERS = {"year": "y", "quarter": "Q", "half": "G", "month": "M", "day": "d"}  # as in forms.py
NUMBERED = frozenset(("nth", "first_month", "month", "day", "last_month", "last"))
TEN = 10  # the largest scale in a month or a day


class Written(msgspec.Struct, frozen=True):
    """The numbers of a date as written, 0 where there is none; last is the day that a range ends with.

    first_month is the month that a range of whole months begins with.
    """

    year: int = 0
    first_month: int = 0
    month: int = 0
    day: int = 0
    last_month: int = 0
    last: int = 0
    quarter: int = 0
    half: int = 0


@cache
def _pattern(lex: Lexicon) -> re.Pattern[str]:
    tens = "".join(word for word, worth in lex.words.scales.items() if worth == TEN)
    c, figure = lex.words.calendar, f"0-9{''.join(lex.words.numbers)}{tens}"
    weekdays = _weekdays(lex)
    n, first = f"[{figure}]", any_of(c.first_year)
    year, month, day = (f"(?:{any_of(c.units[unit])})" for unit in ("year", "month", "day"))
    alone = any_of(name for name in weekdays if len(name) > 1)
    eras, ends = any_of(c.eras), any_of(lex.words.to)
    beside = rf"(?:[（(](?:{eras})(?:{first}|[0-9]{{1,3}})(?:{year})?[）)])?"
    dated = (
        rf"(?:(?:(?:(?P<era>{eras})(?P<nth>{first}|{n}{{1,3}})|(?P<year>{n}{{4}})){beside}{year}{beside}\s?"
        rf"|(?P<turn>{any_of(c.turns)})(?:{any_of(c.linked)})?)"
        rf"(?:(?P<quarter>{any_of(c.quarters)})|(?P<half>{any_of(c.halves)}))?)?"
        rf"(?:(?:(?P<first_month>{n}{{1,3}}){month}?(?:{ends}))?(?P<month>{n}{{1,3}})\s?{month}\s?)?"
        rf"(?:(?P<day>{n}{{1,3}})\s?{day}(?!{any_of(c.not_days)})(?:(?:{ends})(?:(?P<last_month>{n}{{1,3}}){month})?"
        rf"(?P<last>{n}{{1,3}}){day}(?!{any_of(c.not_days)}))?"
        rf"(?:\s?(?:(?P<weekday>{alone})|[（(](?P<bracketed>{any_of(weekdays)})[）)]))?)?"
    )
    near = rf"(?P<near>{any_of(c.days)})"
    return re.compile(rf"(?<![.,{figure}])(?:{near}|(?=[{figure}]|{eras}|{any_of(c.turns)}){dated})")


def in_characters(page: Page) -> list[Dated]:
    """The dates of a text, in order."""
    found = (_read(page, m) for m in _pattern(page.lex).finditer(page.lower) if m[0])
    return sorted([*filter(None, found), *whole_dates(page)], key=lambda d: d.span)


def in_tokens(page: Page) -> Iterator[list[Token]]:
    """The rows of numbers that dates are made of, and the quarters and weekdays that stand alone."""
    words, last = page.lex.words.calendar, 0
    for m in filter(itemgetter(0), _pattern(page.lex).finditer(page.lower)):
        yield from _alone(page, last, m.start())
        last = m.end()
        numbers = {
            "year": _year(m, page.lex),
            "quarter": words.quarters.get(m["quarter"], 0),
            "half": words.halves.get(m["half"], 0),
            "month": _worth(m["month"] or "", page.lex),
            "day": _worth(m["day"] or "", page.lex),
        }
        row = [Token(LETTERS[k], m.start(k), _past(page, k, m.end(k)), n) for k, n in numbers.items() if m[k] and n]
        yield row
        if until := _worth(m["last"] or "", page.lex):
            month = Token("M", *m.span("last_month"), _worth(m["last_month"] or "", page.lex) or numbers["month"] or 0)
            yield [month, Token("d", m.start("last"), _past(page, "day", m.end("last")), until)]
    yield from _alone(page, last, len(page.lower))


def _past(page: Page, name: str, at: int) -> int:
    """The place behind the unit of a number, 月 of a month."""
    units = page.lex.words.calendar.units.get(name, ())
    return max((at + len(unit) for unit in units if page.lower.startswith(unit, at)), default=at)


def _alone(page: Page, start: int, end: int) -> Iterator[list[Token]]:
    calendar = page.lex.words.calendar
    words = {"W": _weekdays(page.lex), "Q": calendar.quarters, "G": calendar.halves}
    for m in _named(page.lex).finditer(page.lower, start, end):
        letter = m.lastgroup or ""
        yield [Token(letter, *m.span(), words[letter][m[0]])]


@cache
def _named(lex: Lexicon) -> re.Pattern[str]:
    long = (name for name in _weekdays(lex) if len(name) > 1)
    calendar = lex.words.calendar
    return re.compile(rf"(?P<W>{any_of(long)})|(?P<Q>{any_of(calendar.quarters)})|(?P<G>{any_of(calendar.halves)})")


def _read(page: Page, m: re.Match[str]) -> Dated | None:
    span, calendar = Span(m.start(), m.start() + len(m[0].rstrip())), page.lex.words.calendar
    if m["near"]:
        return Dated(span, one_day(page.spoken + timedelta(calendar.days[m["near"]])), relative=True)
    told = {k: _worth(v, page.lex) for k, v in m.groupdict().items() if v and k in NUMBERED}
    if None in told.values():
        return None
    turned = page.spoken.year + calendar.turns[m["turn"]] if m["turn"] else 0
    told |= {"quarter": calendar.quarters.get(m["quarter"], 0), "half": calendar.halves.get(m["half"], 0)}
    numbers = (told.get(k) or 0 for k in Written.__struct_fields__[1:])
    parts = Written(turned or _year(m, page.lex), *numbers)
    if (m["year"] or m["era"]) and not parts.year:
        return None
    if not parts.month and not parts.year and (not parts.day or parts.last):
        return None
    try:
        when = msgspec.structs.replace(_when(parts, page.spoken), weekday=_weekday(m, page.lex))
        return Dated(span, when, bool(parts.year and parts.day), relative=bool(turned) or not parts.year)
    except ValueError:
        return impossible(span) if parts.month else None


def _year(m: re.Match[str], lex: Lexicon) -> int:
    """The year that is told, 0 where there is none or no such."""
    if m["era"]:
        return lex.words.calendar.eras[m["era"]] + (_worth(m["nth"], lex) or 0)
    year = int("".join(c if c.isascii() else str(lex.words.numbers.get(c, "x")) for c in m["year"] or "0") or 0)
    return year if EARLIEST <= year <= LATEST else 0


def _weekday(m: re.Match[str], lex: Lexicon) -> int | None:
    """The weekday that stands beside a day, Monday 0."""
    name = m["weekday"] or m["bracketed"]
    return _weekdays(lex)[name] if name else None


def _weekdays(lex: Lexicon) -> dict[str, int]:
    return {**lex.cldr.weekdays, **lex.words.calendar.weekdays}


def _worth(written: str, lex: Lexicon) -> int | None:
    if written in lex.words.calendar.first_year:
        return 1
    read = number(written, 0, len(written), lex, lex.unspaced) if lex.unspaced else None
    return int(read.written * read.scale) if read and read.end == len(written) else None


def _when(w: Written, spoken: date) -> When:
    if w.quarter:
        return months(w.year, 3 * w.quarter - 2, 3, "quarter")
    if w.half:
        return months(w.year, 6 * w.half - 5, 6, "half")
    if not w.month and not w.day:
        return months(w.year, 1, 12, "year")
    if not w.month:
        return one_day(latest([d for m in _around(spoken) if (d := _day(*m, w.day))], spoken))
    year = w.year or latest(in_years(w.month, w.day or 1, spoken), spoken).year
    if not w.day and w.first_month:
        return months(year - (w.month < w.first_month), w.first_month, (w.month - w.first_month) % 12 + 1, "range")
    if not w.day:
        return months(year, w.month, 1, "month")
    first = date(year, w.month, w.day)
    if not w.last:
        return one_day(first)
    last = date(year + (0 < w.last_month < w.month), w.last_month or w.month, w.last)
    return When(first, last, "range") if first < last else one_day(first)


def _around(spoken: date) -> list[tuple[int, int]]:
    """The month of a day, and those beside it."""
    return [((spoken.year * 12 + spoken.month - 1 + n) // 12, (spoken.month - 1 + n) % 12 + 1) for n in (-1, 0, 1)]


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
