"""Numbering: how a language writes numbers, "1.234,5" and "siebenundzwanzig", in the shapes that reading needs."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cached_property, lru_cache

import msgspec

EVERYWHERE = ("\u00a0", "\u202f", "\u2009", "'", "’")  # marks between groups of three in every language
GLYPHS = "¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
REMEMBERED = 20_000  # words
FEW, LONG = 3, 4  # worth and letters of a number word from which on a letter may be written onto it, "لخمسة"


class NumberWords(msgspec.Struct, frozen=True, kw_only=True):
    """The tables of a language file that tell how it writes numbers; what each is for stands in `en.yaml`."""

    numbers: dict[str, Decimal]
    scales: dict[str, Decimal]
    scale_ordinals: dict[str, Decimal] = {}
    letters: dict[str, Decimal]
    articles: list[str]
    halves: list[str]
    joins: list[str]
    decimal: str = "."
    groups: list[str] = []
    lakhs: bool = False
    rooms: dict[Decimal, Decimal] = {}
    alone: list[str] = []
    compound: bool = False
    units_first: str = ""
    spelled_only: list[str] = []
    over: list[str] = []
    more: list[str] = []
    joined_on: str = ""
    not_numbers: list[str] = []
    points: list[str] = []
    minus: list[str] = []
    links: list[str] = []
    scale_links: list[str] = []
    part: dict[str, int] = {}
    parts: dict[str, int] = {}
    under: dict[str, int] = {}
    over_under: dict[str, int] = {}
    part_goes_on: list[str] = []
    half_of: list[str] = []
    not_half_after: list[str] = []
    half_nouns: list[str] = []
    also_periods: list[str] = []
    many: dict[str, Decimal] = {}
    only_many: list[str] = []
    few: dict[str, str] = {}
    digit_counts: list[str] = []
    proclitics: list[str] = []


class Numbering:
    """A language's ways with numbers; reach it as `lexicon("en").numbering`."""

    def __init__(self, words: NumberWords) -> None:
        self.words = words
        self.joins = frozenset((*words.joins, *words.articles)) - frozenset(words.numbers)
        self.proclitic = re.compile(rf"(?<!\w)(?:{'|'.join(words.proclitics) or '(?!)'})\Z")
        self.spaced_joins = tuple(f" {join} " for join in words.joins)
        self.pieces = lru_cache(maxsize=REMEMBERED)(self._pieces)

    @cached_property
    def digits(self) -> re.Pattern[str]:
        """A number in digits: its whole part, its decimals, a fraction at its end or alone.

        A mark that does not belong to the language is read where it can only mean one thing: "3.04" in a language
        with a decimal comma is no group of three, and "10,000" is one.
        """
        mark, groups = self.words.decimal, self.words.groups
        own = "".join(map(re.escape, dict.fromkeys((*groups, *EVERYWHERE))))
        foreign = "".join(m for m in ".," if m not in groups)
        wholes = [rf"[0-9]{{1,3}}(?P<mark>[{own}])[0-9]{{3}}(?:(?P=mark)[0-9]{{3}})*(?![0-9])"]
        if self.words.lakhs:
            wholes.append(r"[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}(?![0-9])")
        if mark != ".":
            wholes.append(rf"[0-9]{{1,3}}(?:[{foreign}]000)+(?![0-9])")
            wholes.insert(0, r"[0-9]{1,3}(?:,[0-9]{3})+\.[0-9]+")
        other = r"|\.(?![0-9]{3}(?![0-9]))[0-9]+" if "." in groups else r"|\.[0-9]+"
        decimals = rf"(?:{re.escape(mark)}[0-9]+{other if mark != '.' else ''})?"
        number = rf"(?P<number>(?:{'|'.join(wholes)}|[0-9]+){decimals}|\.[0-9]+)"
        slash = r"(?P<over>[0-9]{1,2})[/⁄](?P<under>[0-9]{1,3})(?![\w/]|[.,:-][0-9])"
        return re.compile(
            rf"(?:{slash}|{number}(?!\.?[0-9])(?:[ \u00a0-]?(?:(?P<glyph>[{GLYPHS}])|(?<=[ -]){_more(slash)}))?)"
        )

    @cached_property
    def scales(self) -> dict[str, Decimal]:
        """What may multiply digits before it."""
        w = self.words
        return {word: x for word, x in {**w.scales, **w.scale_ordinals}.items() if word not in w.spelled_only}

    @cached_property
    def minus_words(self) -> tuple[str, ...]:
        """How a text ends before a figure that a word makes negative."""
        return tuple(f"{word}{gap}" for word in self.words.minus for gap in " -")

    @cached_property
    def minus(self) -> re.Pattern[str]:
        """A word before a figure that makes it negative, in lower-case text."""
        return re.compile(rf"(?<![^\W_])(?<!-)({'|'.join(self.words.minus) or '(?!)'})[- ]$")

    @cached_property
    def starts(self) -> list[str]:
        """The words, or the beginnings of words, that a number may start with."""
        w = self.words
        many = (*w.many, *w.few)
        return sorted({*self.numbers, *w.scales, *w.halves, *w.part, *w.under, *many, *GLYPHS})

    @cached_property
    def known(self) -> frozenset[str]:
        """Every word that may stand in a number."""
        w = self.words
        links = (*w.joins, *w.articles, *w.points, *w.links, *w.under, *w.over_under)
        return frozenset((*self.numbers, *w.scales, *w.halves, *w.part, *w.parts, *w.many, *w.few, *links))

    @cached_property
    def numbers(self) -> dict[str, Decimal]:
        """Words that add: the language's own, and where units stand before tens, "siebenundzwanzig", those pairs."""
        w = self.words
        if w.joined_on:
            long = {word: worth for word, worth in w.numbers.items() if worth >= FEW and len(word) >= LONG}
            tied = {f"{p}{word}": worth for p in w.proclitics if len(p) == 1 for word, worth in long.items()}
            return {**w.numbers, **tied, **{f"{w.joined_on}{word}": worth for word, worth in w.numbers.items()}}
        if not w.units_first:
            return w.numbers
        units = {k: v for k, v in w.numbers.items() if 0 < v < 10}
        tens = {k: v for k, v in w.numbers.items() if 20 <= v < 100}
        pairs = {f"{u}{w.units_first}{t}": x + y for u, x in units.items() for t, y in tens.items()}
        return {**w.numbers, **pairs}

    def _pieces(self, word: str) -> tuple[str, ...]:
        """The number words that a word is made of: itself, or several where a language writes them together."""
        if word in self.known:
            return (word,)
        if not self.words.compound or not self._compound.fullmatch(word):
            return ()
        return tuple(self._piece.findall(word))

    @cached_property
    def _piece(self) -> re.Pattern[str]:
        w = self.words
        together = [x for x in (*self.numbers, *w.scales, *w.halves, *w.joins) if x.isalpha()]
        return re.compile("|".join(sorted(together, key=len, reverse=True)))

    @cached_property
    def _compound(self) -> re.Pattern[str]:
        return re.compile(rf"(?:{self._piece.pattern}){{2,9}}")


def _more(slash: str) -> str:
    return slash.replace("<over>", "<more_over>").replace("<under>", "<more_under>")
