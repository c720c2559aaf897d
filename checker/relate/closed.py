"""Closed: a quotation mark that opens is closed."""

from __future__ import annotations

from ..context import Context
from ..context import NoParams as Params
from ..model import Link, Quotation, Verdict

FACTS = ("mark",)


def relate(link: Link, p: Params, ctx: Context) -> Verdict:
    """Holds where the quotation closes."""
    assert isinstance(link.claim.value, Quotation)
    return Verdict(link.claim.value.closed, {"mark": link.claim.value.mark})


__all__ = ["FACTS", "Params", "relate"]
