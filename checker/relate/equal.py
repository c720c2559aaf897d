"""Equal: two amounts in one currency are the same sum."""

from __future__ import annotations

from ..context import Context
from ..context import NoParams as Params
from ..model import Amount, Link, Verdict
from ..wording import times

FACTS = ("times", "way")


def relate(link: Link, p: Params, ctx: Context) -> Verdict:
    """Holds where one value can be meant by both."""
    claim, other = link.claim.value, link.witnesses[0].value
    assert isinstance(claim, Amount)
    assert isinstance(other, Amount)
    factor, way = times(claim.stated[0], other.stated[0])
    return Verdict(claim.interval.meets(other.interval), {"times": factor, "way": way})


__all__ = ["FACTS", "Params", "relate"]
