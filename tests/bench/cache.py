"""Cache: how much less a run over unchanged texts costs than the first, `python tests/bench/cache.py`."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parent.parent.parent
sys.path[:0] = [str(ROOT), str(Path(__file__).parent)]
COUNT = 1_000


def inside(folder: Path) -> float:
    """Seconds that one engine takes to hear the texts of a folder."""
    from checker.config import Settings
    from checker.inputs import documents
    from checker.model import Document
    from checker.setup import engine

    found = [d for d in documents([str(folder)]) if isinstance(d, Document)]
    hears, _ = engine(Settings())
    start = time.perf_counter()
    for d in found:
        hears.audit(d)
    hears.close()
    return time.perf_counter() - start


def whole(folder: Path) -> float:
    """Seconds of a whole run of the command, start-up and report included."""
    start = time.perf_counter()
    command = [sys.executable, "-m", "checker", "audit", str(folder), "--format", "jsonl", "--fail-on", "never"]
    subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - start


def main() -> None:
    """Prints both, the first time and the second."""
    from news import articles  # type: ignore[import-not-found]

    with TemporaryDirectory() as made:
        folder = Path(made, "texts")
        folder.mkdir()
        for n, (day, headline, body) in enumerate(articles(COUNT)):
            (folder / f"{n:05}.txt").write_text(f"{headline}\n\n{day}\n\n{body}", "utf-8")
        for name, run in (("hearing alone", inside), ("the whole command", whole)):
            os.environ["XDG_CACHE_HOME"] = str(Path(made, name))
            first, second = run(folder), run(folder)
            print(f"{name}: {COUNT:,} texts, first {first:.2f} s, unchanged {second:.2f} s, {first / second:.1f} times")


if __name__ == "__main__":
    main()
