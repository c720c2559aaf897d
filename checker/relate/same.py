"""Same: a figure told twice is told as one number, "thirty (30) days"."""

from __future__ import annotations

from ..context import Context
from ..context import NoParams as Params
from ..model import Amount, Link, Verdict

FACTS = ()


def relate(link: Link, p: Params, ctx: Context) -> Verdict:
    """Holds where both state the same number."""
    claim, other = link.claim.value, link.witnesses[0].value
    assert isinstance(claim, Amount)
    assert isinstance(other, Amount)
    return Verdict(claim.stated == other.stated)


__all__ = ["FACTS", "Params", "relate"]
