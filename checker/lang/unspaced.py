"""Unspaced: how words are found in a script that puts no spaces between them, "约12亿3000万卢布"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from . import Lexicon

LARGE = 10_000  # from here on a scale multiplies all that stands before it, "三千五百万"
REACH = 16  # characters before a figure in which a hedge is looked for
WIDE = {
    0xFF01 + n: chr(0x21 + n) for n in range(94) if chr(0x21 + n) not in "!(),:;?[]"
}  # marks that end a clause stay
IN_DIGITS = r"[0-9]{1,3}(?:[,，][0-9]{3})+(?![0-9])(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?"


class Unspaced:
    """The tables of such a language in the shapes that reading needs; reach it as `lexicon("zh").unspaced`."""

    def __init__(self, lex: Lexicon) -> None:
        self.lex, w = lex, lex.words
        self.numerals = "".join(w.numbers)
        self.tens = "".join(s for s, worth in w.scales.items() if worth < LARGE)

    @cached_property
    def begin(self) -> re.Pattern[str]:
        """Where a figure may begin, or a word that looks like one."""
        w = self.lex.words
        few = f"{_any(w.few)}(?={_any(w.scales)})"
        return re.compile(rf"(?P<trap>{_any(w.not_numbers)})|(?P<few>{few})|[0-9{self.numerals}{self.tens}]")

    @cached_property
    def piece(self) -> re.Pattern[str]:
        """One piece of a number: digits, numerals, a scale, a point between numerals, a word that hedges a scale."""
        w = self.lex.words
        return re.compile(
            rf"(?P<digits>{IN_DIGITS})|(?P<numerals>[{self.numerals}]+)|(?P<scale>{_any(w.scales)})"
            rf"|(?P<point>(?:{_any(w.points)})(?=[{self.numerals}]))|(?P<more>(?:{_any(w.more)})(?={_any(w.scales)}))"
        )

    @cached_property
    def over(self) -> re.Pattern[str]:
        """What stands between the two figures of a fraction, the lower one first: "三分之二"."""
        return re.compile(_any(self.lex.words.over))

    @cached_property
    def past(self) -> re.Pattern[str]:
        """What may stand between a figure and what it is of: a space, "100多人"."""
        return re.compile(rf"(?:{_any(self.lex.words.more)})?[ \u00a0\u202f]?")

    @cached_property
    def currency(self) -> re.Pattern[str]:
        """The longest name, code, sign or hundredth of a currency."""
        lex = self.lex
        names = {*lex.currencies, *lex.subunits, *(sign.lower() for sign in lex.signs)}
        return re.compile(_any((*names, *(n.replace(" ", "") for n in names))))

    @cached_property
    def currencies(self) -> dict[str, tuple[tuple[str, ...], bool]]:
        """Each of these → the codes it can stand for, and whether it is a hundredth."""
        lex = self.lex
        signs = {sign.lower(): (codes, False) for sign, codes in lex.signs.items()}
        names = {name: (codes, False) for name, codes in lex.currencies.items()}
        known = {**signs, **names, **{name: (codes, True) for name, codes in lex.subunits.items()}}
        return {**{name.replace(" ", ""): x for name, x in known.items()}, **known}

    @cached_property
    def unit(self) -> re.Pattern[str]:
        """The longest name or sign of a unit."""
        return re.compile(_any(name for name in self.lex.units if name not in self.lex.unit_traps))

    @cached_property
    def counter(self) -> re.Pattern[str]:
        """A word for the things that a figure counts."""
        return re.compile(_any(self.lex.words.counters))

    @cached_property
    def multiple(self) -> re.Pattern[str]:
        """A word for so many times as much."""
        return re.compile(_any(self.lex.words.multiples))

    @cached_property
    def lent(self) -> re.Pattern[str]:
        """A word that tells so many of a smaller unit."""
        return re.compile(_any(self.lex.words.lent))

    @cached_property
    def half_more(self) -> re.Pattern[str]:
        """What a figure is of, and half of one more: "3年半"."""
        return re.compile(
            rf"(?:{_any((*self.lex.units, *self.lex.words.counters))})(?:{_any(self.lex.words.halves)})(?![ばぎ])"
        )

    @cached_property
    def clock(self) -> re.Pattern[str]:
        """A time of day: its half of the day, its hour and its minutes; "3点" alone is none."""
        w = self.lex.words
        am, pm = (_any(w.half_days.get(half, ())) for half in ("am", "pm"))
        minutes = rf"(?:(?P<minute>[0-9]{{1,2}})(?:{_any(w.minutes)})|(?P<thirty>{_any(w.halves)}))"
        hour = rf"(?P<hour>[0-9]{{1,2}})(?:{_any(w.hours)})"
        return re.compile(rf"(?<![0-9.])(?P<half>(?P<am>{am})|(?P<pm>{pm}))?{hour}{minutes}?")

    @cached_property
    def hedge(self) -> re.Pattern[str]:
        """The longest hedge that ends a text, or a word that ends like one, "最近"."""
        return re.compile(rf"(?:(?P<hedge>{_any(self.lex.hedges)})|{_any(self.lex.words.not_hedges)})[ \u00a0]?\Z")

    def hedge_before(self, text: str, at: int) -> str | None:
        """The hedge that stands right before a place."""
        start = max(0, at - REACH)
        m = self.hedge.search(self.lex.plain(text[start:at].lower()))
        return self.lex.hedges.get(m["hedge"] or "") if m else None

    def measured(self, lower: str, at: int) -> bool:
        """Whether something follows that figures are told of, without which "一" and "千" are other words."""
        at = self.past.match(lower, at).end()  # type: ignore[union-attr]
        told = (self.currency, self.unit, self.counter, self.multiple, self.lent)
        return any(pattern.match(lower, at) for pattern in told)


def _any(words: Iterable[str]) -> str:
    """A pattern for the longest of some words; those of plain letters end where these do."""
    longest = sorted(words, key=len, reverse=True)
    ends = (re.escape(w) + ("(?![a-zA-Z])" if w[-1].isascii() and w[-1].isalpha() else "") for w in longest)
    return f"(?:{'|'.join(ends) or '(?!)'})"
