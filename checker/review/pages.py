"""Pages: the queue of findings, and a text with what may be decided about each of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from pathlib import PurePath
from typing import NamedTuple

from ..model import Finding
from ..page import page, plain
from ..read.docx import SUFFIXES
from ..report.html import document, top, totals
from .book import VERDICTS, WRONG, Decision, precision
from .desk import Desk, Row

SHOWN = 200  # findings on one page of the queue
SAID = {"accepted": "Accept", "fixed": "Fixed", "dismissed": "Dismiss", "misread": "Misread", "mislinked": "Wrong link"}
EXPORTS = (
    ("accepted.md", "corrections (Markdown)"),
    ("accepted.jsonld", "ClaimReview"),
    ("dismissed.jsonl", "a baseline of what was dismissed"),
)


class Told(NamedTuple):
    """What was wrong with the last thing an editor asked for, and what was done."""

    trouble: str = ""
    done: str = ""


def queue(desk: Desk, start: int, told: Told) -> Iterator[str]:
    """The page of all findings, from one on."""
    return page("Review", _queue(desk, start, told), served=True)


def text(desk: Desk, number: int, told: Told) -> Iterator[str]:
    """The page of one document, counted from 1."""
    return page(desk.audits[number - 1].document.name, _text(desk, number, told), served=True)


def _queue(desk: Desk, start: int, said: Told) -> Iterator[str]:
    rows = desk.queue()
    done = sum(r[3] is not None for r in rows)
    yield top(totals(desk.audits))
    yield f'<main class="overview" data-news="{escape(desk.news())}"><h2>Review</h2>'
    yield _messages(said, desk.troubles)
    bar = f'<progress max="{max(1, len(rows))}" value="{done}"></progress>'
    yield f"<p><label>{done:,} of {len(rows):,} decided {bar}</label></p>"
    yield _undo("")
    yield '<section><h2>Findings</h2><div class="scroll"><table><thead><tr><th>Finding</th><th>Rule</th>'
    yield '<th class="n">Confidence</th><th>Decided</th></tr></thead><tbody>'
    yield from (_row(desk, r) for r in rows[start : start + SHOWN])
    yield "</tbody></table></div>"
    pages = [(max(0, start - SHOWN), "Before", start > 0), (start + SHOWN, "More", start + SHOWN < len(rows))]
    yield "".join(f'<p><a href="?from={n}">{word}</a></p>' for n, word, there in pages if there)
    yield "</section>"
    yield from _judged(desk)
    links = ", ".join(f'<a href="{file}" download>{words}</a>' for file, words in EXPORTS)
    every = '<form id="answers" class="decide" method="post" action="answers">'
    every += "<button>Write all that was dismissed as comments into the texts</button></form>"
    yield f"<section><h2>Take away</h2><p>{links}</p>{every}</section></main>\n"


def _judged(desk: Desk) -> Iterator[str]:
    judged = precision(desk.book.standing().values())
    if not judged:
        return
    heads = "".join(f'<th class="n">{v}</th>' for v in (*VERDICTS, "precision"))
    yield '<section><h2 id="judged">How the rules were judged</h2>'
    yield '<div class="scroll" tabindex="0" role="region" aria-labelledby="judged"><table><thead>'
    yield f"<tr><th>Rule</th>{heads}</tr></thead><tbody>"
    for rule, n, right in judged:
        cells = "".join(f'<td class="n">{told}</td>' for told in (*(n[v] for v in VERDICTS), f"{right:.0%}"))
        yield f"<tr><td>{plain(rule)}</td>{cells}</tr>"
    yield "</tbody></table></div></section>"


def _row(desk: Desk, row: Row) -> str:
    n, k, f, decision = row
    name = desk.audits[n - 1].document.name
    link = f'<a href="text/{n}#d{n}-f{k}" dir="auto">{plain(f.message)}</a> <span class="rule">{plain(name)}</span>'
    told = plain(f"{decision.verdict} by {decision.who}") if decision else ""
    loud = f'<span class="severity {f.severity}">{f.severity}</span>'
    return (
        f'<tr><td>{loud} {link}</td><td>{plain(f.rule)}</td><td class="n">{f.confidence:.2f}</td><td>{told}</td></tr>'
    )


def _text(desk: Desk, number: int, said: Told) -> Iterator[str]:
    audit = desk.audits[number - 1]
    standing = desk.book.standing()
    yield top(totals([audit]), (f.rule for f in audit.findings))
    yield '<nav class="documents" aria-label="Documents"><a href="../">All findings</a></nav>\n'
    yield f'<main data-news="{escape(desk.news())}">{_messages(said)}{_undo("../", number)}'
    below = lambda f: _form(number, f, standing.get((audit.document.name, f.fingerprint)))  # noqa: E731
    if PurePath(audit.document.name).suffix.lower() in SUFFIXES:
        yield f'<p><a id="word" href="{number}/commented" download>A copy with what was accepted as comments</a></p>'
    yield from document(audit, f"d{number}", below)
    yield "</main>\n"


def _form(number: int, f: Finding, decision: Decision | None) -> str:
    why = f": {decision.reason}" if decision and decision.reason else ""
    told = f'<p class="decided">{plain(f"{decision.verdict} by {decision.who}{why}")}</p>' if decision else ""
    buttons = "".join(f'<button name="verdict" value="{v}">{SAID[v]}</button>' for v in VERDICTS)
    which = f'<input type="hidden" name="text" value="{number}">'
    which += f'<input type="hidden" name="fingerprint" value="{escape(f.fingerprint)}">'
    comment = '<form class="decide answer" method="post" action="../answer">'
    comment += f"{which}<button>Write as comment</button></form>"
    reason = '<label>Reason, or what is right <input name="reason" autocomplete="off"></label>'
    return (
        f"{told}{comment if decision and decision.verdict in WRONG else ''}"
        f'<form class="decide verdict" method="post" action="../decide">{which}{reason}{buttons}</form>'
    )


def _undo(home: str, number: int = 0) -> str:
    field = f'<input type="hidden" name="text" value="{number}">'
    button = "<button>Undo my last decision</button>"
    return f'<form id="undo" class="decide" method="post" action="{home}undo">{field}{button}</form>'


def _messages(said: Told, troubles: Iterable[str] = ()) -> str:
    wrong = "".join(f'<p class="trouble" role="alert">{plain(t)}</p>' for t in (*troubles, said.trouble) if t)
    return wrong + (f'<p class="done" role="status">{plain(said.done)}</p>' if said.done else "")
