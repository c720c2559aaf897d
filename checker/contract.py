"""Contract: the shape of the JSON that programs read, stable within a major version; `checker schema` prints it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

import msgspec

from . import __version__
from .model import (
    Amount,
    Answer,
    Audit,
    Claim,
    Clock,
    Course,
    Estimate,
    Finding,
    Listing,
    Mean,
    Measurement,
    Promise,
    Quotation,
    Severity,
    Span,
    Statistic,
    Total,
    Value,
    When,
)
from .rules import Rule
from .text import Text
from .voices import said_by

SCHEMA = 1


class Place(msgspec.Struct, frozen=True, omit_defaults=True):
    """A stretch of the document: code points from 0, line and column from 1, and the words that stand there.

    source is the place in a file that is no text itself: paragraph and run, page and box, or path of elements. doc
    names the document where it is not the one audited but what that was held against.
    """

    start: int
    end: int
    line: int
    column: int
    text: str
    source: str | None = None
    doc: str | None = None


class Contradicted(Place, frozen=True, omit_defaults=True, kw_only=True):
    """A finding, at its place, with the places it is set against and the workings by name."""

    rule: str
    severity: Severity
    confidence: float
    message: str
    suggestion: str | None = None
    witnesses: tuple[Place, ...]
    facts: dict[str, str]
    fingerprint: str


class Checked(Place, frozen=True, kw_only=True):
    """Something that was checked and holds."""

    rule: str
    confidence: float
    message: str
    witnesses: tuple[Place, ...]
    facts: dict[str, str]
    fingerprint: str


class Undecided(Checked, frozen=True, kw_only=True):
    """Something that could not be checked, and why."""

    reason: str


class Stated(msgspec.Struct, frozen=True, kw_only=True):
    """A claim: value is what the words can mean (null is an open end), stated the figure as written, in plain units.

    A date's value is its first and last day in ISO form; stated is the first, and unit says what begins there (a day,
    a month, a year …), or stated is both where the unit is a range. bound is "min" or "max" where a hedge makes the
    figure one; per is what it is for one of; candidates are the currencies the marks can stand for, where there is
    more than one. change is "up" or "down", part "from", "to" or "by"; mood is "denied", "conditional",
    "forecast" or "historical"; said_by is the source as named.
    """

    kind: str
    start: int
    end: int
    text: str
    role: str
    value: tuple[float | int | str | None, float | int | str | None] | None
    stated: float | int | str | tuple[float | int | str, float | int | str] | None
    unit: str | None = None
    per: str | None = None
    currency: str | None = None
    candidates: tuple[str, ...] = ()
    hedge: str | None = None
    bound: str | None = None
    change: str | None = None
    part: str | None = None
    mood: str | None = None
    said_by: str | None = None
    about: dict[str, str] = {}


class DocumentOut(msgspec.Struct, frozen=True, kw_only=True):
    """All that was found in one document; claims only where asked for, known findings only where there are some."""

    name: str
    sha256: str
    lang: str
    published: str | None
    headline: str | None
    findings: tuple[Contradicted, ...]
    checked: tuple[Checked, ...]
    undecided: tuple[Undecided, ...]
    known: tuple[Contradicted, ...] | msgspec.UnsetType = msgspec.UNSET
    claims: tuple[Stated, ...] | msgspec.UnsetType = msgspec.UNSET


class Tool(msgspec.Struct, frozen=True):
    """What made the report: its version and the ids of the rules that ran."""

    name: str
    version: str
    rules: tuple[str, ...]


class ReportOut(msgspec.Struct, frozen=True):
    """The object that `--format json` prints."""

    schema: int
    tool: Tool
    documents: tuple[DocumentOut, ...]


BOUNDS = {
    **dict.fromkeys(("more than", "at least", "just over"), "min"),
    **dict.fromkeys(("less than", "at most", "nearly"), "max"),
}


def tool(rules: Iterable[Rule]) -> Tool:
    """What made a report with these rules."""
    return Tool("checker", __version__, tuple(r.id for r in rules))


def document(audit: Audit) -> DocumentOut:
    """An audit in the shape of the contract."""
    doc = audit.document
    text = Text(doc)
    return DocumentOut(
        name=doc.name,
        sha256=hashlib.sha256(doc.text.encode("utf-8", "surrogatepass")).hexdigest(),
        lang=doc.lang,
        published=doc.published.isoformat() if doc.published else None,
        headline=doc.headline,
        findings=tuple(_contradicted(f, text) for f in audit.findings),
        checked=tuple(Checked(**_common(f, text)) for f in audit.checked),
        undecided=tuple(Undecided(**_common(f, text), reason=f.reason or "") for f in audit.undecided),
        known=tuple(_contradicted(f, text) for f in audit.known) or msgspec.UNSET,
        claims=tuple(_stated(c, text) for c in audit.claims) if audit.claims is not None else msgspec.UNSET,
    )


def place(span: Span, text: Text) -> Place:
    """A span with its line, its column and its words."""
    told = text.of(span)
    line, source = told.line(span.start), told.document.source(span.start)
    column, doc = span.start - told.line_starts[line - 1] + 1, told.document.name if span.doc else None
    return Place(span.start, span.end, line, column, told[span], source, doc)


def _common(f: Finding, text: Text) -> dict[str, Any]:
    return {
        **msgspec.structs.asdict(place(f.span, text)),
        "rule": f.rule,
        "confidence": f.confidence,
        "message": f.message,
        "witnesses": tuple(place(w, text) for w in f.witnesses),
        "facts": f.facts,
        "fingerprint": f.fingerprint,
    }


def _contradicted(f: Finding, text: Text) -> Contradicted:
    assert f.severity
    return Contradicted(**_common(f, text), severity=f.severity, suggestion=f.suggestion)


def _stated(c: Claim, text: Text) -> Stated:
    shape = _value(c.value)
    return Stated(
        kind=c.kind,
        start=c.span.start,
        end=c.span.end,
        text=text[c.span],
        role=c.role,
        hedge=c.hedge,
        bound=BOUNDS.get(c.hedge or ""),
        change=c.change,
        part=c.part,
        mood=c.mood,
        said_by=text[source] if (source := said_by(text, c.sentence)) else None,
        **shape,
    )


def _value(value: Value) -> dict[str, Any]:
    match value:
        case Amount(stated=stated, interval=i, currencies=codes, unit=unit, per=per):
            plain = tuple(map(_number, stated))
            money = {"currency": codes[0], "candidates": codes if len(codes) > 1 else ()} if codes else {}
            return {
                "value": (_number(i.lo), _number(i.hi)),
                "stated": plain if len(plain) > 1 else plain[0],
                "unit": unit,
                "per": per,
                **money,
            }
        case When(first=first, last=last, grain=grain):
            days = first.isoformat(), last.isoformat()
            return {"value": days, "stated": days if grain == "range" else days[0], "unit": grain}
        case Clock(minutes=minutes):
            told = f"{minutes // 60:02}:{minutes % 60:02}"
            return {"value": (told, told), "stated": told}
        case Statistic(test=test, df=df, value=x, p_sign=sign, p=p):
            shown = f"{sign} {p:f}" if p is not None else sign and "ns"
            return _about(_number(x), {"test": test, "df": ", ".join(map(str, df)), "p": shown})
        case Mean(mean=mean, deviation=deviation, size=size):
            return _about(_number(mean), {"sd": deviation, "n": size})
        case Estimate(low=low, high=high, values=values):
            return {"value": (_number(low), _number(high)), "stated": _number(values[0]) if values else None}
        case Listing(stated=stated, counts=counts, items=items):
            return {"value": (counts[0], counts[-1]), "stated": stated, "about": {"items": items}}
        case Total(stated=stated):
            return _value(stated)
    return _about(None, _words(value))


def _words(value: Value) -> Mapping[str, object]:
    """What a claim tells that is no figure."""
    match value:
        case Answer(rules=rules, reason=reason):
            return {"rules": ", ".join(rules), "reason": reason}
        case Course(way=way):
            return {"way": way}
        case Promise(reserved=reserved):
            return {"reserved": "yes" if reserved else "no"}
        case Measurement(word=word, amount=amount):
            return {"measured": word, "unit": amount.unit}
        case Quotation(mark=mark, closed=closed):
            return {"mark": mark, "closed": "yes" if closed else "no"}
    return {k: v for k, v in msgspec.structs.asdict(value).items() if k != "amount"}


def _about(stated: float | int | None, parts: Mapping[str, object]) -> dict[str, Any]:
    return {"value": None, "stated": stated, "about": {k: str(v) for k, v in parts.items() if v}}


def _number(x: Decimal | None) -> float | int | None:
    """A JSON number: whole where it is whole."""
    if x is None:
        return None
    return int(x) if x == x.to_integral_value() else float(x)


def schema() -> str:
    """The JSON Schema of the whole report, indented."""
    return msgspec.json.format(msgspec.json.encode(msgspec.json.schema(ReportOut)), indent=2).decode()
