"""Unit names: what the units are called in a language, in any of their forms, "kilometers, km/h, kilometreye"."""

from __future__ import annotations

import re
from functools import cached_property

from .cldr import Table
from .words import Words

DURATIONS = frozenset(  # CLDR's names of the units of time
    (
        *("nanosecond", "microsecond", "millisecond", "second", "minute", "hour", "day"),
        *("week", "fortnight", "month", "year", "decade", "century", "millennium"),
    )
)
SHORTEST = 4  # letters of a name that takes endings


class UnitNames:
    """The part of a lexicon that knows the units."""

    words: Words
    cldr: Table

    @cached_property
    def units(self) -> dict[str, tuple[str, str]]:
        """What a unit may be called, as written or in lower case → percent, duration or quantity, and its name."""
        names = {**self.cldr.units, **turned(self.words.units)}
        plain = {phrase: unit for phrase, unit in names.items() if phrase.isalpha() and len(phrase) >= SHORTEST}
        inflected = {f"{phrase}{e}": unit for phrase, unit in plain.items() for e in self.words.unit_endings}
        named = {**self.cldr.unit_signs, **inflected, **names, **turned(self.words.percents)}
        return {phrase: (self.kind_of_unit(unit), unit) for phrase, unit in named.items()}

    @cached_property
    def units_with_figures(self) -> tuple[str, ...]:
        """Names of units that hold a figure, "l/100km", in lower case, the longest first."""
        return tuple(sorted({p.lower() for p in self.units if "100" in p}, key=len, reverse=True))

    def kind_of_unit(self, unit: str) -> str:
        """Whether what is told in a unit is a percent, a duration or a quantity."""
        if unit in self.words.percents:
            return "percent"
        return "duration" if unit in DURATIONS else "quantity"

    def is_unit(self, word: str) -> bool:
        """Whether a word in any letters is a unit."""
        return word in self.units or word.lower() in self.units

    @cached_property
    def below_zero(self) -> re.Pattern[str]:
        """What stands behind degrees that are below it."""
        return _behind(self.words.below_zero)

    @cached_property
    def and_a_half(self) -> re.Pattern[str]:
        """What stands behind a unit where there is half of one more."""
        return _behind(self.words.and_a_half)

    @cached_property
    def qualities(self) -> dict[str, str]:
        """Word for what a quantity measures → its dimension, by the names of units.csv."""
        return turned(self.words.qualities)

    @cached_property
    def unit_traps(self) -> frozenset[str]:
        """Signs of units that are other words where they do not touch the figure."""
        return frozenset(self.words.unit_traps)


def _behind(phrases: list[str]) -> re.Pattern[str]:
    return re.compile(rf" (?:{'|'.join(map(re.escape, phrases)) or '(?!)'})(?!\w)")


def turned(table: dict[str, list[str]]) -> dict[str, str]:
    """A table of names with their phrases as one of phrases with their names."""
    return {phrase: name for name, phrases in table.items() for phrase in phrases}
