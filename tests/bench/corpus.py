"""Corpus: how a corpus run grows with workers, engines and documents, `python tests/bench/corpus.py [COUNT]`."""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec

ROOT = Path(__file__).parent.parent.parent
sys.path[:0] = [str(ROOT), str(Path(__file__).parent)]
MB = 1024


def archive(path: Path, count: int, length: int | None = None) -> None:
    """So many made-up articles as JSON Lines, their texts cut to a length where one is given."""
    from news import articles  # type: ignore[import-not-found]

    with path.open("wb") as f:
        for n, (day, headline, body) in enumerate(articles(count)):
            f.write(
                msgspec.json.encode({"id": n, "published": day, "headline": headline, "text": body[:length]}) + b"\n"
            )


def took(source: Path, out: Path, *more: str) -> tuple[float, int]:
    """Seconds of a whole run, and the most memory of any of its processes in MB."""
    start = time.perf_counter()
    command = [sys.executable, "-m", "checker", "corpus", "audit", str(source), "--out", str(out), *more]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // MB


def main() -> None:
    """Prints a line a way to run it, then the memory by the number of documents."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 2_000
    with TemporaryDirectory() as made:
        home = Path(made)
        archive(home / "archive.jsonl", count)
        ways: dict[str, tuple[str, ...]] = {"one worker": ("--workers", "1"), "two workers": ("--workers", "2")}
        ways["Dask, two workers"] = ("--workers", "2", "--scheduler", "local")
        seconds = {name: took(home / "archive.jsonl", home / name, *more)[0] for name, more in ways.items()}
        for name, s in seconds.items():
            print(f"{name}: {count:,} documents in {s:.1f} s, {count / s:,.0f} a second")
        one, two, dask = seconds.values()
        print(
            f"two workers are {one / two:.2f} times as fast as one; Dask takes {dask / two:.2f} times the pool's time"
        )
        again, _ = took(home / "archive.jsonl", home / "two workers", "--workers", "2")
        print(f"a run that has nothing left to do: {again:.1f} s")
        for n in (count // 4, count):
            archive(home / f"{n}.jsonl", n)
            _, memory = took(home / f"{n}.jsonl", home / f"out {n}", "--workers", "2")
            print(f"{n:,} documents: at most {memory} MB in any process so far")


if __name__ == "__main__":
    main()
