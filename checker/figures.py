"""Figures: numbers as prose writes them, "about 1.23 billion", "half a million", "5–7"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

import msgspec

from .interval import Interval, hedged
from .lang import Lexicon

DIGITS = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?")
LONGEST = 24  # characters of a figure; what is longer is an identifier
PART_OF_A_NAME = re.compile(
    r"[\w#@/\\]$|[.,:][0-9.,:]*$|[a-zA-Z]-$|_$"
)  # what stands before digits that are no figure of their own
WORD = re.compile(r"[ \u00a0\u202f-]?([^\W\d_]+)")
LETTERS = re.compile(r"[^\W\d_]+")
LEFT = 32  # characters before a figure in which a hedge is looked for
HEDGE_WORDS = 4
TOKEN = re.compile(r"[^\W_]+(?:['’.][^\W_]+)*\.?|[~≈<>≥≤+=-]")
ONE = Decimal(1)


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
    m = DIGITS.match(text, at, end)
    if not m or len(m[0]) > LONGEST or _part_of_a_name(text, at, lex):
        return None
    scale, stop = _scale(text, lower, m.end(), end, lex)
    run = LETTERS.match(text, stop) if stop == m.end() else None
    if (run and not lex.touches(run[0])) or text[stop : stop + 1] == "_":
        return None
    return Figure(at, stop, Decimal(m[0].replace(",", "")), scale)


def _part_of_a_name(text: str, at: int, lex: Lexicon) -> bool:
    before = PART_OF_A_NAME.search(text, max(0, at - 6), at)
    return bool(before) and not lex.sign_before(text, at)


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


def _words(lower: str, at: int, end: int, lex: Lexicon) -> Figure | None:
    """A figure in words: "seventy billion", "one hundred and five", "half a million"."""
    words = list(_run(lower, at, end, lex))
    if not words or (words[0][0] in lex.words.scales and not _after_article(lower, at, lex)):
        return None
    if words[0][0] == lex.words.half:
        return _half(words, at, lex)
    return _sum(words, at, lex)


def _after_article(lower: str, at: int, lex: Lexicon) -> bool:
    """ "a million" is a figure; "several million" is none."""
    before = TOKEN.findall(lower, max(0, at - LEFT), at)
    return bool(before) and before[-1] in lex.words.articles


def _run(lower: str, at: int, end: int, lex: Lexicon) -> Iterator[tuple[str, int]]:
    """The number words in a row from here on, each with its end."""
    stop = at
    m = LETTERS.match(lower, stop, end)
    while m and (m[0] in lex.number_words or m[0] in lex.words.joins or m[0] in lex.words.articles):
        yield m[0], m.end()
        stop = m.end()
        gap = WORD.match(lower, stop, end)
        m = LETTERS.match(lower, gap.start(1), end) if gap else None


def _half(words: list[tuple[str, int]], at: int, lex: Lexicon) -> Figure | None:
    """ "half a million" """
    if len(words) > 2 and words[1][0] in lex.words.articles and words[2][0] in lex.words.scales:
        return Figure(at, words[2][1], Decimal("0.5"), lex.words.scales[words[2][0]])
    return None


def _sum(words: list[tuple[str, int]], at: int, lex: Lexicon) -> Figure | None:
    """Adds and multiplies number words as they are read; None where they make no number."""
    total = group = Decimal(0)
    scale, stop, tens_open = ONE, at, True
    for word, end in words:
        if word in lex.words.numbers and tens_open:
            group += lex.words.numbers[word]
            tens_open = lex.words.numbers[word] >= 20
        elif word in lex.words.scales and (group or word != "hundred"):
            worth = lex.words.scales[word]
            if worth == 100:
                group, tens_open = (group or ONE) * worth, True
            else:
                total, scale, group, tens_open = total + (group or ONE) * worth, worth, Decimal(0), True
        elif word == lex.words.half and group:
            group += Decimal("0.5")
        elif word in (*lex.words.joins, *lex.words.articles) and (total or group):
            continue
        else:
            break
        stop = end
    value = total + group
    if not value or stop == at:
        return None
    return Figure(at, stop, (value / scale).normalize(), scale)


def hedge_before(text: str, at: int, lex: Lexicon) -> str | None:
    """The hedge that stands right before a place, its polarity turned by a negation: "not more than" is at most."""
    tokens = [t.lower() for t in TOKEN.findall(text, max(0, at - LEFT), at)]
    if not text[max(0, at - 1) : at].isspace() and not (tokens and not tokens[-1][0].isalnum()):
        return None
    for n in range(min(HEDGE_WORDS, len(tokens)), 0, -1):
        hedge = lex.hedges.get(" ".join(tokens[-n:]))
        if hedge:
            turned = len(tokens) > n and tokens[-n - 1] in lex.words.negations
            return OPPOSITE.get(hedge, hedge) if turned else hedge
    return None


OPPOSITE = {"more than": "at most", "less than": "at least"}


def hedge_after(lower: str, at: int, lex: Lexicon) -> str | None:
    """The hedge that stands right after a place: "or so", "or more"."""
    return next((h for phrase, h in lex.hedges_after.items() if _follows(lower, at, phrase)), None)


def _follows(lower: str, at: int, phrase: str) -> bool:
    start = at + (lower[at : at + 1] == " " and phrase[0].isalpha())
    return lower.startswith(phrase, start) and not lower[start + len(phrase) : start + len(phrase) + 1].isalnum()
