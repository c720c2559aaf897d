"""Conflicts: one thing told with different figures in different documents, "40 ships sank" / "43 ships sank"."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import msgspec

from ..engine import filled
from ..rules import Rule
from ..wording import counted as how_many
from .tables import PERMUTATIONS, SCHEME

if TYPE_CHECKING:
    from pandas import DataFrame

LINK = "elsewhere"  # of the rules that are about texts beside each other
MEMORY = "512MB"  # that the join takes before it goes on on the disk
QUERY = """
with told as (
  select part, row, doc, text, low, high, kind, names, string_split(about, '|') about, beside, first, last,
         concat_ws('/', kind, coalesce(unit, ''), coalesce(currency, ''), names) key
  from claims
  where names <> '' and about <> '' and hedge is null and low is not null and high is not null
    and list_contains($kinds, kind) and len(string_split(about, '|')) >= $fewest
), sure as (  -- a document that tells several figures sets them one against the other
  select key, part, row from told group by key, part, row having max(low) <= min(high)
), known as materialized (select told.* from told join sure using (key, part, row)
), few as (select key from known group by key having count(*) between 2 and $most
), held as materialized (select known.* from known join few using (key))  -- before the join, which else has all pairs
select kind, names, about, told.text, told.part, told.row, told.doc, min(beside) from (
select a.kind, a.names, array_to_string(a.about, '|') about, a.beside,
       unnest([{text: a.text, part: a.part, row: a.row, doc: a.doc},
               {text: b.text, part: b.part, row: b.row, doc: b.doc}]) told
from held a join held b using (key)
where (a.part, a.row) < (b.part, b.row) and (a.high < b.low or b.high < a.low)
  and (a.first is not distinct from b.first) and (a.last is not distinct from b.last)
  and len(list_intersect(a.about, b.about)) >= $alike * greatest(len(a.about), len(b.about)))
group by all
"""
COLUMNS = (  # of the claims, those that the join needs
    "part", "row", "doc", "text", "low", "high", "kind", "unit", "currency", "hedge", "names", "about", "beside",
    "first", "last",
)  # fmt: skip
TELLERS = """
select part, row, coalesce(published, ''), source, sketch from read_parquet($documents)
where (part, row) in (select (part, row) from versions)
order by part, row
"""
Asked = dict[str, Any]  # what a rule asks the query for
Join = Callable[[Path, Asked], "DataFrame"]  # the versions of all things that are told with figures that cannot agree


class Telling(msgspec.Struct, frozen=True):
    """A document that tells a version, its day, and where it is from."""

    doc: str
    published: str
    source: str


Versions = dict[str, dict[Any, Telling]]  # figure → part and row of a document → how it tells it
Thing = tuple[str, str, str]  # its kind, its names, the words beside it


class Version(msgspec.Struct, frozen=True):
    """A figure as it is told, by how many stories, and where."""

    text: str
    count: int
    documents: list[Telling]


class Conflict(msgspec.Struct, frozen=True):
    """One thing, by its names and the words beside it, and every version of its figure with who tells it when.

    An update, no two versions of which are told on one day, is no conflict and has no severity.
    """

    rule: str
    severity: str | None
    message: str
    kind: str
    names: str
    about: str
    update: bool
    versions: str


def here(folder: Path, told: Asked) -> DataFrame:
    """The versions of a corpus, joined on this machine; the join may go on on the disk."""
    import duckdb

    with (
        TemporaryDirectory(prefix=".join-", dir=folder) as spill,
        duckdb.connect(config={"memory_limit": MEMORY, "temp_directory": spill}) as base,
    ):
        base.read_parquet(f"{folder}/claims/*.parquet").create_view("claims")
        return base.execute(QUERY, told).df()


def among(claims: DataFrame, told: Asked) -> DataFrame:
    """The versions among claims that are held in memory, of each name all or none."""
    import duckdb

    with duckdb.connect() as base:
        base.register("claims", claims)
        return base.execute(QUERY, told).df()


def find(folder: Path, rules: Iterable[Rule], versions: Join = here) -> list[Conflict]:
    """The conflicts of a corpus by the rules that are about them, written as a table beside the others."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    found = [c for rule in rules if rule.link == LINK for c in _by(rule, folder, versions)]
    (folder / "conflicts").mkdir(exist_ok=True)
    fields = msgspec.structs.fields(Conflict)
    columns = pa.schema([(f.name, pa.bool_() if f.name == "update" else pa.string()) for f in fields])
    half = folder / "conflicts" / ".part-000000.parquet.half"
    pq.write_table(pa.Table.from_pylist(msgspec.to_builtins(found), schema=columns), half)
    half.replace(folder / "conflicts" / "part-000000.parquet")
    return found


def _by(rule: Rule, folder: Path, versions: Join) -> list[Conflict]:
    """What a rule finds; what it finds is held, not what it looks through."""
    import duckdb

    p = rule.settings
    told = {"kinds": list(rule.kinds), "alike": rule.threshold, "fewest": p.fewest, "most": p.most}
    with duckdb.connect() as base:
        base.register("versions", versions(folder, told))
        rows = base.execute("select * from versions order by all").fetchall()
        tellers = base.execute(TELLERS, {"documents": f"{folder}/documents/*.parquet"}).fetchall()
    told_by, story = _documents(tellers, p.story)
    return [_conflict(rule, *thing, found, story) for thing, found in _joined(rows, told_by)]


def _joined(rows: list[Any], told_by: dict[Any, tuple[str, str]]) -> list[tuple[Thing, Versions]]:
    """The versions of one thing put together, each with the documents that tell it, and the thing in their words."""
    things: dict[Thing, Versions] = defaultdict(lambda: defaultdict(dict))
    beside: dict[Thing, str] = {}
    for kind, names, about, text, part, row, doc, words in rows:
        thing = kind, names, about
        beside[thing] = min(words, beside.get(thing, words))
        things[thing][text][part, row] = Telling(doc, *told_by[part, row])
    return [((*thing[:2], beside[thing]), versions) for thing, versions in sorted(things.items())]


def _conflict(rule: Rule, kind: str, names: str, about: str, versions: Versions, story: dict[Any, int]) -> Conflict:
    """The versions, those that most stories tell first; a story that several papers have is one."""
    told = [
        Version(text, len({story[p] for p in by}), sorted(by.values(), key=lambda t: (t.published, t.doc)))
        for text, by in versions.items()
    ]
    told.sort(key=lambda v: (-v.count, v.text))
    days = [{d.published for d in v.documents} for v in told]
    update = all("" not in d for d in days) and not any(a & b for a, b in combinations(days, 2))
    facts = {"names": names.replace("|", ", "), "about": about, "mentions": str(len(told))}
    facts |= {"a": told[0].text, "b": told[-1].text, "versions": ", ".join(map(_shown, told))}
    message = filled(rule.holds if update else rule.message, facts)
    severity, named = None if update else rule.severity, (facts["names"], facts["about"])
    return Conflict(rule.id, severity, message, kind, *named, update, msgspec.json.encode(told).decode())


def _shown(version: Version) -> str:
    return f"{version.text} ({how_many(version.count, 'text')})"


def _documents(rows: list[Any], alike: float) -> tuple[dict[Any, tuple[str, str]], dict[Any, int]]:
    """Of each document its day and source, and the number of the story that it tells with others nearly the same."""
    import numpy as np
    from datasketch import MinHash, MinHashLSH

    told_by, story = dict[Any, tuple[str, str]](), dict[Any, int]()
    near = MinHashLSH(threshold=alike, num_perm=PERMUTATIONS)
    for n, (part, row, day, source, sketch) in enumerate(rows):
        values = np.frombuffer(sketch, dtype="<u8")
        sketched = MinHash(num_perm=PERMUTATIONS, hashvalues=values, seed=1, scheme=SCHEME)
        same = near.query(sketched)
        told_by[part, row], story[part, row] = (day, source), min(same) if same else n
        if not same:
            near.insert(n, sketched)
    return told_by, story


def counted(found: list[Conflict]) -> Counter[str]:
    """How many are conflicts, and how many updates."""
    return Counter("updates" if c.update else "conflicts" for c in found)
