"""Same day: an event is on one day."""

from __future__ import annotations

from ..context import Context
from ..context import NoParams as Params
from ..model import Link, Verdict, When

FACTS = ()


def relate(link: Link, p: Params, ctx: Context) -> Verdict:
    """Holds where the two periods meet."""
    one, other = link.claim.value, link.witnesses[0].value
    assert isinstance(one, When)
    assert isinstance(other, When)
    return Verdict(one.first <= other.last and other.first <= one.last)


__all__ = ["FACTS", "Params", "relate"]
