"""Memory: what a judge has said, kept from run to run by what it was asked, so that nothing is paid for twice."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from pathlib import Path

import msgspec

from ..kept import Kept
from . import Opinion

MOST = 1_000_000  # opinions that are kept; then all go


class Memory:
    """Opinions by questions, in a file or for a run alone. A file that cannot be used is done without."""

    def __init__(self, path: Path | None) -> None:
        self.kept = Kept(path, "opinions", MOST) if path else None
        self.heard: dict[bytes, Opinion] = {}

    def get(self, question: bytes) -> Opinion | None:
        """What was answered to a question."""
        key = _key(question)
        if key not in self.heard and self.kept and (told := self.kept.get(key)):
            with suppress(msgspec.DecodeError):
                self.heard[key] = msgspec.json.decode(told, type=Opinion)
        return self.heard.get(key)

    def put(self, question: bytes, opinion: Opinion) -> None:
        """Keeps an answer, at once: it may have cost money."""
        self.heard[_key(question)] = opinion
        if self.kept:
            self.kept.put([(_key(question), msgspec.json.encode(opinion))])


def _key(question: bytes) -> bytes:
    return hashlib.blake2b(question, digest_size=16).digest()
