"""Text: findings as an editor reads them in a terminal, each with its lines quoted and its spans marked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from textwrap import wrap
from unicodedata import east_asian_width

from ..days import in_words, period_in_words
from ..model import Amount, Audit, Claim, Finding, Membership, Severity, Span, When
from ..rules import Rule
from ..text import Text
from ..wording import counted, number, visible

WIDTH = 100  # characters of a quoted line
EXACT = 6  # digits of the ends of an interval
LEAD = 55  # of them before the marked words, at most
COLOURS: dict[Severity, str] = {"error": "\x1b[1;31m", "warning": "\x1b[1;33m", "note": "\x1b[1;36m"}
BOLD, DIM, OFF = "\x1b[1m", "\x1b[2m", "\x1b[0m"


def report(audits: Iterable[Audit], rules: tuple[Rule, ...]) -> Iterator[str]:
    """Every document with something to tell, then a line that counts; coloured by ANSI codes (`plain` strips them)."""
    told = {r.id for r in rules if r.holds}
    total: Counter[str] = Counter()
    for audit in audits:
        total += _count(audit)
        body = [*_findings(audit), *_checked(audit, told), *_undecided(audit), *_claims(audit)]
        if body:
            yield "\n".join([_heading(audit), "", *body]) + "\n"
    yield _summary(total) if rules else f"{BOLD}{counted(total['claims'], 'claim')}{OFF} read.\n"


def _count(audit: Audit) -> Counter[str]:
    loud = Counter(str(f.severity) for f in audit.findings)
    return loud + Counter(
        documents=1,
        checked=len(audit.checked),
        undecided=len(audit.undecided),
        claims=len(audit.claims or ()),
        known=len(audit.known),
    )


def _heading(audit: Audit) -> str:
    doc = audit.document
    when = f"text of {in_words(doc.published)}" if doc.published else "no date"
    return f"{BOLD}{visible(doc.name)}{OFF}  {DIM}{when}{OFF}"


def _findings(audit: Audit) -> Iterator[str]:
    text = Text(audit.document)
    for f in audit.findings:
        assert f.severity
        loud = f"{COLOURS[f.severity]}{f.severity}{OFF}  {BOLD}{f.rule}{OFF}"
        yield f"{loud}  {_at(f.span, text)}  {DIM}confidence {f.confidence:.2f}{OFF}"
        yield from wrap(visible(f.message), WIDTH, initial_indent="  ", subsequent_indent="  ")
        yield ""
        yield from _quoted(f.span, text, "^", COLOURS[f.severity])
        for witness in f.witnesses:
            if witness.doc:
                yield f"  {DIM}{visible(text.of(witness).document.name)}{OFF}"
            yield from _quoted(witness, text.of(witness), "~", BOLD)
        if f.suggestion:
            yield f"  Suggestion: {visible(f.suggestion)}"
        yield ""


def _checked(audit: Audit, told: set[str]) -> Iterator[str]:
    if not audit.checked:
        return
    text = Text(audit.document)
    yield f"{BOLD}Checked, and holds{OFF}"
    for f in audit.checked:
        if f.rule in told:
            yield f"  {_line(f, text)}  {visible(f.message)}"
    for rule, n in Counter(f.rule for f in audit.checked if f.rule not in told).items():
        yield f"  {DIM}{rule}: {n} more{OFF}"
    yield ""


def _undecided(audit: Audit) -> Iterator[str]:
    if not audit.undecided:
        return
    text = Text(audit.document)
    yield f"{BOLD}Not checked{OFF}"
    for f in audit.undecided:
        yield f"  {_line(f, text)}  {visible(f.facts['a'])} ({f.rule}): {visible(f.reason or '')}"
    yield ""


def _claims(audit: Audit) -> Iterator[str]:
    if not audit.claims:
        return
    text = Text(audit.document)
    yield f"{BOLD}Claims{OFF}"
    for c in audit.claims:
        words = visible(text[c.span])
        shown = words if len(words) <= WIDTH else f"{words[:WIDTH]}…"
        yield f"  {_line(c, text)}  {c.kind:10} {c.role:8} {shown}{DIM}{_meaning(c)}{OFF}"
    yield ""


def _meaning(claim: Claim) -> str:
    """What the words stand for, where they are a figure or a date."""
    match claim.value:
        case Amount(interval=i):
            ends = [number(x, EXACT) if x is not None else "any" for x in (i.lo, i.hi)]
            return f"  = {ends[0]} to {ends[1]} {_of(claim.value)}"
        case When(first=first, last=last):
            return f"  = {period_in_words(first, last)}"
        case Membership(state=state, organisation=organisation):
            return f"  = {state}, {organisation}"
    return ""


def _of(amount: Amount) -> str:
    codes = amount.currencies
    return f"{codes[0]}{'?' if len(codes) > 1 else ''}" if codes else amount.unit or ""


def _line(f: Finding | Claim, text: Text) -> str:
    place = text.document.source(f.span.start) or f"line {text.line(f.span.start)}"
    return f"{DIM}{visible(place)}{OFF}"


def _at(span: Span, text: Text) -> str:
    if source := text.document.source(span.start):
        return visible(source)
    line = text.line(span.start)
    return f"line {line}, column {span.start - text.line_starts[line - 1] + 1}"


def _quoted(span: Span, text: Text, mark: str, colour: str) -> Iterator[str]:
    """The line a span is on, cut to width, and a line of marks below it."""
    source, line = text.document.text, text.line(span.start)
    starts = text.line_starts
    end = starts[line] if line < len(starts) else len(source)
    left = max(starts[line - 1], span.start - LEAD)
    right = min(end, left + WIDTH)
    column = span.start - starts[line - 1] + 1
    before, marked = source[left : span.start], source[span.start : min(span.end, right)]
    cut = ("…" if left > starts[line - 1] else "", "…" if right < len(source[:end].rstrip()) else "")
    after = source[span.start + len(marked) : right].rstrip()
    yield f"  {f'{line}:{column}':>7} │ {cut[0]}{visible(before)}{colour}{visible(marked)}{OFF}{visible(after)}{cut[1]}"
    yield f"          │ {' ' * _columns(cut[0] + before)}{colour}{mark * max(1, _columns(marked))}{OFF}"


def _columns(words: str) -> int:
    return sum(2 if east_asian_width(c) in "WF" else 1 for c in words)


def _summary(total: Counter[str]) -> str:
    loud = [counted(total[s], s) for s in ("error", "warning", "note") if total[s]] or ["nothing contradicted"]
    known = f"{total['known']} known, " if total["known"] else ""
    rest = f"{known}{total['checked']} checked and hold, {total['undecided']} not checked"
    return f"{BOLD}{', '.join(loud)}{OFF}; {rest}, in {counted(total['documents'], 'document')}.\n"
