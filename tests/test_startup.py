"""Startup: a cold audit imports nothing slow, "no pandas before the first finding"."""

from __future__ import annotations

import subprocess
import sys

from tests.commands import SEED

SLOW = {"pandas", "numpy", "requests", "forex_python", "pydantic", "jinja2", "rich", "pint", "asyncio", "babel"}
PROGRAM = """
import sys
from checker.cli import app
try:
    code = app(["audit", sys.argv[1]], standalone_mode=False)
except SystemExit as e:
    code = e.code
print("\\n" + " ".join(sys.modules))
sys.exit(code)
"""


def test_an_audit_imports_nothing_slow() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(SEED)], capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 1, done.stderr
    assert "money/currency-mismatch" in done.stdout
    loaded = set(done.stdout.splitlines()[-1].split())
    assert "checker.engine" in loaded
    assert SLOW.isdisjoint(loaded)
