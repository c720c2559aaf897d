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

OFFICE = ROOT / "tests" / "office"  # written by LibreOffice: tests/office/make
KINDS = ("docx", "odt")
RULES = [MISMATCH, "unit/wrong-conversion", "date/wrong-weekday", "sum/wrong-table-total"]
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
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


def word(body: str, **more: str) -> bytes:
    """A DOCX with this body, and more parts of its folder."""
    parts = {f"word/{name}.xml": f"<w:{tag} {W}>{xml}</w:{tag}>" for name, (tag, xml) in _named(body, more).items()}
    return zipped(parts)


def _named(body: str, more: dict[str, str]) -> dict[str, tuple[str, str]]:
    return {"document": ("document", f"<w:body>{body}</w:body>"), **{name: (name, xml) for name, xml in more.items()}}


def words(data: bytes, name: str = "a.docx") -> str:
    (document,) = read(data, name)
    assert isinstance(document, Document)
    return document.text


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


@pytest.mark.parametrize("kind", KINDS)
def test_slips_in_text_and_tables_are_found(kind: str) -> None:
    done = run("audit", OFFICE / f"article.{kind}", "--format", "json")
    assert (done.code, done.findings) == (1, RULES)


def test_tracked_changes_are_taken_as_accepted() -> None:
    run_of = "<w:r><w:t>{}</w:t></w:r>"
    gone = "<w:del><w:r><w:delText>34</w:delText><w:t>34</w:t></w:r></w:del>"
    body = f"<w:p>{run_of.format('He saw ')}{gone}<w:ins>{run_of.format('43')}</w:ins>{run_of.format(' men.')}</w:p>"
    assert words(word(body)) == "He saw 43 men."


def test_styles_are_known_by_their_names_whatever_their_ids() -> None:
    styles = '<w:style w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>'
    body = (
        '<w:p><w:pPr><w:pStyle w:val="berschrift1"/></w:pPr><w:r><w:t>Any line.</w:t></w:r></w:p>'
        "<w:p><w:r><w:t>He came on Monday.</w:t></w:r></w:p>"
    )
    (document,) = read(word(body, styles=styles), "a.docx")
    assert isinstance(document, Document)
    assert document.headline == "Any line."


def test_footnotes_are_read_and_their_rules_are_not() -> None:
    notes = (
        '<w:footnote w:type="separator"><w:p><w:r><w:t>----</w:t></w:r></w:p></w:footnote>'
        "<w:footnote><w:p><w:r><w:t>It rained.</w:t></w:r></w:p></w:footnote>"
    )
    (document,) = read(word("<w:p><w:r><w:t>He came on Monday.</w:t></w:r></w:p>", footnotes=notes), "a.docx")
    assert isinstance(document, Document)
    assert document.text == "He came on Monday.\n\nIt rained."
    assert document.blocks[-1].role == "footnote"


def test_a_bar_in_a_cell_does_not_part_it() -> None:
    cell = "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
    row = f"<w:tr>{cell.format('a|b')}{cell.format('c')}</w:tr>"
    assert words(word(f"<w:tbl>{row}{row}</w:tbl>")) == "| a\\|b | c |\n| --- | --- |\n| a\\|b | c |"


LAUGHS = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><x>&b;</x>'
BAD = {
    "encrypted": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "is encrypted, or of an old format"),
    "no zip": (b"just words", "is no {} file"),
    "cut short": (zipped({"word/document.xml": "x"})[:40], "is no {} file"),
    "another zip": (zipped({"a.txt": "x"}), "is no {} file"),
    "broken": (zipped({"word/document.xml": "<w", "content.xml": "<o"}), "is broken"),
    "entities": (zipped({"word/document.xml": LAUGHS, "content.xml": LAUGHS}), "declares entities"),
    "a bomb": (zipped(dict.fromkeys(("word/document.xml", "content.xml"), b" " * BOMB)), "unpacks to more than 64 MB"),
}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("bad", BAD)
def test_a_document_that_cannot_be_read_is_told_and_the_others_are_audited(tmp_path: Path, kind: str, bad: str) -> None:
    data, reason = BAD[bad]
    wrong = article(tmp_path, data, f"bad.{kind}")
    done = run("audit", wrong, article(tmp_path, WRONG), "--format", "json")
    assert (done.code, done.findings) == (2, [MISMATCH])
    assert f"bad.{kind}: " in done.err
    assert reason.format(kind.upper()) in done.err


def test_a_document_without_words_is_told(tmp_path: Path) -> None:
    done = run("audit", article(tmp_path, word("<w:p/>"), "empty.docx"))
    assert done.code == 2
    assert "empty.docx: holds no text" in done.err


def test_an_office_document_under_another_name_is_told(tmp_path: Path) -> None:
    done = run("audit", article(tmp_path, (OFFICE / "article.docx").read_bytes(), "article.txt"))
    assert done.code == 2
    assert "name it .docx or .odt" in done.err


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(KINDS), st.integers(0, 6000), st.binary(min_size=1, max_size=8))
def test_no_damage_does_more_than_make_a_document_unreadable(kind: str, at: int, noise: bytes) -> None:
    data = bytearray((OFFICE / f"article.{kind}").read_bytes())
    data[at : at + len(noise)] = noise
    with suppress(TroubleError):
        assert all(isinstance(d, Document) for d in read(bytes(data), f"a.{kind}"))
