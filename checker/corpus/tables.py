"""Tables: what a run writes, documents, claims, findings, checked, undecided and failures, as Parquet."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import msgspec

from ..aligned import around
from ..contract import document as told
from ..model import Amount, Audit, Claim, When
from ..names import mentions
from ..names.known import is_known
from ..text import Text

if TYPE_CHECKING:
    import pyarrow as pa

PLACE = {"part": "int32", "row": "int32", "doc": "string"}
SPAN = {"start": "int32", "end": "int32", "line": "int32", "column": "int32", "text": "string"}
SAID = {
    "rule": "string",
    "confidence": "double",
    "message": "string",
    **dict.fromkeys(("witnesses", "facts", "fingerprint"), "string"),
}
COUNTS = dict.fromkeys(("characters", "errors", "warnings", "notes", "checked", "undecided"), "int32")
FIGURE = {"start": "int32", "end": "int32", "text": "string", "low": "double", "high": "double"}
COLUMNS: dict[str, dict[str, str]] = {
    "documents": {
        **PLACE,
        **dict.fromkeys(("source", "sha256", "lang", "published", "headline"), "string"),
        **COUNTS,
        "sketch": "binary",
    },
    "claims": {
        **PLACE,
        "kind": "string",
        **FIGURE,
        **dict.fromkeys(("unit", "currency", "hedge", "role", "names", "about", "beside", "first", "last"), "string"),
    },
    "findings": {**PLACE, "severity": "string", **SAID, "suggestion": "string", **SPAN},
    "checked": {**PLACE, **SAID, **SPAN},
    "undecided": {**PLACE, **SAID, "reason": "string", **SPAN},
    "failures": {**PLACE, "reason": "string"},
}
VERSION = 3  # of these columns; a folder of another one is told, and made anew
KINDS = ("money", "percent", "quantity", "count", "number", "duration", "age")  # claims that are kept
SHINGLE, PERMUTATIONS = 5, 32  # words of a shingle, and numbers of a document's sketch
SCHEME: Literal["legacy"] = "legacy"  # in which the sketches are made
Rows = dict[str, list[dict[str, Any]]]


def empty() -> Rows:
    """No rows."""
    return {name: [] for name in COLUMNS}


def of(audit: Audit, part: int, row: int, source: str) -> Rows:
    """The rows of one document, which may be called otherwise than the file or the line that it is from."""
    out, rows = told(audit), empty()
    at = {"part": part, "row": row, "doc": out.name}
    loud = [f.severity for f in out.findings]
    counts = {f"{s}s": loud.count(s) for s in ("error", "warning", "note")}
    rows["documents"].append(
        {**at, "source": source, "sha256": out.sha256, "lang": out.lang, "published": out.published,
         "headline": out.headline, "characters": len(audit.document.text), **counts,
         "checked": len(out.checked), "undecided": len(out.undecided), "sketch": _sketch(audit.document.text)}
    )  # fmt: skip
    for name, listed in (("findings", out.findings), ("checked", out.checked), ("undecided", out.undecided)):
        for f in listed:
            plain = msgspec.to_builtins(f)
            plain |= {key: msgspec.json.encode(plain[key]).decode() for key in ("witnesses", "facts")}
            rows[name].append({**at, **{k: plain.get(k) for k in COLUMNS[name] if k not in at}})
    rows["claims"] += (_claim(c, at, Text(audit.document)) for c in audit.claims or () if c.kind in KINDS)
    return rows


def failed(part: int, row: int, doc: str, reason: str) -> Rows:
    """The row of a document that could not be heard."""
    return {**empty(), "failures": [{"part": part, "row": row, "doc": doc, "reason": reason}]}


def joined(many: Iterable[Rows]) -> Rows:
    """The rows of many documents."""
    rows = empty()
    for one in many:
        for name in rows:
            rows[name] += one[name]
    return rows


def write(rows: Rows, folder: Path, part: int) -> None:
    """A file for each table, each whole or not at all."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    for name in COLUMNS:
        file = folder / name / f"part-{part:06}.parquet"
        file.parent.mkdir(parents=True, exist_ok=True)
        half = file.with_name(f".{file.name}.half")
        pq.write_table(pa.Table.from_pylist(rows[name], schema=_schema(name)), half, compression="zstd")
        half.replace(file)


def _schema(name: str) -> pa.Schema:
    import pyarrow as pa

    kinds = {"string": pa.string(), "int32": pa.int32(), "double": pa.float64(), "binary": pa.binary()}
    return pa.schema([(column, kinds[kind]) for column, kind in COLUMNS[name].items()])


def _claim(c: Claim, at: dict[str, Any], text: Text) -> dict[str, Any]:
    """A figure with what tells what it is of: the names of its sentence, the words beside it, its period.

    about has these words by their stems and in order, beside has them as they stand.
    """
    assert isinstance(c.value, Amount)
    names, when = _names(text, c), c.when
    own, clause = {w.lower() for name in names for w in name.split()}, text.clause(c.span.start)
    about = around(text, c, clause) - own
    written = [w for w in text.words(clause.start, clause.end) if text.lexicon.content(w) in about]
    return {
        **at, "kind": c.kind, "start": c.span.start, "end": c.span.end, "text": text[c.span],
        "low": _number(c.value.interval.lo), "high": _number(c.value.interval.hi), "unit": c.value.unit,
        "currency": c.value.currencies[0] if c.value.currencies else None, "hedge": c.hedge, "role": c.role,
        "names": "|".join(names), "about": "|".join(sorted(about)), "beside": " ".join(dict.fromkeys(written)),
        "first": when.first.isoformat() if isinstance(when, When) else None,
        "last": when.last.isoformat() if isinstance(when, When) else None,
    }  # fmt: skip


def _names(text: Text, claim: Claim) -> list[str]:
    inside = (" ".join(m.words) for m in text.once(mentions) if claim.sentence.covers(m.span))
    return sorted({name for name in inside if " " in name or (not is_known(name, "words") and len(name) > 1)})


def _number(x: Any) -> float | None:
    return None if x is None else float(x)


def _sketch(text: str) -> bytes:
    """Numbers by which texts that are nearly one are known, the same wire story in two papers."""
    from datasketch import MinHash

    words = text.lower().split()
    sketch = MinHash(num_perm=PERMUTATIONS, seed=1, scheme=SCHEME)
    sketch.update_batch([" ".join(words[i : i + SHINGLE]).encode() for i in range(max(1, len(words) - SHINGLE + 1))])
    return bytes(sketch.hashvalues.astype("<u8").tobytes())
