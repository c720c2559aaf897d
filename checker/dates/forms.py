"""Forms: how the pieces of dates go together, "a month, a day, a comma and a year make a day".

A form is a pattern over the letters of the pieces, which `lang/calendar.py` gives to words and `digits.py` to
figures: M is a month, v one that is another word too, W a weekday, Z likewise, V many weekdays, H a holiday, S a
season, Q and G quarters and halves as in "Q3" and "H1", R a day like today, 1 to 9 units of time; T a turn like "last",
N one like "previous" and K one that is always the text's own, like "this"; D an ordinal, d a figure, c a number in
words, k a hundred or a thousand, a an article, y a year, E and j decades; t is "the", o "of", and so on. What has been
read is X a day, w a week, m a month, q a part of a year, y a year, P another period.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

import msgspec

from . import by_name, from_today
from .parts import Dated, Page, Token
from .pieces import Parts, of_year

Reading = Callable[[Parts], Dated | int | None]
LETTERS = {
    "day": "X",
    "week": "w",
    "fortnight": "w",
    "month": "m",
    "quarter": "q",
    "season": "q",
    "half": "q",
    "year": "y",
}

REMEMBERED = 4096  # rows of letters; most runs are short, and alike
BEHIND = re.compile(r"[-–/][0-9]")  # ASU 2016-13
BEFORE = re.compile(r"[0-9][-–/]$")
OF_YEAR = "(?:,?[oi]?y)"
TURN = "(?:(?<!t)[TN]|t?K)"  # with "the", what follows T or N may be told from another day than the text's

TENS: tuple[tuple[str, Reading, str], ...] = (("c-?D", by_name.tens, "D"), ("c-?c", by_name.tens, "c"))
YEARS: tuple[tuple[str, Reading, str], ...] = (
    ("(?<=[MdDcH,])ck&?c?|(?<=[MdDcH,])cc", by_name.year_in_words, "y"),
    ("[cd][TK][1-9]|(?:tT|t?K)[cd][1-9]", from_today.turned_units, ""),
    (f"{TURN}6(?!o)", from_today.turned_unit, ""),
    ("t?6y", by_name.the_year, "y"),
    ("F6?y", by_name.the_year, "y"),
    ("ye", by_name.the_year, "y"),
    ("yz", by_name.the_year, "!"),
    ("y-[dy]|y/d", by_name.years, ""),
)
NAMES: tuple[tuple[str, Reading, str], ...] = (
    (rf"M\.?t?[dD][-r]t?[dD]{OF_YEAR}?|bM\.?t?[dD]&t?[dD]{OF_YEAR}?", by_name.days_of_month, ""),
    (rf"t?[dD](?:[-r]|r&r)t?[dD]o?M{OF_YEAR}?|bt?[dD]&t?[dD]o?M{OF_YEAR}?", by_name.days_of_month, ""),
    (
        rf"M\.?(?:[-/]?|,?t?(?=D)|t)[dD](?:{OF_YEAR}|[-/][dy]|,?'d)?|vt?[dD]{OF_YEAR}|vd|Mcy|cMy",
        by_name.day_of_month,
        "",
    ),
    (rf"t?[dD][-/]?1?o?[Mv]\.?(?:{OF_YEAR}|[-/][dy]|'d)?", by_name.day_of_month, ""),
    ("y[-/](?:M[-/]d|d[-/]M)|M[-/]y[-/]d|d[-/]y[-/]M", by_name.day_of_month, ""),
    (rf"(?:f?M\.?[-r/]|bM&)M\.?{OF_YEAR}", by_name.months_of_year, ""),
    (rf"M\.?(?:{OF_YEAR}|[-/]y|'d)|vy", by_name.month_of_year, ""),
    (rf"t?[TNK]H|H{OF_YEAR}?", by_name.holiday, ""),
    (rf"Q{OF_YEAR}?|t?D4{OF_YEAR}?|t?T4[oi]?y", by_name.quarter, ""),
    (rf"G{OF_YEAR}|t?[DT]5[oi]?y", by_name.half, ""),
    (rf"S{OF_YEAR}|{TURN}S", by_name.season, ""),
    ("t?D8(?!o)", by_name.century, ""),
    ("t?E|t?'j|tj", by_name.decade, ""),
    ("(?<=[WZO])d/d|(?<=[WZ],)d/d", by_name.month_and_day_in_digits, ""),
    (r"[WZ]\.?,?t?D(?!o?[M3])|[WZ]d(?![o/M])", from_today.weekday_and_day, ""),
    (f"{TURN}[23479](?!o)|(?<=[oi])t3", from_today.turned_unit, ""),
    (f"{TURN}[WZ](?![-,]?[MX]|[oi](?:M|t3|[TNK]3))", from_today.turned_weekday, ""),
    ("[WM]AT", from_today.after_next, ""),
    (rf"{TURN}M|(?<=[iourfABu&])M\.?", by_name.month, ""),
    ("R", from_today.relative_day, ""),
    ("[cda][1-46-9]g", from_today.ago, ""),
    ("i[cda][1-46-9](?![fAB])", from_today.to_come, ""),
    ("[cdaD]V(?:g|fn)", from_today.many_weekdays, ""),
    ("OtD", from_today.the_day, ""),
)
JOINED: tuple[tuple[str, Reading, str], ...] = (
    (r"[TK]?[WZ]\.?[,-]?X|X,?O?[WZ](?![,-]?X)", from_today.with_weekday, ""),
    (r"[WZ][,-]?[oif]?w|w[,-]?O?[WZ]|w'sW", from_today.weekday_of_week, ""),
    ("t?D1?[oi]?m|t?d1?om", by_name.day_of_period, ""),
    ("t?[DT][WZ][oi][mw]", by_name.nth_weekday, ""),
    ("t?[DT][1-3][oi][mqy]", by_name.nth_unit, ""),
    ("[cdat][1-46-9](?:[AB][XW]|f[nXW])", from_today.from_day, ""),
)
RANGES: tuple[tuple[str, Reading, str], ...] = (
    ("f?(?:X[-r]X|m[-r]m|y[-r]y|q[-r]q)|b(?:X&X|m&m|y&y|q&q)", by_name.from_to, ""),
    ("(?<![-r])W(?![-r])|(?<=O)Z", from_today.weekday, ""),
)


class Level:
    """Forms that are sought together, the first that fits at a place."""

    def __init__(self, forms: tuple[tuple[str, Reading, str], ...]) -> None:
        self.pattern = re.compile("|".join(f"(?P<_{n}>{pattern})" for n, (pattern, _, _) in enumerate(forms)))
        self.readings = {f"_{n}": (reading, letter) for n, (_, reading, letter) in enumerate(forms)}
        self.first = lru_cache(maxsize=REMEMBERED)(self._first)

    def _first(self, letters: str, at: int) -> tuple[str, int, int] | None:
        """The first form from a place on, and where it begins and ends."""
        m = self.pattern.search(letters, at)
        return (m.lastgroup or "", *m.span()) if m else None

    def reduce(self, page: Page, tokens: list[Token], letters: str) -> list[Token]:
        """The pieces with those that make up a form put together."""
        done, at = list[Token](), 0
        while found := self.first(letters, at):
            form, start, end = found
            made = self._made(form, Parts(page, tokens[start:end]))
            done += tokens[at:start]
            done.append(made or tokens[start])
            at = end if made else start + 1
        return done + tokens[at:]

    def _made(self, form: str, parts: Parts) -> Token | None:
        reading, letter = self.readings[form]
        try:
            meant = reading(parts)
        except (ValueError, OverflowError):  # no such day, or none that the calendar reaches
            return None
        if meant is None:
            return None
        if isinstance(meant, int):
            return msgspec.structs.replace(parts.tokens[0], letter=letter, end=parts.tokens[-1].end, number=meant)
        letter = "!" if meant.impossible else LETTERS.get(meant.when.grain, "P")
        return Token(letter, meant.span.start, meant.span.end, meant.when.first.year, meant)


LEVELS = tuple(map(Level, (TENS, YEARS, NAMES, JOINED, JOINED, RANGES)))


def read_run(page: Page, run: list[Token]) -> list[Dated]:
    """The dates in a run, in order."""
    letters = "".join([t.letter for t in run])
    for level in LEVELS:
        if level.first(letters, 0):
            run = level.reduce(page, run, letters)
            letters = "".join([t.letter for t in run])
    return [t.dated or of_year(t) for t in run if t.dated or (t.letter == "y" and _stands_alone(page, t))]


def _stands_alone(page: Page, year: Token) -> bool:
    """Whether a figure that has become no part of a date is a year, not of some other number."""
    return not (BEHIND.match(page.lower, year.end) or BEFORE.search(page.lower, max(0, year.start - 2), year.start))
