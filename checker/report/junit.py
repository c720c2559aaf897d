"""Junit: test results, a suite a document and a case a family of rules, so that what was checked shows as well."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..markup import attributes, content
from ..model import Audit, Finding
from ..rules import Rule
from ..text import Text


def report(audits: Iterable[Audit], rules: tuple[Rule, ...]) -> Iterator[str]:
    """Errors are failures; warnings and notes are told in a case's output, and fail nothing."""
    families = sorted({r.family for r in rules})
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="checker">\n'
    for audit in audits:
        failed = sum(any(f.severity == "error" for f in _of(family, audit)) for family in families)
        counts = attributes(name=audit.document.name, tests=len(families), failures=failed, errors=0)
        yield f"  <testsuite{counts}>\n"
        for family in families:
            yield from _case(family, audit)
        yield "  </testsuite>\n"
    yield "</testsuites>\n"


def _of(family: str, audit: Audit) -> list[Finding]:
    return [f for f in audit.findings if f.rule.split("/")[0] == family]


def _case(family: str, audit: Audit) -> Iterator[str]:
    found, text = _of(family, audit), Text(audit.document)
    named = attributes(classname=audit.document.name, name=family)
    if not found:
        yield f"    <testcase{named}/>\n"
        return
    yield f"    <testcase{named}>\n"
    for f in found:
        told = f"line {text.line(f.span.start)}: {f.message}"
        if f.severity == "error":
            yield f"      <failure{attributes(type=f.rule, message=told)}>{content(f.suggestion or '')}</failure>\n"
    quiet = [
        f"{f.severity} {f.rule}, line {text.line(f.span.start)}: {f.message}" for f in found if f.severity != "error"
    ]
    if quiet:
        yield f"      <system-out>{'&#10;'.join(map(content, quiet))}</system-out>\n"
    yield "    </testcase>\n"
