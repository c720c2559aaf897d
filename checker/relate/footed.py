"""Footed: a total in a table is what its cells come to."""

from __future__ import annotations

from ..context import Context
from ..context import NoParams as Params
from ..model import Link, Total, Verdict
from ..wording import amount

FACTS = ("recomputed", "sum", "off")
SHOWN = 8  # cells; of more only the number is told


def relate(link: Link, p: Params, ctx: Context) -> Verdict:
    """Holds where some reading of the cells comes to the total, as far as their last digits may be rounded."""
    value = link.claim.value
    assert isinstance(value, Total)
    parts = [x.stated[0] for x in value.parts]
    come_to, like = sum(parts[1:], parts[0]), value.stated
    shown = " + ".join(amount(x, like) for x in parts) if len(parts) <= SHOWN else f"{len(parts)} cells"
    facts = {
        "recomputed": amount(come_to, like),
        "sum": f"{shown} = {amount(come_to, like)}",
        "off": amount(abs(come_to - like.stated[0]), like),
    }
    return Verdict(any(like.interval.meets(x) for x in value.sums), facts)


__all__ = ["FACTS", "Params", "relate"]
