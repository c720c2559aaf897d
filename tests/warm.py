"""Warm: what is loaded in the process that the tests' commands are forked off: all that an audit and a corpus need."""

from __future__ import annotations

from pathlib import Path

import datasketch  # noqa: F401
import duckdb  # noqa: F401
import pandas  # noqa: F401, ICN001
import pyarrow.parquet  # noqa: F401
from typer.testing import CliRunner

from checker.cli import app

SEED = Path(__file__).parent.parent / "seeds" / "russia-tajikistan-70-billion.txt"

CliRunner().invoke(app, ["audit", str(SEED)], catch_exceptions=False)
