"""Desk: the texts that are reviewed, heard anew when they are saved, with what was decided about them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec

from ..baseline import Known, written
from ..comments import WORD
from ..engine import Engine
from ..model import SEVERITIES, Audit, Document, Finding
from ..trouble import TroubleError
from .book import WRONG, Book, Decision
from .shelf import Shelf

Row = tuple[int, int, Finding, Decision | None]  # the document's number, the finding's in it, the decision that stands


class Desk:
    """The audits of the texts on a shelf as their files stand now."""

    def __init__(self, shelf: Shelf, engine: Engine, book: Book) -> None:
        self.shelf, self.engine, self.book = shelf, engine, book
        self.stamp = ""
        self.audits: list[Audit] = []
        self.troubles: list[str] = []

    def fresh(self) -> None:
        """Hears the texts again where a file has changed."""
        now = self._stamp()
        if now == self.stamp and self.stamp:
            return
        found = list(self.shelf.read())
        self.troubles = [str(d) for d in (*self.shelf.amiss, *found) if isinstance(d, TroubleError)]
        self.audits = [self.shelf.told(d) or self.engine.audit(d) for d in found if isinstance(d, Document)]
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
        read = (d for a in self.audits for d in (a.document, *a.document.originals))
        names = {d.name for d in read} | set(self.shelf.files)
        names |= {f"{name}.{WORD}" for name in names}
        return str(hash(tuple((name, *_stat(name)) for name in sorted(names))))


def _stat(name: str) -> tuple[int, ...]:
    """When a file was written and how large it is; nothing of what is none, the name of a record."""
    try:
        told = Path(name).stat()
    except (OSError, ValueError):
        return ()
    return told.st_mtime_ns, told.st_size


def _rank(row: Row) -> tuple[bool, int, float, str]:
    _, _, f, decision = row
    return decision is not None, SEVERITIES.index(f.severity or "note"), -f.confidence, f.rule
