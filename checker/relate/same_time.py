"""Same time: a time counted from the text's day is that of a date, "20 years ago, in 1996"."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import msgspec

from ..context import Context
from ..days import in_words
from ..model import Link, Verdict, When
from ..timeline import years

FACTS = ("day", "recomputed")
YEAR, QUARTER = 365, 92  # days


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """share: of a time long past, by which it may be rounded; days: by which a day may be off."""

    share: Decimal = Decimal("0.15")
    days: int = 1


def relate(link: Link, p: Params, ctx: Context) -> Verdict:
    """Holds where the two are apart by no more than rounding."""
    counted, dated = link.claim.value, link.witnesses[0].value
    assert isinstance(counted, When)
    assert isinstance(dated, When)
    if ctx.published is None:
        return Verdict(None, {}, "the text has no date; give one with --published")
    gap = _apart(counted, dated)
    past = abs((ctx.published - counted.first).days)
    slack = max(YEAR, int(past * p.share)) if past > YEAR else QUARTER if past > QUARTER else p.days + past // 4
    facts = {"day": in_words(ctx.published), "recomputed": _ago(dated, ctx.published)}
    return Verdict(gap <= slack, facts)


def _apart(one: When, other: When) -> int:
    """Days between two periods, none where they meet."""
    return max((one.first - other.last).days, (other.first - one.last).days, 0)


def _ago(when: When, day: date) -> str:
    gap = years(when.first, day)
    return f"{gap} years" if gap > 1 else f"{(day - when.first).days} days"


__all__ = ["FACTS", "Params", "relate"]
