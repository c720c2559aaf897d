"""Facts: what dated reference tables say, "Kyrgyzstan has been in the Eurasian Economic Union since 12 August 2015"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import cache, cached_property
from pathlib import Path
from typing import Literal

import msgspec

from ..days import in_words
from ..trouble import TroubleError
from .tables import MAYBE, MEMBER, Entry, Fact, Periods, memberships, organisations, records, states

__all__ = ["CHECKED", "MAYBE", "MEMBER", "Fact", "Facts", "Standing", "gather", "standard"]

CHECKED = date(2026, 5, 31)  # the day up to which the shipped tables were followed
TRUSTED = timedelta(days=365)  # so long after it a state without a row still counts as no member
HERE = Path(__file__).parent
SHIPPED = ("area", "capital of", "population")  # predicates of the shipped tables besides memberships
Kind = Literal["state", "organisation"]


class Standing(msgspec.Struct, frozen=True):
    """Whether a state was a member on a day, or None where the tables cannot tell; the row that says so, and a note.

    Where it was not, fact is the nearest row: the accession that came later, or the membership that had ended.
    """

    member: bool | None
    fact: Fact | None
    note: str


class Facts:
    """The shipped tables and a user's own files over them; nothing is read before the first question.

    extra are CSV files with the columns of memberships.csv. Their rows on one state and one organisation replace all
    earlier ones on those two; names that the shipped tables do not know are taken as written. Any question raises
    TroubleError where a file has a mistake: "house.csv, line 3: from '2015-13-01' is not a date".
    """

    def __init__(self, extra: Sequence[Path] = ()) -> None:
        self._extra = tuple(extra)

    def names(self, kind: Kind) -> Mapping[str, str]:
        """Every way to write a state or an organisation, case-sensitive, with the name the tables use for it."""
        return self._names[kind]

    def ambiguous(self, kind: Kind) -> frozenset[str]:
        """Names that alone can mean something else, as "Georgia" does: not to be trusted without more."""
        return frozenset(entry.name for entry in _shipped(kind) if entry.ambiguous)

    def decoys(self, kind: Kind) -> frozenset[str]:
        """Longer names that hold one of ours and mean something else: "New Mexico", "UN Security Council"."""
        return frozenset(decoy for entry in _shipped(kind) for decoy in entry.decoys)

    def membership(self, state: str, organisation: str, on: date) -> Standing:
        """Whether the state, by any of its names, was a member of the organisation on that day."""
        state = self._names["state"].get(state, state)
        organisation = self._names["organisation"].get(organisation, organisation)
        rows = self._periods.get(organisation, {}).get(state, ())
        for row in rows:
            if row.covers(on):
                return Standing(True, row, "") if row.predicate == MEMBER else Standing(None, row, row.source)
        doubt = self._doubt(state, organisation, on, rows)
        if doubt:
            return Standing(None, None, doubt)
        sure = [row for row in rows if row.predicate == MEMBER]
        nearest = min(sure, key=lambda row: row.away(on), default=None)
        return Standing(False, nearest, _told(nearest, on))

    def members(self, organisation: str, on: date) -> frozenset[str] | None:
        """The states that were surely members on that day; None where the table cannot name them all.

        States whose membership the sources leave open are not among them.
        """
        organisation = self._names["organisation"].get(organisation, organisation)
        if organisation not in _complete() or on > CHECKED + TRUSTED:
            return None
        found = self._periods.get(organisation, {})
        return frozenset(
            state for state, rows in found.items() if any(row.predicate == MEMBER and row.covers(on) for row in rows)
        )

    @cached_property
    def predicates(self) -> tuple[str, ...]:
        """What the tables tell of things besides memberships, "capital of"."""
        own = {fact.predicate for path in self._extra for fact in records(path, _names("state"), house=True)}
        return (*SHIPPED, *sorted(own - set(SHIPPED)))

    def told(self, predicate: str, of: str) -> tuple[Fact, ...]:
        """The rows of one predicate on one thing: who is capital of Australia, what the area of Australia is.

        A user's rows on it replace the shipped ones.
        """
        return tuple(self._records.get((predicate, self._names["state"].get(of, of)), ()))

    @cached_property
    def _records(self) -> dict[tuple[str, str], list[Fact]]:
        """Rows by predicate, and by object, or by subject where the object is a figure."""
        found: dict[tuple[str, str], list[Fact]] = {}
        for path in (HERE / "capitals.csv", HERE / "figures.csv", *self._extra):
            own: dict[tuple[str, str], list[Fact]] = {}
            for fact in records(path, _names("state"), house=path in self._extra):
                of = fact.subject if fact.object[0].isdigit() else fact.object
                own.setdefault((fact.predicate, of), []).append(fact)
            found |= own
        return found

    def _doubt(self, state: str, organisation: str, on: date, rows: Sequence[Fact]) -> str:
        """Why the tables cannot deny a membership of which no row speaks on that day; empty where they can."""
        if state not in self._names["state"]:
            return f"{state} is not in the tables"
        if organisation not in self._names["organisation"]:
            return f"{organisation} is not in the tables"
        if rows and not _is_shipped(rows):
            return ""  # who gave the rows of a state gave them all, for as long as they like
        if organisation not in _complete():
            return f"the table does not give all members of {organisation}"
        return f"the tables were followed only up to {CHECKED}" if on > CHECKED + TRUSTED else ""

    @cached_property
    def _periods(self) -> Periods:
        """All rows, the user's in place of ours."""
        merged = dict(_shipped_memberships())
        for own in self._own:
            for organisation, found in own.items():
                merged[organisation] = {**merged.get(organisation, {}), **found}
        return merged

    @cached_property
    def _own(self) -> tuple[Periods, ...]:
        return tuple(memberships(path, _names("state"), _names("organisation")) for path in self._extra)

    @cached_property
    def _names(self) -> dict[Kind, Mapping[str, str]]:
        new_states = {state: state for own in self._own for found in own.values() for state in found}
        new_organisations = {organisation: organisation for own in self._own for organisation in own}
        return {
            "state": {**_names("state"), **new_states},
            "organisation": {**_names("organisation"), **new_organisations},
        }


def standard(extra: Sequence[Path] = ()) -> Facts:
    """The shipped tables, with a user's files over them; costs nothing until the first question."""
    return Facts(extra)


def gather(paths: Sequence[Path]) -> tuple[Facts, list[TroubleError]]:
    """The shipped tables with the files over them that can be used, and what is wrong with the others."""
    sound, troubles = list[Path](), list[TroubleError]()
    for path in paths:
        try:
            facts = Facts((path,))
            facts.names("state"), facts.predicates
            sound.append(path)
        except TroubleError as e:
            troubles.append(e)
    return Facts(sound), troubles


def _told(nearest: Fact | None, on: date) -> str:
    if nearest is None:
        return f"no membership in the tables, which go up to {CHECKED}"
    if nearest.first and on < nearest.first:
        return f"it was one only from {in_words(nearest.first)}"
    return f"it was one only until {in_words(nearest.last)}" if nearest.last else ""


@cache
def _shipped(kind: Kind) -> tuple[Entry, ...]:
    return states(HERE / "states.csv") if kind == "state" else organisations(HERE / "organisations.csv")


@cache
def _names(kind: Kind) -> Mapping[str, str]:
    return {written: entry.name for entry in _shipped(kind) for written in (entry.name, *entry.aliases)}


@cache
def _complete() -> frozenset[str]:
    return frozenset(entry.name for entry in _shipped("organisation") if entry.complete)


@cache
def _shipped_memberships() -> Periods:
    return memberships(HERE / "memberships.csv", _names("state"), _names("organisation"))


def _is_shipped(rows: Sequence[Fact]) -> bool:
    return rows is _shipped_memberships().get(rows[0].object, {}).get(rows[0].subject)
