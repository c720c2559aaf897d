"""Extract: what a text states, a file per kind of claim: `extract(text) -> Iterator[Claim]`."""

from __future__ import annotations

from ..model import Claim, Span, Value
from ..text import Text


def claim(kind: str, text: Text, span: Span, value: Value, hedge: str | None = None) -> Claim:
    """A claim with what its sentence and block say of it."""
    sentence = text.sentence(span.start)
    return Claim(
        kind, span, value, text.block(span.start).role, sentence, text.about(sentence), hedge, text.when(sentence)
    )
