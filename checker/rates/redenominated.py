"""Redenominated: a currency before and after it lost its zeros, "10,000 BYR became 1 BYN"."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

import msgspec

TABLE = Path(__file__).parent / "data" / "redenominations.csv"


class Change(msgspec.Struct, frozen=True, gc=False):
    """On that day, so many (factor) units of the old currency became one of the new."""

    old: str
    new: str
    factor: Decimal
    day: date
    source: str


class Relative(msgspec.Struct, frozen=True, gc=False):
    """The same money under another code: one unit of the code asked for is `worth` units of this one."""

    code: str
    worth: Decimal
    changed: date


@cache
def changes() -> tuple[Change, ...]:
    """The table, as shipped. Its codes are those of ISO 4217; each line names its source."""
    rows = [line.split(",", 4) for line in TABLE.read_text("utf-8").splitlines()[1:]]
    return tuple(Change(old, new, Decimal(n), date.fromisoformat(day), source) for old, new, n, day, source in rows)


@cache
def relatives(code: str) -> tuple[Relative, ...]:
    """The other codes that the same money has had, the nearest first.

    >>> [(r.code, str(r.worth)) for r in relatives("BYR")]
    [('BYB', '1000'), ('BYN', '0.0001')]
    """
    found: list[Relative] = []
    _follow(code, Decimal(1), {code}, found)
    return tuple(found)


def _follow(code: str, worth: Decimal, seen: set[str], found: list[Relative]) -> None:
    steps = [Relative(c.old, worth * c.factor, c.day) for c in changes() if c.new == code and c.old not in seen]
    steps += [Relative(c.new, worth / c.factor, c.day) for c in changes() if c.old == code and c.new not in seen]
    found.extend(steps)
    for step in steps:
        seen.add(step.code)
    for step in steps:
        _follow(step.code, step.worth, seen, found)
