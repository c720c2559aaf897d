"""Numerals: numbers in digits, as a language writes them, "1,234.5", "1.234,5", "10 1/2", "3½"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from unicodedata import normalize

import msgspec

from .lang import Lexicon
from .lang.numbering import EVERYWHERE, GLYPHS

BEGIN = re.compile(r"[0-9]+")
SLASH_DATE = re.compile(r"(?<![0-9])[0-9]{1,2}/[0-9]")  # "4/7/2015", "24/7"
LONGEST = 24  # characters of a figure; what is longer is an identifier
PART_OF_A_NAME = re.compile(r"[\w#@/\\]$|[.,:][0-9.,:]*$|[^\W\d_]-$|_$")  # before digits of a name
BARE_POINT = re.compile(r"(?<![\w.,:)/-])\.$")  # of ".5"
DENOMINATORS = frozenset((*range(2, 17), 20, 32, 64, 100))
LIKE_A_DATE = frozenset((6, 7, 9, 11, 12, 13, 14))  # "9/11": such a fraction is read after a whole number only
DROPPED = str.maketrans("", "", "".join(EVERYWHERE) + " ")


class Numeral(msgspec.Struct, frozen=True, gc=False):
    """A number in digits at its place; fraction where it is nothing but a fraction, "3/4"."""

    start: int
    end: int
    value: Decimal
    fraction: bool = False


def begins(text: str, start: int, end: int) -> Iterator[int]:
    """Where a number in digits may begin."""
    for m in BEGIN.finditer(text, start, end):
        at = m.start()
        yield at - 1 if at > start and text[at - 1] == "." and BARE_POINT.search(text, max(0, at - 2), at) else at


def in_digits(text: str, at: int, end: int, lex: Lexicon) -> Numeral | None:
    """The number in digits that begins at a place; None where the digits are part of a name."""
    if text[at] in GLYPHS:
        return Numeral(at, at + 1, _glyph(text[at]), True)
    m = lex.numbering.digits.match(text, at, end)
    if not m or m.end() - at > LONGEST or _part_of_a_name(text, at, lex):
        return None
    if m["over"]:
        share = _share(m["over"], m["under"])
        alone = share is not None and int(m["under"]) not in LIKE_A_DATE
        return Numeral(at, m.end(), share, True) if share and alone else None
    if text[m.end("number") : m.end("number") + 1] == "/" and SLASH_DATE.match(text, at):
        return None
    whole = _plain(m["number"], lex)
    if m["glyph"]:
        return Numeral(at, m.end(), whole + _glyph(m["glyph"]))
    if m["more_over"]:
        share = _share(m["more_over"], m["more_under"])
        return Numeral(at, m.end(), whole + share) if share else Numeral(at, m.end("number"), whole)
    return Numeral(at, m.end(), whole)


def _plain(written: str, lex: Lexicon) -> Decimal:
    """The worth of digits with marks: the last mark is the decimal one unless it can only part groups."""
    written = written.translate(DROPPED)
    mark = lex.words.decimal
    if mark in written and (mark == "." or not _all_groups(written, mark)):
        whole, _, decimals = written.rpartition(mark)
        return Decimal(f"{whole.replace(',', '').replace('.', '') or 0}.{decimals}")
    if (
        mark != "."
        and "." in written
        and not ("." in lex.words.groups and _in_threes(written))
        and not _all_groups(written, ".")
    ):
        whole, _, decimals = written.rpartition(".")
        return Decimal(f"{whole.replace(',', '')}.{decimals}")
    return Decimal(written.replace(",", "").replace(".", ""))


def _in_threes(written: str) -> bool:
    return all(len(group) == 3 for group in written.split(".")[1:])


def _all_groups(written: str, mark: str) -> bool:
    """Whether nothing but noughts in threes follows the marks: "10,000" where the comma is decimal."""
    head, *groups = written.split(mark)
    return bool(groups) and all(g == "000" for g in groups) and head not in ("", "0")


def _share(over: str, under: str) -> Decimal | None:
    """The worth of "3/4"; None where it is no fraction but a date or a score."""
    n, d = int(over), int(under)
    season = n >= 10 and d == n + 1  # "19/20 February", "2015/16"
    return Decimal(n) / d if 0 < n < d and d in DENOMINATORS and not season else None


def _glyph(glyph: str) -> Decimal:
    over, _, under = normalize("NFKC", glyph).partition("⁄")
    return Decimal(over) / Decimal(under)


def _part_of_a_name(text: str, at: int, lex: Lexicon) -> bool:
    before = PART_OF_A_NAME.search(text, max(0, at - 6), at)
    return bool(before) and not lex.sign_before(text, at)
