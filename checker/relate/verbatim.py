"""Verbatim: a quotation told twice is told in the same words."""

from __future__ import annotations

from ..context import Context
from ..context import NoParams as Params
from ..model import Link, Quotation, Verdict

FACTS = ("told", "before")


def relate(link: Link, p: Params, ctx: Context) -> Verdict:
    """Holds where both have the same words in the same order."""
    later, earlier = link.claim.value, link.witnesses[0].value
    assert isinstance(later, Quotation)
    assert isinstance(earlier, Quotation)
    apart = [(a, b) for a, b in zip(later.words, earlier.words, strict=False) if a != b]
    facts = {"told": ", ".join(a for a, _ in apart), "before": ", ".join(b for _, b in apart)}
    return Verdict(later.words == earlier.words, facts)


__all__ = ["FACTS", "Params", "relate"]
