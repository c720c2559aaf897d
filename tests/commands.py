"""Commands: the checker as a user runs it, "run("audit", "article.txt").code"."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

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
    """Runs `checker` with these arguments in a process of its own; whatever it does, it must not show a traceback."""
    done = subprocess.run(
        [*CHECKER, *map(str, args)],
        input=stdin,
        capture_output=True,
        timeout=PATIENCE,
        cwd=cwd,
        env={**os.environ, "PYTHONUTF8": "1", **(env or {})},
        check=False,
    )
    result = Run(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))
    assert "Traceback" not in result.err, result.err
    return result


def article(folder: Path, text: str | bytes, name: str = "article.txt") -> Path:
    """A file with this text."""
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return path
