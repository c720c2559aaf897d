"""Measures: a figure with what it measures or counts, "70 billion rubles", "1,350 km", "43 people", "aged 42"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

import msgspec

from .blockers import blocked
from .figures import Figure
from .lang import Lexicon
from .marks import Marked, marked
from .text import Text

CHUNK = re.compile(r"[ \u00a0\u202f\n-]?([^\s\d(),;:\"“”!?\[\]—–]{1,40}(?:[23](?!\d))?)")
NOUN = re.compile(r"[ \u00a0\n-]([^\W\d_][^\W\d_’'-]*(?:-[^\W\d_]+){0,3})")
TELLING = 1000  # a whole number below it, with neither unit nor noun, tells nothing that could be checked
SINGULAR = ("ss", "us", "is", "’s", "'s")  # endings of words in s that are no plurals
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
ONE_OF = re.compile(r" of (?:the|my|our|his|her|their|its|your|these|those)(?= )")
TRAILING = ".'’…"
UNIT_CHUNKS = 4  # "degrees", "pounds per square inch"
NOUN_WORDS = 4  # a figure and what it counts: "43 young Danish soldiers"
OLDEST = 120  # years that a person may be, where only commas tell that a figure is an age
WORD_MILLION = Decimal(1_000_000)


class Measure(msgspec.Struct, frozen=True, gc=False):
    """A figure, or the two ends of a range, with its kind; unit is a unit's name or the noun that is counted."""

    kind: str
    start: int
    end: int
    low: Figure
    high: Figure
    unit: str | None = None
    per: str | None = None
    mark: Marked | None = None


def measures(text: Text) -> list[Measure]:
    """Every figure of the prose that measures or counts something or stands for itself, in order, one by one."""
    read = (_read(text, f) for f in text.figures if not blocked(text, f))
    return [m for m in read if m]


def _read(text: Text, f: Figure) -> Measure | None:
    mark = marked(text, f)
    if mark.currencies:
        return _with_per(text, Measure("money", mark.start, mark.end, f, f, mark=mark))
    f = _metres(text, f)
    unit = None if _labelled(text, f) else _unit(text, f)
    if unit:
        kind, name, end = unit
        return _aged(text, _with_per(text, Measure(kind, f.start, end, f, f, name)))
    before = _aged_before(text, f)
    if before:
        return before
    if f.form == "fraction":
        return Measure("number", f.start, f.end, f, f)
    noun = None if _labelled(text, f) else _noun(text, f)
    if noun:
        return _with_per(text, Measure("count", f.start, noun[1], f, f, noun[0]))
    return Measure("number", f.start, f.end, f, f) if _stands_alone(text, f) else None


def _metres(text: Text, f: Figure) -> Figure:
    """ "2.5m high" is metres, "2.5m" people millions: the letter touches the digits in both."""
    lex, source = text.lexicon, text.document.text
    if f.scale != WORD_MILLION or source[f.end - 1] != lex.words.metre or not source[f.end - 2].isdigit():
        return f
    if source[f.end : f.end + 1] in SQUARES:
        return Figure(f.start, f.end - 1, f.written)
    whole = not f.written % 1 and (f.written % 100 == 0 or f.written == 50)  # as races are
    if text.word_after(f.end) in lex.words.dimensions or whole:
        return Figure(f.start, f.end - 1, f.written)
    return f


def _unit(text: Text, f: Figure) -> tuple[str, str, int] | None:
    """The longest unit after a figure: its kind, its name, and where it ends."""
    source, lex, at, words = text.document.text, text.lexicon, f.end, list[str]()
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


def _with_per(text: Text, m: Measure) -> Measure:
    """ "a barrel", "/day", "per person": what the measure is for one of."""
    words = text.lexicon.words.per_words
    chunk = CHUNK.match(text.lower, m.end)
    if chunk and chunk[1].startswith("/") and len(chunk[1]) > 1:
        return msgspec.structs.replace(m, per=_one_of(chunk[1][1:].rstrip(TRAILING), text.lexicon))
    if not chunk or chunk[1] not in words:
        return m
    named = _unit(text, Figure(chunk.end(), chunk.end(), Decimal(1)))
    if named and named[0] != "percent" and (chunk[1] == words[0] or named[0] == "duration"):
        return msgspec.structs.replace(m, per=named[1])
    thing = NOUN.match(text.lower, chunk.end())
    if thing and (chunk[1] == words[0] or thing[1] in text.lexicon.units):
        return msgspec.structs.replace(m, per=_one_of(thing[1], text.lexicon))
    return m


def _one_of(noun: str, lex: Lexicon) -> str:
    return lex.units[noun][1] if noun in lex.units else noun


def _aged(text: Text, m: Measure) -> Measure:
    """ "42 years old", "a 42-year-old man": a duration that is an age."""
    if m.kind != "duration":
        return m
    for phrase in text.lexicon.words.ages["after"]:
        start = m.end + (text.lower[m.end : m.end + 1] in (" ", "-") and phrase[0] not in "- ")
        if (
            text.lower.startswith(phrase, start)
            and not text.lower[start + len(phrase) : start + len(phrase) + 1].isalpha()
        ):
            return msgspec.structs.replace(m, kind="age", end=start + len(phrase))
    return msgspec.structs.replace(m, kind="age") if _aged_before(text, m.low) else m


def _aged_before(text: Text, f: Figure) -> Measure | None:
    """ "aged 42", "Ada Whitlock, 42, said"."""
    left = text.lower[max(0, f.start - 12) : f.start].rstrip()
    named = any(left == w or left.endswith(f" {w}") for w in text.lexicon.words.ages["before"])
    source = text.document.text
    comma = left.endswith(",") and source[f.end : f.end + 1] in (",", ".") and _after_a_name(source, f.start)
    whole = f.scale == 1 and 0 < f.written <= OLDEST and not f.written % 1
    return Measure("age", f.start, f.end, f, f, "year") if whole and (named or comma) else None


def _after_a_name(source: str, at: int) -> bool:
    words = source[max(0, at - 40) : at].rstrip(", ").split()
    return bool(words) and words[-1][:1].isupper() and words[-1].isalpha()


def _stands_alone(text: Text, f: Figure) -> bool:
    """Whether a figure without unit or noun can be a claim: not "one", "Boeing 737" or "four times"."""
    source, lex = text.document.text, text.lexicon
    if f.vague:
        return False
    pronoun = f.written == 1 and source[f.start].isalpha() and text.word_after(f.end) not in lex.words.to
    if pronoun or _of_something(text, f) or text.word_after(f.end) in lex.words.multiples:
        return False
    if abs(f.value) < TELLING and not f.value % 1 and not _all_there_is(text, f):
        return False
    return not (_labelled(text, f) or _after_capital(text, f))


def _of_something(text: Text, f: Figure) -> bool:
    """Whether a word follows that is a unit or a noun that we do not know: "15.3 ppg", "460 Kia cars"."""
    m = NOUN.match(text.lower, f.end)
    return bool(m) and m[1] not in text.lexicon.not_counted and m[1] not in text.lexicon.stopwords  # type: ignore[index]


def _all_there_is(text: Text, f: Figure) -> bool:
    """Whether a sentence is the figure and hardly more, or the figure is one end of a range."""
    sentence = text[text.sentence(f.start)].strip(" .")
    words = text.lexicon.words
    ends = {*words.to, *words.between, *words.between.values(), *words.change}
    near = text.lower[max(0, f.start - 9) : f.start].split()[-1:] + text.lower[f.end : f.end + 5].split()[:1]
    touching = text.document.text[f.end : f.end + 1] in words.to
    return touching or len(sentence) <= 2 * (f.end - f.start) + 4 or not ends.isdisjoint(near)


def _after_capital(text: Text, f: Figure) -> bool:
    before = text.document.text[max(0, f.start - 24) : f.start]
    word = before.rstrip(" -").split()[-1:] if before[-1:] in (" ", "-") else []
    start = text.sentence(f.start).start
    return bool(word) and word[0][0].isupper() and f.start - len(word[0]) - 1 > start and word[0][-1] not in ",;:.)"


def _noun(text: Text, f: Figure) -> tuple[str, int] | None:
    """What a figure counts, and where that ends: the first plural after it; after one, the word itself."""
    if not text.lexicon.words.singulars:
        return None  # a language whose plurals are unknown
    one_of = ONE_OF.match(text.lower, f.end) if f.value == 1 else None
    found = list(_run_of_words(text, one_of.end() if one_of else f.end, 2 * NOUN_WORDS if one_of else NOUN_WORDS))
    if not found:
        return None
    counted = next((w for w in found if _plural(w[0], text.lexicon)), None)
    if f.value == 1 and not one_of:
        in_digits = text.document.text[f.start].isdigit()
        counted = None if in_digits and len(found) > 1 else found[-1] if len(found) <= 2 else found[0]
    elif text.document.text[f.end] == "-":
        counted = counted or found[0]
    return (text.lexicon.singular(counted[0]), counted[1]) if counted else None


def _run_of_words(text: Text, at: int, reach: int) -> Iterator[tuple[str, int]]:
    """The words after a place that may be what is counted, each with its end; names among them are passed over."""
    source, lex, name = text.document.text, text.lexicon, False
    while reach:
        m = NOUN.match(text.lower, at)
        if not m or (m[1] in lex.not_counted and not (name and m[1] in lex.words.joins)):
            return
        name, at = source[m.start(1)].isupper(), m.end()
        reach -= not name
        if m[1] not in lex.words.joins:
            yield m[1], at


def _plural(word: str, lex: Lexicon) -> bool:
    last = word.rsplit("-", 1)[-1]
    if last in lex.words.plurals or last.endswith("men"):
        return True
    singular = last.endswith(SINGULAR) or last in lex.words.singular_s
    return len(last) > 2 and last.endswith("s") and not singular


def _labelled(text: Text, f: Figure) -> bool:
    """A number right after a capitalised word in a sentence, or a label, is a name: "Boeing 737", "page 9"."""
    source = text.document.text
    before = source[max(0, f.start - 24) : f.start].rstrip(" #-").split()
    if not before or text.sentence(f.start).start >= f.start:
        return False
    word = before[-1]
    return word.lower().rstrip(".") in text.lexicon.labels
