"""Desk: the texts that are reviewed, heard anew when they are saved, with what was decided about them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec

from ..baseline import Known, written
from ..engine import Engine
from ..inputs import documents
from ..model import SEVERITIES, Audit, Document, Finding
from ..trouble import TroubleError
from .book import WRONG, Book, Decision

Row = tuple[int, int, Finding, Decision | None]  # the document's number, the finding's in it, the decision that stands


class Desk:
    """The audits of some paths as their files stand now."""

    def __init__(self, paths: list[str], engine: Engine, book: Book) -> None:
        self.paths, self.engine, self.book = paths, engine, book
        self.stamp = ""
        self.audits: list[Audit] = []
        self.troubles: list[str] = []

    def fresh(self) -> None:
        """Hears the texts again where a file has changed."""
        now = self._stamp()
        if now == self.stamp and self.stamp:
            return
        found = list(documents(self.paths))
        self.troubles = [str(d) for d in found if isinstance(d, TroubleError)]
        self.audits = [self.engine.audit(d) for d in found if isinstance(d, Document)]
        self.engine.close()
        self.stamp = self._stamp()

    def news(self) -> str:
        """Changes whenever a text is saved or somebody decides."""
        return f"{self._stamp()}-{self.book.version()}"

    def queue(self) -> list[Row]:
        """All findings: undecided first, then by severity, confidence and rule."""
        standing = self.book.standing()
        rows = [
            (n, k, f, standing.get((a.document.name, f.fingerprint)))
            for n, a in enumerate(self.audits, 1)
            for k, f in enumerate(a.findings, 1)
        ]
        return sorted(rows, key=_rank)

    def find(self, number: int, fingerprint: str) -> tuple[Audit, Finding]:
        """A finding. Raises TroubleError where the text has changed so that it is no longer there."""
        audit = self.audits[number - 1] if 0 < number <= len(self.audits) else None
        found = next((f for f in audit.findings if f.fingerprint == fingerprint), None) if audit else None
        if not audit or not found:
            raise TroubleError("the text was saved, and the finding is no longer there")
        return audit, found

    def dismissed(self) -> str:
        """What was dismissed, as a baseline."""
        return written(
            Known(d.document, d.rule, d.fingerprint, d.message)
            for d in self.book.standing().values()
            if d.verdict in WRONG
        )

    def accepted(self) -> Iterator[Audit]:
        """The audits with those of their findings alone that were accepted."""
        standing = self.book.standing()
        for a in self.audits:
            decided = ((f, standing.get((a.document.name, f.fingerprint))) for f in a.findings)
            kept = tuple(f for f, d in decided if d and d.verdict == "accepted")
            if kept:
                yield msgspec.structs.replace(a, findings=kept, undecided=(), checked=(), known=())

    def _stamp(self) -> str:
        names = {a.document.name.partition("#")[0] for a in self.audits} | set(self.paths)
        told = ((p, p.stat()) for p in map(Path, sorted(names)) if p.exists())
        return str(hash(tuple((str(p), s.st_mtime_ns, s.st_size) for p, s in told)))


def _rank(row: Row) -> tuple[bool, int, float, str]:
    _, _, f, decision = row
    return decision is not None, SEVERITIES.index(f.severity or "note"), -f.confidence, f.rule
