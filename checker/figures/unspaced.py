"""Unspaced: figures in a script without spaces, "12亿3000万", "二十三", "1.2万亿", "三分之二"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

import msgspec

from ..lang import Lexicon
from ..lang.unspaced import LARGE, Unspaced
from .word_sums import ONE, ZERO

PART_OF_A_NAME = re.compile(r"[a-z_#@/\\.]-?\Z|[0-9][.,:/-]\Z")  # before digits of a name: "g20", "covid-19"
LETTERS = re.compile("[a-z]+")
HUNDRED, THOUSAND = Decimal(100), Decimal(1000)
POSITIONAL = 3  # numerals in a row that are digits of one number; two, "三四", are three or four
LEFT = 4  # characters before digits that make them part of a name
LARGEST = Decimal(10) ** 24  # what is larger counts nothing in the news


class Read(msgspec.Struct, frozen=True, gc=False):
    """A number at its place: written × scale, and whether it is one that is another word where nothing is measured."""

    start: int
    end: int
    written: Decimal
    scale: Decimal = ONE
    form: str = "words"
    wary: bool = False
    vague: str | None = None


class Number:
    """Adds and multiplies the pieces of a number as they are read."""

    def __init__(self, lex: Lexicon) -> None:
        self.lex = lex
        self.total = self.group = ZERO
        self.one: Decimal | None = None  # the piece that no scale has multiplied yet
        self.scale = ONE  # of the scales read last, without a number between them
        self.short = ONE  # what a last numeral is worth that leaves its scale out
        self.kinds: list[str] = []

    def take(self, kind: str, word: str) -> bool:
        """Whether a piece goes on the number, which it is added to."""
        last = self.kinds[-1] if self.kinds else ""
        if kind == "scale":
            taken = self._times(self.lex.words.scales[word], last)
        elif kind == "point":
            taken = last == "numerals"
        elif kind == "more":
            taken = bool(self.kinds)
        else:
            taken = last in ("", "scale", "point") and self._adds(kind, word, last)
        if taken and kind != "more":
            self.kinds.append(kind)
        return taken

    def _adds(self, kind: str, word: str, last: str) -> bool:
        if kind == "digits":
            self.one, self.scale = Decimal(word.replace(",", "").replace("，", "")), ONE
            return last != "point"
        worths = [int(self.lex.words.numbers[c]) for c in word]
        digits = "".join(map(str, worths))
        if last == "point":
            self.one = (self.one or ZERO) + Decimal(f"0.{digits}")
            return True
        if last == "scale" and self.scale >= HUNDRED and len(worths) == 1 and worths[0]:
            self.short = self.scale / 10  # "三万五" is 35,000
        lone = len(worths) == 1 or (last == "scale" and len(worths) == 2 and not worths[0])  # "一百零五"
        self.one, self.scale = Decimal(digits), ONE
        return lone or (not last and (len(worths) >= POSITIONAL or 0 in worths))

    def _times(self, scale: Decimal, last: str) -> bool:
        self.short = ONE
        if scale < LARGE:
            if last == "scale" and (self.scale >= scale or self.scale < LARGE):
                return False
            self.group, self.one = self.group + (self.one if self.one is not None else ONE) * scale, None
        else:
            low = self.total % scale
            section = low + self.group + (self.one or ZERO)
            if not section or self.total >= LARGEST:
                return False
            self.total, self.group, self.one = self.total - low + section * scale, ZERO, None
        self.scale *= scale
        return True

    def read(self, start: int, end: int) -> Read:
        """The number that has been taken."""
        value, digits = self.total + self.group + (self.one or ZERO) * self.short, "digits" in self.kinds
        scale = self.scale if self.kinds[-1] == "scale" and self.scale >= THOUSAND else ONE
        written = self._as_written(value, scale)
        alone = len(self.kinds) == 1 and "digits" not in self.kinds and value < LARGE
        bare = not digits and not {*self.kinds} - {"scale"}
        return Read(start, end, written, scale, "digits" if digits else "words", alone or bare)

    def _as_written(self, value: Decimal, scale: Decimal) -> Decimal:
        """The value over its scale; "1.20万" keeps its decimals, and of a sum the noughts at its end go."""
        plain = self.kinds[:1] + [k for k in self.kinds[1:] if k != "scale"]
        if len(plain) == 1 and self.kinds[0] == "digits":
            return value / scale
        return (value / scale).normalize() if scale != ONE else value


def number(lower: str, at: int, end: int, lex: Lexicon, unspaced: Unspaced) -> Read | None:
    """The number that begins at a place."""
    read, stop, kept = Number(lex), at, at
    while (m := unspaced.piece.match(lower, stop, end)) and read.take(m.lastgroup or "", m[0]):
        stop = m.end()
        kept = kept if m.lastgroup in ("more", "point") else stop
    return read.read(at, kept) if read.kinds and kept > at else None


def whole(lower: str, at: int, end: int, lex: Lexicon) -> Read | None:
    """The figure at a place with all that belongs to it: a fraction, "3割", "3年半", a minus."""
    u = lex.unspaced
    assert u
    read = number(lower, at, end, lex, u)
    if not read or _no_number(lower, read, lex, u):
        return None
    over = u.over.match(lower, read.end, end)
    upper = number(lower, over.end(), end, lex, u) if over else None
    if upper and over and ZERO < read.written * read.scale != upper.written * upper.scale:
        share = upper.written * upper.scale / (read.written * read.scale)
        return Read(at, upper.end, share, ONE, "fraction")
    shares = lower.endswith(tuple(lex.words.percent_before), 0, at)
    if read.wary and not shares and not u.measured(lower, read.end):
        return None
    lent = u.lent.match(lower, read.end, end)
    if lent:
        return msgspec.structs.replace(read, written=read.written * lex.words.lent[lent[0]])
    return msgspec.structs.replace(read, written=read.written + _half_more(lower, read, u))


def _half_more(lower: str, read: Read, u: Unspaced) -> Decimal:
    """ "3年半" """
    return Decimal("0.5") if read.scale == ONE and u.half_more.match(lower, read.end) else ZERO


def _no_number(lower: str, read: Read, lex: Lexicon, u: Unspaced) -> bool:
    """Whether it is part of a name, "g20", of an ordinal, "第二", or of something vague, "十几"."""
    at, w = read.start, lex.words
    if lower.startswith(tuple(w.few), read.end) or lower.endswith(tuple(w.labels), 0, at):
        return True
    run = LETTERS.match(lower, read.end)
    if run and not lex.touches(run[0]) and not u.unit.match(lower, read.end) and not u.currency.match(lower, read.end):
        return True
    named = PART_OF_A_NAME.search(lower, max(0, at - LEFT), at)
    return bool(named) and not lex.sign_before(lower, at) and not lex.sign_before(lower.upper(), at)


def _few(lower: str, m: re.Match[str], end: int, lex: Lexicon, u: Unspaced) -> Read | None:
    """ "数百万", "几十" """
    scale, stop = ONE, m.end()
    while (s := u.piece.match(lower, stop, end)) and s.lastgroup == "scale":
        scale, stop = scale * lex.words.scales[s[0]], s.end()
    return Read(m.start(), stop, ONE, scale, "vague", vague=lex.words.few[m[0]])


def found(lower: str, start: int, end: int, lex: Lexicon) -> Iterator[Read]:
    """The figures of a stretch, in order."""
    u, at = lex.unspaced, start
    assert u
    while m := u.begin.search(lower, at, end):
        read = None
        if m["few"]:
            read = _few(lower, m, end, lex, u)
        elif not m["trap"]:
            read = whole(lower, m.start(), end, lex)
        at = read.end if read else _past(lower, m, end, lex, u)
        if read:
            yield _signed(lower, read, lex)


def _past(lower: str, m: re.Match[str], end: int, lex: Lexicon, u: Unspaced) -> int:
    """Where reading goes on after what is no figure: past all of its pieces, or past the word."""
    read = None if m["trap"] else number(lower, m.start(), end, lex, u)
    piece = None if m["trap"] else u.piece.match(lower, m.start(), end)
    stop = piece.end() if piece and piece.lastgroup == "numerals" else m.end()
    while stop > m.end() and (piece := u.piece.match(lower, stop, end)) and piece.lastgroup == "scale":
        stop = piece.end()  # "三四十"
    return max(stop, read.end if read else 0)


def _signed(lower: str, read: Read, lex: Lexicon) -> Read:
    """The figure below nought where a minus or a word for it stands before it."""
    minus = next((w for w in (*lex.words.minus, "-", "−") if lower.endswith(w, 0, read.start)), "")
    before = lower[read.start - len(minus) - 1 : read.start - len(minus)]
    if not minus or (minus in "-−" and (before.isalnum() or before in (")", "%"))):
        return read
    return msgspec.structs.replace(read, start=read.start - len(minus), written=-read.written)
