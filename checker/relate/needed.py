"""Needed: an answer to the checker answers some finding, and is not left over from one that is mended."""

from __future__ import annotations

from ..context import Context
from ..context import NoParams as Params
from ..model import Answer, Link, Verdict

FACTS = ("place",)


def relate(link: Link, p: Params, ctx: Context) -> Verdict:
    """Does not hold where no finding was answered; of rules that did not run nothing can be told."""
    answer = link.claim.value
    assert isinstance(answer, Answer)
    ran = {r for r in ctx.rules if r in answer.rules or r.split("/")[0] in answer.rules}
    return Verdict(link.claim in ctx.answered if ran else None, {"place": answer.place})


__all__ = ["FACTS", "Params", "relate"]
