"""Cache: audits of documents that have not changed, kept from run to run, so that only new text costs time."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Callable
from functools import cached_property
from pathlib import Path

import msgspec

from . import __version__
from .engine import Engine
from .kept import Kept
from .model import Audit, Document, Finding

MOST = 100_000  # audits that are kept; then all go
BATCH = 200  # audits that are written at once
PASSING = (".pyc", ".half")  # files beside the checker's own that are made in passing
Told = tuple[tuple[Finding, ...], tuple[Finding, ...], tuple[Finding, ...], tuple[Finding, ...]]
DECODER = msgspec.msgpack.Decoder(Told)


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
        self.kept, self.sealed = Kept(path, "audits", MOST), sealed
        self.fresh: list[tuple[bytes, bytes]] = []

    def get(self, document: Document) -> Audit | None:
        """The audit of a document as it was, if it was ever made under the same seal."""
        if (row := self.kept.get(self._key(document))) is None:
            return None
        try:
            findings, checked, undecided, known = DECODER.decode(row)
        except msgspec.DecodeError:
            return None
        return Audit(document, findings, checked, undecided, None, known)

    def put(self, audit: Audit) -> None:
        """Keeps an audit."""
        told = audit.findings, audit.checked, audit.undecided, audit.known
        self.fresh.append((self._key(audit.document), msgspec.msgpack.encode(told)))
        if len(self.fresh) >= BATCH:
            self.flush()

    def flush(self) -> None:
        """Writes what is new."""
        if self.fresh:
            self.kept.put(self.fresh)
            self.fresh.clear()

    def _key(self, document: Document) -> bytes:
        return hashlib.blake2b(msgspec.msgpack.encode(document), key=self.sealed, digest_size=16).digest()


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
