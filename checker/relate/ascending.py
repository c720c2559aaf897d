"""Ascending: the second end of a range is not below the first, "between 50 and 60"."""

from __future__ import annotations

from ..context import Context
from ..context import NoParams as Params
from ..model import Amount, Link, Verdict

FACTS = ()


def relate(link: Link, p: Params, ctx: Context) -> Verdict:
    """Holds unless the second end is less than the first as both are written."""
    second, first = link.claim.value, link.witnesses[0].value
    assert isinstance(first, Amount)
    assert isinstance(second, Amount)
    return Verdict(first.stated[0] <= second.stated[0])


__all__ = ["FACTS", "Params", "relate"]
