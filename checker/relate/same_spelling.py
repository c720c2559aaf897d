"""Same spelling: a name is written as it is elsewhere in the text, "Zelinski" is not "Zelinksi"."""

from __future__ import annotations

from ..context import Context
from ..context import NoParams as Params
from ..model import Link, Name, Verdict

FACTS = ("other",)


def relate(link: Link, p: Params, ctx: Context) -> Verdict:
    """Holds where the letters are the same."""
    name, other = link.claim.value, link.witnesses[0].value
    assert isinstance(name, Name)
    assert isinstance(other, Name)
    return Verdict(name.written == other.written, {"other": other.written})


__all__ = ["FACTS", "Params", "relate"]
