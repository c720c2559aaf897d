"""Unnamed: a name that no source has, with the name there that is likest, "Melbourne" with "Sydney"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model import Claim, Link, Name
from ..names.known import is_known
from ..names.sounds import alike, skeleton
from ..text import Text

SURE = 0.8
PART = re.compile(r"[^\W_]+")
HIDDEN = 5  # letters of a part that may stand inside a longer word of the source
BEHIND = 14  # characters behind a name in which its legal form stands
SHORTEST = 2  # letters of a part that is sought, and of an abbreviation
SHORT_NAME = re.compile(r"[A-Z]{3,5}")  # a company's own, as it stands on the exchange
NOT_WORDS = re.compile(r"[\W_]+")


def link(text: Text, claims: tuple[Claim, ...]) -> Iterator[Link]:
    """Every name, once, of which some part is in no source in any letters, nor what it is short for.

    A source in another language writes names otherwise: where there is one, only surnames are told, by their sound.
    """
    if any(s.document.lang != text.document.lang for s in text.sources):
        yield from _unheard(text, claims)
        return
    sources = [_Words(s) for s in text.sources]
    names = {c.value.written: c for c in reversed(claims) if not c.span.doc and isinstance(c.value, Name)}
    for claim in names.values():
        if any(s.has_alias(text, text[claim.span]) for s in sources):
            continue
        if _may_speak(text, claim) and any(s.speaks_of_itself for s in sources):
            continue
        if not all(any(s.has(part) for s in sources) for part in _parts(text, claim)) and not any(
            s.has_short(text[claim.span]) for s in sources
        ):
            yield Link(claim, (), "the source has it nowhere", SURE)


def _unheard(text: Text, claims: tuple[Claim, ...]) -> Iterator[Link]:
    """Every surname, once, that no name of a source sounds like; towns have other names elsewhere, and writers too."""
    names = {w for s in text.sources for w in PART.findall(s.document.text) if w[0].isupper() and skeleton(w)}
    surnames = {
        c.value.written.split()[-1]: c
        for c in reversed(claims)
        if isinstance(c.value, Name) and c.value.sort == "person" and not c.span.doc and c.role != "byline"
    }
    for surname, claim in surnames.items() if names else ():
        if not (is_known(surname, "words", "places") or any(alike(surname, name) for name in names)):
            yield Link(claim, (), "no name of the source sounds like it", SURE)


def _may_speak(text: Text, claim: Claim) -> bool:
    """Whether it may be whoever says "we": its legal form stands in it or behind it, or, short, it opens a sentence."""
    if SHORT_NAME.fullmatch(text[claim.span]) and claim.span.start == claim.sentence.start:
        return True
    words = PART.findall(text.lower, claim.span.start, claim.span.end + BEHIND)
    return not set(text.lexicon.words.organisations).isdisjoint(words)


def _parts(text: Text, claim: Claim) -> Iterator[str]:
    """The capitalised parts of a name; not a word that only its sentence makes great."""
    opens = text.sentence(claim.span.start).start >= claim.span.start - SHORTEST
    for n, m in enumerate(PART.finditer(text[claim.span])):
        plain = n == 0 and opens and is_known(m[0], "words") and not is_known(m[0], "places")
        if m[0][0].isupper() and len(m[0]) >= SHORTEST and not plain and m[0].lower() not in text.lexicon.no_names:
            yield m[0]


class _Words:
    """The words of a source in small letters, and what their first letters make."""

    def __init__(self, text: Text) -> None:
        self.text = text.document.text
        self.words = frozenset(PART.findall(text.lower))
        self.solid = NOT_WORDS.sub("", text.lower)
        self.initials = "".join(w[0] for w in PART.findall(text.document.text) if w[0].isupper())

        self.speaks_of_itself = not self.words.isdisjoint(text.lexicon.words.first_person)

    def has(self, part: str) -> bool:
        """Whether a part of a name stands there, inside a word, in the plural, or as what it is short for."""
        low = part.lower()
        inside = len(low) >= HIDDEN and low in self.solid
        number = low.removesuffix("s") in self.words or f"{low}s" in self.words
        return low in self.words or inside or number or (part.isupper() and part in self.initials)

    def has_alias(self, text: Text, name: str) -> bool:
        """Whether it has a name that the house holds for the same."""
        return any(other in self.text for names in text.house.aliases if name in names for other in names)

    def has_short(self, name: str) -> bool:
        """Whether it has the first letters of a name, "EU" of "European Union"."""
        capitals = "".join(w[0] for w in PART.findall(name) if w[0].isupper())
        return len(capitals) >= SHORTEST and capitals.lower() in self.words
