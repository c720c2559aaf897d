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

    def what(self, name: str) -> str:
        """Mean, deviation or size: what goes by this name, which a long one does in capitals as well."""
        return self.names.get(name) or self.names[name.lower()]


class Said(msgspec.Struct, frozen=True):
    """What a sentence says of its means: how many items go into a score, answers of yes or no, something measured."""

    items: int
    binary: bool
    measured: bool


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
    said = cache(lambda sentence: _said(text, sentence, patterns))
    for sign in SIGN.finditer(source, block.start, block.end):
        first = head(source, max(block.start, end), sign.start(), patterns.first) if sign.start() >= end else None
        if not first:
            continue
        parts = _around(source, max(block.start, end), first.start(), block.end, patterns)
        if parts:
            end = parts[-1].end()
            start = parts[0].start("name")
            mean = _mean(parts, patterns, said(text.sentence(start)))
            if mean:
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
        if not m or n.what(m["name"]) in seen:
            break
        parts.append(m)
        seen.add(n.what(m["name"]))
        at = m.end()
    return parts


def _last(part: re.Match[str]) -> int:
    return part.end("unit") if part["unit"] else part.end("number")


def _mean(parts: list[re.Match[str]], n: Notation, said: Said) -> Mean | None:
    told = {n.what(p["name"]): p for p in parts}
    if "mean" not in told or len(told) == 1:
        return None
    size = number(told["size"]["number"]) if "size" in told else None
    deviation = number(told["deviation"]["number"]) if "deviation" in told else None
    if (size is not None and (size % 1 or not 0 < size <= LARGEST)) or (deviation is not None and deviation < 0):
        return None
    mean = number(told["mean"]["number"])
    if deviation is None and not mean % 1:
        return None  # any letter may stand for a whole number
    return Mean(
        mean,
        deviation,
        int(size) if size else None,
        items=said.items,
        binary=said.binary,
        measured=said.measured or bool(told["mean"]["unit"]),
    )


def _said(text: Text, sentence: Span, n: Notation) -> Said:
    lower, words = text.lower[sentence.start : sentence.end], text.lexicon.words
    items = (m[1] for m in n.items.finditer(lower) if m[1].isdigit() or m[1] in words.numbers)
    first = next(items, "1")
    return Said(
        max(1, int(first) if first.isdigit() else int(words.numbers[first])),
        any(w in lower for w in words.binary),
        any(w in lower for w in words.measured),
    )
