"""Timeline: the versions of one thing over the days on which they were told, so that the odd one out shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from math import sqrt
from typing import Any

from ..page import plain
from ..wording import counted

MOST = 12  # versions that have a row
LABEL, LINE, ROW, RIGHT = 220, 480, 24, 20  # pixels: the room for a version, its days, its height, the margin
DOT, LARGEST = 4.0, 10.0  # pixels: one document, and as many as there are


def timeline(versions: Sequence[dict[str, Any]]) -> str:
    """A drawing with a row a version and a dot a day, larger where more documents tell it; none of a single day."""
    told = [Counter(d["published"] for d in v["documents"] if d["published"]) for v in versions[:MOST]]
    days = sorted({day for row in told for day in row})
    if len(days) < 2:
        return ""
    first, last = (date.fromisoformat(day) for day in (days[0], days[-1]))
    rows = [_row(n, v["text"], row, first, last) for n, (v, row) in enumerate(zip(versions, told, strict=False))]
    height, below = ROW * (len(rows) + 1), ROW * len(rows) + 17
    ends = f'<text x="{LABEL}" y="{below}">{days[0]}</text>'
    ends += f'<text x="{LABEL + LINE}" y="{below}" text-anchor="end">{days[-1]}</text>'
    words = "; ".join(f"{v['text']}: {min(row)} to {max(row)}" for v, row in zip(versions, told, strict=False) if row)
    width = LABEL + LINE + RIGHT
    head = f'<svg class="chart" viewBox="0 0 {width} {height}" role="img" aria-label="{plain(words)}">'
    return f"{head}{''.join(rows)}{ends}</svg>"


def _row(n: int, text: str, days: Counter[str], first: date, last: date) -> str:
    y = ROW * n + ROW // 2
    short = text if len(text) <= 30 else f"{text[:29]}…"
    parts = [f'<text x="{LABEL - 14}" y="{y + 5}" text-anchor="end">{plain(short)}</text>']
    parts.append(f'<line class="axis" x1="{LABEL}" y1="{y}" x2="{LABEL + LINE}" y2="{y}"/>')
    for day, times in sorted(days.items()):
        x = LABEL + LINE * (date.fromisoformat(day) - first) / (last - first)
        title = f"<title>{day}: {counted(times, 'document')}</title>"
        parts.append(
            f'<circle class="{"warning" if n else "note"}" cx="{x:.1f}" cy="{y}" '
            f'r="{min(LARGEST, DOT * sqrt(times)):.1f}">{title}</circle>'
        )
    return "".join(parts)
