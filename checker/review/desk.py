"""Desk: the texts that are reviewed, heard anew when they are saved, with what was decided about them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import msgspec

from ..baseline import Known
from ..baseline import written as listed
from ..comments import WORD
from ..engine import Engine
from ..model import SEVERITIES, Audit, Document, Finding
from ..trouble import TroubleError
from ..wording import counted
from .answering import written
from .book import WRONG, Book, Decision
from .shelf import Shelf
from .word import Note, commented

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
        before = {a.document.name: a for a in self.audits}
        self.audits = [self._heard(d, before.get(d.name)) for d in found if isinstance(d, Document)]
        self.engine.close()
        self.stamp = self._stamp()

    def _heard(self, document: Document, before: Audit | None) -> Audit:
        """A text's audit: the one before if nothing of it has changed, or that of a report."""
        same = before if before and before.document == document else self.shelf.told(document)
        return same or self.engine.audit(document)

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
        return listed(
            Known(d.document, d.rule, d.fingerprint, d.message)
            for d in self.book.standing().values()
            if d.verdict in WRONG
        )

    def answer(self, number: int, fingerprint: str) -> str:
        """Writes the comment for a finding that was dismissed, and tells where. Raises TroubleError where it cannot."""
        audit, f = self.find(number, fingerprint)
        decision = self.book.standing().get((audit.document.name, fingerprint))
        if not decision or decision.verdict not in WRONG:
            raise TroubleError("only what was dismissed, or misread or linked wrong, can be answered for")
        return f"written to {written(audit, f, decision.reason, self.engine)[1]}"

    def answer_all(self) -> tuple[str, str]:
        """Writes the comments for all that was dismissed, and tells how many where, and what could not be written."""
        standing, done, troubles = self.book.standing(), Counter[str](), list[str]()
        for audit in self.audits:
            for print_ in dict.fromkeys(f.fingerprint for f in audit.findings):
                decision = standing.get((audit.document.name, print_))
                f = next((f for f in audit.findings if f.fingerprint == print_), None)
                if not f or not decision or decision.verdict not in WRONG:
                    continue
                try:
                    audit, path = written(audit, f, decision.reason, self.engine)
                    done[str(path)] += 1
                except TroubleError as e:
                    troubles.append(str(e))
        told = ", ".join(f"{path} ({n})" for path, n in done.items())
        return f"{counted(done.total(), 'comment')} written{': ' if told else ''}{told}", "; ".join(troubles)

    def accepted(self) -> Iterator[Audit]:
        """The audits with those of their findings alone that were accepted."""
        standing = self.book.standing()
        for a in self.audits:
            decided = ((f, standing.get((a.document.name, f.fingerprint))) for f in a.findings)
            kept = tuple(f for f, d in decided if d and d.verdict == "accepted")
            if kept:
                yield msgspec.structs.replace(a, findings=kept, undecided=(), checked=(), known=())

    def commented(self, number: int) -> tuple[str, bytes]:
        """A copy of a document of Word with a comment at each finding that was accepted, and what to call it.

        Raises TroubleError where there is no such text, it is no document of Word, or has changed.
        """
        if not 0 < number <= len(self.audits):
            raise TroubleError("there is no such text")
        audit, standing = self.audits[number - 1], self.book.standing()
        decided = ((f, standing.get((audit.document.name, f.fingerprint))) for f in audit.findings)
        notes = [_note(f, d) for f, d in decided if d and d.verdict == "accepted"]
        path = Path(audit.document.name)
        try:
            data = path.read_bytes()
        except (OSError, ValueError) as e:
            raise TroubleError(f"{path}: cannot be read: {e}") from e
        return f"{path.stem}-commented{path.suffix}", commented(data, audit.document, notes)

    def _stamp(self) -> str:
        read = (d for a in self.audits for d in (a.document, *a.document.originals))
        names = {d.name for d in read} | set(self.shelf.files)
        names |= {f"{name}.{WORD}" for name in names}
        return str(hash(tuple((name, *_stat(name)) for name in sorted(names))))


def _note(f: Finding, d: Decision) -> Note:
    better = f"Suggestion: {f.suggestion}" if f.suggestion else ""
    return Note(f.span, tuple(filter(None, (f.message, better, d.reason, f.rule))), d.who, d.at)


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
