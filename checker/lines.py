"""Lines: where words stand in a file of text whose markup is left out, "line 8, column 22"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator

from .sheet import Run

END = re.compile(r"\r\n?|\n")


class Lines:
    """A text by its lines: the place of each character, and the words of a stretch with their places."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts = [0, *(m.end() for m in END.finditer(text))]

    def __iter__(self) -> Iterator[tuple[int, str]]:
        """Where each line begins, and what it holds, without its end."""
        for start, end in zip(self.starts, [*self.starts[1:], len(self.text)], strict=True):
            yield start, self.text[start:end].rstrip("\r\n")

    def place(self, at: int) -> str:
        """Line and column, from 1."""
        line = bisect_right(self.starts, at)
        return f"line {line}, column {at - self.starts[line - 1] + 1}"

    def runs(self, start: int, end: int, signs: re.Pattern[str], told: Callable[[re.Match[str]], str]) -> list[Run]:
        """The words of a stretch, a run a line, its signs of markup told as the words they stand for."""
        runs = list[Run]()
        for m in signs.finditer(self.text, start, end):
            runs += self._plain(start, m.start())
            runs.append((told(m), self.place(m.start())))
            start = m.end()
        return runs + self._plain(start, end)

    def _plain(self, start: int, end: int) -> list[Run]:
        runs = list[Run]()
        while start < end:
            line = bisect_right(self.starts, start)
            cut = min(end, self.starts[line]) if line < len(self.starts) else end
            runs.append((self.text[start:cut], self.place(start)))
            start = cut
        return runs
