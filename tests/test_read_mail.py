"""Mail: the writer's own words of an e-mail; quotations and signatures stand beside them."""

from __future__ import annotations

import time

import pytest

from checker.read import read
from checker.trouble import TroubleError
from tests.test_read import one, roles

HEAD = (
    "From: =?utf-8?q?Ada_Caf=C3=A9?= <ada@example.org>\nSubject: Storm kills 34\nDate: Tue, 7 Apr 2015 23:30:00 -0500\n"
)
PLAIN = """
It rained on 34 boats
for two days.

- The quay is closed.
  Until May.
- The port is open.

On Monday Leo wrote:
> It rained on 43 boats.

Bye
--\x20
Ada, 12 Quay Street
"""
BOTH = f"""{HEAD}MIME-Version: 1.0
Content-Type: multipart/alternative; boundary=x

--x
Content-Type: text/html; charset=utf-8

<nav>Home</nav><p>It rained on <b>34</b> boats.</p>
<table><tr><th>Port</th><th>Boats</th></tr><tr><td>A</td><td>5</td></tr></table>
--x
Content-Type: text/plain; charset=iso-8859-1
Content-Transfer-Encoding: quoted-printable

Caf=E9 words.
--x--
"""


def test_what_is_quoted_or_signs_an_email_is_boilerplate() -> None:
    document = one(HEAD + PLAIN, "a.eml")
    assert str(document.published) == "2015-04-07"
    assert roles(document) == [
        ("headline", "Storm kills 34"),
        ("byline", "Ada Café"),
        ("body", "It rained on 34 boats for two days."),
        ("list", "- The quay is closed. Until May."),
        ("list", "- The port is open."),
        ("body", "On Monday Leo wrote:"),
        ("boilerplate", "> It rained on 43 boats."),
        ("body", "Bye"),
        ("boilerplate", "-- Ada, 12 Quay Street"),
    ]
    assert document.source(document.text.index("34 boats")) == "text, line 1, column 1"


def test_the_plain_part_is_taken_and_decoded_before_the_page() -> None:
    assert roles(one(BOTH, "a.eml"))[2:] == [("body", "Café words.")]


def test_a_page_alone_is_read_as_pages_are() -> None:
    page = BOTH.replace("text/plain", "text/x-other")
    document = one(page, "a.eml")
    assert roles(document)[2:] == [
        ("boilerplate", "Home"),
        ("body", "It rained on 34 boats."),
        ("table", "| Port | Boats |\n| A | 5 |"),
    ]
    assert document.source(document.text.index("34 boats")) == "text/html, /p/b, line 1"
    assert str(document.source(document.text.index("| 5"))).startswith("text/html, /table/tr[2]/td")


@pytest.mark.parametrize(
    ("data", "why"),
    [
        ("Just words.", "no e-mail, it has no From, Subject or Date"),
        (HEAD + "\n \n", "an e-mail without text"),
        (HEAD + "Content-Type: image/png\n\nx", "an e-mail without text"),
        (HEAD + "Content-Type: multipart/encrypted; boundary=x\n\n--x\nContent-Type: a/b\n\nx", "is encrypted"),
        (HEAD + "Content-Type: text/plain" + ";a" * 1_000_000 + "\n\nx", "a field of its head that has no end"),
        (HEAD + "Content-Type: multipart/mixed; boundary=x\n\n" * 60, "more than 50 parts within parts"),
    ],
)
def test_what_is_no_email_with_text_is_told(data: str, why: str) -> None:
    with pytest.raises(TroubleError, match=f"a.eml.*{why}"):
        list(read(data.encode(), "a.eml"))


def test_halves_of_characters_and_strange_charsets_trip_nothing() -> None:
    head = b"Subject: =?x-none?q?=ED=A0=80?= \xed\xa0\x80 34\nContent-Type: text/plain; charset=klingon\n\n"
    document = one(head + b"\xed\xa0\x80 \0 \xe2\x80\x8f34 boats", "a.eml")
    document.text.encode()
    assert "\0" not in document.text
    assert "\u200f34 boats" in document.text


def test_a_long_thread_takes_little_time() -> None:
    start = time.process_time()
    one(HEAD + PLAIN.replace("--\x20\n", "--\n") * 3000, "a.eml")
    one(HEAD.replace("34", "=?utf-8?q?" + "=?" * 100_000) + PLAIN, "a.eml")
    assert time.process_time() - start < 8
