"""Same term: a word is the one that the source has, "Sunday" is not "Friday"."""

from __future__ import annotations

from ..context import Context
from ..context import NoParams as Params
from ..model import Link, Verdict

FACTS = ()


def relate(link: Link, p: Params, ctx: Context) -> Verdict:
    """Holds where a witness is the same of its series."""
    return Verdict(any(w.value == link.claim.value for w in link.witnesses))


__all__ = ["FACTS", "Params", "relate"]
