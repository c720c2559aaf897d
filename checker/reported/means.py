"""Means: a sample's mean beside its standard deviation or its size, "M = 5.19, SD = 1.1, n = 28"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import msgspec

from ..lang import lexicon
from ..model import Mean, Span
from ..text import Text
from .notation import GAP, NUMBER, SIGN, any_of, bracketed, head, number

MOST = 6  # figures told of one sample
EARLIER = 60  # characters before a name with a sign in which the first of its run is looked for
LARGEST = 10**9  # sample


class Notation(msgspec.Struct, frozen=True):
    """A language's patterns: a name before a sign, and the parts that may follow one another."""

    first: re.Pattern[str]
    name: re.Pattern[str]
    part: re.Pattern[str]
    items: re.Pattern[str]
    names: dict[str, str]


@cache
def notation(lang: str) -> Notation:
    """The patterns of a language."""
    lex = lexicon(lang)
    names = {name: what for what, called in lex.words.moments.items() for name in called}
    named, joins = any_of(names), any_of(lex.words.moment_joins)
    unit = r"(?P<unit>\s?%|(?:\s(?!(?:" + joins + rf"|{named})\b)|(?=[^\W\d_]))[^\W\d_]{{1,12}}\b)?"
    return Notation(
        re.compile(rf"(?<![\w-])(?:{named}){GAP}$"),
        re.compile(rf"(?<![\w-])(?:{named})(?!\w)"),
        re.compile(
            rf"[\s,;:()\[\]]{{0,4}}(?:(?:{joins})\s)?(?<![\w-])(?P<name>{named}){GAP}(?:[=≈:]|\b(?:{joins})\b)?{GAP}"
            rf"(?P<number>{NUMBER})(?!,?[0-9]){unit}(?![\w%])\)?"
        ),
        re.compile(rf"\b([0-9]{{1,3}}|[a-z]{{3,9}})[ -]?(?:{any_of(lex.words.items)})\b"),
        names,
    )


def means(text: Text, block: Span) -> Iterator[tuple[Span, Mean]]:
    """Each run of a mean with a standard deviation, a size or both, in whatever order."""
    source, end, patterns = text.document.text, block.start, notation(text.lexicon.lang)
    for sign in SIGN.finditer(source, block.start, block.end):
        first = head(source, max(block.start, end), sign.start(), patterns.first) if sign.start() >= end else None
        if not first:
            continue
        parts = _around(source, max(block.start, end), first.start(), block.end, patterns)
        if parts:
            end = parts[-1].end()
            mean = _mean(text, parts, patterns)
            if mean:
                start = parts[0].start("name")
                yield Span(start, bracketed(source, start, _last(parts[-1]))), mean


def _around(source: str, start: int, at: int, end: int, n: Notation) -> list[re.Match[str]]:
    """The run that a name before a sign is part of; it may begin earlier, with names that have no sign."""
    for name in n.name.finditer(source, max(start, at - EARLIER), at):
        parts = _run(source, name.start(), end, n)
        if parts and parts[-1].start("name") >= at:
            return parts
    return _run(source, at, end, n)


def _run(source: str, at: int, end: int, n: Notation) -> list[re.Match[str]]:
    """The parts that follow one another from a place, each name once."""
    parts, seen = list[re.Match[str]](), set[str]()
    while len(parts) < MOST:
        m = n.part.match(source, at, end)
        if not m or n.names[m["name"]] in seen:
            break
        parts.append(m)
        seen.add(n.names[m["name"]])
        at = m.end()
    return parts


def _last(part: re.Match[str]) -> int:
    return part.end("unit") if part["unit"] else part.end("number")


def _mean(text: Text, parts: list[re.Match[str]], n: Notation) -> Mean | None:
    told = {n.names[p["name"]]: p for p in parts}
    if "mean" not in told or len(told) == 1:
        return None
    size = number(told["size"]["number"]) if "size" in told else None
    deviation = number(told["deviation"]["number"]) if "deviation" in told else None
    if (size is not None and (size % 1 or not 0 < size <= LARGEST)) or (deviation is not None and deviation < 0):
        return None
    here, words = text.sentence(parts[0].start()), text.lexicon.words
    lower = text.lower[here.start : here.end]
    return Mean(
        number(told["mean"]["number"]),
        deviation,
        int(size) if size else None,
        items=_items(lower, text, n),
        binary=any(w in lower for w in words.binary),
        measured=bool(told["mean"]["unit"]) or any(w in lower for w in words.measured),
    )


def _items(lower: str, text: Text, n: Notation) -> int:
    """How many items the sentence says went into each score."""
    words = text.lexicon.words.numbers
    for m in n.items.finditer(lower):
        if m[1].isdigit() or m[1] in words:
            return max(1, int(m[1]) if m[1].isdigit() else int(words[m[1]]))
    return 1
