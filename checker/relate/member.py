"""Member: a state belongs to an organisation on the day the text speaks of."""

from __future__ import annotations

from ..context import Context
from ..context import NoParams as Params
from ..days import in_words
from ..model import Link, Membership, Verdict

FACTS = ("state", "organisation", "day", "because", "row", "source")


def relate(link: Link, p: Params, ctx: Context) -> Verdict:
    """Holds where the reference tables list the state on that day; cannot tell without a day or a table."""
    value, when = link.claim.value, link.claim.when
    assert isinstance(value, Membership)
    on = when.last if when else ctx.published
    facts = {"state": value.state, "organisation": value.organisation}
    if on is None:
        return Verdict(None, facts, "the text has no date; give one with --published")
    standing = ctx.facts.membership(value.state, value.organisation, on)
    facts |= {"day": in_words(on), "because": standing.note}
    if standing.fact:
        facts |= {"row": standing.fact.row, "source": standing.fact.source}
    return Verdict(standing.member, facts, "" if standing.member is not None else standing.note)


__all__ = ["FACTS", "Params", "relate"]
