"""Reasoned: an answer to the checker gives its reason, "<!-- checker-ignore money -->" does not."""

from __future__ import annotations

from ..context import Context
from ..context import NoParams as Params
from ..model import Answer, Link, Verdict

FACTS = ()


def relate(link: Link, p: Params, ctx: Context) -> Verdict:
    """Does not hold where there is none."""
    assert isinstance(link.claim.value, Answer)
    return Verdict(bool(link.claim.value.reason))


__all__ = ["FACTS", "Params", "relate"]
