"""Cache: what has not changed is not heard again, and the report is the same to the letter."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.cache import Cache, Remembering, clear, seal
from checker.engine import Engine
from checker.model import Audit, Document
from tests.commands import CLASH, CLEAN, WRONG, article, run
from tests.helpers import document, engine


class Counting(Engine):
    """An engine that counts what it hears."""

    heard = 0

    def audit(self, document: Document, claims: bool = False) -> Audit:
        self.heard += 1
        return super().audit(document, claims)


def counting() -> Counting:
    return Counting(engine().rules, engine().rates, engine().facts)


TEXTS = [document(t) for t in (CLEAN, WRONG, CLASH)]


def test_what_was_heard_is_not_heard_again_and_told_alike(tmp_path: Path) -> None:
    first = counting()
    again = Remembering(first, tmp_path / "c.sqlite", lambda: b"s")
    told = [again.audit(t) for t in TEXTS]
    again.close()
    second = counting()
    later = Remembering(second, tmp_path / "c.sqlite", lambda: b"s")
    assert [later.audit(t) for t in TEXTS] == told
    assert (first.heard, second.heard) == (3, 1)  # a run's first text is heard without the cache


@pytest.mark.parametrize("change", ["document", "seal"])
def test_another_document_or_another_setting_is_heard(tmp_path: Path, change: str) -> None:
    kept = Cache(tmp_path / "c.sqlite", b"s")
    kept.put(engine().audit(TEXTS[1]))
    kept.flush()
    other = Cache(tmp_path / "c.sqlite", b"t" if change == "seal" else b"s")
    assert other.get(TEXTS[2] if change == "document" else TEXTS[1]) is None
    assert Cache(tmp_path / "c.sqlite", b"s").get(TEXTS[1]) is not None


def test_a_seal_changes_with_the_rules_and_with_what_a_file_holds(tmp_path: Path) -> None:
    table = article(tmp_path, "a", "facts.csv")
    before = seal(engine().rules, table)
    assert seal(engine().rules[1:], table) != before
    table.write_text("b", "utf-8")
    assert seal(engine().rules, table) != before


def test_a_damaged_cache_harms_nothing(tmp_path: Path) -> None:
    path = tmp_path / "c.sqlite"
    path.write_bytes(b"no database at all" * 100)
    broken = Cache(path, b"s")
    assert broken.get(TEXTS[1]) is None
    broken.put(engine().audit(TEXTS[1]))
    broken.flush()


def test_a_place_that_cannot_be_made_harms_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    assert Cache(tmp_path / "file" / "c.sqlite", b"s").get(TEXTS[1]) is None


def test_a_report_is_the_same_with_and_without(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    for n, text in enumerate((CLEAN, WRONG, CLASH)):
        article(tmp_path, text, f"{n}.txt")
    runs = [run("audit", ".", "--format", "json", *more, cwd=tmp_path).out for more in ((), (), ("--no-cache",))]
    assert runs[0] == runs[1] == runs[2]
    assert (tmp_path / "cache" / "checker" / "audits.sqlite").is_file()
    assert "bytes removed" in run("cache", "clear", cwd=tmp_path).out
    assert clear(tmp_path / "cache" / "checker" / "audits.sqlite") == 0
