"""Ordinal: a place in an order, "the 201st", "twenty-first"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ..interval import exactly
from ..model import Amount, Claim, Span
from ..text import Text
from . import claim, measured

DIGITS = re.compile(r"[0-9]([^\W\d_]{2})(?!\w)")
BEFORE = re.compile(r"(?<![\w.,/-])([0-9]{1,3}(?:,[0-9]{3}){0,2}|[0-9]{1,9})$")
LONGEST = 11  # characters of the digits
TENS = re.compile(r"([^\W\d_]+)[- ]$")


def extract(text: Text) -> Iterator[Claim]:
    """The ordinals in digits and in words that are no days of a month."""
    scaled = [claim for _, claim in measured("ordinal", text)]  # "the 100 millionth passenger"
    yield from scaled
    for span, worth in sorted([*_in_digits(text), *_in_words(text)]):
        inside = any(c.span.covers(span) for c in scaled)
        if not inside and text.in_prose(span.start) and not text.dated(span.start):
            yield claim("ordinal", text, span, Amount((worth,), exactly(worth)))


def _in_digits(text: Text) -> Iterator[tuple[Span, Decimal]]:
    for m in DIGITS.finditer(text.document.text):
        if m[1].lower() in text.lexicon.words.calendar.suffixes:
            end = m.start(1)
            digits = BEFORE.search(text.document.text, max(0, end - LONGEST), end)
            if digits:
                yield Span(digits.start(), m.end()), Decimal(digits[1].replace(",", ""))


def _in_words(text: Text) -> Iterator[tuple[Span, Decimal]]:
    for start, end, worth in text.places(text.lexicon.ordinal_cues):
        before = TENS.search(text.lower, max(0, start - 12), start)
        tens = text.lexicon.words.numbers.get(before[1], Decimal(0)) if before else Decimal(0)
        if before and tens >= 20 and Decimal(worth) < 10:
            yield Span(before.start(), end), tens + Decimal(worth)
        elif not (before and before[1] in text.lexicon.words.parted):
            yield Span(start, end), Decimal(worth)
