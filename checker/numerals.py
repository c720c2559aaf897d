"""Numerals: numbers in digits, "1,234.5", ".5"."""

from __future__ import annotations

import re
from decimal import Decimal

from .lang import Lexicon

DIGITS = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?")
LONGEST = 24  # characters of a figure; what is longer is an identifier
PART_OF_A_NAME = re.compile(r"[\w#@/\\]$|[.,:][0-9.,:]*$|[a-zA-Z]-$|_$")  # before digits of a name


def in_digits(text: str, at: int, end: int, lex: Lexicon) -> tuple[Decimal, int] | None:
    """The number in digits that begins at a place, and where it ends; None where the digits are part of a name."""
    m = DIGITS.match(text, at, end)
    if not m or len(m[0]) > LONGEST or _part_of_a_name(text, at, lex):
        return None
    return Decimal(m[0].replace(",", "")), m.end()


def _part_of_a_name(text: str, at: int, lex: Lexicon) -> bool:
    before = PART_OF_A_NAME.search(text, max(0, at - 6), at)
    return bool(before) and not lex.sign_before(text, at)
