"""Guess: which language a text is in, by its smallest words and the letters that are its own."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import cache

from . import FALLBACK, HERE, languages
from .plainyaml import shipped

ENOUGH = 4000  # characters that tell
FEWEST = 2  # small words of a language that a text has at least
WORD = re.compile(r"[^\W\d_]+")
LETTERS = (("ar", re.compile("[\u0600-\u06ff]")), ("uk", re.compile("[іїєґ]")), ("ru", re.compile("[а-яё]")))
CHARACTERS, KANA = re.compile("[\u3041-\u30fa\u3400-\u9fff]"), re.compile("[\u3041-\u30fa]")
OWN = {
    "de": "ßä",
    "es": "ñ¿¡",
    "fr": "œêû",
    "it": "ìò",
    "nl": "ĳ",
    "pl": "łżźćńąęś",
    "pt": "ãõ",
    "tr": "ığş",
}  # letters that tell
MANY = 0.2  # of the letters of a text, for its alphabet to tell


def guess(text: str, among: tuple[str, ...] = ()) -> str:
    """The likeliest of some languages, or of all there are words for; the first, or English, where nothing tells."""
    lower = text[:ENOUGH].lower()
    words = Counter(WORD.findall(lower))
    letters = sum(map(len, words.elements()))
    cyrillic = len(LETTERS[2][1].findall(lower)) > MANY * letters
    if len(CHARACTERS.findall(lower)) > MANY * letters:
        return "ja" if KANA.search(lower) else "zh"
    if len(LETTERS[0][1].findall(lower)) > MANY * letters:
        return LETTERS[0][0]
    if cyrillic:
        return LETTERS[1][0] if LETTERS[1][1].search(lower) else LETTERS[2][0]
    first = among[0] if among else FALLBACK
    told = dict.fromkeys(among or languages(), 0)
    spoken = _spoken()
    for word, times in words.items():
        for lang in spoken.get(word, ()):
            if lang in told:
                told[lang] += times
    for lang, own in OWN.items():
        if lang in told:
            told[lang] += sum(map(lower.count, own))
    best = max(told, key=lambda lang: (told[lang], lang == first), default=first)
    return best if told.get(best, 0) >= FEWEST else first


@cache
def _spoken() -> dict[str, list[str]]:
    """The smallest words, each with the languages that it is one of."""
    found: dict[str, list[str]] = defaultdict(list)
    for lang in languages():
        for word in {*shipped(HERE / f"{lang}.yaml")["stopwords"]}:
            found[word].append(lang)
    return {**found}
