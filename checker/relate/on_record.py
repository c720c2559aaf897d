"""On record: what is said of a thing is what the tables have, "Canberra, the capital of Australia"."""

from __future__ import annotations

from datetime import date
from decimal import Decimal, InvalidOperation

import msgspec

from ..context import Context
from ..days import in_words
from ..facts import Fact
from ..model import Link, Record, Verdict
from ..names.known import is_known

FACTS = ("thing", "predicate", "right", "day", "row", "source")


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """only and never: the predicate that is judged, or that is not; places: who is named must be a known place.

    tolerance: the share by which a figure may be off.
    """

    only: str = ""
    never: str = ""
    places: bool = False
    tolerance: Decimal = Decimal("0.05")


def relate(link: Link, p: Params, ctx: Context) -> Verdict:
    """Holds where a row that covers the day names the subject, or a figure near it; says nothing without a row."""
    said = link.claim.value
    assert isinstance(said, Record)
    rows = ctx.facts.told(said.predicate, said.object or said.subject)
    mute = (p.only and said.predicate != p.only) or (p.never and said.predicate == p.never)
    if mute or not rows or (p.places and not is_known(said.subject, "places")):
        return Verdict(None)
    on = link.claim.when.last if link.claim.when else ctx.published
    if on is None and any(r.first or r.last for r in rows):
        return Verdict(None, {}, "the text has no date; give one with --published")
    now = [r for r in rows if on is None or r.covers(on)]
    if not now:
        return Verdict(None, {}, f"the tables tell nothing of that day, {in_words(on or date.min)}")
    return Verdict(any(_fits(said, r, p.tolerance) for r in now), _facts(said, now, on))


def _fits(said: Record, row: Fact, tolerance: Decimal) -> bool:
    if said.amount is None:
        one, other = said.subject.lower().split(), row.subject.lower().split()
        return one == other or one[-1:] == other or one == other[-1:]
    figure = _number(row.object)
    low, high = said.amount.interval.lo, said.amount.interval.hi
    slack = figure * tolerance
    return (low is None or low <= figure + slack) and (high is None or figure - slack <= high)


def _number(cell: str) -> Decimal:
    """The figure of a cell, "9,300,000" or "143100 km2"."""
    digits = "".join(c for c in cell.split(" ")[0] if c.isdigit() or c == ".")
    try:
        return Decimal(digits)
    except InvalidOperation:
        return Decimal(0)


def _facts(said: Record, rows: list[Fact], on: date | None) -> dict[str, str]:
    right = " or ".join(dict.fromkeys(r.object if said.amount else r.subject for r in rows))
    facts = {"thing": said.object or said.subject, "predicate": said.predicate, "right": right}
    return {**facts, "day": in_words(on) if on else "", "row": rows[0].row, "source": rows[0].source}


__all__ = ["FACTS", "Params", "relate"]
