"""Pdf: the text layer in the order of reading, and what has none told."""

from __future__ import annotations

import contextlib
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.model import Document
from checker.read import read
from checker.trouble import TroubleError
from tests.test_read import roles, well_formed

OFFICE = Path(__file__).parent / "office"
NEEDED = "pypdfium2"
Set = tuple[int, int, int, str]  # words set at a place: from the left, from the foot, their size


def pdf(*pages: list[Set]) -> bytes:
    """A PDF without a table of its objects, as damaged and homely ones are: readers find them all the same."""
    kids = " ".join(f"{10 + n} 0 R" for n in range(len(pages)))
    out = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    out += f"2 0 obj<</Type/Pages/Count {len(pages)}/Kids[{kids}]>>endobj\n"
    out += "3 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n"
    for n, page in enumerate(pages):
        drawn = "".join(f"BT /F {size} Tf {x} {y} Td ({words}) Tj ET\n" for x, y, size, words in page)
        out += f"{10 + n} 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F 3 0 R>>>>"
        out += f"/Contents {5000 + n} 0 R>>endobj\n"
        out += f"{5000 + n} 0 obj<</Length {len(drawn)}>>stream\n{drawn}endstream endobj\n"
    return (out + "trailer<</Root 1 0 R>>\n%%EOF").encode("latin-1")


def one(data: bytes, name: str = "a.pdf") -> Document:
    pytest.importorskip(NEEDED)
    (document,) = read(data, name)
    assert isinstance(document, Document)
    return document


def lines(x: int, y: int, *words: str) -> list[Set]:
    return [(x, y - 14 * n, 10, w) for n, w in enumerate(words)]


def test_what_an_office_program_prints_has_its_roles_and_its_day() -> None:
    document = one((OFFICE / "article.pdf").read_bytes())
    assert document.headline == "Harbour to get $48 million crane"
    assert str(document.published) == "2015-04-07"
    told = [words for role, words in roles(document) if role == "body"]
    assert told[0].startswith("The harbour of the town will get a crane for 48 million euros, the council")
    assert told[1].endswith("was opened on Wednesday, January 15, 2019.")
    assert told[-1] == "The harbour has grown for years."


def test_columns_are_read_one_after_the_other_and_hyphens_undone() -> None:
    left = lines(50, 700, "The storm that struck the harbour on Fri-", "day sank nearly forty boats, and of the")
    right = lines(330, 700, "boats only three were ever raised, said", "the master of the port of Northwick.")
    assert roles(one(pdf([(50, 740, 24, "Storm sinks forty boats"), *left, *right]))) == [
        ("headline", "Storm sinks forty boats"),
        (
            "body",
            "The storm that struck the harbour on Friday sank nearly forty boats, and of the boats only three "
            "were ever raised, said the master of the port of Northwick.",
        ),
    ]


def test_running_heads_and_page_numbers_do_not_cut_a_sentence() -> None:
    head = (50, 780, 8, "The Harbour Post")
    first = [head, *lines(50, 700, "It rained for two days on the whole of the coast and"), (300, 20, 8, "1")]
    second = [head, *lines(50, 700, "boats were lost in both of the harbours of the town."), (300, 20, 8, "2")]
    assert roles(one(pdf(first, second))) == [
        (
            "body",
            "It rained for two days on the whole of the coast and boats were lost in both of the harbours of the town.",
        ),
        ("boilerplate", "The Harbour Post"),
        ("boilerplate", "1"),
        ("boilerplate", "The Harbour Post"),
        ("boilerplate", "2"),
    ]


def test_a_place_is_a_page_and_a_box() -> None:
    document = one(pdf(lines(50, 700, "It rained for two days."), lines(50, 700, "Forty boats sank.")))
    place = document.source(document.text.index("Forty")) or ""
    assert place.startswith("page 2, box 50 6")


def test_a_pdf_is_known_by_its_content() -> None:
    assert one(pdf(lines(50, 700, "It rained.")), "a.txt").text == "It rained."


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (pdf([]), "without text, perhaps scanned"),
        (b"%PDF-1.7\nnothing", "a damaged PDF"),
        (b"It rained.", "what it holds is something else"),
        (b"", "what it holds is something else"),
        ((OFFICE / "locked.pdf").read_bytes(), "locked by a password"),
        (pdf(*[[(50, 700, 10, "It rained.")]] * 2001), "2,001 pages"),
    ],
    ids=["scanned", "broken", "text", "empty", "locked", "long"],
)
def test_what_cannot_be_read_is_told(data: bytes, why: str) -> None:
    with pytest.raises(TroubleError, match=f"a.pdf: .*{why}"):
        one(data)


def test_without_the_extra_its_name_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, NEEDED, None)
    with pytest.raises(TroubleError, match=r"a\.pdf: .*claim-checker\[pdf\]"):
        list(read(pdf([]), "a.pdf"))


@settings(max_examples=60)
@given(st.integers(0, 2000), st.binary(max_size=6))
def test_no_damage_trips_the_reader(at: int, put: bytes) -> None:
    data = pdf([(50, 740, 24, "Storm"), *lines(50, 700, "It rained.", "Boats sank.")])
    at %= len(data)
    with contextlib.suppress(TroubleError):
        well_formed(one(data[:at] + put + data[at + len(put) :]))
