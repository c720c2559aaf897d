"""Digits: what a figure is in a date, "4/7/2015, 20150407, 2015, the 1990s, 7th"."""

from __future__ import annotations

import re
from datetime import date

from ..model import Span
from .almanac import LONGEST_MONTH, MONTHS, full_year, one_day
from .parts import Dated, Page, Token, impossible

NUMERIC = re.compile(r"([0-9]{1,4})([/.-])([0-9]{1,2})\2([0-9]{1,4})(?![0-9]|[/.,-][0-9])")
COMPACT = re.compile(r"([12][0-9]{3})([01][0-9])([0-3][0-9])(?![0-9]|[.,][0-9])")
OTHER_END = re.compile(r" ?[-–] ?([0-9]{4,6})(?![0-9])")  # of a range that a year may begin
YEAR = re.compile(
    r"[12][0-9]{3}(?:(?=([a-fs])\b)|(?![\w%°$£€]|[.,:][0-9]|[ \u00a0]?%|-[0-9]{1,3}(?:-[0-9]|(?<=-[0-9]{3})(?![0-9]))))"
)  # Ito 2003b is a year, 2000b is not
DAY = re.compile(r"[0-9]{1,3}(?![0-9%°:_$£€]|[.,][0-9]|[ \u00a0]%|-[0-9]{3}(?![0-9]))")
NOT_AFTER = re.compile(r"[$£€¥₹₽#@_+][ \u00a0]?$|[0-9][.,:/-]$|[^\W\d_][.-]$")  # $12, 1.2015, ATA-2015
WORD = re.compile(r"[^\W\d_]+")
BEFORE_A_YEAR = frozenset("iMvSF")  # after a word of these classes a figure of four digits is a year
YEAR_DIGITS, COMPACT_DIGITS = len("2015"), len("20150407")  # the most that a piece of a date has, or all of it
EARLIEST, LATEST = 1500, 2100  # years that a bare figure of four digits may be
PLAIN_YEARS = range(1900, 2050)
ROUND = 50  # "2000 workers", "1950 people": there a round figure counts


def digits(page: Page, m: re.Match[str], before: Token | None) -> Token | None:
    """The piece of a date that begins with some digits, or None where the figure is something else."""
    at = m.start()
    if len(m[0]) > YEAR_DIGITS and len(m[0]) != COMPACT_DIGITS:
        return None
    joined = before is not None and before.end == at and before.letter in "MF-/'"
    written_on = page.lower[at - 1 : at].isalnum() and not page.lex.numbering.proclitic.search(
        page.lower, max(0, at - 3), at
    )
    if not joined and (written_on or NOT_AFTER.search(page.lower, max(0, at - 2), at)):
        return None
    whole = None if joined else _numeric(page, at) or _compact(page, at)
    return whole or _decade(page, at) or _year(page, at) or _day(page, at)


def _numeric(page: Page, at: int) -> Token | None:
    """A day with its month and year, the year first or last: 2015-04-07, 4/7/2015, 7.4.2015."""
    m = NUMERIC.match(page.lower, at)
    if not m or (m[2] == "." and page.word_before(at) in page.lex.labels):
        return None
    a, b, c = int(m[1]), int(m[3]), int(m[4])
    if len(m[1]) == len("2015") and len(m[4]) <= len("07"):
        return _whole(m, a, b, c)
    day_first = (page.words.day_first or a > MONTHS or m[2] == ".") and b <= MONTHS
    day, month = (a, b) if day_first else (b, a)
    if len(m[4]) == len("15") and (m[2] == "/" or (m[2] == "-" and max(a, b) > MONTHS)):
        return _whole(m, full_year(c, page.spoken), month, day)
    return _whole(m, c, month, day) if len(m[4]) == len("2015") and len(m[1]) <= len("07") else None


def _compact(page: Page, at: int) -> Token | None:
    m = COMPACT.match(page.lower, at)
    return _whole(m, int(m[1]), int(m[2]), int(m[3]), sure=True) if m else None


def _whole(m: re.Match[str], year: int, month: int, day: int, sure: bool = False) -> Token | None:
    """A day of a year; an impossible one where the figures are a date's but there is no such day."""
    if not (EARLIEST <= year <= LATEST and 1 <= month <= MONTHS and 1 <= day <= LONGEST_MONTH):
        return None
    span = Span(*m.span())
    try:
        return Token("X", *m.span(), dated=Dated(span, one_day(date(year, month, day)), True))
    except ValueError:
        return None if sure else Token("!", *m.span(), dated=impossible(span))


def whole_dates(page: Page) -> list[Dated]:
    """The dates of a text that are told in digits alone, 2015-04-07."""
    places = (m.start() for m in re.finditer(r"(?<![0-9./-])[0-9]+", page.lower))
    found = (_numeric(page, at) or _compact(page, at) for at in places)
    return [token.dated for token in found if token and token.dated]


def _decade(page: Page, at: int) -> Token | None:
    """The 1990s, the '90s."""
    m = page.words.decade.match(page.lower, at)
    if not m:
        return None
    short = len(m[1]) == len("90")
    return Token("j" if short else "E", at, m.end(), full_year(int(m[1]), page.spoken) if short else int(m[1]))


def _year(page: Page, at: int) -> Token | None:
    m = YEAR.match(page.lower, at)
    if not m or not EARLIEST <= int(m[0]) <= LATEST or (m[1] and not _plain(int(m[0]))):
        return None
    behind = page.words.year_behind.match(page.lower, m.end())
    if behind and (not behind[0].endswith(".") or int(m[0]) in PLAIN_YEARS):  # "1500 г." may be grams
        return Token("y", at, behind.end(), int(m[0]))
    return None if _counts(page, at, m.end(), int(m[0])) else Token("y", at, m.end(), int(m[0]))


def _plain(figure: int) -> bool:
    """Whether a figure is a year of these times and not a round number as well."""
    return figure in PLAIN_YEARS and figure % ROUND != 0


def _counts(page: Page, start: int, end: int, figure: int) -> bool:
    """Whether a figure that could be a year counts what follows: "2000 calories", "2000-2500 m", "over 2000"."""
    other_end = OTHER_END.match(page.lower, end)
    if other_end and not EARLIEST <= int(other_end[1]) <= LATEST:
        return True
    after, lex = page.word_after(end), page.lex
    if (after in lex.units and after not in lex.unit_traps) or after in lex.words.scales or after in lex.currencies:
        return True
    before = page.word_before(start)
    if page.words.letter(before) in BEFORE_A_YEAR:
        return False
    many = after in lex.words.plurals or (lex.singular(after) != after and after not in lex.words.singular_s)
    return before in page.words.not_years or (many and not _plain(figure))


def _day(page: Page, at: int) -> Token | None:
    """The number of a day, or a count of units; a month may touch it: 14april."""
    m = DAY.match(page.lower, at)
    if not m:
        return None
    if suffix := page.words.suffix.match(page.lower, m.end()):
        return Token("D", at, suffix.end(), int(m[0]))
    touching = WORD.match(page.lower, m.end())
    return None if touching and page.words.letter(touching[0]) != "M" else Token("d", *m.span(), int(m[0]))
