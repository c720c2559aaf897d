"""Of its kind: a unit measures what it is said to measure, "an area is not so many kilometres"."""

from __future__ import annotations

from ..context import Context
from ..context import NoParams as Params
from ..model import Link, Measurement, Verdict
from ..units import dimensions
from ..wording import measure, unit

FACTS = ("said", "measured", "unit", "squared")
PLAIN = {  # what words for a size can be wrong about
    **dict.fromkeys(("length", "volume", "mass"), "a {}"),
    "area": "an area",
    "length/time": "a speed",
}
SQUARE = "square "
EXACT = 15  # digits: a figure as it is


def relate(link: Link, p: Params, ctx: Context) -> Verdict:
    """Holds where some reading of the unit is of the dimension; cannot tell of other units."""
    value = link.claim.value
    assert isinstance(value, Measurement)
    amount = value.amount
    known = dimensions(amount.unit, amount.per)
    if not known <= PLAIN.keys() or not known:
        return Verdict(None, {}, "nothing is known of the unit")
    facts = {
        "said": value.word,
        "measured": " or ".join(PLAIN[d].format(d) for d in sorted(known)),
        "unit": unit(amount.unit or "", amount.per),
    }
    square = f"{SQUARE}{amount.unit}"
    if value.quality == "area" and dimensions(square):
        facts["squared"] = measure(amount.stated[-1], square, digits=EXACT)
    return Verdict(value.quality in known, facts)


__all__ = ["FACTS", "Params", "relate"]
