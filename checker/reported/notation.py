"""Notation: how figures and signs are written among statistics, "p ≤ 1.2 × 10−5"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from ..model import Sign

SIGNS: dict[str, Sign] = {
    **dict.fromkeys(("=", "≈"), "="),
    **dict.fromkeys(("<", "<=", "=<", "≤", "⩽"), "<"),
    **dict.fromkeys((">", ">=", "=>", "≥", "⩾"), ">"),
}
SIGN = re.compile("[<>]=|=[<>]|[=≈<>≤⩽≥⩾]")
BRACKETS = (("(", ")"), ("[", "]"), ("{", "}"))
GAP = r"\s{0,3}"
MINUS = "[-−–‒﹣－]"
WHOLE = r"(?:[1-9][0-9]{0,2}(?:,[0-9]{3})+(?![0-9])|[0-9]{1,15}(?![0-9]))"
PLAIN = rf"(?:{WHOLE}(?:\.[0-9]{{1,15}}(?![0-9]))?|\.\s?[0-9]{{1,15}}(?![0-9]))"
POWER = rf"10\s?(?:\^\s?\{{?\s?[-−–+]?|{MINUS})\s?[0-9]{{1,3}}\}}?|10[⁻⁺]?[⁰¹²³⁴-⁹]{{1,3}}"
NUMBER = rf"(?:[+±]?|{MINUS}\s?)(?:{PLAIN}(?:\s?[eE]\s?[-−–+]?\s?[0-9]{{1,3}}(?![\w.])|\s?[x×·*⋅]\s?(?:{POWER}))?)"
SMALL = rf"(?:{POWER}|{NUMBER})"  # a p may be no more than a power of ten
RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺−–‒﹣－eE", "0123456789-+-----ee", "+±,{}^ \t\r\n\u00a0\u202f\u2009")
TIMES_TEN = re.compile(rf"(?:^[+±]?|[x×·*⋅])10(?={MINUS}|[\^⁻⁺⁰¹²³⁴-⁹])")
LONGEST_HEAD = 64  # characters before a sign in which a name and its brackets are looked for


def number(written: str) -> Decimal:
    """The number that was written: powers of ten and odd minus signs are read, the digits after the point kept.

    >>> number("− 4.46"), number("1.2 × 10^{-5}"), number("10−5"), number(". 001"), number("1,224.08")
    (Decimal('-4.46'), Decimal('0.000012'), Decimal('0.00001'), Decimal('0.001'), Decimal('1224.08'))
    """
    close = "".join(written.split())
    power = TIMES_TEN.search(close)
    if power:
        close = f"{close[: power.start()] or '1'}e{close[power.end() :]}"
    return Decimal(f"{Decimal(close.translate(RAISED)):f}")


def has_signs(text: str) -> bool:
    """Whether anything is set equal, above or below anything."""
    return any(sign in text for sign in SIGNS)


def any_of(names: Iterable[str]) -> str:
    """A pattern for these names, the longest first; those of three letters and more in either case."""
    ordered = sorted(names, key=lambda n: (-len(n), n))
    return "|".join(re.escape(n) if len(n) < 3 or not n.isascii() else f"(?i:{re.escape(n)})" for n in ordered)


def head(text: str, start: int, at: int, pattern: re.Pattern[str]) -> re.Match[str] | None:
    """What stands right before a sign, where it fits the pattern, which ends in `$`."""
    return pattern.search(text, max(start, at - LONGEST_HEAD), at)


def bracketed(text: str, start: int, end: int) -> int:
    """The end of a stretch, moved behind the brackets that close what it opens."""
    for _ in range(2):
        if any(text[start:end].count(a) > text[start:end].count(b) and text[end : end + 1] == b for a, b in BRACKETS):
            end += 1
    return end
