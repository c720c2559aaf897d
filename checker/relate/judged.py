"""Judged: a sentence does not contradict its source's, says a judge who is asked, "0.93 sure that it does"."""

from __future__ import annotations

import msgspec

from ..context import Context
from ..judge import NoOpinion
from ..model import Link, Passage, Verdict

FACTS = ("judge", "sure")


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """least: how sure the judge has to be of a contradiction, from 0 to 1, for it to count."""

    least: float = 0.7


def relate(link: Link, p: Params, ctx: Context) -> Verdict:
    """As the judge says; undecided with the reason where it does not know or does not answer."""
    claim, source = link.claim.value, link.witnesses[0].value
    assert isinstance(claim, Passage)
    assert isinstance(source, Passage)
    if ctx.judge is None:
        return Verdict(None)
    try:
        opinion = ctx.judge.opinion(source.words, claim.words)
    except NoOpinion as why:
        return Verdict(None, {"judge": ctx.judge.name}, f"the judge has no opinion: {why}")
    told = {"judge": ctx.judge.name, "sure": f"{opinion.confidence:.2f}"}
    if opinion.verdict == "supports":
        return Verdict(True, told, sure=opinion.confidence)
    if opinion.verdict == "contradicts" and opinion.confidence >= p.least:
        return Verdict(False, told, sure=opinion.confidence)
    reason = "cannot tell" if opinion.verdict == "cannot tell" else f"is only {told['sure']} sure of a contradiction"
    return Verdict(None, {"judge": ctx.judge.name}, f"the judge {reason}")


__all__ = ["FACTS", "Params", "relate"]
