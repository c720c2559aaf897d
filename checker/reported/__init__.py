"""Reported: statistics as papers report them, whose figures are no other kind of claim, "M = 5.19, SD = 1.1"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from typing import Any

import msgspec

from ..masks import merged
from ..model import Estimate, Mean, Span, Statistic
from ..text import Text
from .estimates import estimates, has_intervals
from .means import means
from .notation import has_signs
from .results import results

Reader = Callable[[Text, Span], Iterator[tuple[Span, Any]]]


class Reported(msgspec.Struct, frozen=True, gc=False):
    """A statistic at its place."""

    kind: str
    span: Span
    value: Statistic | Mean | Estimate


def reported(text: Text) -> list[Reported]:
    """Every statistic of the prose, kind by kind; a text without signs and names of intervals costs next to nothing."""
    source = text.document.text
    readers: list[tuple[str, Reader]] = [("statistic", results), ("mean", means)] if has_signs(source) else []
    if has_intervals(text):
        readers.append(("estimate", estimates))
    found = (Reported(k, *f) for k, read in readers for block in text.prose for f in read(text, block.span))
    return [r for r in found if not text.masked(r.span.start)]


def taken(text: Text, at: int) -> bool:
    """Whether the figure at a place is part of a statistic; a p without its test is a number like others."""
    spans = text.once(_spans)
    if not spans:
        return False
    i = bisect_right(spans, at, key=lambda s: s.start) - 1
    return i >= 0 and at < spans[i].end


def _spans(text: Text) -> tuple[Span, ...]:
    return merged(r.span for r in text.once(reported) if not (isinstance(r.value, Statistic) and not r.value.test))
