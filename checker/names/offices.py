"""Offices: who holds which office in a text, "Foreign Minister Kocsis; Molnar, the foreign minister"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

import msgspec

from ..model import Span
from ..text import Text
from . import Mention, mentions

APPOSED = re.compile(r", (?:the )?(?:[^\W\d_]+(?:’s|'s)? )?$")  # between a holder and the office
ENDS = re.compile(r"[,.;)]|\s*$")  # after an office that stands behind its holder
OF_PLACE = re.compile(r" (?:of|for) (?:the )?([^\W\d_]+)")
PLACE = re.compile(r"([^\W\d_]+?)(?:’s|'s)? $")
NEAR = 40  # characters before an office in which what takes it from the present may stand


class Holder(msgspec.Struct, frozen=True, gc=False):
    """An office with the name of its holder, the place that either is said to be of, and where all that stands."""

    span: Span
    name: Mention
    office: str
    place: str


def holders(text: Text) -> tuple[Holder, ...]:
    """All whom a text calls the holder of an office now, in order: not the former, the acting and those to come."""
    places = text.places(text.lexicon.office_cues)
    return tuple(_holders(text, places)) if len(places) > 1 else ()


def _holders(text: Text, places: list[tuple[int, int, str]]) -> Iterator[Holder]:
    named = text.once(mentions)
    for start, end, office in places:
        name = _holder(text, named, start, end) if text.in_prose(start) else None
        if name and name.words[-1].lower() not in text.lexicon.titles and not _past(text, start, end):
            span = Span(min(start, name.span.start), max(end, name.span.end))
            yield Holder(span, name, office, _place(text, start, end))


def _holder(text: Text, named: tuple[Mention, ...], start: int, end: int) -> Mention | None:
    """The name right behind an office, or right before it with a comma."""
    i = bisect_left(named, end, key=lambda m: m.span.start)
    after = named[i] if i < len(named) else None
    if after and text.document.text[end : after.span.start] == " ":
        return after
    source = text.document.text
    before = named[i - 1] if i else None
    if before and before.span.end > start:
        before = named[i - 2] if i > 1 else None
    if before and ENDS.match(source, end) and APPOSED.fullmatch(source, before.span.end, start):
        return before
    if after and len(after.words) > 1 and source[end : after.span.start] == ", " and ENDS.match(source, after.span.end):
        return after
    return None


def _past(text: Text, start: int, end: int) -> bool:
    """Whether the office is one of another time or is not quite held: "then-Mayor", "the acting foreign minister"."""
    sentence = text.sentence(start)
    cue = text.lexicon.not_in_office.search(text.lower, max(sentence.start, start - NEAR), start)
    when, published = text.when(sentence), text.document.published
    return bool(cue) or bool(when and (published is None or when.first.year < published.year))


def _place(text: Text, start: int, end: int) -> str:
    """The word that tells what the office is of: "Hungarian", "Hungary's", "of Hungary"; none where there is none."""
    after = OF_PLACE.match(text.document.text, end)
    before = PLACE.search(text.document.text, max(0, start - NEAR), start)
    word = after[1] if after else before[1] if before else ""
    return word if word[:1].isupper() and word.lower() not in text.lexicon.stopwords else ""
