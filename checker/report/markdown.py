"""Markdown: a summary for a pull request or a job, documents with their findings below a table of counts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from ..model import SEVERITIES, Audit, Finding
from ..rules import Rule
from ..text import Text
from ..wording import visible

MARKUP = re.compile(r"([\\`*_{}\[\]|<>~&$])")
SIGNS = {"error": "❌", "warning": "⚠️", "note": "ℹ️"}


def report(audits: Iterable[Audit], rules: tuple[Rule, ...]) -> Iterator[str]:
    """Only documents with something to tell are told of; the table counts them all."""
    total, told = Counter[str](), list[str]()
    for audit in audits:
        total += Counter(str(f.severity) for f in audit.findings)
        total += Counter(documents=1, checked=len(audit.checked), undecided=len(audit.undecided))
        told += _document(audit)
    yield "# Fact check\n\n| documents | errors | warnings | notes | checked and hold | not checked |\n"
    yield "|--:|--:|--:|--:|--:|--:|\n"
    counts = (total["documents"], *(total[s] for s in SEVERITIES), total["checked"], total["undecided"])
    yield f"| {' | '.join(map(str, counts))} |\n"
    yield from told


def _document(audit: Audit) -> Iterator[str]:
    if audit.findings or audit.undecided:
        yield f"\n## {_escaped(audit.document.name)}\n\n"
    text = Text(audit.document)
    for f in audit.findings:
        yield from _finding(f, text)
    if audit.undecided:
        yield "\n<details><summary>Not checked</summary>\n\n"
        for f in audit.undecided:
            yield f"- line {text.line(f.span.start)}, {f.rule}: {_escaped(f.facts['a'])}: {_escaped(f.reason or '')}\n"
        yield "\n</details>\n"


def _finding(f: Finding, text: Text) -> Iterator[str]:
    yield f"- {SIGNS[f.severity or 'note']} **{f.rule}**, line {text.line(f.span.start)}: {_escaped(f.message)}\n"
    for place in (f.span, *f.witnesses):
        told = text.of(place)
        where = f"{_escaped(told.document.name)}, " if place.doc else ""
        yield f"  - {where}line {told.line(place.start)}: “{_escaped(told[place])}”\n"
    if f.suggestion:
        yield f"  - Suggestion: {_escaped(f.suggestion)}\n"


def _escaped(words: str) -> str:
    """Words with every sign that Markdown or a forge could act on made plain."""
    return MARKUP.sub(r"\\\1", visible(words))
