"""Nouns: what a figure counts, "43 young Danish soldiers", "35m of its devices"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..figures import Figure
from ..figures.hedges import past_hedge
from ..lang import Lexicon
from ..text import Text

NOUN = re.compile(r"[ \u00a0\n-]([^\W\d_][^\W\d_’'-]*(?:-[^\W\d_]+){0,3})")
SINGULAR = ("ss", "us", "is", "’s", "'s")  # endings of words in s that are no plurals
NOUN_WORDS = 4  # a figure and what it counts: "43 young Danish soldiers"


def counted(text: Text, f: Figure) -> tuple[str, int] | None:
    """What a figure counts, and where that ends: the first plural after it; after one, the word itself."""
    if not text.lexicon.words.singulars:
        return None  # a language whose plurals are unknown
    whole = _out_of_a_whole(text, f.end)
    found = list(_run_of_words(text, whole or f.end, 2 * NOUN_WORDS if whole else NOUN_WORDS))
    if not found:
        return None
    if f.value == 1 and not whole:
        noun = _single(text, f, found)
    elif text.document.text.startswith("-", f.end):
        noun = found[0]
    else:
        noun = _first_plural(text, found)
    return (text.lexicon.singular(noun[0]), noun[1]) if noun else None


def _single(text: Text, f: Figure, found: list[tuple[str, int]]) -> tuple[str, int] | None:
    """ "one man", "one armed man", and not "1 in the north", "one signed in May"."""
    if text.document.text[f.start].isdigit() and len(found) > 1:
        return None
    noun = found[-1] if len(found) <= 2 else found[0]
    return None if noun[0].endswith(tuple(text.lexicon.words.participles)) else noun


def _first_plural(text: Text, found: list[tuple[str, int]]) -> tuple[str, int] | None:
    """The first plural; of "police officers" the second, as the first only says which officers."""
    plurals = [n for n, word in enumerate(found) if _plural(word[0], text.lexicon)]
    if not plurals:
        return None
    first, names = plurals[0], found[plurals[0]][0] in text.lexicon.words.plurals
    return found[first + 1] if names and first + 1 in plurals else found[first]


def past_fillers(text: Text, at: int) -> int:
    """The place after words that say nothing of what is counted: "two more minutes"."""
    at = past_hedge(text.lower, at, text.lexicon)
    while (m := NOUN.match(text.lower, at)) and m[1] in text.lexicon.words.fillers:
        at = m.end()
    return at


def _out_of_a_whole(text: Text, at: int) -> int | None:
    """ "one of the best films", "35m of its devices": where the whole begins to be named."""
    words = text.lexicon.words
    of = NOUN.match(text.lower, at)
    whose = NOUN.match(text.lower, of.end()) if of and of[1] == words.of else None
    return whose.end() if whose and whose[1] in words.determiners else None


def _run_of_words(text: Text, at: int, reach: int) -> Iterator[tuple[str, int]]:
    """The words after a place that may be what is counted, each with its end; names among them are passed over.

    A join goes on between names and between adjectives, "digital and physical sales", and ends what a plural ended.
    """
    source, lex, name, at, before = text.document.text, text.lexicon, False, past_fillers(text, at), ""
    while reach:
        m = NOUN.match(text.lower, at)
        if not m:
            return
        joins = m[1] in lex.words.joins and (name or (before and not _plural(before, lex)))
        if m[1] in lex.not_counted and not joins:
            return
        name, at = source[m.start(1)].isupper(), m.end()
        reach -= not name
        if not joins:
            before = m[1]
            yield m[1], at


def _plural(word: str, lex: Lexicon) -> bool:
    last = word.rsplit("-", 1)[-1]
    if last in lex.words.plurals or last.endswith("men"):
        return True
    singular = last.endswith(SINGULAR) or last in lex.words.singular_s
    return len(last) > 2 and last.endswith("s") and not singular
