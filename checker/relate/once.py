"""Once: an amount names its currency once, not "$5 dollars"."""

from __future__ import annotations

from ..context import Context
from ..context import NoParams as Params
from ..model import Amount, Link, Verdict

FACTS = ("sign", "word")


def relate(link: Link, p: Params, ctx: Context) -> Verdict:
    """Holds unless a sign and a word both name a currency."""
    assert isinstance(link.claim.value, Amount)
    marks = link.claim.value.marks
    return Verdict(len(marks) < 2, dict(zip(FACTS, marks, strict=False)))


__all__ = ["FACTS", "Params", "relate"]
