"""Commands: the checker as a user runs it, "run("audit", "article.txt").code"."""

from __future__ import annotations

import multiprocessing
import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

import msgspec

from checker.cli import main

ROOT = Path(__file__).parent.parent
SEED = ROOT / "seeds" / "russia-tajikistan-70-billion.txt"
CHECKER = (sys.executable, "-m", "checker")
PATIENCE = 120  # seconds after which a run counts as hung

WRONG = """Airline fined $48 million over delays

The airline was fined 48 million euros on Tuesday over delays that stranded passengers. It said it would appeal.
"""
MISMATCH = "money/currency-mismatch"
CONVERSION = "Moscow promised 70 billion rubles (about $12.3 billion) to its neighbour.\n"
CLASH = "The plant will cost $750 million euros, the company said.\n"  # a warning
CLEAN = "The council met on Tuesday. Nothing was decided.\n"


class Run(NamedTuple):
    """How a command ended and what it wrote."""

    code: int
    out: str
    err: str

    @property
    def findings(self) -> list[str]:
        """The rules that spoke, document by document, in a run with --format json."""
        return [f["rule"] for d in self.json["documents"] for f in d["findings"]]

    @property
    def json(self) -> Any:
        """What was printed, as JSON."""
        return msgspec.json.decode(self.out)


def run(*args: object, stdin: bytes = b"", cwd: Path | None = None, env: dict[str, str] | None = None) -> Run:
    """Runs `checker` with these arguments in a process of its own; whatever it does, it must not show a traceback.

    That process is forked off one that has the checker loaded; in another environment it is started from nothing.
    """
    result = _started(args, stdin, cwd, env) if env else _forked(args, stdin, cwd)
    assert "Traceback" not in result.err, result.err
    return result


def _started(args: Iterable[object], stdin: bytes, cwd: Path | None, env: dict[str, str]) -> Run:
    done = subprocess.run(
        [*CHECKER, *map(str, args)],
        input=stdin,
        capture_output=True,
        timeout=PATIENCE,
        cwd=cwd,
        env={**os.environ, "PYTHONUTF8": "1", **env},
        check=False,
    )
    return Run(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))


def _forked(args: Iterable[object], stdin: bytes, cwd: Path | None) -> Run:
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.warm"])
    with TemporaryDirectory() as folder:
        streams = [Path(folder, name) for name in ("in", "out", "err")]
        for stream in streams:
            stream.write_bytes(stdin)
        process = context.Process(target=_checker, args=([*map(str, args)], streams, cwd or Path.cwd(), {**os.environ}))
        process.start()
        process.join(PATIENCE)
        if process.is_alive():
            process.kill()
            raise subprocess.TimeoutExpired([*map(str, args)], PATIENCE)
        told, complained = (stream.read_text("utf-8") for stream in streams[1:])
        return Run(process.exitcode or 0, told, complained)


def _checker(args: list[str], streams: list[Path], cwd: Path, env: dict[str, str]) -> None:
    """The command in a forked process: its streams are files."""
    for number, (stream, mode) in enumerate(zip(streams, ("rb", "wb", "wb"), strict=True)):
        with stream.open(mode) as file:
            os.dup2(file.fileno(), number)
    sys.stdin, sys.stdout = os.fdopen(0, encoding="utf-8"), os.fdopen(1, "w", encoding="utf-8")
    sys.stderr = os.fdopen(2, "w", encoding="utf-8", errors="backslashreplace", buffering=1)
    os.environ.update(env)
    os.chdir(cwd)
    sys.argv[1:] = args
    main()


def article(folder: Path, text: str | bytes, name: str = "article.txt") -> Path:
    """A file with this text."""
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return path
