"""Moves: where a figure goes from one level to another, "up 15% to $56m from $66m", "from 800 to 1,000"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter
from typing import Literal, cast

import msgspec

from .changes import Way, words_of_change
from .model import Amount, Claim, Span
from .text import Place, Text, within

REACH = 70  # characters that may stand between the figures of one move
CLOSE = 36  # characters between a word of change and the figure that it takes
LEAD = 64  # characters before a figure in which the word stands that tells its part
NEXT = 3  # figures of a sentence that are looked ahead
MOST = 40  # figures of a sentence; one with more is a table in prose
FARTHEST = 30  # times that two levels may be apart; more, and one of them lacks its scale
SHARES = "percent"  # the kind that a change may be told in

Part = Literal["from", "than", "to", "by"]


class By(msgspec.Struct, frozen=True, gc=False):
    """The size of a change, and the word that tells which way it goes."""

    claim: Claim
    word: Place | None

    @property
    def way(self) -> Way | None:
        """The way that the word points."""
        return _way(self.word)


class Move(msgspec.Struct, frozen=True, gc=False):
    """Two levels, which are one claim in "from 5 to 7", with what is said of their change: which way, and by how much.

    verb is the word of change that takes them; plainly tells that the earlier level is what the later came "from".
    """

    old: Claim
    new: Claim
    verb: Place | None
    by: By | None
    plainly: bool

    @property
    def way(self) -> Way | None:
        """The way that the verb points."""
        return _way(self.verb)


class _Told(msgspec.Struct, frozen=True, gc=False):
    """A claim with the part that the words before it tell, and where these begin."""

    claim: Claim
    part: Part | None
    start: int

    @property
    def end(self) -> int:
        """Where the claim ends."""
        return self.claim.span.end


def _way(word: Place | None) -> Way | None:
    return word[2] if word else None  # type: ignore[return-value]


def moves(text: Text, claims: tuple[Claim, ...], measures: tuple[str, ...] = (SHARES,)) -> Iterator[Move]:
    """The moves of every sentence, in order; measures are the kinds of claims that may tell by how much."""
    for sentence, group in groupby(claims, key=attrgetter("sentence")):
        if not within(text.once(_earlier), sentence):
            continue
        told = [_told(text, c) for c in group if isinstance(c.value, Amount) and not _aside(text, c)]
        if 1 <= len(told) <= MOST and not _in_a_list(text, told[0].claim.sentence):
            yield from _of_a_sentence(text, told, measures)


def _earlier(text: Text) -> list[Place]:
    """Where the words stand without which no earlier level is told: "from", "against"."""
    return text.places(text.lexicon.comparing.earlier_cues)


def _of_a_sentence(text: Text, told: list[_Told], measures: tuple[str, ...]) -> Iterator[Move]:
    i = 0
    while i < len(told):
        found = next((m for n in range(1, NEXT + 1) if (m := _pair(text, told, i, n, measures))), None)
        if found:
            yield found[0]
        i = found[1] if found else i + 1


def _pair(text: Text, told: list[_Told], i: int, n: int, measures: tuple[str, ...]) -> tuple[Move, int] | None:
    """The move whose levels are one claim (n is 1), neighbours (2), or have their change between them (3)."""
    if i + n > len(told) or (told[i].claim.kind in measures and told[i].claim.kind != SHARES):
        return None
    first, last = told[i], told[i + n - 1]
    middle = told[i + 1] if n == NEXT else None
    if n == 1:
        if not _from_to(first) or (
            i and _comparable(told[i - 1].claim, first.claim) and _joined(text, told[i - 1], first)
        ):
            return None
        old = new = first
    else:
        old, new = (first, last) if last.part == "to" else (last, first)
        if old.part not in ("from", "than") or new.part not in ("to", None) or not _comparable(old.claim, new.claim):
            return None
        if middle and not _between(text, first, middle, last, measures):
            return None
        if not middle and not _joined(text, first, last):
            return None
    by, verb, end = _change(text, told, i, i + n, middle, measures)
    return Move(old.claim, new.claim, verb, by, old.part == "from"), end


def _change(
    text: Text, told: list[_Told], i: int, j: int, middle: _Told | None, measures: tuple[str, ...]
) -> tuple[By | None, Place | None, int]:
    """What the words around the levels told[i:j] tell of their change: by how much, which way, and where it ends."""
    first, last = told[i], told[j - 1]
    if middle:
        by = _by(text, told, i + 1, last.start)
        return by, by.word, j
    set_back = _word_before(text, first.end, last.start) if j - i > 1 and last.part != "to" else None
    before = told[i - 1] if i else None
    floor = before.end if before else first.claim.sentence.start
    if before and _measures(before, measures):
        by = _by(text, told, i - 1, first.start)
        if _leads(text, by, first) and not set_back:
            return by, by.word, j
    verb = set_back or _word_before(text, floor, first.start)
    k = j + 1 if j + 1 < len(told) and _again(text, told[j], told[j + 1]) else j
    if k < len(told) and _measures(told[k], measures) and not _taken(told, k):
        by = _by(text, told, k, told[k].end + CLOSE)
        if _concludes(text, last, told[j], by):
            return by, verb, k + 1
    return None, verb, j


def _told(text: Text, c: Claim) -> _Told:
    """The part that the words right before a claim tell, past what may stand between: "from the revised"."""
    floor = max(c.sentence.start, c.span.start - LEAD)
    m = text.lexicon.comparing.part_before.search(text.lower, floor, c.span.start)
    if not m:
        return _Told(c, "by" if _taken_by_a_verb(text, c) else None, c.span.start)
    return _Told(c, cast("Part", m.lastgroup), m.start())


def _taken_by_a_verb(text: Text, c: Claim) -> bool:
    """ "up $8m from $83m": what follows a word of change is how much it was."""
    word = _word_before(text, c.sentence.start, c.span.start)
    return bool(word) and text.lower[word[1] : c.span.start].strip() in ("", *text.lexicon.hedges)  # type: ignore[index]


def _from_to(t: _Told) -> bool:
    assert isinstance(t.claim.value, Amount)
    return t.part == "from" and len(t.claim.value.stated) == 2 and t.claim.hedge is None


def _comparable(a: Claim, b: Claim) -> bool:
    """Whether two levels are of one measure: kind, unit, currency and what they are for one of."""
    x, y = a.value, b.value
    assert isinstance(x, Amount)
    assert isinstance(y, Amount)
    plain = "number" in (a.kind, b.kind) and SHARES not in (a.kind, b.kind)
    if not (a.kind == b.kind or plain) or x.per != y.per or not min(*x.stated, *y.stated) > 0:
        return False
    if max(*x.stated, *y.stated) > FARTHEST * min(*x.stated, *y.stated):
        return False
    same = x.unit == y.unit or plain
    return same and (plain or set(x.currencies) == set(y.currencies) or not set(x.currencies).isdisjoint(y.currencies))


def _joined(text: Text, first: _Told, last: _Told) -> bool:
    """Whether nothing but where and when stands between two levels: "to 5 in May from 4", "5, down from 4"."""
    change = _word_before(text, first.end, last.start)
    stop = change[0] if change and last.part != "to" else last.start
    return last.start - first.end <= REACH and _plain(text, first.end, stop)


def _between(text: Text, first: _Told, by: _Told, last: _Told, measures: tuple[str, ...]) -> bool:
    """ "10m, up 5% from 9.5m": the change stands between the levels, bound to both."""
    if not _measures(by, measures) or last.part == "to" or by.claim.span.start - first.end > REACH:
        return False
    change = _word_before(text, first.end, by.claim.span.start)
    after = _word_after(text, by.end, last.start)
    if not (change or after):
        return False
    stop = change[0] if change else by.start
    if first.claim.kind == by.claim.kind and first.part != "to" and text.lower[first.end : stop].strip() != ",":
        return False
    return _plain(text, first.end, stop) and _plain(text, after[1] if after else by.end, last.start)


def _measures(t: _Told, measures: tuple[str, ...]) -> bool:
    """Whether a claim may tell the size of a change: it is no level itself."""
    return t.part in (None, "by") and t.claim.kind in measures


def _leads(text: Text, by: By, first: _Told) -> bool:
    """ "rose 5% in May to 10m", "5% down at 10m": nothing but where and when stands between change and level."""
    end, after = by.claim.span.end, _word_after(text, by.claim.span.end, first.start)
    told = by.word or by.claim.kind != SHARES or first.start - end <= 1
    near = first.part is not None and first.start - end <= CLOSE
    return bool(told) and near and _plain(text, after[1] if after else end, first.start)


def _taken(told: list[_Told], j: int) -> bool:
    """Whether a percentage leads to the levels after it: "to 10 from 9, up 5% to 4 from 3"."""
    return j + 1 < len(told) and told[j + 1].part is not None and told[j + 1].start - told[j].end <= 1


def _concludes(text: Text, last: _Told, told: _Told, by: By) -> bool:
    """ "…, an increase of 5%", "… (up 5%)", "…, or 5%": the change is told after the levels."""
    gap = text.lower[last.end : told.claim.span.start]
    if len(gap) > REACH:
        return False
    m = text.lexicon.comparing.in_sum.search(gap)
    if not m:
        return False
    again = any(f" {word} " in gap for word in text.lexicon.words.restated)
    return (by.word is not None or again) and _plain(text, last.end, last.end + m.start())


def _by(text: Text, told: list[_Told], n: int, ceiling: int) -> By:
    """The size of a change with the word before it, or after it, that tells which way it goes.

    Where it tells again what an amount told, "rose by $2m, or 5%", the word is before that.
    """
    claim, k = told[n].claim, n - 1 if n and _again(text, told[n - 1], told[n]) else n
    floor = told[k - 1].end if k else claim.sentence.start
    return By(claim, _word_before(text, floor, told[k].claim.span.start) or _word_after(text, claim.span.end, ceiling))


def _again(text: Text, amount: _Told, share: _Told) -> bool:
    """ "$2m, or 5%": an amount that is told again as a percentage."""
    gap = text.lower[amount.end : share.claim.span.start].strip(" ,(")
    return gap in text.lexicon.words.restated and share.claim.kind == SHARES != amount.claim.kind


def _word_before(text: Text, floor: int, at: int) -> Place | None:
    """The word of change that takes the figure at a place: close before it, in the same breath."""
    words = text.once(words_of_change)
    i = bisect_left(words, (at, 0, "")) - 1
    if i < 0 or words[i][0] < max(floor, at - CLOSE - (words[i][1] - words[i][0])):
        return None
    return words[i] if not text.lexicon.comparing.move_break.search(text.lower, words[i][1], at) else None


def _word_after(text: Text, at: int, ceiling: int) -> Place | None:
    """The word of change right after a place: "5% higher", "a 5 percent increase"."""
    words = text.once(words_of_change)
    i = bisect_left(words, (at, 0, ""))
    near = i < len(words) and words[i][0] <= at + 2 and words[i][1] <= ceiling
    return words[i] if near else None


def _plain(text: Text, start: int, end: int) -> bool:
    """Whether a stretch holds no break, no other word of change and no other word that tells a part."""
    words = text.once(words_of_change)
    i = bisect_left(words, (start, 0, ""))
    if i < len(words) and words[i][1] <= end:
        return False
    return not (
        text.lexicon.comparing.move_break.search(text.lower, start, end)
        or text.lexicon.comparing.other_base.search(text.lower, start, end)
    )


def _aside(text: Text, c: Claim) -> bool:
    """Whether a claim stands in brackets as another's conversion, or tells it again for one share."""
    assert isinstance(c.value, Amount)
    before = text.document.text[max(0, c.span.start - 1) : c.span.start]
    after = text.document.text[c.span.end : c.span.end + 1]
    return c.kind != SHARES and before in ("(", "[") and after in (")", "]")


def _in_a_list(text: Text, sentence: Span) -> bool:
    """ "from 5 and 6 to 7 and 8 respectively": which belongs to which is another's business."""
    return bool(text.lexicon.comparing.in_turn.search(text.lower, sentence.start, sentence.end))
