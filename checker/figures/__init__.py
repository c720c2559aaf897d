"""Figures: numbers as prose writes them, "about 1.23 billion", "half a million", "3½", "dozens"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from decimal import Decimal

import msgspec

from ..interval import Interval, fraction, hedged, vaguely
from ..lang import Lexicon
from .hedges import hedge_before
from .number_words import APOSTROPHE, LETTERS, WORD, abbreviated, and_a_half, in_words, linked
from .numerals import Numeral, begins, in_digits
from .unspaced import LARGEST, found
from .word_sums import DOZEN, ONE

MOST = 300  # places in one sentence where a figure may begin
LONGEST_ROW = 60  # figures with nothing but marks between them
GAP = 4  # characters between two of them
MINUSES = ("-", "−")
GOES_ON = re.compile(rf"[^\W_]|{APOSTROPHE}")  # a word: сім is none in сім'я
LETTER = re.compile(r"[^\W\d_]")
MINUS = re.compile(r"(?<![^\s(\[$£€¥<>=≈~])([-−])$")


class Figure(msgspec.Struct, frozen=True, gc=False):
    """A numeral with its scale words at its place; its value is written × scale.

    Its form is digits, words, dozen, fraction ("a third", "3/4", nothing beside it) or vague ("hundreds", "several
    million"); what is vague says by which law of `interval`.
    """

    start: int
    end: int
    written: Decimal
    scale: Decimal = ONE
    form: str = "digits"
    vague: str | None = None

    @property
    def value(self) -> Decimal:
        """The figure in plain units; of a vague one the number that it names, 100 of "hundreds"."""
        return self.written * self.scale

    @property
    def stated(self) -> tuple[Decimal, ...]:
        """The figure as stated in plain units; of a vague one both ends, 100 and 1000 of "hundreds"."""
        if not self.vague:
            return (self.value,)
        named = vaguely(self.value, self.vague)
        return (named.lo or self.value, named.hi) if named.hi else (self.value, self.value * 10)

    def meaning(self, hedge: str | None) -> Interval:
        """What it can stand for."""
        if self.vague:
            return vaguely(self.value, self.vague, hedge)
        return (fraction if self.form == "fraction" else hedged)(self.written, self.scale, hedge)


def figures(text: str, lower: str, start: int, end: int, lex: Lexicon, ends: Sequence[int] = ()) -> Iterator[Figure]:
    """The figures of one stretch of a text, in order; `lower` is the whole text folded, `ends` are its sentences' ends.

    Those that go on and on with nothing between them, or with no end of a sentence, are a table, which is no prose: the
    first of them will do.
    """
    read = _unspaced(lower, start, end, lex) if lex.unspaced else _spaced(text, lower, start, end, lex, ends)
    taken, row = start, 0
    for figure in read:
        row = row + 1 if not LETTER.search(text, taken, figure.start) and figure.start - taken <= GAP else 0
        taken = figure.end
        if row <= LONGEST_ROW and abs(figure.value) < LARGEST:
            yield figure


def _unspaced(lower: str, start: int, end: int, lex: Lexicon) -> Iterator[Figure]:
    return (Figure(r.start, r.end, r.written, r.scale, r.form, r.vague) for r in found(lower, start, end, lex))


def _spaced(text: str, lower: str, start: int, end: int, lex: Lexicon, ends: Sequence[int]) -> Iterator[Figure]:
    taken = start
    for at in _of_prose(_anchors(text, lower, start, end, lex), ends):
        if at < taken:
            continue
        if figure := _words(lower, at, end, lex) if text[at].isalpha() else _digits(text, lower, at, end, lex):
            taken = figure.end
            yield _signed(text, lower, figure, lex)


def _of_prose(places: list[int], ends: Sequence[int]) -> Iterator[int]:
    """The places where a figure may begin, of each sentence the first so many."""
    n, left = bisect_right(ends, places[0]) if places else 0, MOST
    for at in places:
        while n < len(ends) and ends[n] <= at:
            n, left = n + 1, MOST
        left -= 1
        if left >= 0:
            yield at


def _signed(text: str, lower: str, f: Figure, lex: Lexicon) -> Figure:
    """The figure below nought where a minus stands before it, "-5", "minus 130"; in "4 -7" it is a dash."""
    if not (text[f.start - 1 : f.start] in MINUSES or lower.endswith(lex.numbering.minus_words, 0, f.start)):
        return f
    sign = MINUS.search(text, max(0, f.start - 2), f.start)
    if not sign and not hedge_before(lower, f.start, lex):  # "au moins 5"
        sign = lex.numbering.minus.search(lower, max(0, f.start - 12), f.start)
    if not sign or text[max(0, sign.start(1) - 2) : sign.start(1)].strip(" (").isdigit():
        return f
    return msgspec.structs.replace(f, start=sign.start(1), written=-f.written)


def _anchors(text: str, lower: str, start: int, end: int, lex: Lexicon) -> list[int]:
    """Where a figure may begin: at digits, and at number words."""
    digits = [*begins(text, start, end)]
    found = lex.number_finder.find_matches_as_indexes(lower[start:end])
    words = [start + a for _, a, b in found if not _inside_a_word(lower, start + a, start + b, lex)]
    return sorted(digits + words)


def _inside_a_word(text: str, start: int, end: int, lex: Lexicon) -> bool:
    """Whether a number word is only the beginning or the rest of a word, one that it makes no number of."""
    goes_on = GOES_ON.match(text, end) and not lex.words.compound and not lex.tail.match(text, end)
    return text[start - 1 : start].isalnum() or bool(goes_on)


def _digits(text: str, lower: str, at: int, end: int, lex: Lexicon) -> Figure | None:
    read = in_digits(text, at, end, lex)
    if not read:
        return None
    more = and_a_half(lower, read.end, end, lex)
    if more:
        read = Numeral(read.start, more[1], read.value + more[0])
    scale, stop = _scale(text, lower, read.end, end, lex)
    run = LETTERS.match(text, stop) if stop == read.end else None
    if (run and not lex.touches(run[0])) or text[stop : stop + 1] == "_":
        return None
    form = "dozen" if scale == DOZEN else "fraction" if read.fraction and scale == ONE else "digits"
    stop = linked(lower, stop, lex.words.scale_links) if stop > read.end else stop
    return Figure(read.start, stop, read.value, scale, form)


def _words(lower: str, at: int, end: int, lex: Lexicon) -> Figure | None:
    read = in_words(lower, at, end, lex)
    if not read or (lower[at : read.end] in lex.words.articles and lower[read.end + 1 : read.end + 2].isdigit()):
        return None
    stop = linked(lower, read.end, lex.words.scale_links) if read.scale > ONE else read.end
    return Figure(at, stop, read.written, read.scale, read.form, read.vague)


def _scale(text: str, lower: str, at: int, end: int, lex: Lexicon) -> tuple[Decimal, int]:
    """The scale words and letters that follow a numeral: their product, and where they end."""
    scale, stop = ONE, at
    m = WORD.match(text, at, end)
    after = text[m.end() : m.end() + 1] if m else ""
    against = m is not None and (m.start(1) == at or (text[at] != "-" and after in lex.signs))  # "5m", "5 M€"
    if m and against and m[1] in lex.words.letters and not after.isalnum():
        return lex.words.letters[m[1]], m.end()
    if m and m[1] in lex.words.fillers and (n := WORD.match(lower, m.end(), end)) and n[1] in lex.words.scales:
        return lex.words.scales[n[1]], abbreviated(lower, n[1], n.end(), lex)  # "4,5 premiers milliards"
    scales = lex.numbering.scales
    while (m := WORD.match(lower, stop, end)) and m[1] in scales and not text[m.end() : m.end() + 1].isalnum():
        scale, stop = scale * scales[m[1]], abbreviated(lower, m[1], m.end(), lex)
    return scale, stop
