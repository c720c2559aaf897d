"""Sourced: a figure is one that a source tells, or that follows from what it tells, "a third" from "33 percent"."""

from __future__ import annotations

from ..context import Context
from ..context import NoParams as Params
from ..model import Link, Verdict
from ..sources import HOW

FACTS = ("how",)


def relate(link: Link, p: Params, ctx: Context) -> Verdict:
    """Holds where some way leads from a source to the figure, and says which."""
    how = HOW.get(link.why)
    return Verdict(how is not None, {"how": how or ""})


__all__ = ["FACTS", "Params", "relate"]
