"""Asciidoc: AsciiDoc by its signs and fences, each word at its line and column."""

from __future__ import annotations

import time

import pytest

from checker.read import read
from checker.trouble import TroubleError
from tests.test_read import one, roles

TEXT = r"""// a comment of 43
= Storm kills 34
Ada Whitlock <ada@example.org>
v1.0, 2015-04-07
:port: North

It *rained* on _34_ boats of {port}, see https://x.example[the port] and <<q,the quay>>
for `code` at 5%.footnote:[A note of *5*.] Both *a _b_* and \*c* on 10^6^ m~2~, not stem:[a=3].

== Later

// hidden 45
[source,python]
----
x = 70
----

.A crane
image::crane.png[]

[quote, Leo]
____
We counted 3.

Twice.
____

* one item
goes on
. two

Port:: a place.

////
no text of 9
////

====
NOTE: Mind the gap.
====

 literal
"""
TABLES = """
|===
|Port |Boats

|North |5
|South |6 more
|===

[cols="2*",options="header"]
|===
|Port
|Boats
|North
a|5
|South
|6
more
|===
"""


def test_signs_and_fences_give_roles() -> None:
    document = one(TEXT, "a.adoc")
    assert str(document.published) == "2015-04-07"
    assert roles(document) == [
        ("headline", "Storm kills 34"),
        ("byline", "Ada Whitlock"),
        (
            "body",
            "It rained on 34 boats of North, see the port and the quay for code at 5%. "
            "Both a b and *c* on 10^6^ m2, not .",
        ),
        ("body", "Later"),
        ("code", "x = 70"),
        ("caption", "A crane"),
        ("quote", "We counted 3."),
        ("quote", "Twice."),
        ("list", "one item goes on"),
        ("list", "two"),
        ("list", "Port"),
        ("list", "a place."),
        ("body", "NOTE: Mind the gap."),
        ("code", "literal"),
        ("footnote", "A note of 5."),
    ]


@pytest.mark.parametrize("words", ["boats", "the port", "goes on", "Twice", "a place"])
def test_each_word_knows_its_line(words: str) -> None:
    document = one(TEXT, "a.adoc")
    before = TEXT[: TEXT.index(words)]
    told = str(document.source(document.text.index(words)))
    assert told.startswith(f"line {before.count(chr(10)) + 1}, column ")


def test_tables_stand_alike_whether_a_line_holds_a_row_or_a_cell() -> None:
    document = one(TABLES, "a.adoc")
    assert {text for _, text in roles(document)} == {"| Port | Boats |\n| North | 5 |\n| South | 6 more |"}
    assert document.source(document.text.index("5")) == "line 5, column 9"


def test_attributes_give_author_and_day() -> None:
    document = one("= Storm\n:author: Ada Whitlock\n:revdate: 7 April 2015\n\nIt rained.\n", "a.adoc")
    assert str(document.published) == "2015-04-07"
    assert roles(document)[1] == ("byline", "Ada Whitlock")


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"// only a comment", "holds no text"),
        (b"caf\xe9", "line 1: byte 3 is not UTF-8"),
        (b"\xed\xa0\x80", "is not UTF-8"),
        (b"a\0b", "binary"),
        (b"|===\n" + b"99*|a " * 10_000, "line 2, column 1: a table of more than 500,000 cells"),
    ],
)
def test_what_cannot_be_read_is_told(data: bytes, why: str) -> None:
    with pytest.raises(TroubleError, match=f"a.adoc.*{why}"):
        list(read(data, "a.adoc"))


@pytest.mark.parametrize(
    "worst", ["*a", "_", "`a", "[a]*", "{a}", "* ", "----\n", "====\n", "|===\n|a", "footnote:[", "<<a", "9*|", "a:: "]
)
def test_no_text_takes_long(worst: str) -> None:
    start = time.process_time()
    for head in ("", f":a: {'b' * 10_000}\n\n", "|===\n"):
        try:
            list(read((head + worst * (150_000 // len(worst))).encode(), "a.adoc"))
        except TroubleError:
            continue
    assert time.process_time() - start < 8
