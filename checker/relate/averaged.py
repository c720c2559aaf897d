"""Averaged: an average is its total divided by the number, "$60 billion over five years is $12 billion a year"."""

from __future__ import annotations

from ..context import Context
from ..context import NoParams as Params
from ..model import Amount, Link, Verdict
from ..wording import amount, rounded

FACTS = ("recomputed", "workings")


def relate(link: Link, p: Params, ctx: Context) -> Verdict:
    """Holds where the average can be meant by what total and number come to."""
    average, (total, number) = link.claim.value, (w.value for w in link.witnesses)
    assert isinstance(average, Amount)
    assert isinstance(total, Amount)
    assert isinstance(number, Amount)
    each = total.stated[0] / number.stated[0]
    facts = {
        "recomputed": amount(rounded(each), average),
        "workings": f"{amount(total.stated[0], total)} / {number.stated[0]:f} = {amount(rounded(each), average)}",
    }
    return Verdict((total.interval / number.interval).meets(average.interval), facts)


__all__ = ["FACTS", "Params", "relate"]
