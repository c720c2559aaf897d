"""Measures: a figure with what it measures or counts, "70 billion rubles", "1,350 km", "43 people", "aged 42"."""

from __future__ import annotations

from decimal import Decimal

import msgspec

from ..figures import Figure
from ..figures.hedges import hedge_before
from ..lang import Lexicon
from ..text import Text
from .ages import age_after, age_before, in_a_decade, under_an_age
from .blockers import blocked
from .marks import Marked, marked
from .nouns import NOUN, counted
from .unit_words import CHUNK, FAST, TRAILING, in_an_hour, metres, unit_after
from .unspaced import told_after

TELLING = 1000  # a whole number below it, with neither unit nor noun, tells nothing that could be checked
HUNDRED, HALF = 100, Decimal("0.5")
DEGREES = ("degree", "celsius", "fahrenheit")
LONGEST_LABEL = 24  # characters
BARE = "bare"  # the kind of a figure that tells nothing by itself, but may be an end of a range


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
    """Every figure of the prose with what it measures or counts, if anything, in order, one by one.

    A figure inside the unit of another, "8 l/100 km", is none of its own.
    """
    read: list[Measure] = []
    for f in text.figures:
        inside = read and read[-1].kind == "quantity" and read[-1].end >= f.end
        if not inside and not blocked(text, f) and not _labelled(text, f):
            read.append(_read(text, f))
            _of_one(text, read)
    return read


def _of_one(text: Text, read: list[Measure]) -> None:
    """Makes one of the last two measures where the first tells what the second is for one of: "1バレル69.40ドル"."""
    one, m = read[-2:] if len(read) > 1 else (None, read[-1])
    if text.lexicon.unspaced and one and one.unit and one.low.written == 1 and one.end == m.start and m.kind == "money":
        read[-2:] = [msgspec.structs.replace(m, per=one.unit)]


def _read(text: Text, f: Figure) -> Measure:
    mark = marked(text, f)
    if mark.currencies:
        return _with_per(text, Measure("money", mark.start, mark.end, mark.figure, mark.figure, mark=mark))
    if text.lexicon.unspaced:
        told = told_after(text, f, text.lexicon.unspaced)
        if not told:
            return _in_percent(text, f) or _of_a_noun(text, f)
        points = told[2] == "percentage point" and f.value > HUNDRED  # of an index
        return Measure("count" if points else told[0], f.start, told[1], f, f, "point" if points else told[2])
    f = metres(text, f)
    return _multiple(text, f) or _in_a_unit(text, f) or _as_labelled(text, f) or _of_a_noun(text, f)


def _multiple(text: Text, f: Figure) -> Measure | None:
    """ "four times as many", "6.5 times earnings", "ninefold"; "three times a week" is a count."""
    words, m = text.lexicon.words, NOUN.match(text.lower, f.end)
    if not m or m[1] not in words.multiples:
        return None
    after = text.word_after(m.end())
    often = m[1] in words.times and (
        after is None or after in words.often or not text.lower[m.end() : m.end() + 1].isspace()
    )
    kind, unit = ("count", text.lexicon.singular(m[1])) if often else ("multiple", None)
    return _with_per(text, Measure(kind, f.start, m.end(), f, f, unit))


def _in_a_unit(text: Text, f: Figure) -> Measure | None:
    if under_an_age(text, f):
        return Measure("age", f.start, f.end, f, f, "year")
    unit = _unit(text, f)
    if not unit:
        aged = Measure("age", f.start, f.end, f, f, "year") if age_before(text, f) else None
        return _in_percent(text, f) or _with_a_tail(text, f) or aged
    kind, name, end = unit
    f, end = _as_meant(text, f, unit)
    old = age_after(text, end) if kind == "duration" else None
    if old or (kind == "duration" and age_before(text, f)):
        return Measure("age", f.start, old or end, f, f, name)
    return _with_per(text, Measure(kind, f.start, end, f, f, name))


def _unit(text: Text, f: Figure) -> tuple[str, str, int] | None:
    """The unit of a figure: its kind, its name and where it ends; none in "السبعة والعشرين يوم الخميس", on Thursday."""
    unit = None if in_a_decade(text, f) else unit_after(text, f) or _of_itself(text, f)
    after = text.word_after(unit[2]) if unit else None
    if not unit or (unit[1] == "day" and text.lexicon.calendar.letter(after or "") == "W"):
        return None
    one = text.lower[f.end : unit[2]].strip() in text.lexicon.words.calendar.units.get(unit[1], ())
    if f.scale > 1 and one and after in text.lexicon.words.ago:
        return None  # "ze 103,7 mln rok wcześniej", a year earlier
    return (unit[0], FAST, unit[2]) if unit[1] == "kilometer" and in_an_hour(text, f) else unit


def _as_meant(text: Text, f: Figure, unit: tuple[str, str, int]) -> tuple[Figure, int]:
    """The figure, and where it ends, with what stands behind its unit: "3 grados bajo cero", "due ore e mezza"."""
    kind, name, end = unit
    if f.written < 0 and name not in DEGREES and (kind != "percent" or _set_against(text, end)):
        f = _unsigned(text, f)
    if name in DEGREES and (below := text.lexicon.below_zero.match(text.lower, end)):
        return msgspec.structs.replace(f, written=-abs(f.written)), below.end()
    if more := text.lexicon.and_a_half.match(text.lower, end):
        return msgspec.structs.replace(f, written=f.written + HALF), more.end()
    return f, end


def _set_against(text: Text, at: int) -> bool:
    """Whether what a figure is set against follows, so that it tells how much less: "menos 21% do que em 2024"."""
    return text.lower.startswith(tuple(f" {phrase} " for phrase in text.lexicon.words.comparison), at)


def _unsigned(text: Text, f: Figure) -> Figure:
    """The figure of what cannot be below nought, behind a word that tells of less: "menos 0,3 segundos do que"."""
    by_a_word = text.lower[f.start : f.end].partition(" ")[0] in text.lexicon.words.minus
    return msgspec.structs.replace(f, written=abs(f.written)) if by_a_word else f


def _of_itself(text: Text, f: Figure) -> tuple[str, str, int] | None:
    """A unit that its number is part of, "شهرين", "полчаса", or that stands before it, "الأشهر التسعة"."""
    lex, word, before = text.lexicon, text.lower[f.start : f.end], text.word_before(f.start) or ""
    definite = lex.words.definite
    if f.form != "words":
        if not definite or not before.startswith(definite) or before not in lex.words.proclitics:
            return None
        word, before = before, text.word_before(f.start - len(before)) or ""
    both = definite and word.startswith(definite) and before.startswith(definite)
    unit = lex.units.get(word) or (lex.units.get(before) if both else None)
    return (*unit, f.end) if unit else None


def _with_a_tail(text: Text, f: Figure) -> Measure | None:
    """ "46-jährige", "dreitägige": what a word that is written onto the figure makes of it."""
    m = text.lexicon.tail.match(text.lower, f.end)
    if not m or not m.lastgroup:
        return None
    kind = "age" if m.lastgroup == "year" else text.lexicon.kind_of_unit(m.lastgroup)
    return Measure(kind, f.start, m.end(), f, f, m.lastgroup)


def _in_percent(text: Text, f: Figure) -> Measure | None:
    """ "%12" and "yüzde 12", where the language writes its percentages so."""
    for sign in text.lexicon.words.percent_before:
        gap = f.start - 1 if text.lower[f.start - 1 : f.start].isspace() and sign.isalpha() else f.start
        if text.lower.endswith(sign, max(0, gap - len(sign)), gap):
            return Measure("percent", gap - len(sign), f.end, f, f, "percent")
    return None


def _as_labelled(text: Text, f: Figure) -> Measure | None:
    """ "Percentage: 12.5", "per cent of 22": a line that is the name of the unit and its figure."""
    sentence = text.sentence(f.start)
    if f.start - sentence.start > LONGEST_LABEL:
        return None
    label, _, rest = text.lower[sentence.start : sentence.end].partition(text.lower[f.start : f.end])
    words = text.lexicon.words
    named = label.strip()
    for link in words.label_links:
        named = named.removesuffix(link).rstrip()
    kind, unit = text.lexicon.units.get(named, ("", ""))
    alone = kind == "percent" and not rest.strip(" .\n")
    return Measure(kind, sentence.start + len(label) - len(label.lstrip()), f.end, f, f, unit) if alone else None


def _of_a_noun(text: Text, f: Figure) -> Measure:
    noun = counted(text, f)
    if f.form == "fraction":
        f = _unsigned(text, f)  # "menos um terço" is a third less
        return Measure("fraction", f.start, noun[1] if noun else f.end, f, f, noun[0] if noun else None)
    if text.word_before(f.end) in text.lexicon.words.scale_ordinals:
        return Measure("ordinal", f.start, f.end, f, f)
    if noun:
        return _with_per(text, Measure("count", f.start, noun[1], f, f, noun[0]))
    return Measure("number" if _stands_alone(text, f) else BARE, f.start, f.end, f, f)


def _with_per(text: Text, m: Measure) -> Measure:
    """ "a barrel", "/day", "per person": what the measure is for one of; "a year earlier" tells when."""
    words = text.lexicon.words.per_words
    chunk = CHUNK.match(text.lower, m.end)
    if chunk and chunk[1].startswith("/") and len(chunk[1]) > 1:
        return msgspec.structs.replace(m, per=_one_of(chunk[1][1:].rstrip(TRAILING), text.lexicon))
    if not chunk or chunk[1] not in words:
        return m
    named = unit_after(text, Figure(chunk.end(), chunk.end(), Decimal(1)))
    if named and text.word_after(named[2]) in text.lexicon.words.ago:
        return m
    if named and named[0] != "percent" and (chunk[1] == words[0] or named[0] == "duration"):
        return msgspec.structs.replace(m, per=named[1])
    thing = NOUN.match(text.lower, chunk.end())
    if thing and (chunk[1] == words[0] or thing[1] in text.lexicon.units):
        return msgspec.structs.replace(m, per=_one_of(thing[1], text.lexicon))
    return m


def _one_of(noun: str, lex: Lexicon) -> str:
    return lex.units[noun][1] if noun in lex.units else noun


def _stands_alone(text: Text, f: Figure) -> bool:
    """Whether a figure without unit or noun can be a claim: not "one", "the 747" or "15.3 ppg"."""
    pronoun = f.written == 1 and text.document.text[f.start].isalpha()
    if f.vague or pronoun or _of_something(text, f) or _after_capital(text, f):
        return False
    hedged = hedge_before(text.document.text, f.start, text.lexicon)
    return abs(f.value) >= TELLING or bool(f.value % 1 or hedged) or _all_there_is(text, f)


def _of_something(text: Text, f: Figure) -> bool:
    """Whether a word follows that is a unit or a noun that we do not know: "15.3 xyz", "4600 Kia cars"."""
    m = NOUN.match(text.lower, f.end)
    if not m or m[1] in text.lexicon.not_counted or m[1] in text.lexicon.stopwords:
        return False
    return abs(f.value) < TELLING or text.document.text[m.start(1)].isupper()


def _all_there_is(text: Text, f: Figure) -> bool:
    """Whether a sentence is the figure and hardly more."""
    return len(text[text.sentence(f.start)].strip(" .")) <= 2 * (f.end - f.start) + 4


def _after_capital(text: Text, f: Figure) -> bool:
    before = text.document.text[max(0, f.start - 24) : f.start]
    word = before.rstrip(" -").split()[-1:] if before[-1:] in (" ", "-") else []
    start = text.sentence(f.start).start
    return bool(word) and word[0][0].isupper() and f.start - len(word[0]) - 1 > start and word[0][-1] not in ",;:.)"


def _labelled(text: Text, f: Figure) -> bool:
    """Whether a label stands right before a figure, which makes it a name: "page 9", "the FTSE 100"."""
    before = text.document.text[max(0, f.start - 24) : f.start].rstrip(" #-").split()
    label = bool(before) and before[-1].lower().rstrip(".") in text.lexicon.labels
    return label and text.sentence(f.start).start < f.start
