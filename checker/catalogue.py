"""Catalogue: the rules for people to read, as a list, as a page, and one by one."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from .rules import Example, Rule

PREFACE = """# The rules

This page is made by `checker rules --markdown > rules/README.md` from the packs beside it; each example is a test.
An id names the mistake and never changes. What a rule does with a figure that it cannot judge (no date, no rate) is
listed as *not checked*, never as a finding.
"""


def table(rules: Iterable[Rule]) -> str:
    """A line a rule: id, severity, why."""
    return "\n".join(f"{r.id:26} {r.severity:8} {r.why}" for r in rules)


def entry(rule: Rule) -> str:
    """All of one rule: what it says, why, how it decides, what it catches and lets pass."""
    lines = [f"{rule.id} ({_severity(rule)})", "", rule.why, "", f"Says: {rule.message}", f"How: {_how(rule)}"]
    for title, examples in (("Catches", rule.examples.bad), ("Lets pass", rule.examples.good)):
        lines += ["", f"{title}:", *(f"  - {_shown(e)}" for e in examples)]
    return "\n".join(lines)


def page(rules: Iterable[Rule]) -> str:
    """All rules in Markdown."""
    return "\n".join([PREFACE, *(section(r) for r in rules)]).rstrip()


def section(rule: Rule) -> str:
    """One rule in Markdown."""
    lines = [f"## {rule.id}", "", f"*{_severity(rule)}* · {_how(rule)}", "", rule.why, "", f"Says: {rule.message}"]
    for title, examples in (("Catches", rule.examples.bad), ("Lets pass", rule.examples.good)):
        lines += ["", f"**{title}**", "", *(f"- {_shown(e)}" for e in examples)]
    return "\n".join([*lines, ""])


def _severity(rule: Rule) -> str:
    return f"{rule.severity}; {rule.grave.severity} where a conclusion hangs on it" if rule.grave else rule.severity


def _how(rule: Rule) -> str:
    params = ", ".join(f"{k} {v}" for k, v in msgspec.structs.asdict(rule.settings).items())
    kinds = ", ".join(f"`{kind}`" for kind in rule.kinds)
    return f"claims {kinds}, link `{rule.link}`, relation `{rule.relate}`{f' ({params})' if params else ''}"


def _shown(example: Example | str) -> str:
    """An example on one line: headline, text and date, its source and judge where it has them, the texts beside it."""
    if isinstance(example, str):
        return " ".join(example.split())
    head = f"**{example.headline}** / " if example.headline else ""
    day = f" ({example.published})" if example.published else ""
    source = f" — the source: {' '.join(example.source.split())}" if example.source else ""
    others = "".join(f" — another text: {_shown(e)}" for e in example.others)
    judge = f" — the judge: {example.judge}" if example.judge else ""
    return f"{head}{' '.join(example.text.split())}{day}{source}{judge}{others}"
