"""Tables: rows of the reference files, read and checked, "Kyrgyzstan,member of,Eurasian Economic Union,2015-08-12"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise
from pathlib import Path

import msgspec

from ..trouble import TroubleError

MEMBER, MAYBE = "member of", "may be member of"  # a row of the second kind says that the sources leave it open
PREDICATE = re.compile(r"[^\W\d_]+(?:[ -][^\W\d_]+){0,5}")
COLUMNS = ("subject", "predicate", "object", "from", "to", "source")


class Fact(msgspec.Struct, frozen=True):
    """One row of a table: the subject stood in the predicate to the object from first to last, both days included.

    first None is since ever, last None is still; source says on what the row rests, row where it stands, as in
    "memberships.csv, line 42"; house: it is of a user's own file.
    """

    subject: str
    predicate: str
    object: str
    first: date | None
    last: date | None
    source: str
    row: str
    house: bool = False

    def covers(self, on: date) -> bool:
        """Whether the row speaks of that day."""
        return (self.first is None or self.first <= on) and (self.last is None or on <= self.last)

    def away(self, on: date) -> int:
        """How many days lie between that day and the row's nearest one; 0 where it covers it."""
        late = (self.first - on).days if self.first else 0
        return max(late, (on - self.last).days if self.last else 0, 0)


class Entry(msgspec.Struct, frozen=True):
    """A state or an organisation: its name, other ways to write it, and longer names in which it means something else.

    ambiguous: the name alone can mean something else ("Georgia"); complete: the rows give every member there ever was.
    """

    name: str
    aliases: tuple[str, ...]
    decoys: tuple[str, ...]
    ambiguous: bool = False
    complete: bool = False


Periods = Mapping[str, Mapping[str, Sequence[Fact]]]  # organisation → state → its rows, the earliest first


def states(path: Path) -> tuple[Entry, ...]:
    """The states of a file `name,aliases,ambiguous,not`; several aliases stand between bars."""
    return tuple(
        Entry(name, _parts(aliases), _parts(decoys), ambiguous=ambiguous == "yes")
        for _, (name, aliases, ambiguous, decoys) in rows(path, ("name", "aliases", "ambiguous", "not"))
    )


def organisations(path: Path) -> tuple[Entry, ...]:
    """The organisations of a file `name,complete,aliases,not,source`."""
    return tuple(
        Entry(name, _parts(aliases), _parts(decoys), complete=complete == "yes")
        for _, (name, complete, aliases, decoys) in rows(path, ("name", "complete", "aliases", "not"))
    )


def memberships(path: Path, states: Mapping[str, str], organisations: Mapping[str, str]) -> Periods:
    """The memberships of a file with these COLUMNS, whoever is named by an alias filed under the name it stands for.

    Raises TroubleError for a file that cannot be read, a row with a mistake, or two rows that give one state and
    organisation the same day.
    """
    found: dict[str, dict[str, list[Fact]]] = {}
    told = (fact for fact in _facts(path, states, organisations) if fact.predicate in (MEMBER, MAYBE))
    for fact in told:
        found.setdefault(fact.object, {}).setdefault(fact.subject, []).append(fact)
    for members in found.values():
        for facts in members.values():
            _in_order(facts)
    return found


def records(path: Path, states: Mapping[str, str], house: bool) -> Iterator[Fact]:
    """The rows of such a file that tell of other things than memberships: "Canberra,capital of,Australia"."""
    told = (fact for fact in _facts(path, states, {}) if fact.predicate not in (MEMBER, MAYBE))
    return (msgspec.structs.replace(fact, house=house) for fact in told)


def _facts(path: Path, states: Mapping[str, str], organisations: Mapping[str, str]) -> Iterator[Fact]:
    for line, cells in rows(path, COLUMNS):
        yield _fact(f"{path.name}, line {line}", cells, states, organisations)


def rows(path: Path, wanted: Sequence[str]) -> Iterator[tuple[int, list[str]]]:
    """Each row of a CSV file (UTF-8, commas, a first line that names the columns): its line and the wanted cells.

    Other columns and empty rows are passed over. Raises TroubleError for a file that cannot be read so.
    """
    import csv

    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.reader(file, strict=True)
            header = [cell.strip() for cell in next(reader, [])]
            places = _places(path, header, wanted)
            for cells in reader:
                if len(cells) == len(header):
                    yield reader.line_num, [cells[i].strip() for i in places]
                elif any(cells):
                    raise TroubleError(f"{path.name}, line {reader.line_num}: {len(cells)} cells, not {len(header)}")
    except OSError as error:
        raise TroubleError(f"{path.name}: cannot be read: {error.strerror}") from error
    except (UnicodeDecodeError, csv.Error) as error:
        raise TroubleError(f"{path.name}: is not a CSV file in UTF-8: {error}") from error


def _places(path: Path, header: list[str], wanted: Sequence[str]) -> list[int]:
    missing = [column for column in wanted if column not in header]
    if missing:
        raise TroubleError(f"{path.name}, line 1: no column {missing[0]!r}; needed are {','.join(wanted)}")
    return [header.index(column) for column in wanted]


def _fact(row: str, cells: list[str], states: Mapping[str, str], organisations: Mapping[str, str]) -> Fact:
    subject, predicate, group, first, last, source = cells
    for column, cell in (("subject", subject), ("object", group), ("source", source)):
        if not cell:
            raise TroubleError(f"{row}: {column} is empty")
    if not PREDICATE.fullmatch(predicate):
        raise TroubleError(
            f"{row}: predicate {predicate!r} is no words; write it as {MEMBER!r} or 'chief executive of'"
        )
    begin, end = _day(row, "from", first), _day(row, "to", last)
    if begin and end and end < begin:
        raise TroubleError(f"{row}: to {last} is before from {first}")
    named = organisations if predicate in (MEMBER, MAYBE) else states
    return Fact(states.get(subject, subject), predicate, named.get(group, group), begin, end, source, row)


def _day(row: str, column: str, text: str) -> date | None:
    if not text:
        return None
    try:
        if len(text) == 10 and text[4] == text[7] == "-":  # fromisoformat alone also takes "20150812" and weeks
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise TroubleError(f"{row}: {column} {text!r} is not a date; write it as 2015-08-12")


def _in_order(facts: list[Fact]) -> None:
    """Sort the rows of one state in one organisation by time; two that share a day are a mistake."""
    facts.sort(key=lambda fact: fact.first or date.min)
    for one, two in pairwise(facts):
        if one.last is None or two.first is None or two.first <= one.last:
            one, two = sorted((one, two), key=lambda fact: int(fact.row.rsplit(" ", 1)[1]))
            raise TroubleError(f"{two.row}: shares a day with {one.row.rsplit(', ', 1)[1]}")


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("|")) if cell else ()
