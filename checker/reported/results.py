"""Results: tests as papers report them, "F(2, 45) = 3.4, p < .05"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

import msgspec

from ..distributions import DEGREES
from ..lang import lexicon
from ..model import Span, Statistic
from ..text import Text
from .notation import GAP, NUMBER, SIGN, SIGNS, SMALL, WHOLE, any_of, bracketed, head, number

DF = rf"(?:df\s?=\s?)?({WHOLE}(?:\.[0-9]{{1,6}})?)"
DF_IN_A_PAIR = r"(?:df\s?=\s?)?([0-9]{1,7}(?:\.[0-9]{1,6})?)"  # "F(2,345)" has two: no thousands before the comma
SAMPLE = rf"(?:\s?[,;]\s?[nN]\s?=\s?{WHOLE})?"
BRACKETED = rf"[(\[]\s?(?:{DF_IN_A_PAIR}\s?[,;]\s?{DF}|{DF}){SAMPLE}\s?[)\]]"
AFTER_NUMBER = r"(?!,?[0-9])"  # "2,20" is not the figure 2
DECIMAL_COMMA = re.compile(r".{0,2}[0-9]{1,3},[0-9]{3}")  # or one of thousands: nobody can tell
ASIDES = 3  # figures between a test and its p, as "MSE = 6.61" or "d = 0.4"
THOUSANDS = re.compile(r"[(\[]\s?([1-9][0-9]{0,2}(?:,[0-9]{3})+)\s?[,;)\]]")  # one figure in the brackets of one
LATER_DF = re.compile(rf"\bdf\s?=\s?{DF}(?:\s?[,;]\s?{DF})?")
ANYWHERE: tuple[str, ...] = ("chi2", "F")  # with brackets no other thing is written so


class Notation(msgspec.Struct, frozen=True):
    """A language's patterns: a test before its sign, a p before its sign, and what may follow a test's value."""

    test: re.Pattern[str]
    p: re.Pattern[str]
    value: re.Pattern[str]
    small: re.Pattern[str]
    rest: re.Pattern[str]
    names: dict[str, str]

    def test_of(self, name: str) -> str:
        """The test of this name, which a long one is in capitals as well."""
        return self.names.get(name) or self.names[name.lower()]


@cache
def notation(lang: str) -> Notation:
    """The patterns of a language."""
    words = lexicon(lang).words
    names = {name: test for test, called in words.tests.items() for name in called}
    p, ns = any_of(words.p_values), any_of(words.not_significant)
    alone = any_of(n for n, test in names.items() if test != "r")
    aside = (
        rf"(?!(?:{alone}|{p})\s?[=<>≤≥])[^\W\d_][^\s\d=<>()\[\],;]{{0,11}}[0-9]?(?:\s[^\s=<>()\[\],;]{{1,8}}){{0,2}}"
    )
    interval = rf"[0-9]{{2}}\s?%\s?(?:{any_of(words.limits)})\s?[=:]?\s?[(\[][^()\[\]]{{3,40}}[)\]]"
    asides = rf"(?P<asides>(?:\s?[,;]\s{{0,3}}(?:{interval}|{aside}\s?=\s?{NUMBER}%?)){{0,{ASIDES}}})"
    p_told = rf"(?:{p}){GAP}(?P<sign>[<>]=|=[<>]|[=≈<>≤⩽≥⩾]){GAP}(?:(?P<p>{SMALL}){AFTER_NUMBER}|(?:{ns})(?!\w))"
    return Notation(
        re.compile(rf"(?<!\w)(?P<name>{any_of(names)}){GAP}(?P<df>{BRACKETED})?{GAP}$"),
        re.compile(rf"(?<!\w)(?:{p}){GAP}$"),
        re.compile(rf"{GAP}({NUMBER}){AFTER_NUMBER}"),
        re.compile(rf"{GAP}(?:({SMALL}){AFTER_NUMBER}|(?:{ns})(?!\w))"),
        re.compile(rf"{asides}\s{{0,2}}[,;:(\[]?\s{{0,2}}[(\[]?(?:{p_told}|(?P<ns>(?:{ns}))(?!\w))"),
        names,
    )


def results(text: Text, block: Span) -> Iterator[tuple[Span, Statistic]]:
    """Every test in a block with its p where one follows, and every p that stands alone."""
    source, end, patterns = text.document.text, block.start, notation(text.lexicon.lang)
    tails = cache(lambda sentence: _tails(text, sentence))
    corrected = cache(lambda: any(w in text.lower[block.start : block.end] for w in text.lexicon.words.corrected))
    for sign in SIGN.finditer(source, block.start, block.end):
        if sign.start() < end:
            continue
        found = _test(source, block, sign, patterns) or _p(source, block, sign, patterns)
        if found and found[0].start >= end:
            span, end = found[0], found[0].end
            said = tails(text.sentence(span.start))
            yield span, msgspec.structs.replace(found[1], tails=said, corrected=corrected())


def _test(source: str, block: Span, sign: re.Match[str], n: Notation) -> tuple[Span, Statistic] | None:
    named = head(source, block.start, sign.start(), n.test)
    value = n.value.match(source, sign.end(), block.end)
    if not named or not value or DECIMAL_COMMA.fullmatch(value[1]):
        return None
    rest = n.rest.match(source, value.end(), block.end)
    test, x = n.test_of(named["name"]), number(value[1])
    df = _df(test, named, rest)
    if not _possible(test, x) or not (rest or (len(df) == DEGREES[test] > 0 and (test in ANYWHERE or "." in value[1]))):
        return None
    s = Statistic(test, df, SIGNS[sign[0]], x)
    if rest and not rest["p"]:
        s = msgspec.structs.replace(s, p_sign=">")
    elif rest:
        s = msgspec.structs.replace(s, p_sign=SIGNS[rest["sign"]], p=number(rest["p"]))
    span = Span(named.start(), bracketed(source, named.start(), (rest or value).end()))
    return (span, s) if s.p is None or 0 <= s.p <= 1 else None


def _df(test: str, named: re.Match[str], rest: re.Match[str] | None) -> tuple[Decimal, ...]:
    """The degrees of freedom, in brackets or told later, "t = 2.20, df = 28"."""
    if DEGREES[test] == 1 and (one := THOUSANDS.match(named["df"] or "")):
        return (number(one[1]),)
    later = LATER_DF.search(rest["asides"]) if rest else None
    groups = named.groups()[2:] if named["df"] else later.groups() if later else ()
    return tuple(number(g) for g in groups if g)


def _possible(test: str, x: Decimal) -> bool:
    """What is not, is another thing under the same letter."""
    return abs(x) <= 1 if test == "r" else x >= 0 or test in ("t", "z")


def _p(source: str, block: Span, sign: re.Match[str], n: Notation) -> tuple[Span, Statistic] | None:
    named = head(source, block.start, sign.start(), n.p)
    value = n.small.match(source, sign.end(), block.end) if named else None
    if not named or not value:
        return None
    p = number(value[1]) if value[1] else None
    if p is not None and not (0 <= p <= 1 and "." in f"{p:f}"):
        return None
    return Span(named.start(), value.end()), Statistic(None, p_sign=SIGNS[sign[0]] if value[1] else ">", p=p)


def _tails(text: Text, sentence: Span) -> int | None:
    """One or two, where the sentence says so of its tests or the text of all."""
    here = text.lower[sentence.start : sentence.end]
    said = [tails for tails, names in text.lexicon.words.tails.items() if any(n in here for n in names)]
    return said[0] if said else text.once(_only_two)


def _only_two(text: Text) -> int | None:
    """Two where the text says so of its tests somewhere and never speaks of one."""
    said = [tails for tails, names in text.lexicon.words.tails.items() if any(n in text.lower for n in names)]
    return 2 if said == [2] else None
