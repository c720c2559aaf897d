"""Same way: one of the witnesses goes the way that is claimed, "fall" / "declined"."""

from __future__ import annotations

from ..context import Context
from ..context import NoParams as Params
from ..model import Course, Link, Verdict

FACTS = ()


def relate(link: Link, p: Params, ctx: Context) -> Verdict:
    """Does not hold where all witnesses go the other way."""
    ways = {c.value.way for c in link.witnesses if isinstance(c.value, Course)}
    assert isinstance(link.claim.value, Course)
    return Verdict(link.claim.value.way in ways)


__all__ = ["FACTS", "Params", "relate"]
