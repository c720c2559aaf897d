"""Abroad: figures of two languages that may be one though they are told in unlike kinds, "a woman of 29" / "29 ans"."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from .model import Amount
from .supports import PLAIN, Number

COUNTED = ("count", "number", "figure", "ordinal", "age")  # kinds that one may be told as another
LIVED = frozenset(("age", "duration"))  # which of them "45 ans" is, few words tell
AGED = ("year", "minute")  # units of which a language may tell the number alone
KILOS = frozenset(("kilo", "kilogram", "kilometer"))
THIRST = "liter per 100 kilometer"
MILLION = Decimal(1000000)


def alike_abroad(h: Number, n: Number) -> bool:
    """Whether two figures of unlike kinds may be one."""
    return any(way(h, n) for way in WAYS)


def _share(h: Number, n: Number) -> bool:
    """A share of what has another word: "a third of the seats"."""
    return h.kind == n.kind == "fraction"


def _left_out(h: Number, n: Number) -> bool:
    """A large sum whose currency one of them leaves to its neighbour: "8 million euros, the losers 5 million"."""
    return h.value == n.value >= MILLION and (h.kind in PLAIN) != (n.kind in PLAIN)


def _aged(h: Number, n: Number) -> bool:
    """ "a woman of 29", "29 ans"; "the 12th minute", "12分" """
    return any(a.kind in PLAIN and b.kind in LIVED and b.unit in AGED for a, b in ((h, n), (n, h)))


def _kilos(h: Number, n: Number) -> bool:
    """ "キロ", which is a kilogram or a kilometer."""
    return "kilo" in (h.unit, n.unit) and KILOS.issuperset((h.unit, n.unit))


def _thirsty(h: Number, n: Number) -> bool:
    """ "7.4 liters per 100 kilometers", "100 kilometrede 7,4 litre" """
    return {h.unit, n.unit} == {"liter", THIRST}


def _times(h: Number, n: Number) -> bool:
    """ "21 million times", which few languages tell from a multiple."""
    return "multiple" in (h.kind, n.kind) and {h.kind, n.kind} <= {"multiple", *COUNTED}


def _lived(h: Number, n: Number) -> bool:
    """ "46-летняя", which is as old or lasts as long."""
    return {h.kind, n.kind} == LIVED and h.unit == n.unit


WAYS: tuple[Callable[[Number, Number], bool], ...] = (_share, _left_out, _aged, _kilos, _thirsty, _times, _lived)


def currencies_abroad(n: Number) -> set[str]:
    """The currencies that its words can stand for in any text: "Kronen" may be Czech."""
    assert isinstance(n.claim.value, Amount)
    lex = n.text.lexicon
    known = (names.get(mark.lower(), ()) for mark in n.claim.value.marks for names in (lex.currencies, lex.subunits))
    return {*n.currencies, *(code for codes in known for code in codes)}
