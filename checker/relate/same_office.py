"""Same office: someone holds the office that is told elsewhere, "Senator Rowe" is not "President Rowe"."""

from __future__ import annotations

from ..context import Context
from ..context import NoParams as Params
from ..model import Link, Name, Verdict

FACTS = ("office", "other")


def relate(link: Link, p: Params, ctx: Context) -> Verdict:
    """Holds where both offices are one."""
    here, there = link.claim.value, link.witnesses[0].value
    assert isinstance(here, Name)
    assert isinstance(there, Name)
    return Verdict(here.title == there.title, {"office": here.title, "other": there.title})


__all__ = ["FACTS", "Params", "relate"]
