"""Apart: a figure is one that the witnesses can mean, "34 killed" / "43 people died"."""

from __future__ import annotations

import msgspec

from ..context import Context
from ..model import Amount, Link, Verdict

FACTS = ("question",)


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """strict: the witness as it is written has to be a reading of the claim, and not only what it was rounded from."""

    strict: bool = False


def relate(link: Link, p: Params, ctx: Context) -> Verdict:
    """Does not hold where no witness can mean what the claim can mean."""
    claim = link.claim.value
    assert isinstance(claim, Amount)
    said = [w.value for w in link.witnesses if isinstance(w.value, Amount)]
    if p.strict:
        holds = any(x in claim.interval for w in said for x in w.stated)
    else:
        holds = any(claim.interval.meets(w.interval) for w in said)
    return Verdict(holds, {"question": _question(claim, said[0])})


def _question(claim: Amount, witness: Amount) -> str:
    one, other = (sorted(f"{x.stated[0].normalize():f}") for x in (claim, witness))
    return "Were digits swapped?" if one == other and claim.stated != witness.stated else ""
