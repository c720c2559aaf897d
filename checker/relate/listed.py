"""Listed: as many things are listed as were announced, "five counties: Kent, Essex and Surrey"."""

from __future__ import annotations

import msgspec

from ..context import Context
from ..model import Link, Listing, Verdict

FACTS = ("stated", "count")


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """most: so far off it may be a slip; what is further off announces something else."""

    most: int = 3


def relate(link: Link, p: Params, ctx: Context) -> Verdict:
    """Holds where the list can be read to name that many things."""
    value = link.claim.value
    assert isinstance(value, Listing)
    count = min(value.counts, key=lambda n: abs(n - value.stated))
    facts = {"stated": str(value.stated), "count": str(count)}
    if value.stated in value.counts:
        return Verdict(True, facts)
    if abs(count - value.stated) > p.most:
        return Verdict(
            None, facts, f"{value.stated} are announced, {count} are listed: it may be a list of something else"
        )
    return Verdict(False, facts)
