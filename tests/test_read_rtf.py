r"""Rtf: rich text by its styles, its letters by their code pages, and what is no text of it left out."""

from __future__ import annotations

import time

import pytest

from checker.model import Document
from checker.read import read
from checker.trouble import TroubleError
from tests.test_read import one, roles

HEAD = (
    r"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset204 Arial;}}{\colortbl;\red1;}"
    r"{\stylesheet{\s0 Normal;}{\s1 heading 1;}{\*\cs2 Strong;}{\s3 Quotations;}}"
)
CELLS = r"\trowd\cellx9\cellx99 \pard\intbl %s\cell %s\cell\row "


def rich(body: str, name: str = "a.rtf") -> Document:
    return one(HEAD + body + "}", name)


def test_styles_give_roles_and_notes_come_last() -> None:
    body = r"\pard\s1 Storm kills 34\par\pard It {\b rained}{\footnote\pard{\super 1} A note.\par}.\par\pard\s3 So.\par"
    assert roles(rich(body)) == [
        ("headline", "Storm kills 34"),
        ("body", "It rained."),
        ("quote", "So."),
        ("footnote", "1 A note."),
    ]


def test_tables_and_lists_stand_as_in_every_format() -> None:
    body = (
        r"Ships:\par"
        + CELLS % ("Port", "Boats")
        + CELLS % ("North", "5")
        + r"\pard\ls1 one\par\pard \bullet\tab two\par"
    )
    document = rich(body)
    assert roles(document)[1:] == [("table", "| Port | Boats |\n| North | 5 |"), ("list", "one"), ("list", "two")]
    assert document.source(document.text.index("5")) == "table after paragraph 1, row 2"
    assert document.source(document.text.index("two")) == "paragraph 3"


def test_a_row_that_nothing_ends_is_a_row() -> None:
    assert roles(rich(r"\intbl North\cell 5\cell\pard So.\par"))[0] == ("table", "| North | 5 |")


@pytest.mark.parametrize(
    ("written", "words"),
    [
        (r"It\u8217?s 5\'25", "It’s 5%"),
        (r"{\uc2 x\u233\'65\'65y}", "xéy"),
        (r"\u-10179?\u-8704?", "😀"),
        (r"\u-10179?x", "\ufffdx"),
        (r"{\f1 \'cc\'ee\'f1}, \'e9", "Мос, é"),
        (r"a\~b\_c\{d\}\\e", "a\xa0b\u2011c{d}\\e"),
        (r"\ldblquote q\rdblquote\emdash x", "“q”—x"),
        ("a\r\nb\\u0?c", "ab c"),
        (r"\u8207?34", "\u200f34"),
        (r"{\deleted\revauthdel1 43}{\revised 34}{\v hidden}", "34"),
        (r'{\field{\*\fldinst HYPERLINK "x"}{\fldrslt a link}}', "a link"),
        (r"x{\*\new words {inner}}{\header h}{\pict\bin3 }}{ffd8}y", "xy"),
    ],
)
def test_letters_are_told_by_code_page_and_number_and_what_is_no_text_is_left_out(written: str, words: str) -> None:
    assert rich(written).text == words


def test_the_title_is_the_headline_of_a_text_without_one() -> None:
    document = rich(r"{\info{\title Storm kills 34}{\author Ada}}It rained.\par")
    assert roles(document) == [("headline", "Storm kills 34"), ("body", "It rained.")]


def test_rich_text_is_known_by_its_sign() -> None:
    assert rich("It rained.", "a.txt").text == "It rained."


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (HEAD + "{It rained.", "cut short, 2 groups"),
        (HEAD + "{" * 5000, "groups within groups, more than 1,000 deep"),
        (HEAD + "}", "holds no text"),
        ("It rained.", "ends in .rtf, but what it holds is something else"),
        (HEAD + r"It\bin999999999 rained}", "cut short"),
    ],
)
def test_what_cannot_be_read_is_told(data: str, why: str) -> None:
    with pytest.raises(TroubleError, match=f"a.rtf.*{why}"):
        list(read(data.encode(), "a.rtf"))


def test_a_book_takes_little_time() -> None:
    start = time.process_time()
    rich(r"\pard\plain It {\b rained} on 34 \'93boats\'94 in\u233? May.\par" * 10_000)
    rich(r"\u-10179?" * 30_000 + r"{\*\x {y}}" * 30_000)
    assert time.process_time() - start < 8
