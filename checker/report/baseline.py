"""Baseline: the findings as lines of a baseline, by which they are known the next time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .. import baseline
from ..model import Audit
from ..rules import Rule


def report(audits: Iterable[Audit], rules: tuple[Rule, ...]) -> Iterator[str]:
    """All lines at once, for they are sorted."""
    yield baseline.written(baseline.of(audits))
