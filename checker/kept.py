"""Kept: values by their keys in a file of the user's, "what was worked out once need not be again"."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

PATIENCE = 2.0  # seconds to wait for another run that writes


class Kept:
    """A table of a file, which more runs than one may read and write, and of which all goes once it has too much.

    Where the file cannot be read or written it keeps nothing, and harms nothing.
    """

    def __init__(self, path: Path, table: str, most: int) -> None:
        self.path, self.table, self.most = path, table, most

    def get(self, key: bytes) -> bytes | None:
        """What was put under a key."""
        import sqlite3

        if self._base is None:
            return None
        try:
            row = self._base.execute(f"select told from {self.table} where key = ?", (key,)).fetchone()
        except sqlite3.Error:
            self._base = None
            return None
        return bytes(row[0]) if row else None

    def put(self, rows: Iterable[tuple[bytes, bytes]]) -> None:
        """Keeps values under their keys, at once."""
        import sqlite3

        if self._base is not None:
            with suppress(sqlite3.Error), self._base:
                self._base.executemany(f"insert or replace into {self.table} values (?, ?)", rows)

    @cached_property
    def _base(self) -> sqlite3.Connection | None:
        import sqlite3  # eight milliseconds that a run on one text need not spend

        try:
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)  # it quotes the texts
            base = sqlite3.connect(self.path, timeout=PATIENCE)
            base.execute("pragma journal_mode = wal")
            base.execute(f"create table if not exists {self.table} (key blob primary key, told blob) without rowid")
            if base.execute(f"select count(*) from {self.table}").fetchone()[0] > self.most:
                base.execute(f"delete from {self.table}")
        except (OSError, sqlite3.Error):
            return None
        return base
