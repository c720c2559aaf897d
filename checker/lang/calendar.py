"""Calendar: the words of dates, each with a letter for what it does in one, "April is M, Friday is W, ago is g"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cached_property

import msgspec
from ahocorasick_rs import AhoCorasick

from .cldr import Table
from .cues import finder

UNITS = {  # the name of a unit in every language → its letter
    "day": "1",
    "week": "2",
    "fortnight": "9",
    "month": "3",
    "quarter": "4",
    "half": "5",
    "year": "6",
    "decade": "7",
    "century": "8",
}
LITTLE = {  # what a small word does → its letter
    "the": "t",
    "of": "o",
    "in": "i",
    "on": "O",
    "from": "f",
    "after": "A",
    "before": "B",
    "ago": "g",
    "now": "n",
    "and": "&",
    "to": "r",
    "between": "b",
    "within": "u",
    "era": "e",
    "before era": "z",
    "fiscal": "F",
    "possessive": "s",
}
WARY = {
    "M": ("v", "M"),
    "W": ("", "Z"),
}  # what a name that is another word too may do in small letters, and with a capital
MANY = 2  # the number of a unit's plural
LARGEST_COUNT = 99

Entry = tuple[str, tuple[str, int]]  # phrase, its letter and its number


class Calendar(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The words of dates as a language file has them; what each table is for stands in `en.yaml`."""

    months: dict[str, int] = {}
    weekdays: dict[str, int] = {}
    many_weekdays: list[str] = []
    weekday_stems: dict[str, int] = {}
    weekday_endings: list[str] = []
    month_stems: dict[str, int] = {}
    month_endings: list[str] = []
    small_months: bool = False
    wary: list[str] = []
    seasons: dict[str, int] = {}
    quarters: dict[str, int] = {}
    halves: dict[str, int] = {}
    ordinals: list[str] = []
    more_ordinals: dict[str, int] = {}
    suffixes: list[str] = []
    decade: list[str] = []
    decade_before: list[str] = []
    decade_after: list[str] = []
    decade_words: dict[str, int] = {}
    day_first: bool = True
    units: dict[str, list[str]] = {}
    many_units: dict[str, list[str]] = {}
    days: dict[str, int] = {}
    turns: dict[str, int] = {}
    other_turns: dict[str, int] = {}
    own_turns: dict[str, int] = {}
    little: dict[str, list[str]] = {}
    future: list[str] = []
    eras: dict[str, int] = {}
    first_year: list[str] = []
    linked: list[str] = []
    not_days: list[str] = []
    not_years: list[str] = []
    years: list[str] = []
    holidays: dict[str, list[str]] = {}


class Vocabulary:
    """The words of a language's dates in the shapes that look-ups need; holidays are numbered as `rules` has them."""

    def __init__(
        self,
        words: Calendar,
        table: Table,
        numbers: Mapping[str, Decimal],
        scales: Mapping[str, Decimal],
        articles: list[str],
    ) -> None:
        self.day_first = words.day_first
        self.rules = tuple(words.holidays)
        self.future = frozenset(words.future)
        self.not_years = frozenset(words.not_years)
        self.little = dict(_little(words, numbers, scales, articles))
        named = dict(_named(words, table))
        self.known = {**self.little, **named}
        wary = frozenset(words.wary)
        self.anchors = [
            (phrase, n, *_written(letter, phrase in wary, words.small_months)) for phrase, (letter, n) in named.items()
        ]  # phrase, number, its letter where it is written small, its letter where it has a capital
        suffixes = "|".join(map(re.escape, words.suffixes)) or "(?!)"
        decade = "|".join(map(re.escape, words.decade)) or "(?!)"
        years = "|".join(map(re.escape, words.years)) or "(?!)"
        self.year_behind = re.compile(rf"\s(?:{years})(?!\w)")
        self.suffix = re.compile(rf"(?:{suffixes})(?!\w)")
        self.decade = re.compile(rf"([12][0-9]{{2}}0|[2-9]0)(?:{decade})\b")
        self.digit_finder = re.compile(
            rf"[0-9](?<![0-9][0-9])(?:[0-9]{{3}}|[/.-][0-9]{{1,2}}[/.-][0-9]|/[0-9]|[0-9]?(?:{suffixes})(?!\w)|0(?:{decade})\b)"
        )

    @cached_property
    def finder(self) -> AhoCorasick:
        """Finds the words without which there is no date, the longest first."""
        return finder([phrase for phrase, *_ in self.anchors])

    def letter(self, word: str) -> str:
        """What a word does in a date, or nothing."""
        return self.known.get(word, ("", 0))[0]


def _written(letter: str, wary: bool, small_months: bool) -> tuple[str, str]:
    """What a name does in small letters, and with a capital, which makes another name of what is written small."""
    small, capital = WARY.get(letter, (letter, letter)) if wary else (letter, letter)
    return small, "v" if letter == "M" and small_months else capital


def _little(
    words: Calendar, numbers: Mapping[str, Decimal], scales: Mapping[str, Decimal], articles: list[str]
) -> Iterator[Entry]:
    """The words that stand around the names, and those that count."""
    yield from ((w, ("c", int(n))) for w, n in numbers.items() if 0 < n <= LARGEST_COUNT)
    yield from ((w, ("k", int(n))) for w, n in scales.items() if LARGEST_COUNT < n <= LARGEST_COUNT**2)
    yield from ((w, ("a", 1)) for w in articles)
    yield from ((w, ("D", n)) for n, w in enumerate(words.ordinals, 1))
    yield from ((w, ("D", n)) for w, n in words.more_ordinals.items())
    yield from ((w, ("T", n)) for w, n in words.turns.items())
    yield from ((w, ("N", n)) for w, n in words.other_turns.items())
    yield from ((w, ("K", n)) for w, n in words.own_turns.items())
    yield from ((w, (letter, 0)) for role, letter in LITTLE.items() for w in words.little.get(role, ()))


def _named(words: Calendar, table: Table) -> Iterator[Entry]:
    """The words that name a period."""
    yield from ((f"{w}{end}", ("M", n)) for w, n in words.month_stems.items() for end in words.month_endings)
    yield from ((f"{w}{end}", ("W", n)) for w, n in words.weekday_stems.items() for end in words.weekday_endings)
    yield from ((w, ("M", n)) for w, n in {**table.months, **words.months}.items())
    yield from ((w, ("W", n)) for w, n in {**table.weekdays, **words.weekdays}.items())
    yield from ((w, ("V", n)) for n, w in enumerate(words.many_weekdays))
    yield from ((w, ("S", n)) for w, n in words.seasons.items())
    yield from ((w, ("Q", n)) for w, n in words.quarters.items())
    yield from ((w, ("G", n)) for w, n in words.halves.items())
    yield from ((w, ("R", n)) for w, n in words.days.items())
    for units, number in ((words.units, 1), (words.many_units, MANY)):
        yield from ((w, (letter, number)) for name, letter in UNITS.items() for w in units.get(name, ()))
    yield from ((w, ("H", n)) for n, names in enumerate(words.holidays.values()) for w in names)
