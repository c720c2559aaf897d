"""Sounds: whether two words may be one name in two languages or scripts, "Хрущёвым" and "Khrushchev"."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

LETTERS = (
    "а a б b в v г g д d е e ж s з s и i к k л l м m н n о o п p р r с s т t у u ф f"
    " х ħ ц s ч s ш s щ s ы i э e ю u я a і i є e ґ g"
)
CYRILLIC = str.maketrans(dict(zip(LETTERS.split()[::2], LETTERS.split()[1::2], strict=True)))
SPELLINGS = {  # what languages write for one sound
    **dict.fromkeys(("schtsch", "shch", "tsch", "tch", "sch", "ch", "sh", "zh", "cz", "sz", "dj", "dz", "ds"), "s"),
    **dict.fromkeys(("ce", "ci", "cy", "tz", "j", "z"), "s"),
    "kh": "h",
    "gh": "g",
    "ph": "f",
    "th": "t",
    "ght": "t",
    "wr": "r",
    "w": "v",
    "x": "ks",
    "ck": "k",
    "c": "k",
    "qu": "kv",
    "q": "k",
}
SPELLED = re.compile("|".join(sorted(SPELLINGS, key=len, reverse=True)))
UNSTEADY = re.compile(r"[^bdfgklmnprstv]")  # vowels, and what some languages leave out
BREATH, HISS = re.compile("^[hħ]"), re.compile("^ts")  # "Hitler" and "Гитлер", "Tsvetkov" and "Цветков"
GLIDE = re.compile("^у(?=[аеиоуэюя])")  # "Wilson" and "Уилсон"
TWICE = re.compile(r"(.)\1+")
SHORTEST, LONG = 3, 7  # consonants by which a name can be told, and from which on two may differ
ENDING = 2  # consonants, at most, that the cases of a language add: "Токаевым"


@lru_cache(4096)
def skeleton(word: str) -> str:
    """The consonants of a word as any language would tell them.

    >>> skeleton("Khrushchev"), skeleton("Хрущёв"), skeleton("Müller")
    ('grsv', 'grsv', 'mlr')
    """
    latin = unicodedata.normalize("NFKD", GLIDE.sub("v", word.lower()).translate(CYRILLIC))
    plain = "".join(c for c in latin if not unicodedata.combining(c))
    sounds = BREATH.sub("g", SPELLED.sub(lambda m: SPELLINGS[m[0]], HISS.sub("s", plain)))
    return TWICE.sub(r"\1", UNSTEADY.sub("", sounds))


def alike(name: str, word: str) -> bool:
    """Whether a word may be a name, perhaps with the ending of a case; a name too short to tell may be any."""
    a, b = skeleton(name), skeleton(word)
    if len(a) < SHORTEST:
        return True
    slips = (len(a) > SHORTEST) + (len(a) >= LONG)
    stems = (b[: len(b) - n] for n in range(ENDING + 1) if abs(len(b) - n - len(a)) <= slips)
    return any(_apart(a, stem) <= slips for stem in stems)


def _apart(a: str, b: str) -> int:
    """How many letters have to be dropped, added or replaced to make one the other."""
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        last, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (x != y))
    return row[-1]
