"""Figures: numbers as prose writes them, "about 1.23 billion", "half a million", "5–7"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import msgspec

from .interval import Interval, hedged
from .lang import Lexicon
from .number_words import LETTERS, ONE, WORD, in_words
from .numerals import DIGITS, in_digits


class Figure(msgspec.Struct, frozen=True, gc=False):
    """A numeral with its scale words at its place; its value is written × scale."""

    start: int
    end: int
    written: Decimal
    scale: Decimal = ONE

    @property
    def value(self) -> Decimal:
        """The figure in plain units."""
        return self.written * self.scale

    def meaning(self, hedge: str | None) -> Interval:
        """What it can stand for."""
        return hedged(self.written, self.scale, hedge)


def figures(text: str, lower: str, start: int, end: int, lex: Lexicon) -> Iterator[Figure]:
    """The figures of one stretch of a text, in order; `lower` is the whole text folded."""
    taken = start
    for at in _anchors(text, lower, start, end, lex):
        if at < taken:
            continue
        figure = _digits(text, lower, at, end, lex) if text[at].isdecimal() else _words(lower, at, end, lex)
        if figure:
            taken = figure.end
            yield figure


def _anchors(text: str, lower: str, start: int, end: int, lex: Lexicon) -> list[int]:
    """Where a figure may begin: at digits, and at number words."""
    digits = [m.start() for m in DIGITS.finditer(text, start, end)]
    found = lex.number_finder.find_matches_as_indexes(lower[start:end])
    words = [start + a for _, a, b in found if not _inside_a_word(lower, start + a, start + b)]
    return sorted(digits + words)


def _inside_a_word(text: str, start: int, end: int) -> bool:
    return text[start - 1 : start].isalnum() or text[end : end + 1].isalnum()


def _digits(text: str, lower: str, at: int, end: int, lex: Lexicon) -> Figure | None:
    read = in_digits(text, at, end, lex)
    if not read:
        return None
    scale, stop = _scale(text, lower, read[1], end, lex)
    run = LETTERS.match(text, stop) if stop == read[1] else None
    if (run and not lex.touches(run[0])) or text[stop : stop + 1] == "_":
        return None
    return Figure(at, stop, read[0], scale)


def _words(lower: str, at: int, end: int, lex: Lexicon) -> Figure | None:
    read = in_words(lower, at, end, lex)
    return Figure(at, read[2], read[0], read[1]) if read else None


def _scale(text: str, lower: str, at: int, end: int, lex: Lexicon) -> tuple[Decimal, int]:
    """The scale words and letters that follow a numeral: their product, and where they end."""
    scale, stop = ONE, at
    m = WORD.match(text, at, end)
    if m and m[1] in lex.words.letters and m.start(1) == at and not text[m.end() : m.end() + 1].isalnum():
        return lex.words.letters[m[1]], m.end()
    while (
        (m := WORD.match(lower, stop, end)) and m[1] in lex.words.scales and not text[m.end() : m.end() + 1].isalnum()
    ):
        scale, stop = scale * lex.words.scales[m[1]], m.end()
    return scale, stop
