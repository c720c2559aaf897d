"""Cache: audits of documents that have not changed, kept from run to run, so that only new text costs time."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from . import __version__
from .engine import Engine
from .model import Audit, Document, Finding

if TYPE_CHECKING:
    import sqlite3

MOST = 100_000  # audits that are kept; then all go
BATCH = 200  # audits that are written at once
PASSING = (".pyc", ".half")  # files beside the checker's own that are made in passing
PATIENCE = 2.0  # seconds to wait for another run that writes
Kept = tuple[tuple[Finding, ...], tuple[Finding, ...], tuple[Finding, ...], tuple[Finding, ...]]
DECODER = msgspec.msgpack.Decoder(Kept)


def place() -> Path:
    """Where a user's cache is: $XDG_CACHE_HOME, or what the system has for it."""
    if home := os.environ.get("XDG_CACHE_HOME"):
        return Path(home) / "checker" / "audits.sqlite"
    folder = {"darwin": "Library/Caches", "win32": "AppData/Local"}.get(sys.platform, ".cache")
    return Path.home() / folder / "checker" / "audits.sqlite"


def opinions() -> Path:
    """Where what a judge has said is kept, beside the audits."""
    return place().with_name("opinions.sqlite")


def seal(*parts: object) -> bytes:
    """What an audit depends on beside its document: the checker itself, and all that is given, files by content."""
    told = hashlib.blake2b(__version__.encode(), digest_size=16)
    for file in sorted(Path(__file__).parent.rglob("*.*")):
        if file.suffix not in PASSING:
            told.update(f"{file}{file.stat().st_mtime_ns}".encode())
    for part in parts:
        told.update(part.read_bytes() if isinstance(part, Path) else msgspec.json.encode(part, enc_hook=str))
        told.update(b"\0")
    return told.digest()


class Cache:
    """Audits by their documents. Where it cannot be read or written it keeps nothing, and harms nothing."""

    def __init__(self, path: Path, sealed: bytes) -> None:
        self.path, self.sealed = path, sealed
        self.fresh: list[tuple[bytes, bytes]] = []
        self.base = self._open()

    def get(self, document: Document) -> Audit | None:
        """The audit of a document as it was, if it was ever made under the same seal."""
        import sqlite3

        if self.base is None:
            return None
        try:
            row = self.base.execute("select told from audits where key = ?", (self._key(document),)).fetchone()
            findings, checked, undecided, known = DECODER.decode(row[0]) if row else ((), (), (), ())
        except (sqlite3.Error, msgspec.DecodeError):
            self.base = None
            return None
        return Audit(document, findings, checked, undecided, None, known) if row else None

    def put(self, audit: Audit) -> None:
        """Keeps an audit."""
        kept = audit.findings, audit.checked, audit.undecided, audit.known
        self.fresh.append((self._key(audit.document), msgspec.msgpack.encode(kept)))
        if len(self.fresh) >= BATCH:
            self.flush()

    def flush(self) -> None:
        """Writes what is new."""
        import sqlite3

        if self.base is None or not self.fresh:
            return
        with suppress(sqlite3.Error), self.base:
            self.base.executemany("insert or replace into audits values (?, ?)", self.fresh)
        self.fresh.clear()

    def _key(self, document: Document) -> bytes:
        return hashlib.blake2b(msgspec.msgpack.encode(document), key=self.sealed, digest_size=16).digest()

    def _open(self) -> sqlite3.Connection | None:
        import sqlite3  # eight milliseconds that a run on one text need not spend

        try:
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)  # it quotes the texts
            base = sqlite3.connect(self.path, timeout=PATIENCE)
            base.execute("pragma journal_mode = wal")
            base.execute("create table if not exists audits (key blob primary key, told blob) without rowid")
            if base.execute("select count(*) from audits").fetchone()[0] > MOST:
                base.execute("delete from audits")
        except (OSError, sqlite3.Error):
            return None
        return base


def clear(path: Path) -> int:
    """Removes a cache with all that belongs to it, and returns how many bytes that was."""
    files = [f for end in ("", "-wal", "-shm") if (f := Path(f"{path}{end}")).is_file()]
    size = sum(f.stat().st_size for f in files)
    for f in files:
        f.unlink()
    return size


class Remembering(Engine):
    """An engine that hears only what it has not heard before; a run on one text keeps no cache."""

    def __init__(self, engine: Engine, path: Path, sealed: Callable[[], bytes]) -> None:
        super().__init__(engine.rules, engine.rates, engine.facts, engine.names, engine.house)
        self.engine, self.path, self.sealed = engine, path, sealed
        self.heard = 0

    def audit(self, document: Document, claims: bool = False) -> Audit:
        """As the engine's own."""
        self.heard += 1
        if claims or self.heard == 1:
            return self.engine.audit(document, claims)
        if (known := self.cache.get(document)) is not None:
            return known
        audited = self.engine.audit(document)
        self.cache.put(audited)
        return audited

    @cached_property
    def cache(self) -> Cache:
        """Opened for the second text of a run."""
        return Cache(self.path, self.sealed())

    def close(self) -> None:
        """Writes what is new."""
        if self.heard > 1:
            self.cache.flush()
