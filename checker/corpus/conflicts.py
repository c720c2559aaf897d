"""Conflicts: one thing told with different figures in different documents, "40 ships sank" / "43 ships sank"."""

from __future__ import annotations

from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import msgspec

from .tables import PERMUTATIONS, SCHEME

ALIKE = 0.75  # of the words beside two figures that they have to share, and of two texts that are one
FEWEST = 3  # words beside a figure without which it is of no certain thing
MOST = 400  # figures of one key; a name that everybody writes of tells nothing
QUERY = """
with told as (
  select part, row, doc, text, low, high, kind, names, string_split(about, '|') about, first, last,
         concat_ws('/', kind, coalesce(unit, ''), coalesce(currency, ''), names) key
  from read_parquet('{folder}/claims/*.parquet')
  where names <> '' and about <> '' and hedge is null and low is not null and high is not null
    and len(string_split(about, '|')) >= {fewest}
), sure as (  -- a document that tells several figures sets them one against the other
  select key, part, row from told group by key, part, row having max(low) <= min(high)
), known as (select told.* from told join sure using (key, part, row)
), few as (select key from known group by key having count(*) between 2 and {most})
select a.part, a.row, a.doc, a.text, a.names, a.kind, array_to_string(a.about, '|') about,
       b.part part2, b.row row2, b.doc doc2, b.text text2
from known a join known b using (key) join few using (key)
where (a.part, a.row) < (b.part, b.row) and (a.high < b.low or b.high < a.low)
  and (a.first is not distinct from b.first) and (a.last is not distinct from b.last)
  and len(list_intersect(a.about, b.about)) >= {alike} * greatest(len(a.about), len(b.about))
order by all
"""


class Telling(msgspec.Struct, frozen=True):
    """A document that tells a version, and its day."""

    doc: str
    published: str


Versions = dict[str, dict[Any, Telling]]  # figure → part and row of a document → how it tells it


class Version(msgspec.Struct, frozen=True):
    """A figure as it is told, by how many stories, and where."""

    text: str
    count: int
    documents: list[Telling]


class Conflict(msgspec.Struct, frozen=True):
    """One thing, by its names and the words beside it, and every version of its figure with who tells it when."""

    kind: str
    names: str
    about: str
    update: bool
    versions: str


def find(folder: Path) -> list[Conflict]:
    """The conflicts of a corpus, written as a table beside the others; an update is one over days."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    days, story = _documents(folder)
    rows = _rows(QUERY.format(folder=folder, fewest=FEWEST, most=MOST, alike=ALIKE))
    found = _joined(rows, days, story)
    (folder / "conflicts").mkdir(exist_ok=True)
    fields = msgspec.structs.fields(Conflict)
    columns = pa.schema([(f.name, pa.bool_() if f.name == "update" else pa.string()) for f in fields])
    half = folder / "conflicts" / ".part-000000.parquet.half"
    pq.write_table(pa.Table.from_pylist(msgspec.to_builtins(found), schema=columns), half)
    half.replace(folder / "conflicts" / "part-000000.parquet")
    return found


def _joined(rows: list[Any], days: dict[Any, str], story: dict[Any, int]) -> list[Conflict]:
    """Pairs of one thing put together, each version with the documents that tell it."""
    things: dict[tuple[str, str, str], Versions] = defaultdict(lambda: defaultdict(dict))
    for part, row, doc, text, names, kind, about, part2, row2, doc2, text2 in rows:
        versions = things[kind, names, about]
        versions[text][part, row] = Telling(doc, days[part, row])
        versions[text2][part2, row2] = Telling(doc2, days[part2, row2])
    return [_conflict(*thing, versions, story) for thing, versions in sorted(things.items())]


def _conflict(kind: str, names: str, about: str, versions: Versions, story: dict[Any, int]) -> Conflict:
    """The versions, those that most stories tell first; a story that several papers have is one."""
    told = [
        Version(text, len({story[p] for p in by}), sorted(by.values(), key=lambda t: (t.published, t.doc)))
        for text, by in versions.items()
    ]
    told.sort(key=lambda v: (-v.count, v.text))
    days = [{d.published for d in v.documents} for v in told]
    apart = all("" not in d for d in days) and not set.intersection(*days)
    return Conflict(kind, names.replace("|", ", "), about.replace("|", " "), apart, msgspec.json.encode(told).decode())


def _documents(folder: Path) -> tuple[dict[Any, str], dict[Any, int]]:
    """Of each document its day, and the number of the story that it tells with others that are nearly the same."""
    import numpy as np
    from datasketch import MinHash, MinHashLSH

    table = f"read_parquet('{folder}/documents/*.parquet')"
    rows = _rows(f"select part, row, coalesce(published, ''), sketch from {table} order by all")
    days, story, near = dict[Any, str](), dict[Any, int](), MinHashLSH(threshold=ALIKE, num_perm=PERMUTATIONS)
    for n, (part, row, day, sketch) in enumerate(rows):
        values = np.frombuffer(sketch, dtype="<u8")
        sketched = MinHash(num_perm=PERMUTATIONS, hashvalues=values, seed=1, scheme=SCHEME)
        same = near.query(sketched)
        days[part, row], story[part, row] = day, min(same) if same else n
        if not same:
            near.insert(n, sketched)
    return days, story


def _rows(query: str) -> list[Any]:
    import duckdb

    return duckdb.sql(query).fetchall()  # type: ignore[union-attr]


def counted(found: list[Conflict]) -> Counter[str]:
    """How many are conflicts, and how many updates."""
    return Counter("updates" if c.update else "conflicts" for c in found)
