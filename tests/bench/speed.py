"""Speed: how fast the checker is, how soon it starts and what it needs, "python tests/bench/speed.py --quick"."""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from statistics import median
from time import process_time
from typing import TYPE_CHECKING

ROOT = Path(__file__).parent.parent.parent
sys.path.insert(0, str(ROOT))  # run as a file, it knows its own folder only

from tests.bench.lengths import drawn, measured  # noqa: E402
from tests.bench.news import articles  # noqa: E402

if TYPE_CHECKING:
    from checker.engine import Engine

SEED = ROOT / "seeds" / "russia-tajikistan-70-billion.txt"
ENTRY = "from checker.cli import main; main()"  # what the installed command `checker` runs
ENVIRONMENT = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}  # installed packages are compiled
DOCUMENTS, STARTS, REPEATS = 2000, 15, 200
QUICK = (100, 3, 20)
MB = 1_000_000  # bytes of UTF-8
MAXRSS_UNIT = 1 if sys.platform == "darwin" else 1024  # bytes in which a system counts ru_maxrss

Row = tuple[str, str]


def child(*args: str) -> tuple[float, float]:
    """CPU seconds and peak megabytes of a fresh Python with these arguments; what it prints is thrown away."""
    silence = [(os.POSIX_SPAWN_OPEN, fd, os.devnull, os.O_RDWR, 0) for fd in (0, 1, 2)]
    pid = os.posix_spawn(sys.executable, [sys.executable, *args], ENVIRONMENT, file_actions=silence)
    _, status, used = os.wait4(pid, 0)
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        raise SystemExit(f"speed: {' '.join(args)} ended with {os.waitstatus_to_exitcode(status)}")
    return used.ru_utime + used.ru_stime, used.ru_maxrss * MAXRSS_UNIT / MB


def starts(runs: int) -> list[Row]:
    """Cold starts in multiples of a bare Python's, by turns so that a busy machine slows all of them alike."""
    commands = {
        "python": ("-c", "pass"),
        "version": ("-c", ENTRY, "--version"),
        "audit": ("-c", ENTRY, "audit", str(SEED)),
    }
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(runs + 1):
        for name, args in commands.items():
            times[name].append(child(*args)[0])
    cpu = {name: median(t[1:]) for name, t in times.items()}  # the first round fills the disk's cache
    return [
        ("start of bare `python -c pass`, CPU", f"{cpu['python'] * 1000:.0f} ms"),
        ("cold `checker --version`, CPU", f"{cpu['version'] / cpu['python']:.1f} times that"),
        ("cold `checker audit` of the seed, CPU", f"{cpu['audit'] / cpu['python']:.1f} times that"),
    ]


def memory(corpus: Path, count: int) -> list[Row]:
    """Peak memory of whole runs; ask before this process grows, as a child's peak counts its parent's at birth."""
    one = child("-c", ENTRY, "audit", str(SEED))[1]
    many = child("-c", ENTRY, "audit", str(corpus), "--format", "jsonl")[1]
    return [
        ("peak memory, the seed", f"{one:.0f} MB"),
        (f"peak memory, {count:,} documents as .jsonl", f"{many:.0f} MB"),
    ]


def write(corpus: Path, count: int) -> None:
    """The made-up news as JSON Lines."""
    with corpus.open("w", encoding="utf-8") as f:
        for n, (published, headline, text) in enumerate(articles(count)):
            record = {"id": f"article-{n}", "published": published, "headline": headline, "text": text}
            f.write(json.dumps(record, ensure_ascii=False) + "\n")


def seconds(act: Callable[[], object]) -> float:
    """CPU seconds that it takes, as a busy machine tells nothing by the clock."""
    start = process_time()
    act()
    return process_time() - start


def whole(engine: Engine, files: Iterable[tuple[str, bytes]]) -> None:
    """All of an audit but the printing: bytes to documents to findings to JSON."""
    from msgspec import json as fast_json

    from checker import contract
    from checker.model import Document
    from checker.read import read

    for name, data in files:
        for d in read(data, name):
            assert isinstance(d, Document), d
            fast_json.encode(contract.document(engine.audit(d)))


def built() -> Engine:
    """The engine with all that is shipped."""
    from checker.engine import Engine
    from checker.facts import standard as facts
    from checker.rates import standard as rates
    from checker.rules import load

    return Engine(load(), rates(), facts())


def throughput(corpus: Path, repeats: int) -> list[Row]:
    """Speed in one process whose engine is built once and has seen every document before."""
    engine = built()
    lines = [("news.jsonl", line) for line in corpus.read_bytes().splitlines()]
    size = sum(len(line) for _, line in lines) / MB
    whole(engine, lines[: len(lines) // 10])
    took = seconds(lambda: whole(engine, lines))
    seed = [(SEED.name, SEED.read_bytes())]
    once = median(seconds(lambda: whole(engine, seed)) for _ in range(repeats))
    return [
        ("documents", f"{len(lines):,} of {size / len(lines) * 1000:.1f} KB"),
        ("whole audit", f"{len(lines) / took:,.0f} documents/s, {size / took:.1f} MB/s"),
        ("the seed, once started", f"{once * 1000:.2f} ms"),
        ("extraction alone", f"{size / extraction(lines):.1f} MB/s"),
    ]


def extraction(lines: list[tuple[str, bytes]]) -> float:
    """Seconds to extract the claims of every kind from documents that are already read."""
    from checker import registry
    from checker.engine import extracted
    from checker.model import Document
    from checker.read import read
    from checker.text import Text

    documents = [d for name, data in lines for d in read(data, name) if isinstance(d, Document)]
    kinds = registry.names("checker.extract")
    return seconds(lambda: [extracted(text, kind) for text in map(Text, documents) for kind in kinds])


def main() -> None:
    """Prints a table in Markdown, or draws the time of an audit by the length of the text."""
    parser = argparse.ArgumentParser(description="Measures the checker on made-up news.")
    parser.add_argument("--quick", action="store_true", help="a run of a few seconds, less exact")
    parser.add_argument("--plot", type=Path, metavar="FILE.svg", help="draw time by length, 1 KB to 10 MB, instead")
    asked = parser.parse_args()
    if asked.plot:
        asked.plot.write_text(drawn(list(measured(built()))), "utf-8")
        return
    count, runs, repeats = QUICK if asked.quick else (DOCUMENTS, STARTS, REPEATS)
    with tempfile.TemporaryDirectory() as folder:
        corpus = Path(folder) / "news.jsonl"
        write(corpus, count)
        rows = [*memory(corpus, count), *starts(runs)]
        rows = [*throughput(corpus, repeats), *rows]
    print(f"| Python {platform.python_version()}, {platform.system()} {platform.machine()} | |\n|---|---|")
    print("\n".join(f"| {what} | {how_much} |" for what, how_much in rows))


if __name__ == "__main__":
    main()
