"""Lengths: how long an audit takes by the length of a text, drawn as SVG, "10 KB in 25 ms, 10 MB in 25 s"."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from html import escape
from math import log10
from time import process_time
from typing import TYPE_CHECKING

from tests.bench.news import articles

if TYPE_CHECKING:
    from checker.engine import Engine

LENGTHS = (*(10**n * step for n in range(3, 7) for step in (1, 3)), 10**7)  # bytes
ENOUGH = 0.3  # CPU seconds; a shorter run is repeated, and the fastest counts
MOST_REPEATS = 9
WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 720, 420, 70, 20, 40, 50  # pixels: the drawing, and the margins of the plot
BYTES, SECONDS = (3, 7), (-3, 2)  # powers of ten at the ends of the axes

Point = tuple[float, float]  # bytes, and CPU seconds


def measured(engine: Engine, lengths: tuple[int, ...] = LENGTHS) -> Iterator[Point]:
    """How long the audit of one text of made-up news takes, from bytes to findings, for each length."""
    from checker.model import Document
    from checker.read import read

    def audit(data: bytes) -> None:
        for d in read(data, "news.txt"):
            assert isinstance(d, Document), d
            engine.audit(d)

    text = _news(max(lengths))
    audit(text[: lengths[-1] // 100])
    for length in lengths:
        data = text[:length].decode("utf-8", "ignore").encode()
        yield length, _fastest(lambda data=data: audit(data))  # type: ignore[misc]


def _news(length: int) -> bytes:
    """As many articles below each other as make a length."""
    paragraphs, size = list[str](), 0
    for _, headline, text in articles(length):
        paragraphs.append(f"{headline}.\n\n{text}")
        size += len(paragraphs[-1].encode()) + 2
        if size >= length:
            break
    return "\n\n".join(paragraphs).encode()


def _fastest(act: Callable[[], None]) -> float:
    times = list[float]()
    while sum(times) < ENOUGH and len(times) < MOST_REPEATS:
        start = process_time()
        act()
        times.append(process_time() - start)
    return min(times)


def drawn(points: list[Point]) -> str:
    """A plot with both axes in powers of ten, and beside it what time in proportion to length would be."""
    (first, took), last = points[len(points) // 2], points[-1][0]
    straight = [(x, took * x / first) for x in (points[0][0], last)]
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif">',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>',
        _words(WIDTH / 2, 22, "CPU time of an audit with all rules, by the length of the text"),
        *_grid(),
        _line(straight, 'stroke="#999" stroke-dasharray="5 5"'),
        _line(points, 'stroke="#0b62a4" stroke-width="2"'),
        *(f'<circle cx="{_x(x):.1f}" cy="{_y(y):.1f}" r="3.5" fill="#0b62a4"/>' for x, y in points),
        _words(_x(last) - 8, _y(straight[1][1]) + 34, "dashed: in proportion to length", "end"),
    ]
    return "\n".join([*parts, "</svg>", ""])


def _grid() -> Iterator[str]:
    for n in range(BYTES[0], BYTES[1] + 1):
        yield _line([(10**n, 10 ** SECONDS[0]), (10**n, 10 ** SECONDS[1])], 'stroke="#ddd"')
        yield _words(_x(10**n), HEIGHT - BOTTOM + 20, f"{10 ** (n % 3)} {'KB' if n < 6 else 'MB'}")
    for n in range(SECONDS[0], SECONDS[1] + 1):
        yield _line([(10 ** BYTES[0], 10.0**n), (10 ** BYTES[1], 10.0**n)], 'stroke="#ddd"')
        yield _words(LEFT - 8, _y(10.0**n) + 4, f"{10**n} s" if n >= 0 else f"{10 ** (3 + n)} ms", "end")


def _x(length: float) -> float:
    return LEFT + (log10(length) - BYTES[0]) / (BYTES[1] - BYTES[0]) * (WIDTH - LEFT - RIGHT)


def _y(seconds: float) -> float:
    return HEIGHT - BOTTOM - (log10(seconds) - SECONDS[0]) / (SECONDS[1] - SECONDS[0]) * (HEIGHT - TOP - BOTTOM)


def _line(points: list[Point], style: str) -> str:
    return f'<polyline points="{" ".join(f"{_x(x):.1f},{_y(y):.1f}" for x, y in points)}" fill="none" {style}/>'


def _words(x: float, y: float, words: str, anchor: str = "middle") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" font-size="13" text-anchor="{anchor}">{escape(words)}</text>'
