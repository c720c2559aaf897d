"""Clock: times of day, "10:30", "9 a.m.", "noon", "7 bis 20 Uhr", "ocho de la tarde"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

import msgspec

from ..lang.clock import NOON
from ..lang.unspaced import Unspaced
from ..model import Span
from ..text import Text

DIGITS = re.compile(
    r"([0-9](?<![\w:.,][0-9])(?<![^0-9]-[0-9])[0-9]?)"
    r"(?:([:.]|[ \u00a0\u202f]?h[ \u00a0\u202f]?)([0-5][0-9])(?::[0-5][0-9])?)?(?![0-9:])"
)
PARTS = re.compile(r"[:.h]")
MARKS = frozenset("%€$£¥₽")  # behind what is no time but a share or a sum
HOUR, HALF_AN_HOUR, DAY = 60, 30, 24
REACH = 24  # characters before a time in which an hour stands that goes with it


class Clocked(msgspec.Struct, frozen=True, gc=False):
    """A time of day at its place, in minutes since midnight."""

    span: Span
    minutes: int


def clocks(text: Text) -> list[Clocked]:
    """The times of day that a text names, in order."""
    unspaced = text.lexicon.unspaced
    told = [*_in_digits(text), *_in_words(text), *(_in_characters(text, unspaced) if unspaced else ())]
    if not unspaced:
        told += [*_twice(text), *_begun(text, told)]
    return sorted({c.span.start: c for c in told}.values(), key=lambda c: c.span)


def on_the_clock(text: Text, at: int) -> bool:
    """Whether a place is inside a time of day."""
    told = text.once(clocks)
    if not told:
        return False
    i = bisect_right(told, at, key=lambda c: c.span.start) - 1
    return i >= 0 and at < told[i].span.end


def _in_words(text: Text) -> Iterator[Clocked]:
    """ "noon"; "eight o'clock", "ocho de la tarde": an hour in words before what makes a time of it."""
    words, hours = text.lexicon.words.clock_words, text.lexicon.clock
    for start, end, told in text.places(text.lexicon.clock_cues):
        if told in words:
            yield Clocked(Span(start, end), words[told] * HOUR)
        elif m := hours.in_words.search(text.lower, max(0, start - REACH), start):
            after = hours.after.match(text.lower, m.end("word"))
            hour = hours.numbers[m["word"]]
            yield Clocked(Span(m.start(), end), _in_half(hour, after) * HOUR)


def _in_half(hour: int, after: re.Match[str] | None) -> int:
    """An hour of the day, by the half of the day that it is said to be in."""
    if not after or not (after["am"] or after["pm"]):
        return hour % DAY
    return hour % NOON + (NOON if after["pm"] else 0) if hour <= NOON else hour


def _in_characters(text: Text, unspaced: Unspaced) -> Iterator[Clocked]:
    """Those of a script without spaces, "下午3点30分"."""
    for m in unspaced.clock.finditer(text.lower):
        hour, minute = int(m["hour"]), int(m["minute"] or (HALF_AN_HOUR if m["thirty"] else 0))
        hour = hour % NOON + (NOON if m["pm"] else 0) if m["half"] else hour
        if (m["half"] or m["minute"] or m["thirty"]) and hour <= DAY and minute < HOUR:
            yield Clocked(Span(m.start(), m.end()), hour % DAY * HOUR + minute)


def _in_digits(text: Text) -> Iterator[Clocked]:
    return (c for m in DIGITS.finditer(text.document.text) if (c := _read(text, m)))


def _read(text: Text, m: re.Match[str]) -> Clocked | None:
    """A time where a half of the day or "Uhr" follows, a colon or an h stands in it, or "alle 15.30" tells it."""
    hour, minute, mark = int(m[1]), int(m[3] or 0), (m[2] or "").strip()
    if mark == "h" and text.lexicon.units.get(text.word_after(m.end()) or "") == ("duration", "minute"):
        return None  # "4 h 42 min" is a length of time
    after = text.lexicon.clock.after.match(text.lower, m.end())
    half = bool(after and (after["am"] or after["pm"]))
    lasting = after and after["hour"] in text.lexicon.units and not m[2]  # "24 uur" may be a length of time
    end = after.end() if after and (half or (after["hour"] and not lasting)) else m.end()
    if end == m.end() and mark not in (":", "h"):
        end = _on_its_own(text, m)
    if not end or hour > (NOON if half and after and not after["hour"] else DAY):
        return None
    return Clocked(Span(m.start(), end), _in_half(hour, after) % DAY * HOUR + minute)


def _on_its_own(text: Text, m: re.Match[str]) -> int:
    """Where a time ends that a word for one stands before, "ore 15", "alle 15.30", "à 20 heures"; 0 for none."""
    lex, named = text.lexicon, _named(text, m.start())
    before = lex.clock.before.search(text.lower, max(0, m.start() - REACH), m.start())
    after = lex.clock.after.match(text.lower, m.end())
    if (before or named) and after and (after["length"] or after["hour"]) and int(m[1]) < DAY:
        return after.end()
    at_hours = before and (m[2] == "." or (int(m[1]) <= DAY and _on_a_day(text, before.start())))
    return m.end() if (named or at_hours) and not _measured(text, m.end()) else 0


def _on_a_day(text: Text, at: int) -> bool:
    """ "domenica alle 11", "il 13 agosto alle 7": whether a weekday or a month stands before a word for a time."""
    return text.lexicon.calendar.letter(text.word_before(at - 1) or text.word_before(at) or "") in ("W", "M", "v")


def _named(text: Text, at: int) -> bool:
    """Whether a word stands before a place that makes a time of any hour, "ore 15"."""
    return bool(text.lexicon.clock.named.search(text.lower, max(0, at - REACH), at))


def _measured(text: Text, at: int) -> bool:
    """Whether what follows makes a figure of what stands before it."""
    after = text.word_after(at)
    known = (text.lexicon.units, text.lexicon.currencies, text.lexicon.number_words)
    return any(after in words for words in known) or text.lower[at : at + 2].strip()[:1] in MARKS


def _twice(text: Text) -> Iterator[Clocked]:
    """ "7 heures à 20 heures", "dalle 7 alle 20": two that are times as they stand beside each other."""
    if not text.lexicon.words.clock_before:
        return
    for m in text.lexicon.clock.twice.finditer(text.lower):
        minutes = not (m["first"] + m["second"]).isdigit()
        at_hours = m["before"] and (minutes or ((m["again"] or m["too"]) and not _counting(text, m.end())))
        if m["length"] or (at_hours and not _measured(text, m.end())):
            yield from _bare(m, "first", "second")


def _counting(text: Text, at: int) -> bool:
    """Whether a word follows that a figure before it may count."""
    after = text.word_after(at)
    return after is not None and after not in text.lexicon.stopwords


def _begun(text: Text, told: list[Clocked]) -> Iterator[Clocked]:
    """The hour with which a time begins that is told, "7" of "7 bis 20 Uhr", or goes on, "20" of "godz. 7 do 20"."""
    lower, words = text.lower, text.lexicon.clock
    for c in told:
        if m := words.to_come.search(lower, max(0, c.span.start - REACH), c.span.start):
            yield from _bare(m, "first")
        m = words.from_here.match(lower, c.span.end) if _named(text, c.span.start) else None
        if m and not _measured(text, m.end()):
            yield from _bare(m, "second")


def _bare(m: re.Match[str], *groups: str) -> Iterator[Clocked]:
    """Times of nothing but their hours and minutes."""
    for group in groups:
        hour, _, minute = PARTS.sub(":", m[group]).partition(":")
        if int(hour) <= DAY:
            yield Clocked(Span(*m.span(group)), int(hour) % DAY * HOUR + int(minute or 0))
