"""Terms: words of a text that stand in a series with others, "Friday, third quarter, weekly; rose, after, not"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise

from .dates.parts import Dated, Token
from .lang.calendar import UNITS
from .model import Span, Term
from .text import Text

NOT = "not"  # the series of the words that turn a clause round
MONTH, DAY, ORDINAL, WEEKDAY = "month", "day", "ordinal", "weekday"
QUARTER, HALF, SEASON, PERIOD, DECADE, CENTURY = "quarter", "half", "season", "period", "decade", "century"
CALENDAR = (MONTH, DAY, WEEKDAY, QUARTER, HALF, SEASON, DECADE, CENTURY)  # series that tell when
IN_TURN = (ORDINAL, PERIOD)
YEAR = "year of"
NAMED = {letter: name for name, letter in UNITS.items() if name not in ("half", "fortnight")}
ALONE = {"M": MONTH, "v": MONTH, "W": WEEKDAY, "Z": WEEKDAY, "V": WEEKDAY, "Q": QUARTER, "G": HALF}
COUNTED = {"4": QUARTER, "5": HALF}  # parts of a year behind an ordinal
NAME = re.compile(r"[^\W\d_]+ [^\W\d_a-zà-ÿ]")
OTHERWISE = re.compile("(?<![dDy])v(?![dDy])")  # a month that is another word as well, alone: "sept personnes"
Told = tuple[Span, Term]


def terms(text: Text) -> list[Told]:
    """The words of the prose that others could stand for, in order."""
    found = [*_calendar(text), *_placed(text, text.lexicon.turn_cues)]
    found += [(span, Term(PERIOD, term.series)) for span, term in _placed(text, text.lexicon.rhythm_cues)]
    return sorted((t for t in found if text.in_prose(t[0].start)), key=lambda t: t[0])


def _placed(text: Text, finder: object) -> Iterator[Told]:
    for start, end, told in text.places(finder):  # type: ignore[arg-type]
        series, _, member = told.partition(" ")
        yield Span(start, end), Term(series, member)


def _calendar(text: Text) -> Iterator[Told]:
    for age in text.once(ages):
        first, last = age.when.first.year, age.when.last.year
        yield age.span, Term(CENTURY, str(last // 100)) if age.when.grain == CENTURY else Term(DECADE, str(first))
    for season in (d for d in text.dates if d.when.grain == SEASON):
        yield season.span, Term(SEASON, str(season.when.first.month))
    for run in text.calendar.runs:
        taken = {n for pair in _days(run) for n in pair[:1]}
        letters = f" {''.join(t.letter for t in run)} "
        taken |= {m.start() - 1 for m in OTHERWISE.finditer(letters)}
        yield from (told for _, told in _days(run))
        for n, t in enumerate(run):
            after = run[n + 1] if n + 1 < len(run) else None
            lone = len(run) == 1 and t.letter == "Z"  # "So wenige": a weekday that is another word too
            other = lone or n in taken or _in_figure(text, t) or (after is None and _named(text, t))
            if not other and (term := _term(t, after)):
                yield Span(t.start, t.end), term


def ages(text: Text) -> list[Dated]:
    """The decades and centuries of a text."""
    return [d for d in text.dates if d.when.grain in (DECADE, CENTURY)]


def of_an_age(text: Text, at: int) -> bool:
    """Whether a place is inside a decade or a century."""
    told = text.once(ages)
    i = bisect_right(told, at, key=lambda d: d.span.start) - 1
    return i >= 0 and at < told[i].span.end


def _in_figure(text: Text, t: Token) -> bool:
    """Whether a unit of time or an ordinal is part of a figure, "a quarter of their value", or of a century."""
    if of_an_age(text, t.start):
        return True
    figure = text.figure_before(t.end) if t.letter == "D" or t.letter in NAMED else None
    return figure is not None and figure.start <= t.start < figure.end


def _named(text: Text, t: Token) -> bool:
    """Whether a month or a weekday that is another word too is the first of a name: "Jan Holm"."""
    wary = text.lexicon.words.calendar.wary
    return text.lower[t.start : t.end] in wary and bool(NAME.match(text.document.text, t.start))


def _term(t: Token, after: Token | None) -> Term | None:
    if t.letter == "y":
        return Term(YEAR, str(t.number))
    if t.letter in ALONE:
        return Term(ALONE[t.letter], str(t.number))
    if t.letter == "D" and after and after.letter in COUNTED:
        return Term(COUNTED[after.letter], str(t.number))
    if t.letter == "D":
        return Term(ORDINAL, str(t.number))
    return Term(PERIOD, NAMED[t.letter]) if t.letter in NAMED else None


def _days(run: list[Token]) -> list[tuple[int, Told]]:
    """The figures of a run that are days of a month, by their place in it."""
    found = []
    tokens = [(n, t) for n, t in enumerate(run) if t.letter not in "ot"]  # "el 27 de julio"
    for (n, one), (m, other) in pairwise(tokens):
        for at, figure, month in ((m, other, one), (n, one, other)):
            if month.letter in "Mv" and figure.letter in "dDc" and 1 <= figure.number <= 31:
                found.append((at, (Span(figure.start, figure.end), Term(DAY, str(figure.number)))))
    return found
