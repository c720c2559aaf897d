"""Enclosed: an estimate lies between the limits of its interval, the lower one first."""

from __future__ import annotations

from math import exp

from ..context import Context
from ..context import NoParams as Params
from ..interval import Interval, as_written
from ..model import Estimate, Link, Verdict

FACTS = ("low", "high", "value", "trouble")

LARGEST_EXPONENT = 700  # e to more is no number to compute with


def relate(link: Link, p: Params, ctx: Context) -> Verdict:
    """Holds where the limits stand in order and some value that may be the estimate lies between them."""
    e = link.claim.value
    assert isinstance(e, Estimate)
    facts = {"low": f"{e.low:f}", "high": f"{e.high:f}"}
    if e.low > e.high:
        return Verdict(False, {**facts, "trouble": f"the lower limit {e.low:f} is above the upper limit {e.high:f}"})
    if not e.values:
        return Verdict(True, facts)
    between = Interval(as_written(e.low).lo, as_written(e.high).hi)
    if any(as_written(v).meets(between) for v in e.values):
        return Verdict(True, facts)
    facts |= {"value": f"{e.values[0]:f}"}
    if e.logarithms and any(v < LARGEST_EXPONENT and e.low <= exp(v) <= e.high for v in e.values):
        return Verdict(None, facts, "the interval may be that of the coefficient's power of e")
    return Verdict(False, {**facts, "trouble": f"{e.values[0]:f} is not between {e.low:f} and {e.high:f}"})


__all__ = ["FACTS", "Params", "relate"]
