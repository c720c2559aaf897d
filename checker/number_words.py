"""Number words: numbers spelled out, "seventy billion", "one hundred and five", "half a million"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from .hedges import LEFT, TOKEN
from .lang import Lexicon

WORD = re.compile(r"[ \u00a0\u202f-]?([^\W\d_]+)")
LETTERS = re.compile(r"[^\W\d_]+")
ONE = Decimal(1)


def in_words(lower: str, at: int, end: int, lex: Lexicon) -> tuple[Decimal, Decimal, int] | None:
    """The number in words that begins at a place: what is written, times which scale, and where it ends."""
    words = list(_run(lower, at, end, lex))
    if not words or (words[0][0] in lex.words.scales and not _after_article(lower, at, lex)):
        return None
    if words[0][0] == lex.words.half:
        return _half(words, lex)
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


def _half(words: list[tuple[str, int]], lex: Lexicon) -> tuple[Decimal, Decimal, int] | None:
    """ "half a million" """
    if len(words) > 2 and words[1][0] in lex.words.articles and words[2][0] in lex.words.scales:
        return Decimal("0.5"), lex.words.scales[words[2][0]], words[2][1]
    return None


def _sum(words: list[tuple[str, int]], at: int, lex: Lexicon) -> tuple[Decimal, Decimal, int] | None:
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
    return (value / scale).normalize(), scale, stop
