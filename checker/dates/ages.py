"""Ages: decades and centuries as other marks and words tell them, "XIXe siècle", "siglo XIX", "anni Novanta"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from ..lang import Lexicon
from ..lang.cues import any_of
from ..model import Span
from .almanac import CENTURY, MONTHS, months
from .by_name import LARGEST_CENTURY
from .parts import Dated, Page

WORTH = {"I": 1, "V": 5, "X": 10}
NUMBER = r"[IVX]{1,5}|[0-9]{1,2}"
ORDINAL = r"\.?(?:-?(?i:[^\W\d_]){1,3})?"  # what makes an ordinal of it: "19.", "19th", "XIXe", "19-го"
TEN = "(?:1[0-9]|20)?[0-9]0"  # the first year of a decade, with its century or without
LAST_CENTURY, DECADE = 1900, 10  # years
OLDEST = 30  # of the last century's decades, the first that two digits may stand for


def ages(page: Page) -> Iterator[Dated]:
    """The decades and centuries of a text; a century with its decade, "20世纪90年代", is none of its own."""
    told, calendar = set[int](), page.lex.words.calendar
    decades = (*calendar.decade_before, *calendar.decade_after, *calendar.decade_words)
    for m in _decade(page.lex).finditer(page.text) if _any_in(decades, page.lower) else ():
        year = 0 if _counted(page, m.start()) else _year(m, page.lex)
        if year:
            told.add(m.start())
            yield Dated(Span(*m.span()), months(year, 1, DECADE * MONTHS, "decade"))
    if not _any_in(_century_names(page.lex), page.lower):
        return
    for m in (c for c in _century(page.lex).finditer(page.text) if c.start() not in told):
        number = calendar.more_ordinals.get(m["word"] or "") or _worth(m["before"] or m["after"])
        if 0 < number <= LARGEST_CENTURY:
            yield Dated(Span(*m.span()), months((number - 1) * CENTURY + 1, 1, CENTURY * MONTHS, "century"))


@cache
def _century(lex: Lexicon) -> re.Pattern[str]:
    told = (word for word, n in lex.words.calendar.more_ordinals.items() if n <= LARGEST_CENTURY)
    century, (start, end) = any_of(_century_names(lex)), _edges(lex)
    return re.compile(
        rf"{start}(?:(?P<before>{NUMBER}){ORDINAL}[ \u00a0-]?(?i:{century})"
        rf"|(?i:{century})[ \u00a0](?:(?P<after>{NUMBER})|(?P<word>{any_of(told)}))){end}"
    )


@cache
def _decade(lex: Lexicon) -> re.Pattern[str]:
    calendar, (start, end) = lex.words.calendar, _edges(lex)
    before, after, words = any_of(calendar.decade_before), any_of(calendar.decade_after), any_of(calendar.decade_words)
    return re.compile(
        rf"{start}(?:(?i:{before})[ \u00a0](?:['’]?(?P<before>{TEN})|(?P<tens>(?i:{any_of(_tens(lex))})))"
        rf"|(?:(?P<century>[0-9]{{2}})(?:{any_of(_century_names(lex))}))?(?P<after>{TEN})(?i:{after})|(?P<word>(?i:{words}))){end}"
    )


def _counted(page: Page, at: int) -> bool:
    """Whether a number stands before a place, which counts the years there: "in due anni 90 persone"."""
    return page.word_before(at) in page.lex.words.numbers or page.lower[max(0, at - 2) : at].strip().isdigit()


def _any_in(words: Iterable[str], lower: str) -> bool:
    """Whether a text has any of some words, which is quickly seen where it has none."""
    return any(word in lower for word in words)


def _century_names(lex: Lexicon) -> tuple[str, ...]:
    calendar = lex.words.calendar
    return (*calendar.units.get("century", ()), *calendar.many_units.get("century", ()))


def _edges(lex: Lexicon) -> tuple[str, str]:
    return ("(?<![0-9.,])", "") if lex.unspaced else (r"(?<![\w.,])", r"(?!\w)")


def _tens(lex: Lexicon) -> dict[str, int]:
    return {word: int(n) for word, n in lex.words.numbers.items() if OLDEST <= n < CENTURY and not n % 10}


def _year(m: re.Match[str], lex: Lexicon) -> int:
    """The first year of a decade, 0 where its century is not to be told."""
    word = m["word"] or m["tens"]
    if word:
        known = {**_tens(lex), **lex.words.calendar.decade_words}
        return LAST_CENTURY + known[word.lower()]
    year = int(m["before"] or m["after"])
    if m["century"]:
        return (int(m["century"]) - 1) * CENTURY + year
    return year if year >= CENTURY else LAST_CENTURY + year if year >= OLDEST else 0


def _worth(written: str) -> int:
    """What a figure or a Roman numeral is worth.

    >>> _worth("XIX"), _worth("21")
    (19, 21)
    """
    if written.isdigit():
        return int(written)
    worths = [WORTH[c] for c in written]
    return sum(-x if x < max(worths[n:]) else x for n, x in enumerate(worths))
