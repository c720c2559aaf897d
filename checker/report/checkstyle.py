"""Checkstyle: the XML that Jenkins and its like read, a file with its errors."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .. import __version__
from ..markup import attributes
from ..model import Audit
from ..places import region
from ..rules import Rule
from ..text import Text
from . import told

SEVERITIES = {"error": "error", "warning": "warning", "note": "info"}


def report(audits: Iterable[Audit], rules: tuple[Rule, ...]) -> Iterator[str]:
    """Every document, with an element a finding."""
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle{attributes(version=__version__)}>\n'
    for audit in audits:
        text = Text(audit.document)
        yield f"  <file{attributes(name=audit.document.name)}>\n"
        for f in audit.findings:
            at = region(text, f.span)
            severity = SEVERITIES[f.severity or "note"]
            where = attributes(line=at.line, column=at.column)
            yield f"    <error{where}{attributes(severity=severity, message=told(f), source=f.rule)}/>\n"
        yield "  </file>\n"
    yield "</checkstyle>\n"
