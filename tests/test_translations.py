"""Translations: one piece of news in fourteen languages, each held against the English one and the other way round."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.model import Document
from checker.pairs import of_files
from tests.helpers import engine

HOME = Path(__file__).parent / "translations"
ENGLISH = HOME / "en.txt"
OTHERS = sorted(p.stem for p in HOME.glob("*.txt") if p != ENGLISH)
SLIPS = {
    "third quarter": "fourth quarter",
    "22 percent": "12 percent",
    "1,200 km": "12,000 km",
    "May 12": "March 12",
    "five million": "five billion",
}
CHANGED = {"compare/changed-figure", "compare/changed-date"}


def told(original: Path, translation: Path) -> list[tuple[str, str]]:
    """The rules that speak of a translation, each with the words that it is about."""
    (document,) = of_files([str(original), str(translation)], "translation")
    assert isinstance(document, Document)
    return [(f.rule, document.text[f.span.start : f.span.end]) for f in engine().audit(document).findings]


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    """The English piece with every slip."""
    text = ENGLISH.read_text("utf-8")
    for right, slip in SLIPS.items():
        assert right in text
        text = text.replace(right, slip)
    path = tmp_path / "en.txt"
    path.write_text(text, "utf-8")
    return path


@pytest.mark.parametrize("lang", OTHERS)
def test_a_faithful_translation_is_let_pass_each_way(lang: str) -> None:
    assert told(HOME / f"{lang}.txt", ENGLISH) == []
    assert told(ENGLISH, HOME / f"{lang}.txt") == []


@pytest.mark.parametrize("lang", OTHERS)
def test_every_slip_of_a_translation_is_found(lang: str, wrong: Path) -> None:
    found = told(HOME / f"{lang}.txt", wrong)
    assert [words for _, words in found] == ["fourth", "12 percent", "12,000 km", "March", "five billion rubles"]
    assert {rule for rule, _ in found} == CHANGED


@pytest.mark.parametrize("lang", OTHERS)
def test_every_slip_of_an_original_is_found_in_its_translation(lang: str, wrong: Path) -> None:
    found = told(wrong, HOME / f"{lang}.txt")
    assert len(found) == len(SLIPS)
    assert {rule for rule, _ in found} == CHANGED
