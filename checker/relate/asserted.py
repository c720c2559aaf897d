"""Asserted: what a headline promises, the body says somewhere without a reserve."""

from __future__ import annotations

from ..context import Context
from ..context import NoParams as Params
from ..model import Link, Promise, Verdict

FACTS = ()


def relate(link: Link, p: Params, ctx: Context) -> Verdict:
    """Holds where one of the witnesses makes no reserve."""
    return Verdict(any(isinstance(c.value, Promise) and not c.value.reserved for c in link.witnesses))


__all__ = ["FACTS", "Params", "relate"]
