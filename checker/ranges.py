"""Ranges: figures that belong together, "$5–7 million", "from 4.8 to 4.7 percent", "5 ft 2 in"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import msgspec

from .figures import Figure
from .measures import COMPOUNDS, Measure, measures
from .text import Text

SCORE = ("-", "–")


def joined(text: Text) -> list[Measure]:
    """The measures of the prose, in order, with ranges and compounds as one and scores left out."""
    return list(_joined(text, text.once(measures)[:]))


def _joined(text: Text, read: list[Measure]) -> Iterator[Measure]:
    i = 0
    while i < len(read):
        low, high = read[i], read[i + 1] if i + 1 < len(read) else None
        if high and _is_compound(text, low, high):
            read[i + 1] = _compound(low, high)
        elif high and _is_range(text, low, high):
            yield _range(low, high)
            i += 1
        elif high and _is_change(text, low, high):
            yield from _change(low, high)
            i += 1
        elif not _is_score(text, low):
            yield low
        i += 1


def _is_score(text: Text, m: Measure) -> bool:
    """Whether a bare figure is a side of a score, a vote or a record that no unit makes a range: "2-1"."""
    source = text.document.text
    after = source[m.end : m.end + 1] in SCORE and source[m.end + 1 : m.end + 2].isdigit()
    before = source[m.start - 1 : m.start] in SCORE and source[m.start - 2 : m.start - 1].isdigit()
    return m.kind == "number" and (after or before)


def _is_compound(text: Text, low: Measure, high: Measure) -> bool:
    """Whether a second figure is the small change of the first: "13 dollars and 45 cents", "5 ft 2 in"."""
    between = text.lower[low.end : high.start].strip()
    if between not in ("", *text.lexicon.words.joins) or high.start - low.end > 5 or low.low is not low.high:
        return False
    if low.mark and high.mark:
        return low.mark.worth == 1 > high.mark.worth and high.low.value < 100
    return (low.unit, high.unit) in COMPOUNDS and high.low.value < COMPOUNDS[low.unit, high.unit]


def _compound(low: Measure, high: Measure) -> Measure:
    """The two as one, in the larger unit."""
    parts = 1 / high.mark.worth if high.mark else Decimal(COMPOUNDS[low.unit, high.unit])
    value = low.low.value + high.low.value / parts
    figure = Figure(low.start, high.end, value)
    return Measure(low.kind, low.start, high.end, figure, figure, low.unit, high.per, low.mark)


def _is_range(text: Text, low: Measure, high: Measure) -> bool:
    """Whether two figures are the ends of one range, as in "$5–7 million"; "rose from 5 to 7" is a change."""
    words, lower = text.lexicon.words, text.lower
    between = lower[low.end : high.start].strip()
    if len(between) > 5 or high.start - low.end > 8:
        return False
    alike = low.kind == high.kind or low.kind == "number" or (high.kind == "number" and (low.mark or low.kind == "age"))
    if low.kind == high.kind == "number" and between in SCORE:
        return False
    if low.kind == high.kind and low.unit and high.unit and low.unit != high.unit and low.kind != "count":
        return False
    before = text.word_before(low.start)
    changed = before in words.change[1:] or (between.isalpha() and _changes(text, low.start))
    if low.mark and high.mark and low.mark.worth != high.mark.worth and low.mark.currencies:
        return False
    joined = (between in words.to and not changed) or (before is not None and words.between.get(before) == between)
    return bool(alike and joined and _shared_scale(low, high) * low.low.written < high.high.value)


def _is_change(text: Text, low: Measure, high: Measure) -> bool:
    """Whether a bare figure shares the unit of the one it rose or fell from: "from 4.8 to 4.7 percent"."""
    words, between = text.lexicon.words, text.lower[low.end : high.start].strip()
    told = text.word_before(low.start) in words.change[:1] and between in words.to
    return told and (low.kind == "number") != (high.kind == "number")


def _change(low: Measure, high: Measure) -> Iterator[Measure]:
    told, bare = (low, high) if high.kind == "number" else (high, low)
    shared = msgspec.structs.replace(bare, kind=told.kind, unit=told.unit, per=told.per, mark=told.mark)
    yield from (low, shared) if bare is high else (shared, high)


def _changes(text: Text, at: int) -> bool:
    words = text.lower[max(0, at - 60) : at].split()[-5:]
    return any(w in text.lexicon.words.change_verbs for w in words)


def _shared_scale(low: Measure, high: Measure) -> Decimal:
    """ "$5–7 million": the first figure has the scale of the second, where that keeps it the lower one."""
    if low.low.scale == 1 and low.low.written < high.low.written:
        return high.low.scale
    return low.low.scale


def _range(low: Measure, high: Measure) -> Measure:
    first = msgspec.structs.replace(low.low, scale=_shared_scale(low, high))
    mark = low.mark or high.mark
    kind, unit = (low.kind, low.unit) if low.kind != "number" else (high.kind, high.unit)
    return Measure(kind, low.start, high.end, first, high.high, high.unit or unit, high.per or low.per, mark)
