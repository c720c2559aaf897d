"""Whole: shares of one whole come to no more than all of it, "48%, 41% and 21% are 110%"."""

from __future__ import annotations

from decimal import Decimal
from functools import reduce
from operator import add

import msgspec

from ..context import Context
from ..growth import HUNDRED
from ..model import Amount, Link, Verdict

FACTS = ("total", "workings")


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """points: how much over all the shares may come to beside their rounding."""

    points: Decimal = Decimal("0.5")


def relate(link: Link, p: Params, ctx: Context) -> Verdict:
    """Holds where the shares within their rounding are no more than the whole."""
    shares = [c.value for c in (*link.witnesses, link.claim) if isinstance(c.value, Amount)]
    least = reduce(add, (s.interval for s in shares)).lo
    stated = [s.stated[0] for s in shares]
    facts = {"total": f"{sum(stated)}%", "workings": " + ".join(map(str, stated)) + f" = {sum(stated)}"}
    return Verdict(least is None or least <= HUNDRED + p.points, facts)
