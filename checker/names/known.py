"""Known: words and names of the world outside a text, read when first asked for, "science, Farrell, Nairobi"."""

from __future__ import annotations

import csv
import gzip
from bisect import bisect_left
from functools import cache
from pathlib import Path
from typing import Literal

List = Literal["words", "given", "surnames", "places"]
HERE = Path(__file__).parent / "data"


@cache
def _list(name: List) -> list[str]:
    """The entries, in small letters and in order: they are looked up by halves, which needs no set to be built."""
    return gzip.decompress((HERE / f"{name}.txt.gz").read_bytes()).decode().split("\n")[1:-1]


@cache
def given_names() -> frozenset[str]:
    """First names, in small letters."""
    return frozenset(_list("given"))


def is_known(entry: str, *lists: List) -> bool:
    """Whether some list has the entry, in any letters."""
    return any(_has(_list(name), entry.lower()) for name in lists)


def _has(entries: list[str], entry: str) -> bool:
    at = bisect_left(entries, entry)
    return at < len(entries) and entries[at] == entry


@cache
def exonyms() -> dict[str, dict[str, str]]:
    """A town's name → its other ways to be written, each with what the two are."""
    found: dict[str, dict[str, str]] = {}
    with (HERE / "exonyms.csv").open(encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table):
            found.setdefault(row["name"], {})[row["other"]] = row["note"]
            found.setdefault(row["other"], {})[row["name"]] = row["note"]
    return found
