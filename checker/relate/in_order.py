"""In order: the second of two days is not before the first, "from 1958 to 1964"."""

from __future__ import annotations

from ..context import Context
from ..context import NoParams as Params
from ..model import Link, Verdict
from ..timeline import period

FACTS = ()


def relate(link: Link, p: Params, ctx: Context) -> Verdict:
    """Holds where some day of the second is on or after some day of the first."""
    later, earlier = period(link.claim), period(link.witnesses[0])
    if later is None or earlier is None:
        return Verdict(None, {}, "one of the two is no date")
    return Verdict(earlier[0] <= later[1])


__all__ = ["FACTS", "Params", "relate"]
