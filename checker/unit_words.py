"""Unit words: the unit that a figure is in, "1,350 km", "5 ft 2 in", "2.5m high"."""

from __future__ import annotations

import re
from decimal import Decimal

from .figures import Figure
from .lang import Lexicon
from .nouns import past_fillers
from .text import Text

CHUNK = re.compile(r"[ \u00a0\u202f\n-]?([^\s\d(),;:\"“”!?\[\]—–]{1,40}(?:[23](?!\d))?)")
COMPOUNDS: dict[tuple[str | None, str | None], int] = {  # so many of the second unit make one of the first
    ("foot", "inch"): 12,
    ("pound", "ounce"): 16,
    ("stone", "pound"): 14,
    ("yard", "foot"): 3,
    ("hour", "minute"): 60,
    ("minute", "second"): 60,
    ("year", "month"): 12,
}
SQUARES = ("2", "3", "²", "³")
TRAILING = ".'’…"
UNIT_CHUNKS = 4  # "degrees", "pounds per square inch"
WORD_MILLION = Decimal(1_000_000)


def unit_after(text: Text, f: Figure) -> tuple[str, str, int] | None:
    """The longest unit after a figure: its kind, its name, and where it ends."""
    source, lex, at, words = text.document.text, text.lexicon, past_fillers(text, f.end), list[str]()
    best: tuple[str, str, int] | None = None
    for n in range(UNIT_CHUNKS):
        m = CHUNK.match(source, at)
        if not m:
            break
        for chunk in dict.fromkeys((m[1], m[1].rstrip(TRAILING), m[1].split("-")[0], m[1].split("/")[0])):
            found = _named(" ".join([*words, chunk]), lex, m.start(1) == f.end or _goes_on(text, f))
            if found:
                end = m.start(1) + len(chunk)
                best = best if source[end : end + 1].isdigit() else (*found, end)
                break
        words, at = [*words, m[1].rstrip(TRAILING)], m.end()
        if n == 0 and m[1][-1] in TRAILING and not best:
            break
    return best


def _goes_on(text: Text, f: Figure) -> bool:
    """ "5 ft 2 in": the unit before is one that a smaller one may follow."""
    before = text.lexicon.units.get(text.word_before(f.start) or "")
    return before is not None and any(before[1] == larger for larger, _ in COMPOUNDS)


def _named(phrase: str, lex: Lexicon, touching: bool) -> tuple[str, str] | None:
    if not phrase or (phrase in lex.unit_traps and not touching):
        return None
    return lex.units.get(phrase) or lex.units.get(phrase.lower())


def metres(text: Text, f: Figure) -> Figure:
    """The figure without its letter where that is a metre, "2.5m high"; in "2.5m people" it stands for millions."""
    lex, source = text.lexicon, text.document.text
    if f.scale != WORD_MILLION or source[f.end - 1] != lex.words.metre or not source[f.end - 2].isdigit():
        return f
    race = not f.written % 1 and (f.written % 100 == 0 or f.written == 50)
    if race or source[f.end : f.end + 1] in SQUARES or text.word_after(f.end) in lex.words.dimensions:
        return Figure(f.start, f.end - 1, f.written)
    return Figure(f.start, f.end - 1, f.written) if _in_feet_too(text, f.end) else f


def _in_feet_too(text: Text, at: int) -> bool:
    """ "37m (121ft)": a unit of length in brackets says that a length stands before them."""
    figure = next((f for f in text.figures_from(at) if f.start < at + 4), None)
    unit = unit_after(text, figure) if figure and text.document.text[at:].lstrip()[:1] == "(" else None
    return unit is not None and unit[0] == "quantity"
