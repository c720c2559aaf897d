"""Plot: a line over powers of ten as SVG, "seconds by bytes", "megabytes by documents"."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from math import log10
from typing import NamedTuple

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 720, 420, 70, 20, 40, 50  # pixels: the drawing, and the margins of the plot

Point = tuple[float, float]


class Axis(NamedTuple):
    """The powers of ten at the ends of an axis, and how one of those between is written."""

    low: int
    high: int
    written: Callable[[int], str]

    def share(self, value: float) -> float:
        """How far along the axis a value is, from 0 to 1."""
        return (log10(value) - self.low) / (self.high - self.low)


class Plot(NamedTuple):
    """What is drawn, and its axes."""

    title: str
    across: Axis
    up: Axis

    def drawn(self, points: list[Point], beside: list[Point], words: str) -> str:
        """The line through some points, and dashed beside it another, with what that is."""
        end = beside[-1]
        parts = [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif">',
            f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>',
            _words(WIDTH / 2, 22, self.title),
            *self._grid(),
            self._line(beside, 'stroke="#999" stroke-dasharray="5 5"'),
            self._line(points, 'stroke="#0b62a4" stroke-width="2"'),
            *(f'<circle cx="{self._x(x):.1f}" cy="{self._y(y):.1f}" r="3.5" fill="#0b62a4"/>' for x, y in points),
            _words(self._x(end[0]) - 8, self._y(end[1]) + 70, f"dashed: {words}", "end"),
        ]
        return "\n".join([*parts, "</svg>", ""])

    def _grid(self) -> list[str]:
        left, right, low, high = (10.0**n for n in (*self.across[:2], *self.up[:2]))
        drawn = list[str]()
        for n in range(self.across.low, self.across.high + 1):
            drawn.append(self._line([(10.0**n, low), (10.0**n, high)], 'stroke="#ddd"'))
            drawn.append(_words(self._x(10.0**n), HEIGHT - BOTTOM + 20, self.across.written(n)))
        for n in range(self.up.low, self.up.high + 1):
            drawn.append(self._line([(left, 10.0**n), (right, 10.0**n)], 'stroke="#ddd"'))
            drawn.append(_words(LEFT - 8, self._y(10.0**n) + 4, self.up.written(n), "end"))
        return drawn

    def _x(self, value: float) -> float:
        return LEFT + self.across.share(value) * (WIDTH - LEFT - RIGHT)

    def _y(self, value: float) -> float:
        return HEIGHT - BOTTOM - self.up.share(value) * (HEIGHT - TOP - BOTTOM)

    def _line(self, points: list[Point], style: str) -> str:
        places = " ".join(f"{self._x(x):.1f},{self._y(y):.1f}" for x, y in points)
        return f'<polyline points="{places}" fill="none" {style}/>'


def _words(x: float, y: float, words: str, anchor: str = "middle") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" font-size="13" text-anchor="{anchor}">{escape(words)}</text>'
