"""Progress: how far a run over a corpus is, "[#####-----] 50%, 12,300 documents, 78 a second, 3 min left"."""

from __future__ import annotations

import sys
import time
from shutil import get_terminal_size

from ..wording import counted

BEAT = 10.0  # seconds between two lines where no terminal shows them
BAR = 20  # characters
MINUTE, HOUR = 60, 3600  # seconds
LONG = 100  # minutes from which hours are told


class Progress:
    """Counts what is heard, and tells it: one line that changes in a terminal, a line now and then elsewhere.

    What a stopped run had heard before counts as heard, but not for the rate nor for the time that is left.
    """

    def __init__(self) -> None:
        self.start = self.told = time.monotonic()
        self.documents = self.findings = self.failures = self.fresh = 0
        self.share = self.fresh_share = 0.0
        self.terminal = sys.stderr.isatty()

    def add(self, counts: tuple[int, int, int], share: float, kept: bool = False) -> None:
        """Counts what a partition came to, and which part of all input it is."""
        documents, findings, failures = counts
        self.documents += documents
        self.findings += findings
        self.failures += failures
        self.share += share
        if not kept:
            self.fresh += documents + failures
            self.fresh_share += share
        now = time.monotonic()
        if self.terminal:
            self._show(f"\r{cut(f'{bar(self.share)} {self.line(now)}')}\x1b[K")
        elif now - self.told > BEAT:
            self.told = now
            self._show(f"{self.line(now)}\n")

    def end(self, whole: bool) -> None:
        """Tells where the run has come to, once more and to stay."""
        self.share = 1.0 if whole else self.share
        line = self.line(time.monotonic())
        self._show(f"\r{line}\x1b[K\n" if self.terminal else f"{line}\n")

    def line(self, now: float) -> str:
        """How far it is, in words."""
        rate = f"{self.fresh / max(now - self.start, 0.001):,.0f} a second"
        heard = [counted(self.documents, "document"), rate]
        if self.fresh_share > 0 and self.share < 1:
            heard.append(f"{span((1 - self.share) * (now - self.start) / self.fresh_share)} left")
        heard.append(counted(self.findings, "finding"))
        if self.failures:
            heard.append(counted(self.failures, "failure"))
        return f"{min(self.share, 1):.0%}, {', '.join(heard)}"

    def _show(self, words: str) -> None:
        print(words, end="", file=sys.stderr, flush=True)


def bar(share: float) -> str:
    """
    >>> bar(0.5)
    '[##########----------]'
    """
    full = round(BAR * min(share, 1))
    return f"[{'#' * full}{'-' * (BAR - full)}]"


def span(seconds: float) -> str:
    """A time that is left, no more exactly than anybody can know it.

    >>> span(42.4), span(185), span(36_000)
    ('42 s', '3 min', '10 h')
    """
    if seconds < MINUTE:
        return f"{seconds:.0f} s"
    minutes = seconds / MINUTE
    return f"{minutes:.0f} min" if minutes < LONG else f"{seconds / HOUR:.0f} h"


def cut(line: str) -> str:
    """As much of a line as a terminal shows without breaking it."""
    return line[: get_terminal_size().columns - 1]
