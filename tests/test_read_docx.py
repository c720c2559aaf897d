"""Docx: a document of Word by its styles, and what is no such document told."""

from __future__ import annotations

import contextlib
import io
import time
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.model import Document
from checker.read import read
from checker.trouble import TroubleError
from tests.test_read import roles, well_formed

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
STYLES = f"""<w:styles {W}><w:style w:styleId="T"><w:name w:val="Title"/></w:style>
<w:style w:styleId="U"><w:name w:val="House title"/><w:basedOn w:val="T"/></w:style>
<w:style w:styleId="Q"><w:name w:val="Intense Quote"/></w:style>
<w:style w:styleId="L1"><w:name w:val="loop"/><w:basedOn w:val="L2"/></w:style>
<w:style w:styleId="L2"><w:name w:val="loop too"/><w:basedOn w:val="L1"/></w:style></w:styles>"""
NOTES = f"""<w:footnotes {W}><w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>
<w:footnote w:id="2"><w:p><w:r><w:t>A note of 3 words.</w:t></w:r></w:p></w:footnote></w:footnotes>"""


def paragraph(words: str, style: str = "") -> str:
    styled = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{styled}<w:r><w:t>{words}</w:t></w:r></w:p>"


def table(*rows: str) -> str:
    cells = ("".join(f"<w:tc>{paragraph(c)}</w:tc>" for c in row.split("|")) for row in rows)
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


def docx(body: str, **parts: str) -> bytes:
    out = io.BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as z:
        z.writestr("word/document.xml", f"<w:document {W}><w:body>{body}</w:body></w:document>")
        for part, held in {"styles": STYLES, **parts}.items():
            z.writestr(f"word/{part}.xml", held)
    return out.getvalue()


def one(data: bytes, name: str = "a.docx") -> Document:
    (document,) = read(data, name)
    assert isinstance(document, Document)
    return document


def test_styles_tell_roles_and_notes_come_last() -> None:
    body = paragraph("Storm kills 34", "U") + paragraph("It rained.", "L1") + paragraph("We counted.", "Q")
    assert roles(one(docx(body + table("Port|Boats", "Total|12"), footnotes=NOTES))) == [
        ("headline", "Storm kills 34"),
        ("body", "It rained."),
        ("quote", "We counted."),
        ("table", "| Port | Boats |\n| Total | 12 |"),
        ("footnote", "A note of 3 words."),
    ]


def test_tracked_changes_are_read_as_accepted() -> None:
    old = "<w:del><w:r><w:delText>43</w:delText></w:r></w:del>"
    new = "<w:ins><w:r><w:t>34</w:t></w:r></w:ins>"
    moved = "<w:moveFrom><w:r><w:t>gone</w:t></w:r></w:moveFrom>"
    body = f"<w:p><w:r><w:t>They found </w:t></w:r>{old}{new}{moved}<w:r><w:t> boats.</w:t></w:r></w:p>"
    document = one(docx(body))
    assert document.text == "They found 34 boats."
    assert document.source(document.text.index("34")) == "paragraph 1, run 2"


def test_a_cell_knows_its_table_row_and_cell() -> None:
    document = one(docx(paragraph("Boats.") + table("Port|Boats", "North|5")))
    assert document.source(document.text.index("5")) == "table after paragraph 1, row 2, cell 2"


def test_a_document_is_known_by_its_content() -> None:
    assert one(docx(paragraph("It rained.")), "a.txt").text == "It rained."


def bomb() -> bytes:
    return docx(f"<w:p><w:r><w:t>{' ' * 40_000_000}</w:t></w:r></w:p>")


ENTITIES = '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (docx(""), "holds no text"),
        (docx(paragraph("It rained."))[:-40], "a damaged document"),
        (b"It rained.", "ends in .docx, but what it holds is something else"),
        (b"", "something else"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "locked by a password"),
        (docx("", styles=ENTITIES + "<w/>"), "declares entities"),
        (docx("<w:p>"), "damaged, word/document.xml is not XML"),
        (bomb(), "unpacks to more than 32 MB"),
    ],
    ids=["empty", "cut", "text", "nothing", "locked", "entities", "broken", "bomb"],
)
def test_what_cannot_be_read_is_told(data: bytes, why: str) -> None:
    with pytest.raises(TroubleError, match=f"a.docx: .*{why}"):
        one(data)


def test_fifty_pages_and_deep_ones_take_little_time() -> None:
    pages = docx("".join(paragraph(f"It rained on {n} boats. " * 20) for n in range(900)))
    deep = docx("<w:sdt>" * 3000 + paragraph("Deep.") + "</w:sdt>" * 3000 + paragraph("Shallow."))
    start = time.process_time()
    assert len(one(pages).blocks) == 900
    assert one(deep).text == "Shallow."
    assert time.process_time() - start < 5


@settings(max_examples=60)
@given(st.integers(0, 2000), st.binary(max_size=4))
def test_no_damage_trips_the_reader(at: int, put: bytes) -> None:
    data = docx(paragraph("Storm kills 34", "T") + table("Port|Boats", "Total|12"), footnotes=NOTES)
    at %= len(data)
    with contextlib.suppress(TroubleError):
        well_formed(one(data[:at] + put + data[at + len(put) :]))
