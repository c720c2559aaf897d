"""Marks: the sign or the name of a currency beside a figure, "$70 billion", "70 billion rubles", "30 pence"."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

import msgspec

from ..figures import Figure
from ..lang import Lexicon
from ..text import Text
from .unspaced import HUNDREDTH, currency_after

NAME_WORDS = 4  # of the longest name of a currency: "Bosnia-Herzegovina convertible marks"
NEXT_WORD = re.compile(r"[ \u00a0\u202f\n-]?((?:[^\W\d_]\.){2,4}|[^\W\d_]+|[^\w\s])")
NEXT_SIGN = re.compile(r"[ \u00a0\u202f]?([^\W\d_]{0,3}[^\w\s])(?! ?[0-9])")
NEXT_CODE = re.compile(r"[ \u00a0\u202f]?([^\W\d_]{1,3})\b(?![0-9])")
NAME_BEFORE = re.compile(r"(?<![^\W_])([^\W\d_]{3,20}) $")
SLIGHT = 100  # below it a whole number behind a letter may be a name: "R18"
ENOUGH = 1_000_000  # a word with other meanings ("pounds") is a currency after so much
MILLION = ("M", 1_000_000)


class Marked(msgspec.Struct, frozen=True, gc=False):
    """A figure and the marks of its currency; worth is what one of the unit written is: 0.01 for cents."""

    figure: Figure
    start: int
    end: int
    currencies: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    worth: Decimal = Decimal(1)


def marked(text: Text, figure: Figure) -> Marked:
    """The figure with the marks of a currency beside it, if any."""
    source, lex = text.document.text, text.lexicon
    start, sign = _sign(source, figure.start, lex)
    end, name, codes, worth = _name(text, figure)
    if sign and sign.isalpha() and (_of_another(text, start) or (sign in lex.words.wary_signs and _slight(figure))):
        start, sign = figure.start, None
    if not sign and not name:
        return _named_before(text, figure)
    if name in lex.codes:
        figure, end = _scaled_after(text, figure, end)
    before = lex.signs[sign] if sign else ()
    if not sign or not name:
        return Marked(figure, start, end, before or codes, tuple(filter(None, (sign, name))), worth)
    return _twice_marked(text, Marked(figure, start, end, before, (sign,)), name, codes)


def _of_another(text: Text, start: int) -> bool:
    """ "3 GBP 1 pence", "ten dollars 200 times": the code or name belongs to the figure before it."""
    before = text.figure_before(start)
    return before is not None and start - before.end in (0, 1)


def _slight(figure: Figure) -> bool:
    """Whether the figure is such as names hold, "R18", and not "R5m" or "R1,200"."""
    return figure.scale == 1 and figure.value < SLIGHT and not figure.value % 1


def _scaled_after(text: Text, figure: Figure, end: int) -> tuple[Figure, int]:
    """ "75 USD million": the scale that follows the code is the figure's."""
    m = NEXT_WORD.match(text.lower, end)
    scale = text.lexicon.words.scales.get(m[1]) if m and figure.scale == 1 else None
    return (Figure(figure.start, m.end(), figure.written, scale), m.end()) if m and scale else (figure, end)


def _named_before(text: Text, figure: Figure) -> Marked:
    """ "dollars 22.5 million", "Rupees 500": the name of a currency before a figure that has none after it."""
    lex = text.lexicon
    known = text.word_before(figure.start) in lex.currencies
    m = NAME_BEFORE.search(text.lower, max(0, figure.start - 24), figure.start) if known else None
    codes = lex.currencies.get(m[1], ()) if m and m[1] not in lex.wary else ()
    if not m or not codes or not _first_said(text, m.start(1)):
        return Marked(figure, figure.start, figure.end)
    if _slight(figure) and lex.singular(m[1]) == m[1]:
        return Marked(figure, figure.start, figure.end)  # the euro 12
    return Marked(figure, m.start(1), figure.end, codes, (m[1],))


def _first_said(text: Text, at: int) -> bool:
    """Whether no article and no figure stands before the name: not "the euro 1.2", "10 million euros 500"."""
    figure = text.figure_before(at)
    return text.word_before(at) not in text.lexicon.words.determiners and not (figure and at - figure.end <= 1)


def _twice_marked(text: Text, signed: Marked, name: str, codes: tuple[str, ...]) -> Marked:
    """A sign before and a word after: the word says which dollar it is ("$5 CAD"), or names a currency again."""
    narrowed = tuple(c for c in signed.currencies if c in codes)
    says_more = narrowed and (" " in name or name in text.lexicon.codes or text.lexicon.unspaced)
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
    if lex.unspaced:
        return currency_after(text, figure, lex.unspaced)
    for pattern in (NEXT_SIGN, NEXT_CODE):
        sign = pattern.match(source, figure.end)
        if (
            sign
            and lex.as_sign(sign[1]) in lex.signs
            and not (sign[1] in lex.words.wary_signs and lex.is_unit(sign[1]))
        ):
            return (*_with_code(source, sign.end(), lex.as_sign(sign[1]), lex), Decimal(1))
    best: tuple[int, str | None, tuple[str, ...], Decimal] = (figure.end, None, (), Decimal(1))
    at, words = figure.end, list[str]()
    for _ in range(NAME_WORDS):
        m = NEXT_WORD.match(source, at)
        if not m:
            break
        words, at = [*words, m[1]], m.end()
        if len(words) == 1 and words[0].lower() not in _first_words(lex) and len(words[0]) != len("MUSD"):
            break
        found = _named(" ".join(words), figure, lex, m.start(1) == figure.end)
        if found:
            best = (at, " ".join(words), *found)
    return best


@cache
def _first_words(lex: Lexicon) -> frozenset[str]:
    """Those, in lower case, with which the names of currencies and their hundredths begin."""
    return frozenset(name.partition(" ")[0].lower() for name in (*lex.currencies, *lex.subunits))


def _with_code(source: str, end: int, sign: str, lex: Lexicon) -> tuple[int, str, tuple[str, ...]]:
    """A sign after a figure with the code behind it that says whose it is: "10 $ CAD", "10 $ US"."""
    code = NEXT_CODE.match(source, end)
    if code and source[code.end() : code.end() + 1] not in ("'", "’"):
        for whole in (f"{sign} {code[1]}", f"{sign}{code[1]}"):
            if lex.as_sign(whole) in lex.signs:
                return code.end(), whole, lex.signs[lex.as_sign(whole)]
        if code[1] in lex.signs[sign]:
            return code.end(), f"{sign} {code[1]}", (code[1],)
    return end, sign, lex.signs[sign]


def _named(name: str, figure: Figure, lex: Lexicon, touching: bool) -> tuple[tuple[str, ...], Decimal] | None:
    if name in lex.subunits and (len(name) > 1 or touching):
        return lex.subunits[name], HUNDREDTH
    if len(name) == 4 and name[0] == MILLION[0] and name[1:] in lex.codes:
        return lex.signs[name[1:]], Decimal(MILLION[1])  # "30 MUSD"
    codes = lex.currencies.get(name.lower())
    wary = name.lower() in lex.wary and abs(figure.value) < ENOUGH
    return (codes, Decimal(1)) if codes and not wary else None


def told_of(text: Text, codes: tuple[str, ...]) -> tuple[str, ...]:
    """The likeliest of what a mark can stand for, the house's own before it, and those whose home the text tells of."""
    if len(codes) < 2:
        return codes
    first = text.house.currency if text.house.currency in codes else codes[0]
    return (first, *(c for c in codes if c != first and c in text.homes))
