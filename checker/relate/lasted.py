"""Lasted: so many years lie between two dates, or from one to the text's own, counted either way."""

from __future__ import annotations

from decimal import Decimal

import msgspec

from ..context import Context
from ..model import Amount, Link, Verdict, When

FACTS = ("begun", "ended", "recomputed")


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """slack: years that the two ways of counting, and dates that tell no day, may make."""

    slack: Decimal = Decimal(1)


def relate(link: Link, p: Params, ctx: Context) -> Verdict:
    """Holds where some way of counting gives the figure."""
    told, dates = link.claim.value, link.witnesses[0].value
    assert isinstance(told, Amount)
    assert isinstance(dates, When)
    two_ends = dates.grain == "range"
    if not two_ends and ctx.published is None:
        return Verdict(None, {}, "the text has no date; give one with --published")
    end = dates.last.year if two_ends or ctx.published is None else ctx.published.year
    apart = Decimal(end - dates.first.year)
    facts = {"begun": str(dates.first.year), "ended": str(end), "recomputed": f"{apart} years"}
    low, high = told.interval.lo, told.interval.hi
    holds = (low is None or low <= apart + p.slack) and (high is None or apart - p.slack <= high)
    return Verdict(holds, facts)


__all__ = ["FACTS", "Params", "relate"]
