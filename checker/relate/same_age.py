"""Same age: one person is so old, or a year more or less, "14" and "15"."""

from __future__ import annotations

from ..context import Context
from ..context import NoParams as Params
from ..model import Link, Verdict
from ..timeline import told

FACTS = ()


def relate(link: Link, p: Params, ctx: Context) -> Verdict:
    """Holds where the two are at most a year apart: a birthday may lie between."""
    return Verdict(abs(told(link.claim) - told(link.witnesses[0])) <= 1)


__all__ = ["FACTS", "Params", "relate"]
