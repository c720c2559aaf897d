"""Dates: days and periods as prose writes them, "April 7, 2015", "the summer of 2014"."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

import msgspec

from .lang import Lexicon
from .model import Span, When

ISO = re.compile(r"[12][0-9]{3}-[01][0-9]-[0-3][0-9](?![0-9-])")
YEAR = re.compile(r"[12][0-9]{3}(?![0-9]|[.,][0-9]|-[0-9]{2}-)")
SOON = timedelta(days=31)  # a day without a year may lie so far ahead; beyond that it was last year's
EARLIEST, LATEST = 1500, 2100  # years that a bare figure of four digits may be
NOT_A_YEAR_AFTER = re.compile(r"[\w$£€¥.,/#:-]$")  # 1.2015, $2000, p/2015, ATA-2015


class Dated(msgspec.Struct, frozen=True, gc=False):
    """A date at its place; whole where day, month and year were all given."""

    span: Span
    when: When
    whole: bool = False


def dates(text: str, lex: Lexicon, spoken: date | None = None) -> list[Dated]:
    """The days, months, seasons and years that a text names, in order, none inside another.

    A day without a year ("April 2") is the last such day before the text was spoken; without a date of the text it
    is left out.
    """
    found = sorted(
        [*_iso(text), *_months(text, lex, spoken), *_years(text, lex)], key=lambda d: (d.span.start, -d.span.end)
    )
    kept: list[Dated] = []
    for dated in found:
        if not kept or dated.span.start >= kept[-1].span.end:
            kept.append(dated)
    return kept


def _iso(text: str) -> Iterator[Dated]:
    for m in ISO.finditer(text):
        try:
            day = date.fromisoformat(m[0])
        except ValueError:
            continue
        yield Dated(Span(*m.span()), When(day, day), True)


def _months(text: str, lex: Lexicon, spoken: date | None) -> Iterator[Dated]:
    lower, (left, right) = folded(text), _around_a_month(tuple(lex.words.ordinals))
    for which, start, end in lex.month_finder.find_matches_as_indexes(lower):
        if not _a_word(lower, start, end) or (lex.words.capital_months and not text[start].isupper()):
            continue
        before, after = left.search(text, max(0, start - 9), start), right.match(text, end)
        number = before[1] if before else after[1] if after else None
        year = after[2] if after else None
        span = Span(before.start(1) if before else start, _right_end(after, before is not None) if after else end)
        when = _when(year, list(lex.months.values())[which], number, spoken)
        if when and (number or year):
            yield Dated(span, when, bool(number and year))


@cache
def _around_a_month(ordinals: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What may stand before a month, "5th of", and after it, "5th, 2015"."""
    day = rf"([0-3]?[0-9])(?:{'|'.join(ordinals)})?"
    before = rf"(?<![\w.,$£€-]){day}(?: of)? $"
    after = rf"\.?(?: {day}(?![\w:]|[.,][0-9]))?(?:,? (?:of )?([12][0-9]{{3}})(?![0-9]))?"
    return re.compile(before), re.compile(after)


def _right_end(after: re.Match[str], day_stood_before: bool) -> int:
    return after.end() if after[2] or not day_stood_before else after.start()


def _when(year: str | None, month: int, day: str | None, spoken: date | None) -> When | None:
    if not year and not spoken:
        return None
    try:
        if year:
            return _day(int(year), month, int(day)) if day else _span_of_months(int(year), month, month)
        assert spoken is not None
        this = _day(spoken.year, month, int(day or 1))
        return this if this.first <= spoken + SOON else _day(spoken.year - 1, month, int(day or 1))
    except ValueError:
        return None


def _day(year: int, month: int, day: int) -> When:
    d = date(year, month, day)
    return When(d, d)


def _span_of_months(year: int, first: int, last: int) -> When:
    ends_in = year + (last < first)
    return When(date(year, first, 1), date(ends_in, last, calendar.monthrange(ends_in, last)[1]))


def _years(text: str, lex: Lexicon) -> Iterator[Dated]:
    for m in YEAR.finditer(text):
        year = int(m[0])
        if EARLIEST <= year <= LATEST and not NOT_A_YEAR_AFTER.search(text, max(0, m.start() - 1), m.start()):
            season = _season_before(text, m.start(), lex)
            months = lex.words.seasons[season[1]] if season else (1, 12)
            yield Dated(Span(season[0] if season else m.start(), m.end()), _span_of_months(year, *months))


def _season_before(text: str, at: int, lex: Lexicon) -> tuple[int, str] | None:
    m = re.search(r"(?<!\w)(\w{4,6}) (?:of )?$", text[max(0, at - 11) : at])
    return (at - len(m[0]), m[1].lower()) if m and m[1].lower() in lex.words.seasons else None


def _a_word(text: str, start: int, end: int) -> bool:
    return not (text[start - 1 : start].isalpha() or text[end : end + 1].isalpha())


def folded(text: str) -> str:
    """The text in lower case, letter for letter, so that places stay where they are."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
