"""Same holder: an office is held by one person at a time, "Kocsis" or "Molnar"."""

from __future__ import annotations

from ..context import Context
from ..context import NoParams as Params
from ..model import Link, Name, Verdict

FACTS = ("office", "name", "other")


def relate(link: Link, p: Params, ctx: Context) -> Verdict:
    """Holds where the surname is the same."""
    here, there = link.claim.value, link.witnesses[0].value
    assert isinstance(here, Name)
    assert isinstance(there, Name)
    same = here.written.split()[-1] == there.written.split()[-1]
    return Verdict(same, {"office": here.title, "name": here.written, "other": there.written})


__all__ = ["FACTS", "Params", "relate"]
