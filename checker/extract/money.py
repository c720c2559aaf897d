"""Money: a figure with its currency, "about 70 billion rubles", "$5–7 million"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

import msgspec

from ..figures import Figure, hedge_after, hedge_before
from ..interval import exactly
from ..lang import Lexicon
from ..model import Amount, Claim, Span
from ..text import Text
from . import claim

NAME_WORDS = 4  # of the longest name of a currency: "Bosnia-Herzegovina convertible marks"
NEXT_WORD = re.compile(r"[ \u00a0\u202f\n-]?((?:[^\W\d_]\.){2,4}|[^\W\d_]+|[^\w\s])")
NEXT_SIGN = re.compile(r"[ \u00a0\u202f]?([^\W\d_]{0,3}[^\w\s]|[^\W\d_]{2,3}\b)(?! ?[0-9])")
ENOUGH = 1_000_000  # a word with other meanings ("pounds") is a currency after so much
MINUS = re.compile(r"(?:^|[\s(])[-−–]$")
HUNDREDTH = Decimal("0.01")


class Marked(msgspec.Struct, frozen=True, gc=False):
    """A figure and the marks of its currency; worth is what one of the unit written is: 0.01 for cents."""

    figure: Figure
    start: int
    end: int
    currencies: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    worth: Decimal = Decimal(1)


def extract(text: Text) -> Iterator[Claim]:
    """The amounts of money that a text names, ranges as one claim.

    A mark that many currencies share stands for the likeliest and for those whose home the text tells of.
    """
    figures = [_marked(text, f) for f in text.figures]
    i = 0
    while i < len(figures):
        low, high = figures[i], figures[i + 1] if i + 1 < len(figures) else None
        if high and (low.currencies or high.currencies) and _is_range(text, low, high):
            yield _range(text, low, high)
            i += 1
        elif low.currencies:
            yield _amount(text, low)
        i += 1


def _marked(text: Text, figure: Figure) -> Marked:
    source, lex = text.document.text, text.lexicon
    start, sign = _sign(source, figure.start, lex)
    end, name, codes, worth = _name(text, figure)
    before = lex.signs[sign] if sign else ()
    if not sign or not name:
        return Marked(figure, start, end, before or codes, tuple(filter(None, (sign, name))), worth)
    return _twice_marked(text, Marked(figure, start, end, before, (sign,)), name, codes)


def _twice_marked(text: Text, signed: Marked, name: str, codes: tuple[str, ...]) -> Marked:
    """A sign before and a word after: the word says which dollar it is ("$5 CAD"), or names a currency again."""
    narrowed = tuple(c for c in signed.currencies if c in codes)
    says_more = narrowed and (" " in name or name in text.lexicon.codes)
    if says_more:
        return msgspec.structs.replace(signed, currencies=narrowed)
    if not _names_again(text, signed.end, name):
        return msgspec.structs.replace(signed, end=signed.figure.end)
    both = tuple(dict.fromkeys((*signed.currencies, *codes)))
    return msgspec.structs.replace(signed, currencies=both, marks=(*signed.marks, name))


def _names_again(text: Text, end: int, name: str) -> bool:
    """Whether the word stands for the currency, as it does not in "a yen bond", "the £1 trillion mark", "Rand Paul"."""
    lex, word = text.lexicon, text.word_after(end)
    plural = name.endswith("s") and name.removesuffix("s") in lex.currencies
    adjective = word is not None and word not in lex.stopwords
    return (
        name not in (*lex.signs,)
        and name.islower()
        and text.document.text[end : end + 1] not in ("-", "/")
        and (plural or not (adjective or name in lex.wary))
    )


def _sign(source: str, at: int, lex: Lexicon) -> tuple[int, str | None]:
    """The sign or code before a place, and where it starts."""
    for gap in (0, 1):
        if gap and source[at - 1 : at] not in (" ", "\u00a0", "\u202f"):
            break
        sign = lex.sign_before(source, at - gap)
        if sign:
            return at - gap - len(sign), sign
    return at, None


def _name(text: Text, figure: Figure) -> tuple[int, str | None, tuple[str, ...], Decimal]:
    """The longest name, code or sign of a currency after a figure: its end, itself, its codes, and what it is worth."""
    lex, source = text.lexicon, text.document.text
    sign = NEXT_SIGN.match(source, figure.end)
    if sign and sign[1] in lex.signs:
        return sign.end(), sign[1], lex.signs[sign[1]], Decimal(1)
    best: tuple[int, str | None, tuple[str, ...], Decimal] = (figure.end, None, (), Decimal(1))
    at, words = figure.end, list[str]()
    for _ in range(NAME_WORDS):
        m = NEXT_WORD.match(source, at)
        if not m:
            break
        words, at = [*words, m[1]], m.end()
        found = _named(" ".join(words), figure, lex)
        if found:
            best = (at, " ".join(words), *found)
    return best


def _named(name: str, figure: Figure, lex: Lexicon) -> tuple[tuple[str, ...], Decimal] | None:
    if name in lex.subunits:
        return lex.subunits[name], HUNDREDTH
    codes = lex.currencies.get(name.lower())
    wary = name.lower() in lex.wary and abs(figure.value) < ENOUGH
    return (codes, Decimal(1)) if codes and not wary else None


def _told_of(text: Text, codes: tuple[str, ...]) -> tuple[str, ...]:
    """The likeliest of the currencies that a mark can stand for, and those whose home the text tells of."""
    return (*codes[:1], *(c for c in codes[1:] if c in text.homes))


def _is_range(text: Text, low: Marked, high: Marked) -> bool:
    """Whether two figures are the ends of one range, as in "$5–7 million"; "from 5 to 7" is a change."""
    words, lower = text.lexicon.words, text.lower
    between = lower[low.end : high.start].strip()
    before = text.word_before(low.start)
    joined = (between in words.to and before not in words.change) or (
        before is not None and words.between.get(before) == between
    )
    return joined and len(between) <= 5 and _shared_scale(low, high) * low.figure.written < high.figure.value


def _shared_scale(low: Marked, high: Marked) -> Decimal:
    """ "$5–7 million": the first figure has the scale of the second, where that keeps it the lower one."""
    if low.figure.scale == 1 and low.figure.written < high.figure.written:
        return high.figure.scale
    return low.figure.scale


def _range(text: Text, low: Marked, high: Marked) -> Claim:
    first = msgspec.structs.replace(low.figure, scale=_shared_scale(low, high))
    worth = exactly(high.worth)
    interval = first.meaning(None).hull(high.figure.meaning(None)) * worth
    currencies = _told_of(text, low.currencies or high.currencies)
    stated = (first.value * high.worth, high.figure.value * high.worth)
    marks = low.marks or high.marks
    amount = Amount(stated, interval, currencies, marks)
    return claim(
        "money", text, Span(low.start, high.end), amount, hedge_before(text.document.text, low.start, text.lexicon)
    )


def _amount(text: Text, m: Marked) -> Claim:
    source, lex = text.document.text, text.lexicon
    hedge = hedge_before(source, m.start, lex) or hedge_after(text.lower, m.end, lex)
    minus = MINUS.search(source, max(0, m.start - 2), m.start)
    start = m.start - 1 if minus else m.start
    interval = m.figure.meaning(hedge) * exactly(m.worth)
    value = m.figure.value * m.worth
    currencies = _told_of(text, m.currencies)
    amount = Amount((-value if minus else value,), -interval if minus else interval, currencies, m.marks)
    return claim("money", text, Span(start, m.end), amount, hedge)
