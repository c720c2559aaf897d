"""Book: decisions on findings in SQLite, "dismissed: the rest went on lamps", which survive edits, runs and crashes."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from ..model import Finding
from ..trouble import TroubleError

VERDICTS = ("accepted", "fixed", "dismissed", "misread", "mislinked")  # read as another figure, held against another
WRONG = ("dismissed", "misread", "mislinked")  # verdicts that speak against the rule, and want a reason
PATIENCE = 10.0  # seconds to wait for another editor who writes
TABLE = """create table if not exists decisions (
    id integer primary key, document text, rule text, fingerprint text, message text,
    verdict text, reason text, who text, at text)"""


class Decision(msgspec.Struct, frozen=True):
    """What somebody decided about a finding, and when, as UTC."""

    document: str
    rule: str
    fingerprint: str
    message: str
    verdict: str
    reason: str
    who: str
    at: str


class Book:
    """All decisions, the last on each finding standing; several editors may have the same book open."""

    def __init__(self, path: Path) -> None:
        """Opens a book, which is made where there is none. Raises TroubleError where that cannot be."""
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self.base = sqlite3.connect(path, timeout=PATIENCE)
            self.base.execute("pragma journal_mode = wal")
            self.base.execute("pragma synchronous = full")
            self.base.execute(TABLE)
        except (OSError, sqlite3.Error) as e:
            raise TroubleError(f"{path}: decisions cannot be kept there: {e}") from e

    def decide(self, document: str, f: Finding, verdict: str, reason: str, who: str) -> None:
        """Writes a decision down. Raises TroubleError for no verdict, or one without the reason it wants."""
        if verdict not in VERDICTS:
            raise TroubleError(f"{verdict}: no verdict; there are {', '.join(VERDICTS)}")
        if verdict in WRONG and not reason.strip():
            raise TroubleError(f"{verdict}: give a reason, for whoever meets the finding next")
        now = datetime.now(UTC).isoformat(timespec="seconds")
        row = (document, f.rule, f.fingerprint, f.message, verdict, reason.strip(), who, now)
        with self.base:
            self.base.execute(f"insert into decisions values (null{', ?' * len(row)})", row)

    def undo(self, who: str) -> None:
        """Strikes the last decision of somebody; what was decided before it stands again."""
        with self.base:
            self.base.execute("delete from decisions where id = (select max(id) from decisions where who = ?)", (who,))

    def standing(self) -> dict[tuple[str, str], Decision]:
        """The decision that stands on each finding, by document and fingerprint."""
        rows = self.base.execute(
            "select document, rule, fingerprint, message, verdict, reason, who, at from decisions order by id"
        )
        return {(row[0], row[2]): Decision(*row) for row in rows}

    def version(self) -> int:
        """Changes whenever anybody decides or undoes something."""
        count, last = self.base.execute("select count(*), max(id) from decisions").fetchone()
        return int(count) * 1_000_003 + int(last or 0)


def precision(decisions: Iterable[Decision]) -> list[tuple[str, Counter[str], float]]:
    """Of each rule how often it was judged what, and the share of its findings that were right."""
    rules: dict[str, Counter[str]] = {}
    for d in decisions:
        rules.setdefault(d.rule, Counter())[d.verdict] += 1
    return [(rule, n, 1 - sum(n[v] for v in WRONG) / n.total()) for rule, n in sorted(rules.items())]
