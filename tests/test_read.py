"""Read: bytes become documents or a told trouble, and nothing of the text is altered."""

from __future__ import annotations

import json
import time
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.masks import merged, not_prose
from checker.model import Document
from checker.read import as_format, decode, read, suffixes
from checker.trouble import TroubleError

NAMES = ("a.txt", "a.md", "a.jsonl", "-")


def one(data: bytes | str, name: str) -> Document:
    (document,) = read(data.encode() if isinstance(data, str) else data, name)
    assert isinstance(document, Document)
    return document


def roles(document: Document) -> list[tuple[str, str]]:
    return [(b.role, document.text[b.span.start : b.span.end]) for b in document.blocks]


def masked(text: str) -> list[str]:
    return [text[s.start : s.end] for s in merged(not_prose(text))]


def well_formed(document: Document) -> None:
    at = 0
    for block in document.blocks:
        assert at <= block.span.start < block.span.end <= len(document.text)
        at = block.span.end
    at = 0
    for span in document.masked:
        assert at <= span.start < span.end <= len(document.text)
        at = span.end


# -- what must not happen


@pytest.mark.parametrize(
    "text",
    [
        "either and/or both, 24/7, on 9/11, at 60 km/h, $3/litre",
        "The U.S./Japan pact and No. #1, 300 @5 each, AT&T, 1.5/2.5",
        "A ratio of 3:1; he said: “Go.” He/she went.",
    ],
)
def test_prose_is_not_masked(text: str) -> None:
    assert masked(text) == []


def test_the_text_is_not_altered() -> None:
    text = "Head\r\n\r\n  The  bank\tsaid\u00a0so. \r\nIt did.\r\n\r\n"
    assert one(text, "a.txt").text == text
    assert one(text, "a.md").text == text


def test_one_bad_record_does_not_lose_the_others() -> None:
    lines = ['{"id": "a", "text": "One."}', "{", '{"id": "c", "text": "Three."}']
    a, b, c = read("\n".join(lines).encode(), "x.jsonl")
    assert isinstance(a, Document)
    assert isinstance(c, Document)
    assert (a.name, c.name) == ("a", "c")
    assert isinstance(b, TroubleError)
    assert str(b).startswith("x.jsonl, line 2: not JSON")


# -- what is told of bytes that are no text


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "a.txt: holds no text"),
        (b" \r\n\t\n", "a.txt: holds no text"),
        ("\ufeff \u2003".encode(), "a.txt: holds no text"),
        (b"PK\x03\x04\x00\x00\xff", "a.txt: an archive, or a damaged document; unpack it, or save it anew"),
        (b"\x1f\x8b\x08", "a.txt: packed by gzip; unpack it"),
        ("a\0b".encode("utf-16"), "a.txt: looks like a binary file; give it as text in UTF-8"),
        (b"one\ntwo \xe9t\xe9", "a.txt, line 2: byte 8 is not UTF-8; save the file as UTF-8"),
        (b"\xef\xbb\xbfone\n\xff", "a.txt, line 2: byte 7 is not UTF-8; save the file as UTF-8"),
        (b"\xff\xfea\x00\x00\xd8", "a.txt, line 1: byte 4 is not UTF-16; save the file as UTF-8"),
    ],
)
def test_bytes_that_are_no_text(data: bytes, told: str) -> None:
    with pytest.raises(TroubleError) as trouble:
        list(read(data, "a.txt"))
    assert str(trouble.value) == told


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_read_from_nothing(name: str) -> None:
    with pytest.raises(TroubleError, match="holds no text"):
        list(read(b"\n \n", name))
    with pytest.raises(TroubleError, match="binary"):
        list(read(b"a\0", name))


def test_decode_drops_a_mark_and_reads_utf_16() -> None:
    assert decode(b"\xef\xbb\xbfCaf\xc3\xa9\r\n", "a") == "Café\r\n"
    assert decode("Café\r\n".encode("utf-16"), "a") == "Café\r\n"
    assert one('{"text": "Café."}\n'.encode("utf-16"), "a.jsonl").text == "Café."


# -- which reader


def test_suffixes_are_those_of_the_readers() -> None:
    assert {".txt", ".text", ".md", ".markdown", ".jsonl", ".ndjson"} <= set(suffixes())


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("# Storm\n\nIt *came*.", "A.MD", "headline"),
        ("# Storm\n\nIt came in the night.", "-", "headline"),
        ("---\ntitle: Storm\n---\nIt came.", "-", "boilerplate"),
        ("# Storm\n\n```\nx\n```\n\n## More\n\nIt came.", "notes", "headline"),
        ('{"title": "Storm", "body": "It came."}', "-", "headline"),
        ("It came: {not JSON}.", "-", "body"),
        ("---\n\nIt came.\n\n---\n", "-", "boilerplate"),
        ('{"a": 1}\n\nis an object.', "draft.log", "boilerplate"),
    ],
)
def test_the_reader_is_chosen_by_suffix_and_then_by_content(text: str, name: str, role: str) -> None:
    assert one(text, name).blocks[0].role == role


def test_a_format_goes_by_reader_or_suffix() -> None:
    assert as_format("markdown", "# A\n\nb", "x").headline == "A"
    assert as_format("MD", "# A\n\nb", "x").headline == "A"
    assert as_format("txt", "It.", "x", headline="# A").headline == "# A"
    with pytest.raises(TroubleError, match=r"unknown format 'doc'; known are .*markdown, plain"):
        as_format("doc", "a", "x")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("see https://example.org/a?b=1#c.", ["https://example.org/a?b=1#c"]),
        ("(http://example.org/a_(b))", ["http://example.org/a_(b))"]),
        ("at www.example.org, or", ["www.example.org"]),
        ("mail ann.lee+x@example.co.uk.", ["ann.lee+x@example.co.uk"]),
        ("says @ann_lee5 of #Storm24!", ["@ann_lee5", "#Storm24"]),
        ("in /usr/local/bin or ~/x or C:\\a\\b", ["/usr/local/bin", "~/x", "C:\\a\\b"]),
        ("docs/notes.md and example.org/news/123", ["docs/notes.md", "example.org/news/123"]),
    ],
)
def test_addresses_are_masked(text: str, found: list[str]) -> None:
    assert masked(text) == found


# -- JSON Lines


def record(**fields: object) -> Document:
    return one(json.dumps(fields), "x.jsonl")


def test_a_record_is_headline_blank_line_and_body() -> None:
    document = record(id="a1", headline="Storm kills 34", text="More rain\n\nIt came in the night.", other=[1])
    assert document.name == "a1"
    assert document.text == "Storm kills 34\n\nMore rain\n\nIt came in the night."
    assert [role for role, _ in roles(document)] == ["headline", "body", "body"]


def test_a_record_without_headline_is_read_as_plain_text() -> None:
    document = record(text="Storm kills 34\n\n3 March 2022\n\nIt came in the night.")
    assert (document.name, document.headline, document.published) == ("x.jsonl:1", "Storm kills 34", date(2022, 3, 3))


def test_a_markdown_record_has_its_own_headline() -> None:
    document = record(id=7, headline="Not this", text="---\ntitle: Storm\n---\nIt *came*.", format="markdown")
    assert (document.name, document.headline) == ("7", "Storm")
    assert "Not this" not in document.text


@pytest.mark.parametrize(
    "written", ["2021-05-14", "2021-05-14T23:10:00-05:00", "2021-05-14 23:10", "May 14, 2021", "14-MAY-2021 10:02"]
)
def test_the_day_given_wins_over_the_text(written: str) -> None:
    text = "TOKYO, May 1, 2020 (Agency) - The bank said so."
    assert record(headline="Bank", text=text, published=written).published == date(2021, 5, 14)
    assert record(headline="Bank", text=text, date=written).published == date(2021, 5, 14)
    assert record(headline="Bank", text=text, published=None).published == date(2020, 5, 1)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("no", "not JSON: "),
        ('{"text": "a}', "not JSON: "),
        ('["a"]', "not a JSON object"),
        ("5", "not a JSON object"),
        ("{}", "no text"),
        ('{"text": " "}', "no text"),
        ('{"text": 5}', '"text" is not a string'),
        ('{"headline": [], "text": "a"}', '"headline" is not a string'),
        ('{"text": "a", "published": "soon"}', 'unreadable date "soon"; write it as 2021-05-14'),
        ('{"text": "a", "date": 20210514}', '"date" is not a string'),
        ('{"text": "a", "format": "doc"}', "unknown format 'doc'; known are "),
        ('{"text": "\\ud800"}', "half a character"),
        ('{"x": ' + "[" * 9999 + "]" * 9999 + "}", "nested too deeply"),
    ],
)
def test_a_bad_record_is_told_with_its_line(line: str, told: str) -> None:
    (trouble,) = read(f"\n{line}\n".encode(), "x.jsonl")
    assert str(trouble).startswith("x.jsonl, line 2: ")
    assert told in str(trouble)


def test_a_bad_byte_costs_one_record() -> None:
    good, bad, other = read(b'{"text": "a"}\n{"text": "\xff"}\n{"text": "b"}', "-")
    assert isinstance(good, Document)
    assert isinstance(other, Document)
    assert "not UTF-8" in str(bad)


LINES = st.one_of(
    st.fixed_dictionaries(
        {"text": st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(str.strip)}
    ).map(json.dumps),
    st.sampled_from(["{", "[]", "{}", '{"text": 1}', "x"]),
)


@given(st.lists(LINES, min_size=1))
def test_every_record_gives_a_document_or_its_trouble(lines: list[str]) -> None:
    found = list(read("\n".join(lines).encode(), "x.jsonl"))
    assert len(found) == len(lines)
    for number, (line, what) in enumerate(zip(lines, found, strict=True), 1):
        if isinstance(what, Document):
            assert what.text == json.loads(line)["text"]
        else:
            assert str(what).startswith(f"x.jsonl, line {number}: ")


# -- any text, any bytes

PIECES = st.sampled_from(
    [
        "\n",
        "\n\n",
        "\r\n",
        " ",
        "# ",
        "> ",
        "- ",
        "|a|\n|-|\n",
        "```\n",
        "---\n",
        "title: ",
        "[x](y)",
        "![z](w)",
        "`c`",
        "<b>",
        "{{<",
        ">}}",
        "May 3, 2022",
        "By Ann Lee",
        "Subscribe",
        "The end.",
        "é",
        "😀",
        "“",
        "{};",
        "@a",
        "www.",
        "//",
        "\\",
        "[^1]",
        "[^1]: ",
        "*",
        "&amp;",
    ]
)


@settings(max_examples=400)
@given(st.one_of(st.text(), st.lists(PIECES, max_size=30).map("".join)), st.sampled_from(NAMES))
def test_any_text_gives_a_sound_document_or_a_trouble(text: str, name: str) -> None:
    try:
        data = text.encode()
        for found in read(data, name):
            assert isinstance(found, Document | TroubleError)
            if isinstance(found, Document):
                well_formed(found)
    except UnicodeEncodeError:
        return
    except TroubleError:
        assert not text.strip("\ufeff").strip() or "\0" in text


@given(st.binary(), st.sampled_from([*NAMES, *(f"a{suffix}" for suffix in suffixes())]))
def test_any_bytes_give_a_document_or_a_trouble(data: bytes, name: str) -> None:
    try:
        for found in read(data, name):
            assert isinstance(found, Document) or str(found).startswith(name)
    except TroubleError as e:
        told = str(e)
    else:
        told = name
    assert told.startswith(name)


MARKUP = [
    *"\\{}[]|*_`=-:>&$%~<\n 3",
    *("\n\n", "   ", "- ", "====\n", "----\n", "|===\n", "+--+\n", "=== ===\n", "::\n", ".. b:: c\n", ":a: ", "* - "),
    *("WEBVTT\n", "00:01.000 --> 00:02.000\n", "<v A>", "footnote:[", "{a}", "<<b,", ".. csv-table::\n   ", "\u200f"),
    *(
        "\\par ",
        "\\u-10179?",
        "\\'e9",
        "\\cell\\row ",
        "{\\footnote",
        "\\bin3 ",
        "\\ansicpg65001 ",
        "{\\fonttbl",
        "\\s1 ",
    ),
    *("\\title{", "\\begin{tabular}{l}", "\\end{tabular}", "\\begin{quote}", "\\item[", "\\multicolumn{3}", "\\verb|"),
    *("Content-Type: multipart/mixed; boundary=x\n", "\n--x\n", "Subject: =?x?q?", "<p>", "</td>", "\0", "\ud800"),
]


@given(st.lists(st.sampled_from(MARKUP), max_size=40).map("".join), st.sampled_from(suffixes()))
def test_any_markup_gives_a_sound_document_or_a_trouble(markup: str, suffix: str) -> None:
    opening = {".rtf": "{\\rtf1", ".eml": "Subject: x\n"}.get(suffix, "")
    closing = "}" * markup.count("{") + "}" if suffix == ".rtf" else ""
    with suppress(TroubleError):
        for found in read(f"{opening}{markup}{closing}".encode("utf-8", "surrogatepass"), f"a{suffix}"):
            if isinstance(found, Document):
                well_formed(found)
                found.text.encode()


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufeff")).filter(str.strip))
def test_what_is_encoded_is_decoded(text: str) -> None:
    assert decode(text.encode(), "a") == text
    assert decode(text.encode("utf-16"), "a") == text


# -- time

UNITS = [
    "word ",
    "a",
    "\n \n",
    "a\n",
    "a@",
    "/a ",
    "a.b/",
    "\\",
    "#a ",
    "http://a ",
    "{",
    "<a ",
    "a(",
    "[",
    "*a_",
    "> ",
    "- ",
    "|a",
    "`",
    "&#",
    "{{",
    "[a](",
]


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
@pytest.mark.parametrize("unit", UNITS)
def test_reading_takes_linear_time(unit: str, name: str) -> None:
    data = f"x{unit * (500_000 // len(unit))}".encode()
    start = time.process_time()
    list(read(data, name))
    assert time.process_time() - start < 5  # seconds; half a second on a slow machine, hours where it is quadratic


def test_front_matter_cannot_nest_the_reader_to_death() -> None:
    for nest in ("[" * 60_000, "- " * 30_000, "{a: " * 15_000):
        assert one(f"---\na: {nest}\n---\n\nIt came.", "a.md").blocks[-1].role == "body"


def test_the_seed_is_read() -> None:
    seed = Path(__file__).parent.parent / "seeds" / "russia-tajikistan-70-billion.txt"
    document = one(seed.read_bytes(), str(seed))
    found = roles(document)
    assert found[:6] == [
        ("headline", "ISIS creeps up on Tajikistan, Russia pledges aid"),
        ("dateline", "April 7, 2015"),
        ("byline", "Elena Chernenko, Ivan Safronov fro Kommersant"),
        ("byline", "Translated by Krisitna Rus"),
        ("headline", "Russia will transfer $70 billion to Tajikistan"),
        ("dek", "Dushanbe will receive funds to strengthen the borders of the CSTO"),
    ]
    assert document.published == date(2015, 4, 7)
    assert [role for role, _ in found[6:]] == ["body"] * 9 + ["boilerplate"] * 2
    assert found[-2][1] == "- Advertisement -"
    assert found[-1][1].startswith("__ATA.cmd.push")
    assert found[-1][1].endswith("directly to your inbox.")
