"""Corpus: many documents as tables, "all findings of an archive in a DataFrame"."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..trouble import TroubleError

if TYPE_CHECKING:
    import pandas as pd

NAMES = ("documents", "claims", "findings", "checked", "undecided", "failures", "conflicts")


def load(folder: str | Path, names: Iterable[str] = NAMES) -> dict[str, pd.DataFrame]:
    """The tables of a corpus by their names, days as days.

    Raises TroubleError where a folder has none, or one of an older version without what is asked of it now.

    >>> load("nowhere")
    Traceback (most recent call last):
    checker.trouble.TroubleError: nowhere: no corpus; `checker corpus audit INPUT --out nowhere` makes one
    """
    home = Path(folder)
    if not (home / "documents").is_dir():
        raise TroubleError(f"{folder}: no corpus; `checker corpus audit INPUT --out {folder}` makes one")
    return {name: table(home, name) for name in names if (home / name).is_dir()}


def table(folder: Path, name: str) -> Any:
    """One table of a corpus."""
    import pandas as pd

    from .tables import COLUMNS

    read = pd.read_parquet(folder / name)
    if lacking := [column for column in COLUMNS.get(name, ()) if column not in read]:
        older = f"{folder}: made by another version, {name} without {', '.join(lacking)}"
        raise TroubleError(f"{older}; `checker corpus audit INPUT --out {folder} --restart` makes it anew")
    if "published" in read:
        read["published"] = pd.to_datetime(read["published"])
    return read
