"""On record: what is said of a thing is what the tables have, "Canberra, the capital of Australia"."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import msgspec

from ..context import Context
from ..days import in_words
from ..facts import Fact
from ..interval import Interval, exactly
from ..model import Link, Record, Verdict
from ..names.known import is_known
from ..units import Unit, readings
from ..wording import measure, number

FACTS = ("thing", "predicate", "right", "day", "row", "source")


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """only: the predicates that are judged, all where it is empty; house: by a user's rows alone, else by the shipped.

    places: who is named must be a known place; tolerance: the share by which a figure may be off.
    """

    only: list[str] = []
    house: bool = False
    places: bool = False
    tolerance: Decimal = Decimal("0.05")


def relate(link: Link, p: Params, ctx: Context) -> Verdict:
    """Holds where a row that covers the day names the subject, or a figure near it; says nothing without a row."""
    said = link.claim.value
    assert isinstance(said, Record)
    rows = [r for r in ctx.facts.told(said.predicate, said.object or said.subject) if r.house == p.house]
    mute = p.only and said.predicate not in p.only
    if mute or not rows or (p.places and not is_known(said.subject, "places")):
        return Verdict(None)
    on = link.claim.when.last if link.claim.when else ctx.published
    if on is None and any(r.first or r.last for r in rows):
        return Verdict(None, {}, "the text has no date; give one with --published")
    now = [r for r in rows if on is None or r.covers(on)]
    if not now:
        return Verdict(None, {}, f"the tables tell nothing of that day, {in_words(on or date.min)}")
    fits = [_fits(said, r, p.tolerance) for r in now]
    return Verdict(None) if None in fits else Verdict(any(fits), _facts(said, now, on))


def _fits(said: Record, row: Fact, tolerance: Decimal) -> bool | None:
    """Whether a row says the same; None where it is in another dimension."""
    if said.amount is None:
        one, other = said.subject.lower().split(), row.subject.lower().split()
        return one == other or one[-1:] == other or one == other[-1:]
    told_as, _, unit = row.object.partition(" ")
    figure, stated = exactly(Decimal(told_as.replace(",", ""))), said.amount.interval
    if unit:
        told, units = _unit(unit), said.amount.unit and _unit(said.amount.unit)
        if not told or not units or told.dimension != units.dimension:
            return None
        figure, stated = told.base(figure), units.base(stated)
    return stated.meets(Interval(_scaled(figure.lo, 1 - tolerance), _scaled(figure.hi, 1 + tolerance)))


def _unit(name: str) -> Unit | None:
    return next(iter(readings(name)), None)


def _scaled(x: Decimal | None, by: Decimal) -> Decimal | None:
    return x * by if x is not None else None


def _facts(said: Record, rows: list[Fact], on: date | None) -> dict[str, str]:
    right = " or ".join(dict.fromkeys(_shown(r.object) if said.amount else r.subject for r in rows))
    facts = {"thing": said.object or said.subject, "predicate": said.predicate, "right": right}
    return {**facts, "day": in_words(on) if on else "", "row": rows[0].row, "source": rows[0].source}


def _shown(cell: str) -> str:
    """The figure of a cell as a text would have it."""
    figure, _, name = cell.partition(" ")
    x = Decimal(figure.replace(",", ""))
    return measure(x, name) if name else number(x)


__all__ = ["FACTS", "Params", "relate"]
