"""Csv: a row a finding, for spreadsheets."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from ..model import Audit
from ..places import region
from ..rules import Rule
from ..text import Text
from ..wording import visible

PLACE = ("document", "line", "column")
TOLD = ("severity", "rule", "confidence", "message", "text", "witnesses", "suggestion", "fingerprint")
FORMULA = ("=", "+", "-", "@")  # with which a cell begins that a spreadsheet would run


def report(audits: Iterable[Audit], rules: tuple[Rule, ...]) -> Iterator[str]:
    """The rows below their names; a cell that a spreadsheet would run gets an apostrophe before it."""
    yield _row((*PLACE, *TOLD))
    for audit in audits:
        text = Text(audit.document)
        for f in audit.findings:
            at = region(text, f.span)
            near = "; ".join(f"line {text.of(w).line(w.start)}: {text.of(w)[w]}" for w in f.witnesses)
            cells = (f.message, text[f.span], near, f.suggestion or "", f.fingerprint)
            yield _row((audit.document.name, at.line, at.column, f.severity, f.rule, f.confidence, *cells))


def _row(cells: Iterable[object]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow([_safe(visible(str(c))) for c in cells])
    return out.getvalue()


def _safe(cell: str) -> str:
    return f"'{cell}" if cell.startswith(FORMULA) else cell
