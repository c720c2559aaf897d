"""Overview: many documents on one page, counted by rule, by section and by month, each linked to its own page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from html import escape
from pathlib import PurePath

import msgspec

from ..model import SEVERITIES, Audit
from ..wording import counted
from . import plain

MOST = 30  # bars of a chart
BAR, ROW, LABEL = 380, 24, 250  # pixels: the longest bar, the height of a row, the room for its name


class Overview:
    """What the pages of many documents come to; it keeps counts and a line a document, no text."""

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self.rules, self.sections, self.months = (dict[str, Counter[str]]() for _ in range(3))
        self.total = Counter[str]()

    def add(self, audit: Audit, file: str) -> None:
        """Counts a document whose page is in a file."""
        loud = Counter(str(f.severity) for f in audit.findings)
        self.total.update(loud)
        self.total.update(checked=len(audit.checked), undecided=len(audit.undecided))
        for f in audit.findings:
            _count(self.rules, f.rule, str(f.severity))
            _count(self.sections, str(PurePath(audit.document.name).parent), str(f.severity))
            if audit.document.published:
                _count(self.months, f"{audit.document.published:%Y-%m}", str(f.severity))
        day = str(audit.document.published or "")
        self.rows.append(Row(audit.document.name, file, day, *(loud[s] for s in SEVERITIES)))

    def body(self) -> Iterator[str]:
        """Charts, then the table of documents, those with most errors first."""
        yield '<main class="overview">\n'
        if self.rules:
            yield chart("Findings by rule", sorted(self.rules.items(), key=lambda x: (-x[1].total(), x[0])))
            yield chart("Findings by section", sorted(self.sections.items(), key=lambda x: (-x[1].total(), x[0])))
            yield chart("Findings over time", sorted(self.months.items()))
        yield '<section><h2>Documents</h2><div class="scroll"><table><thead><tr>'
        for head in ("Document", "Date", "Errors", "Warnings", "Notes"):
            number = ' class="n"' if head in ("Errors", "Warnings", "Notes") else ""
            yield f'<th scope="col"{number}><button type="button">{head}</button></th>'
        yield "</tr></thead><tbody>\n"
        for row in sorted(self.rows, key=lambda r: (-r.errors, -r.warnings, -r.notes, r.name)):
            cells = "".join(f'<td class="n">{n}</td>' for n in (row.errors, row.warnings, row.notes))
            link = f'<a href="{escape(row.file, quote=True)}" dir="auto">{plain(row.name)}</a>'
            yield f"<tr><td>{link}</td><td>{row.published}</td>{cells}</tr>\n"
        yield "</tbody></table></div></section>\n</main>\n"


class Row(msgspec.Struct, frozen=True):
    """A document in the table."""

    name: str
    file: str
    published: str
    errors: int
    warnings: int
    notes: int


def _count(table: dict[str, Counter[str]], name: str, severity: str) -> None:
    table.setdefault(name, Counter())[severity] += 1


def chart(title: str, bars: list[tuple[str, Counter[str]]]) -> str:
    """Bars, a row each, their severities side by side; the rest beyond the longest chart is told in words."""
    shown, rest = bars[:MOST], bars[MOST:]
    if not shown:
        return ""
    most = max(c.total() for _, c in shown)
    rows = "".join(_bar(n, name, counts, most) for n, (name, counts) in enumerate(shown))
    height, width = ROW * len(shown), LABEL + BAR + 180
    more = f"<p>and {sum(c.total() for _, c in rest):,} more in {len(rest):,} others</p>" if rest else ""
    told = "; ".join(f"{name}: {counts.total()}" for name, counts in shown[:5])
    label = plain(told)
    svg = f'<svg class="chart" viewBox="0 0 {width} {height}" role="img" aria-label="{label}">'
    return f"<section><h2>{title}</h2>{svg}{rows}</svg>{more}</section>\n"


def _bar(n: int, name: str, counts: Counter[str], most: int) -> str:
    y, x, parts = n * ROW, float(LABEL), []
    for severity in SEVERITIES:
        width = BAR * counts[severity] / most
        parts.append(f'<rect class="{severity}" x="{x:.1f}" y="{y + 4}" width="{width:.1f}" height="{ROW - 8}"/>')
        x += width
    short = name if len(name) <= 36 else f"…{name[-35:]}"
    label = f'<text x="{LABEL - 8}" y="{y + 17}" text-anchor="end">{plain(short)}</text>'
    told = ", ".join(counted(counts[s], s) for s in SEVERITIES if counts[s])
    return f'{label}{"".join(parts)}<text x="{x + 6:.1f}" y="{y + 17}">{told}</text>'
