"""Missing: a figure of an original that its translation lacks, at the sentence where it ought to stand."""

from __future__ import annotations

from collections.abc import Iterator

from ..carried import carried
from ..held import held
from ..model import Claim, Link, Span
from ..text import Text

SURE = 0.75


def link(text: Text, claims: tuple[Claim, ...]) -> Iterator[Link]:
    """Every such figure, where the text is a translation."""
    if text.document.made != "translation" or not text.sources:
        return
    changed = {c.span for h in held(text, claims) if h.way is None and h.clear for c in h.near}
    for n, sentence in carried(text, claims).missing(changed):
        role = text.block(sentence.start).role if text.prose else "body"
        yield Link(_at(n.claim, _trimmed(text, sentence), role), (n.claim,), "the translation has it nowhere", SURE)


def _trimmed(text: Text, sentence: Span) -> Span:
    """A sentence without the space behind it."""
    return Span(sentence.start, sentence.start + len(text[sentence].rstrip()))


def _at(claim: Claim, sentence: Span, role: object) -> Claim:
    """The sentence as what ought to have the figure."""
    return Claim(claim.kind, sentence, claim.value, role, sentence)  # type: ignore[arg-type]
