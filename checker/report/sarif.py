"""Sarif: a log in SARIF 2.1.0, for GitHub code scanning and what else reads it, both places of a finding linked."""

from __future__ import annotations

import re
import struct
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import reduce
from typing import Any

from .. import __version__, catalogue
from ..model import Audit, Finding, Span
from ..places import region, uri
from ..rules import Rule
from ..text import Text
from ..wording import visible
from . import indented, told

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
MOST = 25_000  # results that GitHub takes in one run
WITNESSES = 100  # places beside a finding that it shows
LONGEST = 1024  # characters of a rule's description
HASHED = 100  # characters from the start of a line that tell it from others
PRIME, WORD = 37, 2**64
LF, EOF = b"\n\0", b"\xff\xff"
NAME = re.compile(r"[a-z]+")
BLANKS = re.compile(r"[ \t]+")


def report(audits: Iterable[Audit], rules: tuple[Rule, ...]) -> Iterator[str]:
    """The log: one run with the rules it had and all that they found, the loudest first where there is too much."""
    index = {r.id: n for n, r in enumerate(rules)}
    results = [r for a in audits for r in _results(a, index)]
    order = ("error", "warning", "note")
    shown = sorted(results, key=lambda r: order.index(r["level"]))[:MOST] if len(results) > MOST else results
    driver = {"name": "checker", "version": __version__, "rules": [_rule(r) for r in rules]}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": shown}
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    yield indented(log)


def line_hashes(text: str, wanted: set[int]) -> dict[int, str]:
    """GitHub's names for lines: a hash of the hundred characters from each line's start, blanks left out, and how often
    it has come before."""
    lines = BLANKS.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).split("\n")
    units = [line.encode("utf-16-le", "surrogatepass") for line in lines]
    raw, start = LF.join(units) + EOF, 0
    named, seen = dict[int, str](), Counter[bytes]()
    for number, line in enumerate(units, 1):
        block = raw[start : start + 2 * HASHED].ljust(2 * HASHED, b"\0")
        seen[block] += 1
        if number in wanted:
            named[number] = f"{_hash(block):x}:{seen[block]}"
        start += len(line) + len(LF)
    return named


def _hash(block: bytes) -> int:
    units = struct.unpack(f"<{HASHED}H", block)
    return reduce(lambda value, unit: (value * PRIME + unit) % WORD, units, 0)


def _rule(rule: Rule) -> dict[str, Any]:
    title = rule.id.split("/")[1].replace("-", " ").capitalize()
    why = rule.why[:LONGEST]
    return {
        "id": rule.id,
        "name": "".join(map(str.capitalize, NAME.findall(rule.id))),
        "shortDescription": {"text": title},
        "fullDescription": {"text": why},
        "help": {"text": catalogue.entry(rule), "markdown": catalogue.section(rule)},
        "defaultConfiguration": {"level": rule.severity},
        "properties": {"tags": [rule.family], "problem.severity": _problem(rule.severity)},
    }


def _problem(severity: str) -> str:
    return "recommendation" if severity == "note" else severity


def _results(audit: Audit, index: dict[str, int]) -> Iterator[dict[str, Any]]:
    text = Text(audit.document)
    every = (*audit.findings, *audit.known)
    hashes = line_hashes(audit.document.text, {text.line(f.span.start) for f in every})
    for n, f in enumerate(every):
        message = _unlinked(told(f))
        near = f.witnesses[:WITNESSES]
        linked = ", ".join(f"[line {text.of(w).line(w.start)}]({n})" for n, w in enumerate(near, 1))
        yield {
            "ruleId": f.rule,
            "ruleIndex": index[f.rule],
            "level": f.severity,
            "message": {"text": f"{message} See {linked}." if linked else message},
            "locations": [_location(text, f.span)],
            "relatedLocations": [_witness(text, w, n) for n, w in enumerate(near, 1)],
            "partialFingerprints": _fingerprints(f, hashes, text),
            "properties": {"confidence": f.confidence, "facts": f.facts},
            **(_answer(f) if n >= len(audit.findings) else {}),
        }


def _answer(f: Finding) -> dict[str, Any]:
    """Who lets a known finding stand: a comment of the text or a file beside it, with the reason, or a baseline."""
    kind = "external" if f.reason is None or "beside" in f.facts else "inSource"
    return {"suppressions": [{"kind": kind, **({"justification": f.reason} if f.reason else {})}]}


def _fingerprints(f: Finding, hashes: dict[int, str], text: Text) -> dict[str, str]:
    return {"primaryLocationLineHash": hashes[text.line(f.span.start)], "checkerFinding/v1": f.fingerprint}


def _unlinked(words: str) -> str:
    """Words that hold brackets, which SARIF would read as links."""
    return words.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")


def _witness(text: Text, span: Span, number: int) -> dict[str, Any]:
    return {"id": number, **_location(text.of(span), span), "message": {"text": visible(text.of(span)[span]) or "here"}}


def _location(text: Text, span: Span) -> dict[str, Any]:
    at = region(text, span)
    where = {
        "startLine": at.line,
        "startColumn": at.column,
        "endLine": at.end_line,
        "endColumn": at.end_column,
        "snippet": {"text": text[span]},
    }
    return {"physicalLocation": {"artifactLocation": {"uri": uri(text.document.name)}, "region": where}}
