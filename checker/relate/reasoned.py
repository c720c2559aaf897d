"""Reasoned: an answer to the checker gives its reason, "<!-- checker-ignore money -->" does not."""

from __future__ import annotations

from ..context import Context
from ..context import NoParams as Params
from ..model import Answer, Link, Verdict

FACTS = ("place",)


def relate(link: Link, p: Params, ctx: Context) -> Verdict:
    """Does not hold where there is none."""
    answer = link.claim.value
    assert isinstance(answer, Answer)
    return Verdict(bool(answer.reason), {"place": answer.place})


__all__ = ["FACTS", "Params", "relate"]
