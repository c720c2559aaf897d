"""Numerals: numbers in digits, as a language writes them, "1,234.5", "1.234,5", "10 1/2", "3½"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from unicodedata import normalize

import msgspec

from ..lang import Lexicon
from ..lang.numbering import EVERYWHERE, GLYPHS

BEGIN = re.compile(r"[0-9]+")
SLASH_DATE = re.compile(r"(?<![0-9])[0-9]{1,2}/[0-9]")  # "4/7/2015", "24/7"
LONGEST = 24  # characters of a figure; what is longer is an identifier
PART_OF_A_NAME = re.compile(r"(?:[\w#@/\\]|[.,:][0-9.,:]*|[^\W\d_]-|_)\Z")  # before digits of a name
TIED = re.compile(r"(?<![^\W_])([^\W\d_]+)-$")
BARE_POINT = re.compile(r"(?<![\w.,:)/-])\.$")  # of ".5"
DENOMINATORS = frozenset((*range(2, 17), 20, 32, 64, 100, 128))
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
    if m.lastgroup != "number":
        return _with_a_fraction(at, m, lex)
    if text[m.end() : m.end() + 1] == "/" and SLASH_DATE.match(text, at):
        return None
    return Numeral(at, m.end(), _plain(m[0], lex))


def _with_a_fraction(at: int, m: re.Match[str], lex: Lexicon) -> Numeral | None:
    """ "3/4", "10 1/2", "3½" """
    if m["over"]:
        share = _share(m["over"], m["under"])
        return Numeral(at, m.end(), share, True) if share and int(m["under"]) not in LIKE_A_DATE else None
    whole = _plain(m["number"], lex)
    if m["glyph"]:
        return Numeral(at, m.end(), whole + _glyph(m["glyph"]))
    share = _share(m["more_over"], m["more_under"])
    return Numeral(at, m.end(), whole + share) if share else Numeral(at, m.end("number"), whole)


def _plain(written: str, lex: Lexicon) -> Decimal:
    """The worth of digits with their marks, of which at most the last is a decimal one."""
    if written.isdecimal():
        return Decimal(written)
    written = written.translate(DROPPED)
    point = _decimal_mark(written, lex)
    whole, _, decimals = written.rpartition(point) if point else (written, "", "")
    return Decimal(f"{whole.replace(',', '').replace('.', '') or 0}.{decimals}")


def _decimal_mark(written: str, lex: Lexicon) -> str:
    """The mark before the decimals, if there is one: the language's own, or another's that cannot part groups."""
    last = max(",.", key=written.rfind)
    own = lex.words.decimal
    if last not in written or (own == "." and last != own):
        return ""
    if own == "." or len({*written} & {*",."}) == 2:
        return last
    groups = _all_groups(written, last) or (last in lex.words.groups and _in_threes(written))
    return "" if groups else last


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
    if text[at - 1 : at] == " ":
        return False
    before = PART_OF_A_NAME.search(text, max(0, at - 6), at)
    if not before or lex.sign_before(text, at):
        return False
    tied = TIED.search(text, max(0, at - 12), at)
    return not (
        (tied and tied[1].lower() in lex.words.prefixes) or lex.numbering.proclitic.search(text, max(0, at - 5), at)
    )
