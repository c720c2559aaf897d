"""Named: an answer to the checker names rules that there are, "money/wrong-conversoin" is none."""

from __future__ import annotations

from difflib import get_close_matches

from ..context import Context
from ..context import NoParams as Params
from ..model import Answer, Link, Verdict

FACTS = ("unknown", "nearest", "place")


def relate(link: Link, p: Params, ctx: Context) -> Verdict:
    """Does not hold where it names none, or one that no rule and no family is called."""
    answer = link.claim.value
    assert isinstance(answer, Answer)
    known = ctx.names | {r.split("/")[0] for r in ctx.names}
    unknown = next((r for r in answer.rules if r not in known), "" if answer.rules else "(none)")
    near = get_close_matches(unknown, known, 1)
    return Verdict(not unknown, {"unknown": unknown, "nearest": near[0] if near else "", "place": answer.place})


__all__ = ["FACTS", "Params", "relate"]
