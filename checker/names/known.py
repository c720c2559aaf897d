"""Known: words and names of the world outside a text, read when first asked for, "science, Farrell, Nairobi"."""

from __future__ import annotations

import csv
import gzip
from functools import cache
from pathlib import Path
from typing import Literal

List = Literal["words", "given", "surnames", "places"]
HERE = Path(__file__).parent / "data"


@cache
def _list(name: List) -> str:
    """One entry a line, in small letters: a search in it costs less than a set would to build."""
    return gzip.decompress((HERE / f"{name}.txt.gz").read_bytes()).decode()


@cache
def given_names() -> frozenset[str]:
    """First names, in small letters."""
    return frozenset(_list("given").split())


def is_known(entry: str, *lists: List) -> bool:
    """Whether some list has the entry, in any letters."""
    line = f"\n{entry.lower()}\n"
    return any(line in _list(name) for name in lists)


@cache
def exonyms() -> dict[str, dict[str, str]]:
    """A town's name → its other ways to be written, each with what the two are."""
    found: dict[str, dict[str, str]] = {}
    with (HERE / "exonyms.csv").open(encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table):
            found.setdefault(row["name"], {})[row["other"]] = row["note"]
            found.setdefault(row["other"], {})[row["name"]] = row["note"]
    return found
