"""Cues: words that tell something by standing somewhere, "will" of a forecast, "rose" of a change."""

from __future__ import annotations

from functools import cached_property

from ahocorasick_rs import AhoCorasick, MatchKind

from .words import Words

Cues = tuple[AhoCorasick, list[str]]  # a finder of words in lower-case text, and what each of its words tells


class CueWords:
    """Finders of the cues of a language, each made when first asked for."""

    def __init__(self, words: Words) -> None:
        self.words = words

    @cached_property
    def moods(self) -> Cues:
        """Finds words that take a clause out of plain assertion."""
        return _cues(self.words.moods)

    @cached_property
    def reports(self) -> Cues:
        """Finds verbs of reporting ("verb"), and what stands before a source ("before")."""
        return _cues({"verb": self.words.reports, "before": self.words.according_to})

    @cached_property
    def multiples(self) -> Cues:
        """Finds multiples told in one word, "doubled", with what they are worth."""
        worths = sorted(set(self.words.doubled.values()))
        return _cues({str(x): [word for word, worth in self.words.doubled.items() if worth == x] for x in worths})

    @cached_property
    def changes(self) -> Cues:
        """Finds words of change, which point up or down."""
        return _cues({"up": self.words.rises, "down": self.words.falls})

    @cached_property
    def clock(self) -> Cues:
        """Finds times of day told in a word, "noon"."""
        return _cues({word: [word] for word in self.words.clock_words})

    @cached_property
    def ordinals(self) -> Cues:
        """Finds ordinals in words, with what they are worth."""
        return _cues({str(worth): [word] for word, worth in self.words.ordinal_words.items()})

    @cached_property
    def deeds(self) -> Cues:
        """Finds words for what is done to people who are counted."""
        return _cues(self.words.deeds)


def _cues(table: dict[str, list[str]]) -> Cues:
    told = [(word, name) for name, words in table.items() for word in words]
    return AhoCorasick([w for w, _ in told], matchkind=MatchKind.LeftmostLongest), [name for _, name in told]
