"""Added: a total is what its parts add up to, "14 women and 16 men are 30 people"."""

from __future__ import annotations

from decimal import Decimal

import msgspec

from ..context import Context
from ..interval import Interval, exactly, whole
from ..model import Amount, Claim, Link, Verdict
from ..wording import amount

FACTS = ("recomputed", "sum")
SLIGHT = Decimal(2)  # so far off a total may be whatever it is
COUNTED = 1000  # people or things that somebody may have counted
ROUND = 5  # "at least 20" is a guess, "at least 19" a count


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """most: a total off by a greater share than that is the total of something else.

    floor: a number that is called the least, and not round, is taken for the number itself.
    """

    most: Decimal = Decimal("0.25")
    floor: bool = False


def relate(link: Link, p: Params, ctx: Context) -> Verdict:
    """Holds where values that the parts can mean add up to one that the total can mean."""
    total, parts = link.claim.value, [w.value for w in link.witnesses]
    assert isinstance(total, Amount)
    stated = [x.stated[0] for x in parts if isinstance(x, Amount)]
    ranges = [_range(w) for w in link.witnesses]
    come_to = sum(stated[1:], stated[0])
    facts = {
        "recomputed": amount(come_to, total),
        "sum": " + ".join(f"{amount(x, total)}" for x in stated) + f" = {amount(come_to, total)}",
    }
    meant = _as_counted(link.claim) if p.floor else _range(link.claim)
    if meant.meets(sum(ranges[1:], ranges[0])):
        return Verdict(True, facts)
    if abs(come_to - total.stated[0]) > max(abs(come_to) * p.most, SLIGHT):
        return Verdict(None, facts, "the parts are too far from the total to be all of it")
    return Verdict(False, facts)


def _as_counted(c: Claim) -> Interval:
    """The number itself for "at least 19": who tells the parts has counted."""
    assert isinstance(c.value, Amount)
    few = c.hedge == "at least" and c.kind == "count" and c.value.stated[0] < COUNTED
    counted = few and c.value.stated[0] % ROUND
    return exactly(c.value.stated[0]) if counted else _range(c)


def _range(c: Claim) -> Interval:
    assert isinstance(c.value, Amount)
    return whole(c.value.interval) if c.kind != "money" else c.value.interval
