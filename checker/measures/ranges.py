"""Ranges: figures that belong together, "$5–7 million", "from 4.8 to 4.7 percent", "5 ft 2 in", "one in five"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import msgspec

from ..changes import direction
from ..figures import Figure
from ..text import Text
from . import BARE, Measure, measures
from .ellipsis import PLAIN, completed
from .unit_words import COMPOUNDS

SCORE = ("-", "–")
NEARBY = 10  # times the second figure, up to which the first may share its scale
FARTHEST = 100  # times a first figure with a scale of its own, and the second is another: "1.2 million or 990 million"
GAP = 10  # characters that may stand between the two ends of a range
MOST_DIGITS = 12  # of what comes out even
HUNDRED = Decimal(100)
WHOLE = 1000  # "one in 1,000" is as small as a ratio gets


def joined(text: Text) -> list[Measure]:
    """The measures of the prose, in order, with ranges and compounds as one; what tells nothing is left out."""
    return [m for m in _joined(text, completed(text, text.once(measures))) if m.kind != BARE]


def _joined(text: Text, read: list[Measure]) -> Iterator[Measure]:
    i = 0
    while i < len(read):
        low, high = read[i], read[i + 1] if i + 1 < len(read) else None
        if high and _is_compound(text, low, high):
            read[i + 1] = _compound(low, high)
        elif high and _is_ratio(text, low, high):
            yield _ratio(low, high)
            i += 1
        elif high and _is_range(text, low, high):
            yield _range(low, high)
            i += 1
        elif high and _is_score(text, low, high):
            yield Measure("score", low.start, high.low.end, low.low, high.low)
            i += 1
        else:
            yield low
        i += 1


def _is_score(text: Text, low: Measure, high: Measure) -> bool:
    """Whether two figures are the sides of a score or a vote: "2-1", "60 votes to 40"."""
    words, between = text.lexicon.words, text.document.text[low.end : high.start]
    if high.kind not in (*PLAIN, "count") or not (_side(text, low.low) and _side(text, high.low)):
        return False
    votes = low.kind == "count" and low.unit in words.votes and between.strip() in words.to
    return votes or (low.kind in PLAIN and between in SCORE)


def _side(text: Text, f: Figure) -> bool:
    """Whether a figure is such as scores are made of: whole, in digits, and no "0199"."""
    written = text.document.text[f.start : f.end]
    return written.isdecimal() and f.value < WHOLE and (written == "0" or written[0] != "0")


def _is_compound(text: Text, low: Measure, high: Measure) -> bool:
    """Whether a second figure is the small change of the first: "13 dollars and 45 cents", "six feet two"."""
    between = text.lower[low.end : high.start].strip()
    if between not in ("", *text.lexicon.words.joins) or high.start - low.end > 5 or low.low is not low.high:
        return False
    parts, value = _parts(low, high), high.low.value
    article = text.lower[high.start : high.end] in text.lexicon.words.articles  # "a 12 años un banquero"
    told = high.kind not in PLAIN or value >= 10 or ((parts or 0) < 60 and not article)
    return parts is not None and value < parts and told and not (value % 1 or low.low.value % 1)


def _parts(low: Measure, high: Measure) -> Decimal | None:
    """How many of what the second figure counts make one of what the first is in."""
    if low.mark and low.mark.worth == 1 and high.mark:
        return 1 / high.mark.worth if high.mark.worth < 1 else None
    if low.mark:
        return HUNDRED if low.mark.worth == 1 and high.kind in PLAIN else None
    units = COMPOUNDS.items()
    return next((Decimal(n) for (a, b), n in units if a == low.unit and (high.kind in PLAIN or b == high.unit)), None)


def _compound(low: Measure, high: Measure) -> Measure:
    """The two as one, in the larger unit; a length of time that would not come out even, in the smaller: 152 months."""
    parts = _parts(low, high) or Decimal(1)
    value, unit = low.low.value + high.low.value / parts, low.unit
    if low.kind == "duration" and high.unit and len(value.as_tuple().digits) > MOST_DIGITS:
        value, unit = low.low.value * parts + high.low.value, high.unit
    figure = Figure(low.start, high.end, value)
    return Measure(low.kind, low.start, high.end, figure, figure, unit, high.per, low.mark)


def _is_ratio(text: Text, low: Measure, high: Measure) -> bool:
    """Whether a figure tells a share of the next: "one in five adults", "three out of 10"."""
    a, b = low.low.value, high.low.value
    whole = high.kind in (BARE, "number", "count") and not (a % 1 or b % 1)
    between = text.lower[low.end : high.start].replace("-", " ").strip()
    if a == 1 and between not in text.lexicon.words.out_of and high.kind == BARE:  # "one launch in twenty"
        between = between.partition(" ")[2]
    told = between in text.lexicon.words.out_of and (low.kind in PLAIN or (a == 1 and high.kind == BARE))
    return whole and told and 0 < a < b <= WHOLE and high.low is high.high


def _ratio(low: Measure, high: Measure) -> Measure:
    share = Figure(low.start, high.end, low.low.value / high.low.value)
    return Measure("fraction", low.start, high.end, share, share, high.unit)


def _is_range(text: Text, low: Measure, high: Measure) -> bool:
    """Whether two figures are the ends of one range, "$5–7 million", or of a change, "from 4.8 to 4.7 percent"."""
    words, lower = text.lexicon.words, text.lower
    between, before = _bare_join(text, lower[low.end : high.start].strip()), _before(text, low.start)
    paired = words.between.get(before or "") == between
    shares = paired and low.mark and high.kind in PLAIN  # "between 30,000 euros and 50,000"
    if len(between) > 5 or high.start - low.end > GAP or not (shares or _alike(low, high)):
        return False
    if low.kind in PLAIN and high.kind in PLAIN and between in SCORE and not _of_something(text, high):
        return False
    if between in words.change_parts["to"] and before in words.change_parts["from"]:
        return True
    noun = before == words.of or before in words.links  # "growth of 6 to 8 percent"
    told = before in words.change_parts["by"] or (not noun and direction(text, low.start))
    changed = between.isalpha() and told
    first, last = _shared_scale(low, high) * low.low.written, high.high.value
    if paired or (between in words.to and before in words.between):
        return first < last
    apart = low.low.scale > 1 and last >= FARTHEST * first
    return between in words.to and not changed and first < last and not apart


def _bare_join(text: Text, between: str) -> str:
    """What joins two figures without the article or the "plus" behind it: "e i", "to plus"."""
    words = text.lexicon.words
    gap = "" if words.unspaced else " "
    told = (*words.plus, *words.calendar.little.get("the", ()))
    last = next((word for word in told if between.endswith(f"{gap}{word}")), "")
    return between.removesuffix(last).rstrip()


def _before(text: Text, at: int) -> str | None:
    """The word before a place, or before an article there: "tussen de 95 en 1000"."""
    word = text.word_before(at)
    if not word or word not in text.lexicon.words.calendar.little.get("the", ()):
        return word
    return text.word_before(text.lower.rindex(word, 0, at)) or word


def _of_something(text: Text, m: Measure) -> bool:
    """Whether what follows may be what a figure counts, in a language whose plurals are unknown: "40–50 отделений"."""
    after = "" if text.lexicon.words.singulars else text.word_after(m.end) or ""
    small = after.isalpha() and text.document.text[m.end : m.end + 2].strip()[:1].islower()
    return small and after not in text.lexicon.stopwords


def _alike(low: Measure, high: Measure) -> bool:
    """Whether the two can be in one unit, that of the one being left to the other where it leaves it out."""
    if low.kind in PLAIN or (low.kind == "age" and low.end == low.low.end and high.kind == "duration"):
        return True  # "âgés de 5 à 17 mois"
    if high.kind in PLAIN:
        return low.kind == "age" or low.start < low.low.start  # "$5 to 7", "yüzde 9 ila 11"
    if low.mark and high.mark:
        return not low.mark.currencies or low.mark.worth == high.mark.worth
    same = not low.unit or not high.unit or low.unit == high.unit or low.kind == "count"
    return low.kind == high.kind and same


def _shared_scale(low: Measure, high: Measure) -> Decimal:
    """ "$5–7 million": the first figure has the scale of the second, where that leaves them near each other."""
    near = low.low.written * high.low.scale < NEARBY * high.low.value
    return high.low.scale if low.low.scale == 1 and near else low.low.scale


def _range(low: Measure, high: Measure) -> Measure:
    first = msgspec.structs.replace(low.low, scale=_shared_scale(low, high))
    mark = low.mark or high.mark
    kind, unit = (low.kind, low.unit) if low.kind not in PLAIN else (high.kind, high.unit)
    kind = "number" if kind == BARE else kind
    return Measure(kind, low.start, high.end, first, high.high, high.unit or unit, high.per or low.per, mark)
