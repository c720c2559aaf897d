"""All there: a list that is said to be whole leaves out no member of an organisation."""

from __future__ import annotations

import msgspec

from ..context import Context
from ..days import in_words
from ..model import Link, Roll, Verdict

FACTS = ("organisation", "missing", "day")


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """most: members beyond which nobody means to name them all."""

    most: int = 15


def relate(link: Link, p: Params, ctx: Context) -> Verdict:
    """Holds where every member on that day is on the list; cannot tell without a day or all members."""
    roll, when = link.claim.value, link.claim.when
    assert isinstance(roll, Roll)
    on = when.last if when else ctx.published
    if on is None:
        return Verdict(None, {}, "the text has no date; give one with --published")
    members = ctx.facts.members(roll.organisation, on)
    if members is None or len(members) > p.most:
        return Verdict(None)
    missing = sorted(members.difference(roll.states))
    facts = {"organisation": roll.organisation, "missing": ", ".join(missing), "day": in_words(on)}
    return Verdict(not missing, facts)


__all__ = ["FACTS", "Params", "relate"]
