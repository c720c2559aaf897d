"""Portion: a percentage is what a part makes of its whole, "180 of 240 are 75%"."""

from __future__ import annotations

from decimal import Decimal

import msgspec

from ..context import Context
from ..growth import HUNDRED, SHARE, level, shown
from ..interval import exactly
from ..model import Amount, Link, Verdict

FACTS = ("part", "whole", "recomputed", "workings")


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """places: units of the percentage's last digit that are let pass, for whoever cut it off."""

    places: Decimal = Decimal(1)


def relate(link: Link, p: Params, ctx: Context) -> Verdict:
    """Holds where part and whole within their rounding give the percentage."""
    claim, part, whole = (c.value for c in (link.claim, *link.witnesses))
    assert isinstance(claim, Amount)
    assert isinstance(part, Amount)
    assert isinstance(whole, Amount)
    if part.stated[0] > whole.stated[0]:
        return Verdict(None, {}, "the part is more than the whole")
    place = Decimal(1).scaleb(min(0, int(claim.stated[0].as_tuple().exponent)))
    said = claim.interval.hull(exactly(claim.stated[0] - p.places * place)).hull(
        exactly(claim.stated[0] + p.places * place)
    )
    share = part.stated[0] / whole.stated[0] * HUNDRED
    n, of = level(part.stated[0]), level(whole.stated[0])
    recomputed = f"{shown(share, claim.stated[0])}%"
    facts = {"part": n, "whole": of, "recomputed": recomputed, "workings": f"{n} / {of} = {share / HUNDRED:.4f}"}
    return Verdict(said.meets(part.interval / whole.interval * SHARE), facts)
