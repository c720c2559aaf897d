"""Unspaced: what a figure is of in a script without spaces, "5个百分点", "120人", "42岁", "3倍"."""

from __future__ import annotations

from decimal import Decimal

from ..figures import Figure
from ..lang.unspaced import Unspaced
from ..text import Text
from .unit_words import FAST, in_an_hour

KILOMETERS = ("kilometer", "kilo")
HUNDREDTH = Decimal("0.01")
Told = tuple[str, int, str | None]  # the kind of a measure, where it ends, and its unit
Name = tuple[int, str | None, tuple[str, ...], Decimal]


def currency_after(text: Text, f: Figure, u: Unspaced) -> Name:
    """The name, code or sign of a currency after a figure: its end, itself, its codes, and what it is worth."""
    m = u.currency.match(text.lower, _past(text, f, u))
    if not m or not m[0]:
        return f.end, None, (), Decimal(1)
    codes, hundredth = u.currencies[m[0]]
    if m[0].isascii() and text.document.text[m.end() : m.end() + 1].isdigit():
        return f.end, None, (), Decimal(1)  # "50 $20"
    return m.end(), m[0], codes, HUNDREDTH if hundredth else Decimal(1)


def told_after(text: Text, f: Figure, u: Unspaced) -> Told | None:
    """What stands right after a figure that tells what it is of."""
    at, lex = _past(text, f, u), text.lexicon
    multiple = u.multiple.match(text.lower, at)
    if multiple:
        return "multiple", multiple.end(), None
    aged = next((p for p in lex.words.ages["after"] if text.lower.startswith(p, at)), None)
    if aged:
        return "age", at + len(aged), "year"
    unit, counter = u.unit.match(text.document.text, at), u.counter.match(text.lower, at)
    if unit and not (counter and counter.end() > unit.end()):
        if text.lower.startswith(tuple(lex.words.nth), unit.end()):
            return None  # "2度目" is the second time
        kind, name = lex.units[unit[0]]
        an_hour = in_an_hour(text, f)
        if an_hour or name != FAST:
            return kind, unit.end(), FAST if an_hour and name in KILOMETERS else name
    return ("count", counter.end(), counter[0]) if counter and f.form != "fraction" else None


def _past(text: Text, f: Figure, u: Unspaced) -> int:
    m = u.past.match(text.lower, f.end)
    return m.end() if m else f.end
