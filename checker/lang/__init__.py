"""Lang: every word the checker knows, one YAML a language, "more than, rubles, Mr."."""

from __future__ import annotations

import re
from functools import cache, cached_property, lru_cache
from pathlib import Path

import msgspec
from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from . import cldr
from .calendar import Vocabulary
from .clock import ClockWords
from .comparing import Comparing
from .finders import Finders
from .numbering import Numbering
from .plainyaml import shipped
from .sums import SumWords
from .unit_names import UnitNames, turned
from .unspaced import WIDE, Unspaced
from .words import Words

ADJECTIVE = 3  # letters that an adjective may have over the name of its country: "Egypt-ian"
FALLBACK = "en"
REMEMBERED = 50_000  # words
SHORTEST_STEM = 3  # letters
HERE = Path(__file__).parent


class Lexicon(Finders, UnitNames):
    """A language's own words joined to CLDR's, in the shapes that look-ups need. Build one with `lexicon("en")`."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self.words = msgspec.convert(shipped(HERE / f"{lang}.yaml"), Words, strict=False)
        self.cldr = cldr.load(lang)
        self.unspaced = Unspaced(self) if self.words.unspaced else None
        self._plain = WIDE if self.unspaced else {ord(c): plain for c, plain in self.words.digits.items()}
        self.content = lru_cache(maxsize=REMEMBERED)(self._content)  # a text says most of its words more than once

    def plain(self, text: str) -> str:
        """The text with the digits of its script, and wide letters, as plain ones, letter for letter."""
        return text.translate(self._plain) if self._plain else text

    @cached_property
    def stopwords(self) -> frozenset[str]:
        """Words that carry no content."""
        return frozenset(self.words.stopwords)

    @cached_property
    def no_names(self) -> frozenset[str]:
        """What is written in capitals and names nothing of its own."""
        return frozenset(self.words.no_names)

    @cached_property
    def wary(self) -> frozenset[str]:
        """Names of currencies that are other words as well."""
        return frozenset(self.words.wary)

    @cached_property
    def abbreviations(self) -> frozenset[str]:
        """Words whose full stop ends no sentence."""
        return frozenset(self.words.abbreviations)

    @cached_property
    def number_words(self) -> frozenset[str]:
        """Words that are, or are part of, a number."""
        return frozenset({*self.words.numbers, *self.words.scales, *self.words.halves})

    @cached_property
    def numbering(self) -> Numbering:
        """How the language writes numbers."""
        return Numbering(self.words)

    @cached_property
    def number_finder(self) -> AhoCorasick:
        """Finds the words that a number may start with in lower-case text, the longest first."""
        return AhoCorasick(self.numbering.starts, matchkind=MatchKind.LeftmostLongest)

    def _content(self, word: str) -> str:
        """What a word says of its sentence: its stem, or nothing for a stop word, a number, a currency."""
        if word in self.stopwords or word in self.number_words or word in self.currencies:
            return ""
        endings = (e for e in self.words.endings if word.endswith(e) and len(word) - len(e) >= SHORTEST_STEM)
        return word.removesuffix(next(endings, ""))

    @cached_property
    def hedges(self) -> dict[str, str]:
        """Phrase before a figure → hedge."""
        return turned(self.words.hedges)

    @cached_property
    def hedges_after(self) -> dict[str, str]:
        """Phrase after a figure → hedge."""
        return turned(self.words.hedges_after)

    @cached_property
    def calendar(self) -> Vocabulary:
        """The words of dates, and where they stand in a text."""
        return Vocabulary(self.words.calendar, self.cldr, self.words.numbers, self.words.scales, self.words.articles)

    @cached_property
    def clock(self) -> ClockWords:
        """The words of times of day."""
        return ClockWords(self.words, [word for word, (_, unit) in self.units.items() if unit == "hour"])

    @cached_property
    def hedge_tails(self) -> tuple[str, ...]:
        """How a text goes on where a hedge follows."""
        return tuple(t for phrase in self.hedges_after for t in (phrase, f" {phrase}"))

    @cached_property
    def signs(self) -> dict[str, tuple[str, ...]]:
        """Sign or ISO code of a currency → the codes it can stand for, the likeliest first."""
        codes = {code: [code] for code in self.codes}
        codes |= {f"{code}$": [code] for code in self.words.signs.get("$", ())}
        return {k: tuple(v) for k, v in {**codes, **self.cldr.signs, **self.words.signs}.items()}

    def sign_before(self, text: str, at: int) -> str | None:
        """The longest currency sign that ends at a place and is not the tail of a word."""
        if self.sign_ends.isdisjoint((text[at - 1 : at], text[at - 2 : at])):
            return None
        if text[at - 4 : at].isalpha() and text[at - 4 : at].islower():
            return None
        for length in range(min(self.longest_sign, at), 0, -1):
            sign = self.as_sign(text[at - length : at])
            before = text[at - length - 1 : at - length]
            inside = before.isalnum() and (before.isascii() or not self.unspaced)
            if sign in self.signs and not (sign[0].isalpha() and inside):
                return sign
        return None

    def as_sign(self, written: str) -> str:
        """A sign as the tables have it; a code in small letters, "usd", is one where it is no other word."""
        upper = written.upper()
        code = upper.rstrip("$ ")
        known = len(written) > 1 and (code in self.codes or upper in self.signs) and written not in self.units
        return upper if written.islower() and known else written

    @cached_property
    def sign_ends(self) -> frozenset[str]:
        """The last two characters of all signs, and of codes in small letters."""
        return frozenset(x for sign in self.signs for x in (sign[-2:], sign[-2:].lower()))

    @cached_property
    def longest_sign(self) -> int:
        """Characters of the longest currency sign."""
        return max(map(len, self.signs))

    @cached_property
    def codes(self) -> frozenset[str]:
        """ISO codes that are no words of the language in capitals."""
        return frozenset(self.cldr.codes) - frozenset(self.words.not_codes)

    @cached_property
    def currencies(self) -> dict[str, tuple[str, ...]]:
        """Name of a currency in any form, lower case → the codes it can stand for, the likeliest first."""
        never = frozenset(self.words.never)
        known = {n: codes for n, codes in {**self.cldr.currencies, **self.cldr.nouns}.items() if n not in never}
        own = {noun.lower(): codes for noun, codes in self.words.nouns.items()}
        named = {**known, **own}
        return {name.replace("-", " "): self._ranked(name, codes) for name, codes in named.items()}

    @cached_property
    def homes(self) -> tuple[tuple[str, frozenset[str]], ...]:
        """How words begin that tell of a currency's home, "austral" of Australian dollars, with its codes."""
        at_home: dict[str, set[str]] = {}
        for name, codes in self.cldr.currencies.items():
            where = self._noun(name)[1]
            if where:
                at_home.setdefault(where[: max(4, len(where) - ADJECTIVE)], set()).update(codes)
        return tuple((word, frozenset(codes)) for word, codes in at_home.items())

    @cached_property
    def home_finder(self) -> AhoCorasick:
        """Finds those beginnings in lower-case text."""
        return AhoCorasick([word for word, _ in self.homes], implementation=Implementation.DFA)

    @cached_property
    def subunits(self) -> dict[str, tuple[str, ...]]:
        """Name of a hundredth of a currency → the codes it can belong to."""
        return {k: tuple(v) for k, v in self.words.subunits.items()}

    @cached_property
    def labels(self) -> frozenset[str]:
        """Words after which a number is a name: "Section 427"."""
        return frozenset(self.words.labels)

    @cached_property
    def not_counted(self) -> frozenset[str]:
        """Words that end the search for what a figure counts."""
        return frozenset(self.words.not_counted)

    @cached_property
    def clause_break(self) -> re.Pattern[str]:
        """Where a clause ends and another begins, in lower-case text."""
        words = "|".join(map(re.escape, self.words.clause_breaks)) or "(?!)"
        return re.compile(rf"[;:()—–,]\s(?:(?<!,\s)|(?=(?:{words})\b))")

    @cached_property
    def titles(self) -> frozenset[str]:
        """Words before a name that are no part of it, each the last of its title: "minister" of "foreign minister"."""
        return frozenset(
            (*self.words.titles, *(held.split()[-1] for held in (*self.words.offices, *self.words.single_offices)))
        )

    @cached_property
    def sums(self) -> SumWords:
        """What tells of totals, their parts and lists."""
        return SumWords(self.words)

    @cached_property
    def comparing(self) -> Comparing:
        """How the language sets figures against each other."""
        return Comparing(self.words, [*self.hedges, *self.words.rises, *self.words.falls], [*self.hedges])

    def touches(self, letters: str) -> bool:
        """Whether letters against the digits are a unit or a currency: "45g", "115USD"."""
        return letters in self.units or letters.lower() in self.subunits or letters in self.signs

    def singular(self, noun: str) -> str:
        """A noun in the singular, as far as its ending tells: "companies" → "company"."""
        if noun.endswith(self.plural_ends):
            for ending, single in self.words.singulars.items():
                if noun.endswith(ending):
                    return noun.removesuffix(ending) + single
        return noun

    @cached_property
    def plural_ends(self) -> tuple[str, ...]:
        """The endings of nouns in the plural."""
        return tuple(self.words.singulars)

    def _noun(self, name: str) -> tuple[str, str]:
        """The noun of a currency's name and what stands beside it: "dollar" and "canadian"."""
        first, last = name.partition(" "), name.rpartition(" ")
        return (first[0], first[2]) if self.words.noun_first else (last[2], last[0])

    def _ranked(self, name: str, codes: list[str]) -> tuple[str, ...]:
        noun = self._noun(name)[0]
        first = self.words.likeliest.get(noun) or self.words.likeliest.get(noun.removesuffix("s"))
        return tuple(sorted(codes, key=lambda c: c != first))


def lexicon(lang: str) -> Lexicon:
    """The lexicon of a language, built once; English where there are no words for it, as signs are shared."""
    return _lexicon(lang if lang in languages() else FALLBACK)


@cache
def _lexicon(lang: str) -> Lexicon:
    return Lexicon(lang)


@cache
def languages() -> tuple[str, ...]:
    """The languages there are words for."""
    return tuple(sorted(p.stem for p in HERE.glob("*.yaml")))
