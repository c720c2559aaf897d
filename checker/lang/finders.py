"""Finders: a language's words found in a text at once, each with what it tells, "rose: up"."""

from __future__ import annotations

import re
from functools import cached_property

from .cues import Cues, cues
from .words import Words


class Finders:
    """The part of a lexicon that finds words; what each finder is for stands beside its words in `en.yaml`."""

    words: Words

    @cached_property
    def mood_cues(self) -> Cues:
        """Finds words that take a clause out of plain assertion."""
        return cues(self.words.moods)

    @cached_property
    def report_cues(self) -> Cues:
        """Finds verbs of reporting ("verb"), and what stands before a source ("before")."""
        return cues({"verb": self.words.reports, "before": self.words.according_to})

    @cached_property
    def multiple_cues(self) -> Cues:
        """Finds multiples told in one word, "doubled", with what they are worth."""
        worths = sorted(set(self.words.doubled.values()))
        return cues({str(x): [word for word, worth in self.words.doubled.items() if worth == x] for x in worths})

    @cached_property
    def clock_cues(self) -> Cues:
        """Finds times of day told in a word, "noon", and the words that make one of an hour before them."""
        lengths = {word for names in self.words.units.values() for word in names}  # "negen uur" may be nine hours
        halves = (w for half in self.words.half_days.values() for w in half)
        behind = [*(w for w in self.words.hours if w not in lengths), *halves]
        return cues({**{word: [word] for word in self.words.clock_words}, "": behind})

    @cached_property
    def tail(self) -> re.Pattern[str]:
        """What makes a measure of the number that it is written onto, "dreitägige"; its last group is the unit."""
        units = (f"(?P<{unit}>{'|'.join(map(re.escape, words))})" for unit, words in self.words.onto.items())
        endings = "|".join(map(re.escape, self.words.onto_endings))
        return re.compile(rf"-?(?:{'|'.join(units) or '(?!)'})(?:{endings})(?!\w)")

    @cached_property
    def ordinal_cues(self) -> Cues:
        """Finds ordinals in words, with what they are worth."""
        w = self.words
        inflected = {f"{stem}{end}": worth for stem, worth in w.ordinal_stems.items() for end in w.ordinal_endings}
        named = {**inflected, **w.ordinal_words}
        return cues({str(x): [word for word, worth in named.items() if worth == x] for x in sorted({*named.values()})})

    @cached_property
    def change_cues(self) -> Cues:
        """Finds words of change, which point up or down."""
        return cues({"up": self.words.rises, "down": self.words.falls})

    @cached_property
    def turn_cues(self) -> Cues:
        """Finds words that turn a sentence round, and those of unlike meaning: "not not", "order after", "move up"."""
        words = self.words
        pairs = {f"{series} {side}": told for series, sides in words.opposites.items() for side, told in sides.items()}
        taken = {word for told in pairs.values() for word in told}
        moves = {"move up": words.rises, "move down": words.falls}
        own = {name: [w for w in told if w not in taken] for name, told in moves.items()}
        return cues({"not not": words.negating, **pairs, **own})

    @cached_property
    def rhythm_cues(self) -> Cues:
        """Finds words that tell a unit of time by how often, "weekly"."""
        return cues(self.words.rhythms)

    @cached_property
    def reserve_cues(self) -> Cues:
        """Finds the words that make less than a promise of what is told."""
        return cues({"reserve": self.words.reserves})

    @cached_property
    def office_cues(self) -> Cues:
        """Finds offices, with what each is called."""
        return cues({**self.words.offices, **self.words.single_offices})

    @cached_property
    def not_in_office(self) -> re.Pattern[str]:
        """What stands before an office that its holder does not hold now, with a word between or none."""
        words = "|".join(map(re.escape, self.words.not_in_office)) or "(?!)"
        return re.compile(rf"(?<!\w)(?:{words})[ -](?:[^\W\d_][\w’'-]{{0,20}} )?$")

    @cached_property
    def succession_cues(self) -> Cues:
        """Finds words of a text that may tell of two holders of one office."""
        return cues({"succession": self.words.successions})
