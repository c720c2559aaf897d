"""Pieces: the pieces that one form of a date is made of, "a month, a day, a comma and a year"."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import cast

from ..lang.calendar import UNITS
from ..model import Grain, Span, When
from .almanac import CENTURY, full_year, months
from .parts import Dated, Page, Token

NOT_OF_A_DATE = frozenset("fbO,.")  # what may stand at the ends of a form without being part of the date
NAMES: dict[str, Grain] = {letter: cast("Grain", name) for name, letter in UNITS.items()}
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
        return [t.dated or of_year(t) for t in self.tokens if t.dated or t.letter == "y"]

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
