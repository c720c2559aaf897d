"""Estimates: intervals of confidence, with the estimate before them, "OR = 1.52, 95% CI [1.20, 1.92]"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from itertools import chain

import msgspec

from ..lang import Lexicon, lexicon
from ..model import Estimate, Span
from ..text import Text
from .notation import GAP, NUMBER, any_of, bracketed, number

LEVEL = re.compile(r"[0-9]{2}(?:\.[0-9]{1,2})?\s?(?:%|[a-z]{3,8}(?:\s[a-z]{4})?)[\s-]?\(?$")
BACK = 140  # characters before an interval in which its estimate is looked for
LEVEL_BACK = 24
LONG_NAME = 5  # letters
MOST_PARTS = 5  # figures between an estimate and its interval
SEPARATORS = " \t\r\n\u00a0\u202f,;:([{"


class Notation(msgspec.Struct, frozen=True):
    """A language's patterns: the limits after the name of an interval, and a figure with its name before one."""

    limits: re.Pattern[str]
    figure: re.Pattern[str]
    not_estimated: frozenset[str]


@cache
def notation(lang: str) -> Notation:
    """The patterns of a language."""
    words = lexicon(lang).words
    to = any_of(w for w in (*words.to, *words.between.values()) if w.isalpha())
    was = any_of({*words.estimated, *words.change_parts["from"], *words.change_parts["by"], *words.between})
    unit = rf"(\s?%|\s?(?!(?:{to})\b)[^\W\d_][\w/]{{0,11}}(?=[\s,;)\]]|$))?"
    tests = (name for test, names in words.tests.items() if test != "r" for name in names)
    scales = chain(words.moments["deviation"], words.moments["size"], words.p_values)
    return Notation(
        re.compile(
            rf"\)?(?:\s?\([A-Z]{{2,3}}\))?{GAP}[=:,]?{GAP}(?:(?:{was})\s)?(?P<open>[(\[{{]?)\s?"
            rf"(?P<low>{NUMBER}){unit}\s?(?:[,;…]|[-–—−‒]|\b(?:{to})\b)\s?(?P<high>{NUMBER}){unit}(?![\w.,]?\d)"
        ),
        re.compile(
            rf"(?:(?P<name>[^\W\d_][^\s=<>()\[\],;]{{0,20}})\s?(?P<brackets>[(\[][^()\[\]]{{0,24}}[)\]])?"
            rf"\s?(?P<sign>[=≈:<>≤≥,]|\b(?:{any_of(words.estimated)})\b)?\s?)?(?P<open>\()?"
            rf"(?<![\w.])(?P<number>{NUMBER}){unit}[)\]]?$"
        ),
        frozenset(chain(words.not_estimated, tests, scales)),
    )


def has_intervals(text: Text) -> bool:
    """Whether the text names an interval at all."""
    return any(name in _cased(text, name) for name in text.lexicon.words.limits)


def estimates(text: Text, block: Span) -> Iterator[tuple[Span, Estimate]]:
    """Every interval in a block with a level or brackets."""
    source, n = text.document.text, notation(text.lexicon.lang)
    for start, end in sorted(_named(text, block)):
        level = LEVEL.search(source, max(block.start, start - LEVEL_BACK), start)
        m = n.limits.match(source, end, block.end)
        if m and (level or m["open"]):
            begun = level.start() if level else start
            low, high = number(m["low"]), number(m["high"])
            units = {u.strip() for u in (m[3], m[5]) if u}
            values, named = _estimated(text, block, begun, units, n)
            first = values[-1][0] if values else begun
            coefficient = bool(named & set(text.lexicon.words.coefficients))
            yield (
                Span(first, bracketed(source, first, m.end())),
                Estimate(low, high, tuple(v for _, v in values), coefficient),
            )


def _named(text: Text, block: Span) -> set[tuple[int, int]]:
    """Where an interval is named: start and end of its name."""
    found = set[tuple[int, int]]()
    for name in text.lexicon.words.limits:
        source = _cased(text, name)
        at = source.find(name, block.start, block.end)
        while at >= 0:
            end = at + len(name)
            if not (source[at - 1 : at].isalnum() or source[end : end + 1].isalnum()):
                found.add((at, end))
            at = source.find(name, end, block.end)
    return found


def _cased(text: Text, name: str) -> str:
    """The text to look for a name in: short ones have the case they are listed in."""
    return text.document.text if len(name) < LONG_NAME else text.lower


def _estimated(
    text: Text, block: Span, at: int, units: set[str], n: Notation
) -> tuple[list[tuple[int, Decimal]], set[str]]:
    """The figures before an interval that it may be about, the nearest first, with their places; and their names."""
    source, start = text.document.text, max(block.start, at - BACK)
    values, names = list[tuple[int, Decimal]](), set[str]()
    for part in range(MOST_PARTS):
        end = start + len(source[start:at].rstrip(SEPARATORS))
        m = n.figure.search(source, start, end)
        if not m:
            break
        sure = _sure(m, text.lexicon) if part == 0 else bool(m["name"] and m["sign"])
        if not sure:
            break
        if m["name"] not in n.not_estimated:
            if m["sign"] in ("<", ">", "≤", "≥") or not _same_unit(m[6], units, text.lexicon):
                break
            values.append((m.start("name") if m["name"] else m.start("number"), number(m["number"])))
            names.add(m["name"] or "")
        at = m.start()
    return values, names


def _sure(m: re.Match[str], lex: Lexicon) -> bool:
    """Whether a figure right before an interval is plainly its estimate: named, or with decimals and nothing else."""
    if m["name"] and m["name"] in (*lex.words.comparison, *lex.words.joins, *lex.words.to):
        return False
    named = bool(m["name"] and (m["sign"] or (m["name"].isupper() and len(m["name"]) > 1)))
    return named or "." in m["number"] or bool(m[6] and m[6].strip() == "%")


def _same_unit(unit: str | None, units: set[str], lex: Lexicon) -> bool:
    """Whether an estimate can be in the unit of its limits; a word that is no unit belongs to something else."""
    unit = (unit or "").strip()
    if unit and unit != "%" and unit not in lex.units:
        return False
    return ({unit} == units) if "%" in {unit, *units} else not unit or not units or {unit} == units
