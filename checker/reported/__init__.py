"""Reported: statistics as papers report them, whose figures are no other kind of claim, "M = 5.19, SD = 1.1"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

import msgspec

from ..masks import merged
from ..model import Estimate, Mean, Span, Statistic
from ..text import Text
from .estimates import estimates
from .means import means
from .notation import SIGN
from .results import results


class Reported(msgspec.Struct, frozen=True, gc=False):
    """A statistic at its place."""

    kind: str
    span: Span
    value: Statistic | Mean | Estimate


def reported(text: Text) -> list[Reported]:
    """Every statistic of the prose, kind by kind."""
    return [r for block in text.prose for r in _in_a_block(text, block.span) if not text.masked(r.span.start)]


def _in_a_block(text: Text, block: Span) -> Iterator[Reported]:
    signed = SIGN.search(text.document.text, block.start, block.end)
    if signed:
        for kind, read in (("statistic", results), ("mean", means)):
            yield from (Reported(kind, *found) for found in read(text, block))
    yield from (Reported("estimate", *found) for found in estimates(text, block))


def taken(text: Text, at: int) -> bool:
    """Whether the figure at a place is part of a statistic."""
    spans = text.once(_spans)
    i = bisect_right(spans, at, key=lambda s: s.start) - 1
    return i >= 0 and at < spans[i].end


def _spans(text: Text) -> tuple[Span, ...]:
    return merged(r.span for r in text.once(reported))
