"""Github: workflow commands that annotate a pull request, "::error file=a.md,line=8::…", the worst ten of a kind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from ..model import SEVERITIES, Audit
from ..places import region
from ..rules import Rule
from ..text import Text
from . import told

MOST = 10  # annotations of one severity that GitHub shows of a step
COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}


def report(audits: Iterable[Audit], rules: tuple[Rule, ...]) -> Iterator[str]:
    """A command a finding, the surest first; what GitHub would drop in silence is counted in a notice."""
    found = defaultdict[str, list[tuple[float, str]]](list)
    for audit in audits:
        text = Text(audit.document)
        for f in audit.findings:
            assert f.severity
            at = region(text, f.span)
            where = {"title": f.rule, "file": audit.document.name, "line": at.line, "endLine": at.end_line}
            where |= {"col": at.column, "endColumn": at.end_column}
            properties = ",".join(f"{k}={_property(str(v))}" for k, v in where.items())
            found[f.severity].append((-f.confidence, f"::{COMMANDS[f.severity]} {properties}::{_data(told(f))}\n"))
    for severity in SEVERITIES:
        worst = sorted(found[severity], key=lambda row: row[0])
        yield from (command for _, command in worst[:MOST])
        if len(worst) > MOST:
            yield f"::notice::{len(worst) - MOST} more of severity {severity} are not shown here\n"


def _data(words: str) -> str:
    return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(words: str) -> str:
    return _data(words).replace(":", "%3A").replace(",", "%2C")
