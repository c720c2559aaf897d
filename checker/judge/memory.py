"""Memory: what a judge has said, kept from run to run by what it was asked, so that nothing is paid for twice."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from . import Opinion

if TYPE_CHECKING:
    import sqlite3

MOST = 1_000_000  # opinions that are kept; then all go
PATIENCE = 2.0  # seconds to wait for another run that writes


class Memory:
    """Opinions by questions, in a file or for a run alone. A file that cannot be used is done without."""

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self.heard: dict[bytes, Opinion] = {}

    def get(self, question: bytes) -> Opinion | None:
        """What was answered to a question."""
        import sqlite3

        key = _key(question)
        if key not in self.heard and self._base is not None:
            with suppress(sqlite3.Error, msgspec.DecodeError):
                row = self._base.execute("select said from opinions where key = ?", (key,)).fetchone()
                if row:
                    self.heard[key] = msgspec.json.decode(row[0], type=Opinion)
        return self.heard.get(key)

    def put(self, question: bytes, opinion: Opinion) -> None:
        """Keeps an answer, at once: it may have cost money."""
        import sqlite3

        self.heard[_key(question)] = opinion
        if self._base is not None:
            with suppress(sqlite3.Error), self._base:
                row = _key(question), msgspec.json.encode(opinion)
                self._base.execute("insert or replace into opinions values (?, ?)", row)

    @cached_property
    def _base(self) -> sqlite3.Connection | None:
        import sqlite3

        if self.path is None:
            return None
        try:
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            base = sqlite3.connect(self.path, timeout=PATIENCE)
            base.execute("pragma journal_mode = wal")
            base.execute("create table if not exists opinions (key blob primary key, said blob) without rowid")
            if base.execute("select count(*) from opinions").fetchone()[0] > MOST:
                base.execute("delete from opinions")
        except (OSError, sqlite3.Error):
            return None
        return base


def _key(question: bytes) -> bytes:
    return hashlib.blake2b(question, digest_size=16).digest()
