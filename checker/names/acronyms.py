"""Acronyms: capitals in brackets behind the words that they stand for, "World Health Organization (WHO)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from ..model import Span
from ..text import Text
from .slips import is_swap

SHORTEST = 4  # letters: of three, any two words told in another order are a swap
LINK = 4  # letters of a word in small letters between the words of a name: "for", "with"
WIDEST = 120  # characters of the words before the brackets
BRACKETED = re.compile(r"\((?<= \()([A-Z]{3,7})\)")  # it opens with what is rarer than a space
INITIAL = re.compile(r"(?<![\w’'-])[^\W\d_]")
BREAK = re.compile(r"[.,;:!?()\"“”\n]")


class Acronym(msgspec.Struct, frozen=True, gc=False):
    """Letters in brackets, the words before them, and where the letters stand."""

    span: Span
    letters: str
    words: str


def acronyms(text: Text) -> tuple[Acronym, ...]:
    """The acronyms that their words spell, or spell but for two letters that have changed places."""
    return tuple(_acronyms(text))


def _acronyms(text: Text) -> Iterator[Acronym]:
    source = text.document.text
    for m in BRACKETED.finditer(source):
        before = BREAK.split(source[max(0, m.start() - WIDEST) : m.start() - 1])[-1]
        capitals = [w for w in INITIAL.finditer(before) if w[0].isupper()][-len(m[1]) :]
        initials = "".join(w[0] for w in capitals)
        swapped = len(m[1]) >= SHORTEST and is_swap(m[1], initials)
        words = before[capitals[0].start() :] if initials == m[1] or swapped else ""
        if words and not any(map(_is_none_of_it, words.split())) and text.in_prose(m.start(1)):
            yield Acronym(Span(*m.span(1)), m[1], words)


def _is_none_of_it(word: str) -> bool:
    """Whether a word is too long for a link between names, or an acronym itself: "the SI Technology Plan (SITP)"."""
    return (word.islower() and len(word) > LINK) or (word.isupper() and len(word) > 1)
