"""Unit words: the unit that a figure is in, "1,350 km", "5 ft 2 in", "2.5m high"."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache, lru_cache

from ..figures import Figure
from ..lang import Lexicon
from ..text import Text
from .nouns import NOUN, past_fillers

CHUNK = re.compile(r"[ \u00a0\u202f\n-]?([^\s\d(),;:،؛\"“”„«»!?\[\]—–]{1,40}(?:[23](?!\d))?)")
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
REMEMBERED = 10_000  # words
UNIT_CHUNKS = 4  # "degrees", "pounds per square inch"
LENGTHS = frozenset(("foot", "inch", "yard", "mile", "meter", "centimeter", "millimeter", "decimeter", "kilometer"))
NEAR = 24  # characters beside a figure in which a length is looked for
BRACKETED = re.compile(r" ?[\[(<]([^\s\])>\d]{1,12})[\])>]")
IN_BOTH_DEGREES = re.compile(r"\d\s?°?([CF])\b[^\w\n]{1,4}\d[\d.]{0,6}\s?°?(?!\1)[CF]\b")
TIME = re.compile(r" \d{1,2}[:.]\d\d(?!\d)")  # behind "في الساعة", which is "an hour" as well
SPEED_REACH = 16  # characters before a figure in which a word tells that it is one an hour
FAST = "kilometer per hour"
HUNDRED = "100"
WORD_MILLION = Decimal(1_000_000)


def unit_after(text: Text, f: Figure) -> tuple[str, str, int] | None:
    """The longest unit after a figure: its kind, its name, and where it ends."""
    source, lex, words = text.document.text, text.lexicon, list[str]()
    at = _of_a(text, f) or past_fillers(text, f.end)
    boxed = BRACKETED.match(source, at)
    if boxed and (found := _named(boxed[1], lex)):
        return *found, boxed.end()
    whole = _with_a_figure(text, at)
    if whole:
        return whole
    best: tuple[str, str, int] | None = None
    for n in range(UNIT_CHUNKS):
        m = CHUNK.match(source, at)
        if not m:
            break
        for chunk in _readings(m[1]):
            phrase = " ".join([*words, chunk])
            found = _named(phrase, lex)
            if found and (phrase not in lex.unit_traps or m.start(1) == f.end or _is_sure(text, f)):
                end = m.start(1) + len(chunk)
                best = best if source[end : end + 1].isdigit() or TIME.match(source, end) else (*found, end)
                break
        words, at = [*words, m[1].rstrip(TRAILING)], m.end()
        if n == 0 and not best and (m[1][-1] in TRAILING or words[0].lower() not in _first_words(lex)):
            break
    return best


@lru_cache(maxsize=REMEMBERED)
def _readings(chunk: str) -> tuple[str, ...]:
    """What of a chunk may be a unit: all of it, or what stands before a full stop, a hyphen or a stroke."""
    return tuple(dict.fromkeys((chunk, chunk.rstrip(TRAILING), chunk.split("-")[0], chunk.split("/")[0])))


@cache
def _first_words(lex: Lexicon) -> frozenset[str]:
    """Those, in lower case, with which the names of units begin that are several."""
    return frozenset(name.partition(" ")[0].lower() for name in lex.units if " " in name)


def _with_a_figure(text: Text, at: int) -> tuple[str, str, int] | None:
    """A unit whose name holds a figure, "l/100km"."""
    lower, lex = text.lower, text.lexicon
    if HUNDRED not in lower[at : at + NEAR]:
        return None
    at += lower[at : at + 1] in (" ", "-")
    name = next((p for p in lex.units_with_figures if lower.startswith(p, at)), None)
    found = _named(name, lex) if name else None
    return (*found, at + len(name)) if found and name else None


def _of_a(text: Text, f: Figure) -> int | None:
    """ "three quarters of an hour", "half a mile": where the unit begins that a fraction is of."""
    words, of = text.lexicon.words, NOUN.match(text.lower, f.end)
    if f.form != "fraction" or not of:
        return None
    a = NOUN.match(text.lower, of.end()) if of[1] == words.of else of
    return past_fillers(text, a.end()) if a and a[1] in words.articles else None


def _is_sure(text: Text, f: Figure) -> bool:
    """Whether what stands around a figure tells that a unit follows, though its sign is another word as well."""
    return _goes_on(text, f) or _in_both_degrees(text.document.text, f)


def _goes_on(text: Text, f: Figure) -> bool:
    """ "5 ft 2 in": the unit before is one that a smaller one may follow."""
    before = text.lexicon.units.get(text.word_before(f.start) or "")
    return before is not None and any(before[1] == larger for larger, _ in COMPOUNDS)


def _in_both_degrees(source: str, f: Figure) -> bool:
    """ "48.8 C (119.8 F)": a letter that is told to be a temperature by the other beside it."""
    if not source.startswith(("C", "F"), f.end + 1):
        return False
    return any(
        m.start() < f.end <= m.end()
        for m in IN_BOTH_DEGREES.finditer(source, max(0, f.start - NEAR), min(len(source), f.end + NEAR))
    )


def _named(phrase: str, lex: Lexicon) -> tuple[str, str] | None:
    return lex.units.get(phrase) or lex.units.get(phrase.lower())


def in_an_hour(text: Text, f: Figure) -> bool:
    """Whether the words before a figure of kilometres tell that they are those of an hour."""
    before = text.lower[max(0, f.start - SPEED_REACH) : f.start]
    return any(word in before for word in text.lexicon.words.speeds)


def metres(text: Text, f: Figure) -> Figure:
    """The figure without its letter where that is a metre, "2.5m high"; in "2.5m people" it stands for millions."""
    lex, source = text.lexicon, text.document.text
    if f.scale != WORD_MILLION or source[f.end - 1] != lex.words.metre or not source[f.end - 2].isdigit():
        return f
    race = not f.written % 1 and (f.written % 100 == 0 or f.written == 50)
    squared = source[f.end : f.end + 1] in SQUARES
    if race or squared or text.word_after(f.end) in lex.words.dimensions or _among_lengths(text, f):
        return Figure(f.start, f.end - 1, f.written)
    return f


def _among_lengths(text: Text, f: Figure) -> bool:
    """ "a height of 48m", "37m (121ft)", "6ft 2in (1.88m)": a word for a length or a length before it, or one after."""
    before = text.lower[max(text.sentence(f.start).start, f.start - NEAR) : f.start]
    if any(w in text.lexicon.words.lengths for w in before.split()):
        return True
    last, after = text.figure_before(f.start) if before.endswith("(") else None, text.figure_after(f.end)
    beside = (
        last if last and last.end > f.start - NEAR else None,
        after if after and after.start < f.end + NEAR else None,
    )
    units = (unit_after(text, figure) for figure in beside if figure)
    return any(unit and unit[1] in LENGTHS for unit in units)
