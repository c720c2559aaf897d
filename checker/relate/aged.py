"""Aged: somebody born on a day is so old on the day of the text, "32" for "born 1981" in 2013."""

from __future__ import annotations

from datetime import timedelta

import msgspec

from ..context import Context
from ..model import Link, Verdict, When
from ..timeline import told, years

FACTS = ("recomputed", "year")
WEEKS = timedelta(days=14)  # that a text may be older or younger than it says


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """slack: years either way where only the year of birth is known."""

    slack: int = 1


def relate(link: Link, p: Params, ctx: Context) -> Verdict:
    """Holds where some day of birth gives the age within two weeks of the text's day."""
    born = link.witnesses[0].value
    assert isinstance(born, When)
    if ctx.published is None:
        return Verdict(None, {}, "the text has no date; give one with --published")
    slack = 0 if born.grain == "day" else p.slack
    least, most = years(born.last, ctx.published - WEEKS), years(born.first, ctx.published + WEEKS)
    right = f"{least}" if least == most else f"{least} or {most}"
    facts = {"recomputed": right, "year": str(ctx.published.year)}
    return Verdict(least - slack <= told(link.claim) <= most + slack, facts)


__all__ = ["FACTS", "Params", "relate"]
