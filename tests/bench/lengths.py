"""Lengths: how long an audit takes by the length of a text, drawn as SVG, "10 KB in 25 ms, 10 MB in 25 s"."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from time import process_time
from typing import TYPE_CHECKING

from tests.bench.news import articles
from tests.bench.plot import Axis, Plot, Point

if TYPE_CHECKING:
    from checker.engine import Engine

LENGTHS = (*(10**n * step for n in range(3, 7) for step in (1, 3)), 10**7)  # bytes
ENOUGH = 0.3  # CPU seconds; a shorter run is repeated, and the fastest counts
MOST_REPEATS = 9
PLOT = Plot(
    "CPU time of an audit with all rules, by the length of the text",
    Axis(3, 7, lambda n: f"{10 ** (n % 3)} {'KB' if n < 6 else 'MB'}"),
    Axis(-3, 2, lambda n: f"{10**n} s" if n >= 0 else f"{10 ** (3 + n)} ms"),
)


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
    return PLOT.drawn(points, straight, "in proportion to length")
