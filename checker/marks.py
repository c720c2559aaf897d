"""Marks: the sign or the name of a currency beside a figure, "$70 billion", "70 billion rubles", "30 pence"."""

from __future__ import annotations

import re
from decimal import Decimal

import msgspec

from .figures import Figure
from .lang import Lexicon
from .text import Text

NAME_WORDS = 4  # of the longest name of a currency: "Bosnia-Herzegovina convertible marks"
NEXT_WORD = re.compile(r"[ \u00a0\u202f\n-]?((?:[^\W\d_]\.){2,4}|[^\W\d_]+|[^\w\s])")
NEXT_SIGN = re.compile(r"[ \u00a0\u202f]?([^\W\d_]{0,3}[^\w\s])(?! ?[0-9])")
NEXT_CODE = re.compile(r"[ \u00a0\u202f]?([^\W\d_]{1,3})\b(?![0-9])")
ENOUGH = 1_000_000  # a word with other meanings ("pounds") is a currency after so much
MILLION = ("M", 1_000_000)
HUNDREDTH = Decimal("0.01")


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
    if sign and sign.isalpha() and source[max(0, start - 2) : start].strip().isdigit():
        start, sign = figure.start, None  # "3 GBP 1 pence": the code is the first figure's
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
    for pattern in (NEXT_SIGN, NEXT_CODE):
        sign = pattern.match(source, figure.end)
        if sign and lex.as_sign(sign[1]) in lex.signs:
            return (*_with_code(source, sign.end(), lex.as_sign(sign[1]), lex), Decimal(1))
    best: tuple[int, str | None, tuple[str, ...], Decimal] = (figure.end, None, (), Decimal(1))
    at, words = figure.end, list[str]()
    for _ in range(NAME_WORDS):
        m = NEXT_WORD.match(source, at)
        if not m:
            break
        words, at = [*words, m[1]], m.end()
        found = _named(" ".join(words), figure, lex, m.start(1) == figure.end)
        if found:
            best = (at, " ".join(words), *found)
    return best


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
    """The likeliest of the currencies that a mark can stand for, and those whose home the text tells of."""
    return (*codes[:1], *(c for c in codes[1:] if c in text.homes))
