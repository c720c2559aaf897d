"""Centuries: those that are told by a figure or a Roman numeral, "XIXe siècle", "siglo XIX", "19th-century"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ..lang import Lexicon
from ..model import Span
from .almanac import CENTURY, months
from .by_name import LARGEST_CENTURY
from .parts import Dated, Page

WORTH = {"I": 1, "V": 5, "X": 10}
NUMBER = r"[IVX]{1,5}|[0-9]{1,2}"
ORDINAL = r"\.?(?:-?(?i:[^\W\d_]){1,3})?"  # what makes an ordinal of it: "19.", "19th", "XIXe", "19-го"


@cache
def _pattern(lex: Lexicon) -> re.Pattern[str]:
    calendar = lex.words.calendar
    names = {*calendar.units.get("century", ()), *calendar.many_units.get("century", ())}
    told = {word: n for word, n in calendar.more_ordinals.items() if n <= LARGEST_CENTURY}
    century = "|".join(map(re.escape, sorted(names, key=len, reverse=True))) or "(?!)"
    words = "|".join(map(re.escape, sorted(told, key=len, reverse=True))) or "(?!)"
    start, end = ("(?<![0-9.,])", "") if lex.unspaced else (r"(?<![\w.,])", r"(?!\w)")
    return re.compile(
        rf"{start}(?:(?P<before>{NUMBER}){ORDINAL}[ \u00a0-]?(?i:{century})"
        rf"|(?i:{century})[ \u00a0](?:(?P<after>{NUMBER})|(?P<word>{words}))){end}"
    )


def centuries(page: Page) -> Iterator[Dated]:
    """The centuries of a text, in order."""
    for m in _pattern(page.lex).finditer(page.text):
        number = page.lex.words.calendar.more_ordinals.get(m["word"] or "") or _worth(m["before"] or m["after"])
        if 0 < number <= LARGEST_CENTURY:
            yield Dated(Span(*m.span()), months((number - 1) * CENTURY + 1, 1, 12 * CENTURY, "century"))


def _worth(written: str) -> int:
    """What a figure or a Roman numeral is worth.

    >>> _worth("XIX"), _worth("21")
    (19, 21)
    """
    if written.isdigit():
        return int(written)
    worths = [WORTH[c] for c in written]
    return sum(-x if x < max(worths[n:]) else x for n, x in enumerate(worths))
