"""Office: what office programs write is read alike, and what cannot be read is told and passed over."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.model import Document
from checker.read import read
from checker.trouble import TroubleError
from tests.commands import MISMATCH, ROOT, WRONG, article, run

OFFICE = ROOT / "tests" / "office"  # written by LibreOffice and pandoc: tests/office/make
KINDS = ("docx", "odt")
WRITTEN = (
    *(f"article.{kind}" for kind in (*KINDS, "rtf", "epub")),
    *(f"pandoc.{kind}" for kind in ("rtf", "epub", "rst", "asciidoc", "latex")),
)
RULES = [MISMATCH, "unit/wrong-conversion", "date/wrong-weekday", "sum/wrong-table-total"]
BOMB = 70_000_000  # bytes


def of(kind: str) -> Document:
    (document,) = read((OFFICE / f"article.{kind}").read_bytes(), f"article.{kind}")
    assert isinstance(document, Document)
    return document


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, data in parts.items():
            archive.writestr(path, data)
    return out.getvalue()


@pytest.mark.parametrize("kind", KINDS)
def test_what_an_office_program_writes_has_its_roles_and_its_day(kind: str) -> None:
    document = of(kind)
    assert [b.role for b in document.blocks] == [
        "headline", "byline", "dateline", "body", "body", "list", "list", "table", "body",
    ]  # fmt: skip
    assert document.headline == "Harbour to get $48 million crane"
    assert str(document.published) == "2015-04-07"


def test_the_same_article_has_the_same_text_in_every_format() -> None:
    assert len({of(kind).text for kind in KINDS}) == 1


@pytest.mark.parametrize("name", WRITTEN)
def test_slips_in_text_and_tables_are_found(name: str) -> None:
    done = run("audit", OFFICE / name, "--format", "json")
    assert (done.code, done.findings) == (1, RULES)


LAUGHS = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><x>&b;</x>'
BAD = {
    "encrypted": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "locked by a password"),
    "no zip": (b"just words", "ends in .{}, but what it holds is something else"),
    "cut short": (zipped({"word/document.xml": "x", "content.xml": "x"})[:40], "an archive, or a damaged document"),
    "another zip": (zipped({"a.txt": "x"}), "an archive, or a damaged document"),
    "broken": (zipped({"word/document.xml": "<w"}), "is not XML"),
    "entities": (zipped({"content.xml": LAUGHS}), "declares entities"),
    "a bomb": (zipped({"content.xml": b" " * BOMB}), "unpacks to more than 32 MB"),
    "slides": (zipped({"content.xml": "<x/>"}), "no text"),
}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("bad", BAD)
def test_a_document_that_cannot_be_read_is_told_and_the_others_are_audited(tmp_path: Path, kind: str, bad: str) -> None:
    data, reason = BAD[bad]
    wrong = article(tmp_path, data, f"bad.{kind}")
    done = run("audit", wrong, article(tmp_path, WRONG), "--format", "json")
    assert (done.code, done.findings) == (2, [MISMATCH])
    assert f"bad.{kind}: " in done.err
    assert reason.format(kind) in done.err


@pytest.mark.parametrize("kind", KINDS)
def test_an_office_document_is_known_by_its_content(tmp_path: Path, kind: str) -> None:
    data = (OFFICE / f"article.{kind}").read_bytes()
    assert run("audit", article(tmp_path, data, "article.txt"), "--format", "json").findings == RULES


@settings(max_examples=60)
@given(st.sampled_from(KINDS), st.integers(0, 6000), st.binary(min_size=1, max_size=8))
def test_no_damage_does_more_than_make_a_document_unreadable(kind: str, at: int, noise: bytes) -> None:
    data = bytearray((OFFICE / f"article.{kind}").read_bytes())
    data[at : at + len(noise)] = noise
    with suppress(TroubleError):
        assert all(isinstance(d, Document) for d in read(bytes(data), f"a.{kind}"))
