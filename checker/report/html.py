"""Html: the text as read with its claims marked, findings beside it, in one page that needs no network."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from html import escape
from itertools import chain

from ..comments import answer
from ..days import in_words
from ..model import SEVERITIES, Audit, Finding, Span
from ..page import page, plain
from ..page.article import Marked, article
from ..page.numbers import numbers
from ..page.overview import Overview
from ..rules import Rule
from ..text import Text
from ..wording import counted

TOLD = frozenset(
    ["why", "a", "b", "a_role", "b_role", "a_line", "b_line", "mentions", "question", "how"]
)  # facts that are told anyway
NAME = re.compile(r"[^A-Za-z0-9_.]+")  # what the name of a file cannot hold
NAMED = 60  # characters of a document's name that its file has


def report(audits: Iterable[Audit], rules: tuple[Rule, ...]) -> Iterator[str]:
    """One page with a section a document."""
    return page("Fact check", _body(list(audits)))


def pages(audits: Iterable[Audit], rules: tuple[Rule, ...]) -> Iterator[tuple[str, Iterator[str]]]:
    """A page a document as they come, by the names of their files, then the index of them all."""
    overview = Overview()
    for n, audit in enumerate(audits, 1):
        file = f"{n:05}-{NAME.sub('-', audit.document.name).strip('-')[-NAMED:] or 'text'}.html"
        overview.add(audit, file)
        yield file, page(audit.document.name, _one(audit))
    yield "index.html", page("Fact check", chain([top(overview.total)], overview.body()))


def _one(audit: Audit) -> Iterator[str]:
    """The page of one document of many, with the way back to the others."""
    yield top(totals([audit]), (f.rule for f in audit.findings))
    yield '<nav class="documents" aria-label="Documents"><a href="index.html">All documents</a></nav>\n<main>\n'
    yield from document(audit, "d1")
    yield "</main>\n"


def _body(audits: list[Audit]) -> Iterator[str]:
    yield top(totals(audits), (f.rule for a in audits for f in a.findings))
    yield "<main>\n"
    if len(audits) > 1:
        links = "".join(
            f'<li><a href="#d{n}">{plain(a.document.name)}</a> {_few(a)}</li>' for n, a in enumerate(audits, 1)
        )
        yield f'<nav class="documents" aria-label="Documents"><ol>{links}</ol></nav>\n'
    for n, audit in enumerate(audits, 1):
        yield from document(audit, f"d{n}")
    yield "</main>\n"


def top(total: Counter[str], rules: Iterable[str] = ()) -> str:
    """The bar above a page: how many of what, and, where scripts run and there is a choice, what to show of it."""
    counts: list[tuple[str, str]] = [(s, counted(total[s], s)) for s in SEVERITIES if total[s]]
    counts += [("holds", f"{total['checked']:,} checked and hold"), ("open", f"{total['undecided']:,} not checked")]
    row = "".join(f'<li class="{look}">{words}</li>' for look, words in counts)
    choices = "".join(f"<option>{plain(rule)}</option>" for rule in sorted(set(rules)))
    loud = "".join(f"<option>{s}</option>" for s in SEVERITIES if total[s])
    tools = (
        '<div class="tools hidden"><label>Search <input id="search" type="search"></label>'
        f'<label>Severity <select id="severity"><option value="">all</option>{loud}</select></label>'
        f'<label>Rule <select id="rule"><option value="">all</option>{choices}</select></label>'
        '<button id="keys" type="button">Keys</button><output id="told"></output></div>'
    )
    return f'<header class="top"><h1>Fact check</h1><ul class="counts">{row}</ul>{tools if choices else ""}</header>\n'


def totals(audits: Iterable[Audit]) -> Counter[str]:
    """How many findings there are by severity, and how many claims hold or could not be checked."""
    total = Counter[str]()
    for a in audits:
        total.update(str(f.severity) for f in a.findings)
        total.update(checked=len(a.checked), undecided=len(a.undecided))
    return total


def document(audit: Audit, id: str, below: Callable[[Finding], str] = lambda f: "") -> Iterator[str]:
    """One document: its text, those it was made from, what is told of it, and below each finding what goes there."""
    text = Text(audit.document)
    marks = list(_marks(audit, id))
    name, day = audit.document.name, audit.document.published
    yield f'<section class="document{" compared" if text.sources else ""}" id="{id}" aria-labelledby="{id}-title">\n'
    yield f'<header><h2 id="{id}-title" dir="auto">{plain(name)}</h2>'
    yield f"<p>{f'text of {in_words(day)}' if day else 'no date'}</p></header>\n"
    leading = dict(enumerate(numbers(text, id)))
    for n, told in enumerate((text, *text.sources)):
        heading = f"<h3>{plain(told.document.name if n else 'The text')}</h3>" if text.sources else ""
        lang = escape(told.document.lang, quote=True)
        yield f'<div class="text">{heading}<div class="words" lang="{lang}" dir="auto">'
        yield from article(told, [m for m in marks if m.span.doc == n], leading.get(n, {}))
        yield "</div></div>\n"
    yield f'<div class="side"><h3>{"Findings" if audit.findings else "Nothing is contradicted"}</h3>\n'
    for n, f in enumerate(audit.findings, 1):
        yield _finding(f, text, f"{id}-f{n}", below(f))
    yield from _told("Not checked", audit.undecided, text, opened=True)
    yield from _told("Known already", audit.known, text)
    yield from _told("Checked, and holds", audit.checked, text)
    yield "</div>\n</section>\n"


def _marks(audit: Audit, id: str) -> Iterator[Marked]:
    for n, f in enumerate(audit.findings, 1):
        own = f"{id}-f{n}"
        yield Marked(f.span, str(f.severity), f"{f.severity}: {f.message}", own, f"{own}-0")
        yield from (Marked(w, "witness", f.message, own, f"{own}-{k}") for k, w in enumerate(f.witnesses, 1))
    yield from (Marked(f.span, "open", f"not checked: {f.reason}") for f in audit.undecided)
    for f in audit.checked:
        yield from (Marked(s, "holds", f"holds: {f.rule}") for s in (f.span, *f.witnesses))
    yield from (Marked(c.span, "plain", c.kind) for c in audit.claims or ())


def _finding(f: Finding, text: Text, id: str, below: str) -> str:
    loud = str(f.severity)
    head = f'<span class="severity {loud}">{loud}</span><span class="rule">{plain(f.rule)}</span>'
    head += f'<span class="sure">confidence {f.confidence:.2f}</span>'
    places = "".join(_place(s, text, f"{id}-{k}") for k, s in enumerate((f.span, *f.witnesses)))
    better = (
        f'<p class="suggestion">Suggestion: <strong dir="auto">{plain(f.suggestion)}</strong></p>'
        if f.suggestion
        else ""
    )
    return (
        f'<article class="finding {loud}" id="{id}" tabindex="-1" data-severity="{loud}" data-rule="{plain(f.rule)}">'
        f'<h4>{head}</h4><p dir="auto">{plain(f.message)}</p><ul class="places">{places}</ul>{better}'
        f"{_steps(f)}{_answer(f, text)}{below}</article>\n"
    )


def _place(span: Span, text: Text, anchor: str) -> str:
    told = text.of(span)
    where = told.document.source(span.start) or f"line {told.line(span.start)}"
    named = f"{plain(told.document.name)}, " if span.doc else ""
    return f'<li><a href="#{anchor}">{named}{plain(where)}</a>: <q dir="auto">{plain(told[span])}</q></li>'


def _steps(f: Finding) -> str:
    """The workings, laid open; why the two ought to agree comes last."""
    facts = [(k.replace("_", " "), v) for k, v in f.facts.items() if v and k not in TOLD]
    rows = "".join(
        f'<dt>{plain(k)}</dt><dd dir="auto">{plain(v)}</dd>' for k, v in [*facts, ("linked as", f.facts.get("why", ""))]
    )
    return f'<details open><summary>How it was worked out</summary><dl class="steps">{rows}</dl></details>'


def _answer(f: Finding, text: Text) -> str:
    """What answers for a finding that is meant so: a comment to put before its block, or its fingerprint."""
    comment = answer(text.document.name, f.rule)
    words, label = (comment, "Comment that suppresses it") if comment else (f.fingerprint, "Fingerprint")
    field = f'<input readonly aria-label="{label}" value="{escape(words, quote=True)}">'
    field += '<button type="button" hidden>Copy</button>'
    return f'<details><summary>If it is meant so</summary><div class="copy">{field}</div></details>'


def _told(title: str, findings: tuple[Finding, ...], text: Text, opened: bool = False) -> Iterator[str]:
    if findings:
        yield f'<details{" open" if opened else ""}><summary>{title} ({len(findings)})</summary><ul class="told">'
        for f in findings:
            where = text.document.source(f.span.start) or f"line {text.line(f.span.start)}"
            reason = f"{f.facts.get('a', '')}: {f.reason}" if f.reason else f.message
            yield f'<li dir="auto">{plain(where)}: {plain(reason)} <span class="rule">{plain(f.rule)}</span></li>'
        yield "</ul></details>\n"


def _few(audit: Audit) -> str:
    counts = Counter(str(f.severity) for f in audit.findings)
    return ", ".join(counted(counts[s], s) for s in SEVERITIES if counts[s])
