"""Gitlab: a code quality report, an array of issues that a merge request shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import PurePath

from ..model import Audit
from ..places import region
from ..rules import Rule
from ..text import Text
from . import indented, told

SEVERITIES = {"error": "critical", "warning": "minor", "note": "info"}


def report(audits: Iterable[Audit], rules: tuple[Rule, ...]) -> Iterator[str]:
    """An issue a finding; equal fingerprints, which GitLab would show as one, are numbered."""
    seen = Counter[str]()
    issues = list[dict[str, object]]()
    for audit in audits:
        text = Text(audit.document)
        for f in audit.findings:
            at = region(text, f.span)
            name = f"{audit.document.name}:{f.fingerprint}"
            seen[name] += 1
            issues.append(
                {
                    "description": told(f),
                    "check_name": f.rule,
                    "fingerprint": f"{name}:{seen[name]}",
                    "severity": SEVERITIES[f.severity or "note"],
                    "location": {
                        "path": PurePath(audit.document.name).as_posix(),
                        "lines": {"begin": at.line, "end": at.end_line},
                    },
                }
            )
    yield indented(issues)
