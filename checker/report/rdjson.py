"""Rdjson: diagnostics for reviewdog, columns in bytes of UTF-8."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from ..model import Audit, Finding, Span
from ..places import in_bytes, region
from ..rules import Rule
from ..text import Text
from ..wording import visible
from . import indented, told

SEVERITIES = {"error": "ERROR", "warning": "WARNING", "note": "INFO"}


def report(audits: Iterable[Audit], rules: tuple[Rule, ...]) -> Iterator[str]:
    """One result with a diagnostic a finding, its witnesses as related locations."""
    found = [_diagnostic(f, text) for a in audits for text in [Text(a.document)] for f in a.findings]
    result = {"source": {"name": "checker"}, "severity": "ERROR", "diagnostics": found}
    yield indented(result)


def _diagnostic(f: Finding, text: Text) -> dict[str, Any]:
    assert f.severity
    near = [{"message": visible(text.of(w)[w]), "location": _location(w, text.of(w))} for w in f.witnesses]
    return {
        "message": told(f),
        "location": _location(f.span, text),
        "severity": SEVERITIES[f.severity],
        "code": {"value": f.rule},
        **({"related_locations": near} if near else {}),
    }


def _location(span: Span, text: Text) -> dict[str, Any]:
    at = region(text, span, in_bytes)
    start, end = {"line": at.line, "column": at.column}, {"line": at.end_line, "column": at.end_column}
    return {"path": text.document.name, "range": {"start": start, "end": end}}
