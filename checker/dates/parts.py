"""Parts: the nouns of reading dates, "a page, its pieces of dates, and the dates they make"."""

from __future__ import annotations

import re
from datetime import date

import msgspec

from ..lang import Lexicon
from ..model import Span, When

WORD_AFTER = re.compile(r"[ \u00a0-]([^\W\d_]+)")
WORD_BEFORE = re.compile(r"([^\W\d_]+)[ \u00a0-]?$")
LONGEST_WORD = 20


class Dated(msgspec.Struct, frozen=True, gc=False):
    """A date at its place; whole where day, month and year were all given.

    It is relative where it was read from the day on which the text was spoken, counted where it counts units from
    another day ("two weeks ago"), impossible where there is no such day ("31 June").
    """

    span: Span
    when: When
    whole: bool = False
    relative: bool = False
    counted: bool = False
    impossible: bool = False


class Token(msgspec.Struct, frozen=True, gc=False):
    """A piece of a date: the letter of its class, its place and its number, and the date that it has become."""

    letter: str
    start: int
    end: int
    number: int = 0
    dated: Dated | None = None


class Page:
    """A text, its letters in lower case, the words of its language, and the day on which it was spoken."""

    def __init__(self, text: str, lex: Lexicon, spoken: date) -> None:
        self.text = text
        self.lower = lex.plain(folded(text).replace("’", "'"))
        self.lex = lex
        self.words = lex.calendar
        self.spoken = spoken

    def word_after(self, at: int) -> str:
        """The word that follows a place after a space or a hyphen, in lower case."""
        m = WORD_AFTER.match(self.lower, at)
        return m[1] if m else ""

    def word_before(self, at: int) -> str:
        """The word that ends at a place or just before it, in lower case."""
        m = WORD_BEFORE.search(self.lower, max(0, at - LONGEST_WORD), at)
        return m[1] if m else ""


def impossible(span: Span) -> Dated:
    """A date that there is not."""
    return Dated(span, When(date.min, date.min, "day"), impossible=True)


def folded(text: str) -> str:
    """The text in lower case, letter for letter, so that places stay where they are."""
    lower = text.replace("İ", "i").lower()  # Turkish, which Python makes two letters of
    return lower if len(lower) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
