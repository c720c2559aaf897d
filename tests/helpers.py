"""Helpers: short ways from words to what the checker makes of them, and the browser that shows it."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from tempfile import NamedTemporaryFile

import msgspec
import pytest

from checker.engine import Engine, extracted
from checker.facts import standard as shipped_facts
from checker.judge import Judge, Opinion, Ruling
from checker.model import Audit, Claim, Document, Made
from checker.pairs import joined, plain
from checker.rates import standard as embedded_rates
from checker.read import as_format
from checker.rules import load
from checker.text import Text

BROWSER = Path("/usr/bin/chromium")
ARGS = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync"),
)
browsed = pytest.mark.skipif(not BROWSER.exists(), reason="tests/browser/install fetches the browser")


@cache
def engine(house: str = "") -> Engine:
    """An engine with all that is shipped, and a table of house facts."""
    if not house:
        return Engine(load(), embedded_rates(), shipped_facts())
    with NamedTemporaryFile("w", suffix=".csv", encoding="utf-8") as table:
        table.write(house)
        table.flush()
        facts = shipped_facts([Path(table.name)])
        assert facts.predicates  # all is read before the file goes
        facts.told("", "")
        return Engine(load(), embedded_rates(), facts)


def document(text: str, headline: str | None = None, published: str | None = None, format: str = "plain") -> Document:
    """A document of plain text or another format, under a headline or under none."""
    read = as_format(format, text, "example", headline=headline or "")
    return msgspec.structs.replace(read, published=date.fromisoformat(published) if published else read.published)


def audit(
    text: str, headline: str | None = None, published: str | None = None, format: str = "plain", house: str = ""
) -> Audit:
    """What all shipped rules say of a text, with a table of house facts."""
    return engine(house).audit(document(text, headline, published, format))


class Says:
    """A judge that says the same of all, and remembers what it was asked."""

    name = "a judge"

    def __init__(self, verdict: Ruling, confidence: float = 0.9) -> None:
        self.told, self.asked = Opinion(verdict, confidence), list[tuple[str, str]]()

    def opinion(self, source: str, text: str) -> Opinion:
        self.asked.append((source, text))
        return self.told


def compare(text: str, source: str, headline: str = "", made: Made = "summary", judge: Judge | None = None) -> Audit:
    """What all shipped rules say of a text that was made from a source, and a judge if there is one."""
    own = Engine(load(), embedded_rates(), shipped_facts(), judge=judge) if judge else engine()
    return own.audit(joined(plain(text, "example", headline=headline), (plain(source, "source"),), made))


def claims(kind: str, text: str, published: str | None = None) -> tuple[Claim, ...]:
    """The claims of one kind in a text."""
    return extracted(Text(document(text, published=published)), kind)
