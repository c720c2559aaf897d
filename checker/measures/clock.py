"""Clock: times of day, "10:30", "9 a.m.", "noon"."""

from __future__ import annotations

import re
from bisect import bisect_right

import msgspec

from ..lang.unspaced import Unspaced
from ..model import Span
from ..text import Text

DIGITS = re.compile(r"([0-9](?<![\w:.,-][0-9])[0-9]?)(?:([:.h])([0-5][0-9])(?::[0-5][0-9])?)?(?![0-9:])")
AFTER = re.compile(r"[ \u00a0\u202f]?([a-z'’.]{2,8})")
MARKS = frozenset("%€$£¥₽")  # behind what is no time but a share or a sum
NOON, HOUR, HALF_AN_HOUR = 12, 60, 30


class Clocked(msgspec.Struct, frozen=True, gc=False):
    """A time of day at its place, in minutes since midnight."""

    span: Span
    minutes: int


def clocks(text: Text) -> list[Clocked]:
    """The times of day that a text names, in order."""
    characters = _in_characters(text, text.lexicon.unspaced) if text.lexicon.unspaced else []
    return sorted([*_in_digits(text), *_in_words(text), *characters], key=lambda c: c.span)


def on_the_clock(text: Text, at: int) -> bool:
    """Whether a place is inside a time of day."""
    told = text.once(clocks)
    if not told:
        return False
    i = bisect_right(told, at, key=lambda c: c.span.start) - 1
    return i >= 0 and at < told[i].span.end


def _in_words(text: Text) -> list[Clocked]:
    hours = text.lexicon.words.clock_words
    return [Clocked(Span(a, b), hours[h] * 60) for a, b, h in text.places(text.lexicon.clock_cues)]


def _in_characters(text: Text, unspaced: Unspaced) -> list[Clocked]:
    """Those of a script without spaces, "下午3点30分"."""
    found = list[Clocked]()
    for m in unspaced.clock.finditer(text.lower):
        hour, minute = int(m["hour"]), int(m["minute"] or (HALF_AN_HOUR if m["thirty"] else 0))
        hour = hour % NOON + (NOON if m["pm"] else 0) if m["half"] else hour
        if (m["half"] or m["minute"] or m["thirty"]) and hour <= 2 * NOON and minute < HOUR:
            found.append(Clocked(Span(m.start(), m.end()), hour % 24 * HOUR + minute))
    return found


def _in_digits(text: Text) -> list[Clocked]:
    read = (_read(text, m) for m in DIGITS.finditer(text.document.text))
    return [c for c in read if c]


def _on_its_own(text: Text, m: re.Match[str]) -> bool:
    """Whether a word for a time stands before hours and minutes, and what follows makes no figure of them."""
    lex, after = text.lexicon, text.word_after(m.end())
    measured = after in lex.units or after in lex.currencies or text.lower[m.end() : m.end() + 2].strip()[:1] in MARKS
    return m[2] == "." and text.word_before(m.start()) in lex.words.clock_before and not measured


def _read(text: Text, m: re.Match[str]) -> Clocked | None:
    """A time where a half of the day follows, "9.30 pm", a colon or an h stands in it, "15h30", or "alle 15.30"."""
    words, hour, minute = text.lexicon.words, int(m[1]), int(m[3] or 0)
    after = AFTER.match(text.lower, m.end())
    half = next((h for h, names in words.half_days.items() if after and after[1].rstrip(",") in names), None)
    end = after.end() if after and (half or after[1] in words.hours) else m.end()
    if end == m.end() and not (m[2] in (":", "h") or _on_its_own(text, m)):
        return None
    if hour > (NOON if half else 2 * NOON):
        return None
    hour = hour % NOON + (NOON if half == "pm" else 0) if half else hour
    return Clocked(Span(m.start(), end), hour % 24 * 60 + minute)
