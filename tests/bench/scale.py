"""Scale: what a million documents would cost, from runs of thousands, `tests/bench/scale.py [COUNT...] [--plot]`."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

ROOT = Path(__file__).parent.parent.parent
sys.path[:0] = [str(ROOT), str(Path(__file__).parent)]
COUNTS = (2_000, 10_000, 20_000)  # documents of a run
PLACE = Path(__file__).parent / "scale.svg"
LENGTH = 300  # characters of a text
COPIES = (1, 4, 16)  # of the claims of a run, each with names of its own
WORKERS = 2
MB, GB = 1_000_000, 1_000_000_000  # bytes
ASKED = (1_000_000, 1_000_000_000)  # documents that a corpus may have


class Run(NamedTuple):
    """What a run of so many documents took: seconds, the most memory of any process, bytes in and out, claims."""

    documents: int
    seconds: float
    memory: float
    read: int
    written: int
    claims: int


def audited(home: Path, count: int) -> Run:
    """A run over short made-up articles."""
    from corpus import archive  # type: ignore[import-not-found]
    from speed import child  # type: ignore[import-not-found]

    source, out = home / f"{count}.jsonl", home / f"out-{count}"
    archive(source, count, LENGTH)
    start = time.perf_counter()
    command = ("-m", "checker", "corpus", "audit", str(source), "--out", str(out), "--workers", str(WORKERS))
    _, memory = child(*command)
    seconds = time.perf_counter() - start
    written = sum(f.stat().st_size for f in out.rglob("*") if f.is_file())
    return Run(count, seconds, memory, source.stat().st_size, written, claims_of(out))


def claims_of(out: Path) -> int:
    """How many claims a run has told."""
    import pyarrow.parquet as pq

    return sum(pq.read_metadata(f).num_rows for f in (out / "claims").glob("*.parquet"))


def joined(home: Path, count: int, copies: int) -> tuple[int, float]:
    """The claims of a run, copied under other names, and the seconds that their conflicts take to find."""
    import duckdb

    from checker.corpus import conflicts
    from checker.rules import load

    out, made = home / f"out-{count}", home / f"copies-{copies}"
    (made / "claims").mkdir(parents=True)
    (made / "documents").symlink_to(out / "documents")
    duckdb.execute(
        f"copy (select * replace (names || 'x' || n as names) from '{out}/claims/*.parquet', range({copies}) t(n)) "
        f"to '{made}/claims/part-000000.parquet'"
    )
    start = time.perf_counter()
    conflicts.find(made, load())
    return claims_of(made), time.perf_counter() - start


def drawn(runs: list[Run]) -> str:
    """The most memory of any process by documents, and beside it the bytes that they have on the disk."""
    from plot import Axis, Plot  # type: ignore[import-not-found]

    across = Axis(3, 6, lambda n: f"{10 ** (n - 3)}k" if n < 6 else f"{10 ** (n - 6)}m")
    plot = Plot("The most memory of any process, by documents", across, Axis(0, 3, lambda n: f"{10**n} MB"))
    read = [(r.documents, r.read / MB) for r in runs]
    plotted: str = plot.drawn([(r.documents, r.memory) for r in runs], read, "what is read")
    return plotted


def main() -> None:
    """Prints the runs, the joins, and what they come to for many more documents."""
    counts = [int(n) for n in sys.argv[1:] if n.isdecimal()] or COUNTS
    with TemporaryDirectory() as made:
        home = Path(made)
        print(
            "| documents | seconds | a second | most memory | read | written | claims |\n|---|---|---|---|---|---|---|"
        )
        runs = [audited(home, n) for n in counts]
        for r in runs:
            rate, read, written = r.documents / r.seconds, r.read / MB, r.written / MB
            print(f"| {r.documents:,} | {r.seconds:.0f} | {rate:,.0f} | {r.memory:.0f} MB ", end="")
            print(f"| {read:.1f} MB | {written:.1f} MB | {r.claims:,} |")
        print("\n| claims joined | seconds | microseconds a claim |\n|---|---|---|")
        joined(home, counts[0], 0)  # loads what is loaded once
        joins = [joined(home, counts[0], n) for n in COPIES]
        for claims, seconds in joins:
            print(f"| {claims:,} | {seconds:.2f} | {seconds / claims * 1e6:.1f} |")
    if "--plot" in sys.argv:
        PLACE.write_text(drawn(runs), "utf-8")
    last, (claims, seconds) = runs[-1], joins[-1]
    print("\n| documents | read | written | core-hours | claims | join, core-hours |\n|---|---|---|---|---|---|")
    for n in ASKED:
        more = n / last.documents
        join = last.claims * more * seconds / claims / 3600
        print(
            f"| {n:,} | {last.read * more / GB:,.1f} GB | {last.written * more / GB:,.1f} GB "
            f"| {WORKERS * last.seconds * more / 3600:,.1f} | {last.claims * more:,.0f} | {join:,.2f} |"
        )


if __name__ == "__main__":
    main()
