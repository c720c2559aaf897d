"""Never: what is claimed cannot be, whatever else the text says, "31 June"."""

from __future__ import annotations

from ..context import Context
from ..context import NoParams as Params
from ..model import Link, Verdict

FACTS = ()


def relate(link: Link, p: Params, ctx: Context) -> Verdict:
    """Does not hold."""
    return Verdict(False)


__all__ = ["FACTS", "Params", "relate"]
