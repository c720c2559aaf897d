"""Epub: the chapters of a book in their order, and a book that is locked, empty or a bomb told."""

from __future__ import annotations

import time

import pytest

from checker.model import Document
from checker.read import read
from checker.trouble import TroubleError
from tests.test_read import one, roles
from tests.test_read_office import zipped

CONTAINER = """<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
<rootfile full-path="OPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>"""
OPF = """<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>
<dc:title>Storm  kills 34</dc:title><dc:creator>Ada Whitlock</dc:creator><dc:date>2015-04-07</dc:date>
<dc:language>en-GB</dc:language></metadata><manifest><item id="n" href="nav.xhtml" properties="nav"/>
<item id="c" href="cover.xhtml"/><item id="one" href="text/ch%201.xhtml"/><item id="two" href="two.xhtml"/></manifest>
<spine>{}</spine></package>"""
SPINE = "".join(f'<itemref idref="{i}"/>' for i in ("c", "n", "two", "one", "none"))
LOCKS = """<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><e:EncryptedData
xmlns:e="http://www.w3.org/2001/04/xmlenc#"><e:CipherData><e:CipherReference URI="{}"/></e:CipherData>
</e:EncryptedData></encryption>"""


def page(body: str, head: str = "<title>file</title>") -> str:
    return f'<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml"><head>{head}</head><body>{body}</body></html>'


PARTS = {
    "mimetype": "application/epub+zip",
    "META-INF/container.xml": CONTAINER,
    "OPS/book.opf": OPF.format(SPINE),
    "OPS/nav.xhtml": page("<nav>Contents</nav>"),
    "OPS/cover.xhtml": page('<img src="c.jpg"/>'),
    "OPS/text/ch 1.xhtml": page("<h1>Storm kills 34</h1><p>It rained on 43 boats.</p>", "<title/><script src='a'/>"),
    "OPS/two.xhtml": page("<h1>Before</h1><p>It was dry.</p>"),
}


def book(**parts: str | bytes) -> bytes:
    """The book with other parts, by the last word of their names."""
    return zipped({path: parts.get(path.rpartition("/")[2].partition(".")[0], held) for path, held in PARTS.items()})


def test_chapters_follow_the_spine_and_each_word_knows_its_part() -> None:
    document = one(book(), "a.epub")
    assert str(document.published) == "2015-04-07"
    assert roles(document) == [
        ("headline", "Storm kills 34"),
        ("byline", "Ada Whitlock"),
        ("body", "Before"),
        ("body", "It was dry."),
        ("body", "It rained on 43 boats."),
    ]
    assert document.source(document.text.index("43")) == "OPS/text/ch 1.xhtml, /html/body/p, line 2"


def test_the_day_that_a_text_gives_comes_before_the_books() -> None:
    document = one(book(two=page("<p>7 April 2014</p><p>It was dry.</p>")), "a.epub")
    assert str(document.published) == "2014-04-07"


def test_a_book_is_known_by_its_content_and_may_have_its_fonts_locked() -> None:
    fonts = zipped({**PARTS, "META-INF/encryption.xml": LOCKS.format("OPS/font.otf")})
    assert isinstance(one(fonts, "a.txt"), Document)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (book(book=OPF.format("")), "a book without a spine"),
        (book(container="<x/>"), "damaged, it has no"),
        (book(container=CONTAINER.replace("book", "other")), "damaged, it has no OPS/other.opf"),
        (book(book="<package"), "OPS/book.opf is not XML"),
        (book(book="<!DOCTYPE x><x/>"), "declares entities"),
        (zipped({p: h for p, h in PARTS.items() if "two" not in p}), "damaged, it has no OPS/two.xhtml"),
        (zipped({**PARTS, "META-INF/encryption.xml": LOCKS.format("OPS/text/ch%201.xhtml")}), "locked against copying"),
        (book(two=page("caf\xe9").encode("latin-1")), "OPS/two.xhtml, line 2: byte .* is not UTF-8"),
        (book(two=page("\0")), "OPS/two.xhtml: looks like a binary file"),
        (book(two=b" " * 40_000_000), "unpacks to more than 32 MB"),
        (book(book=OPF.format('<itemref idref="two"/>' * 9), two=b" " * 9_000_000), "unpack to more than 64 MB"),
        (book(book=OPF.format('<itemref idref="c"/>')), "a book without text"),
        (b"just words", "ends in .epub, but what it holds is something else"),
        (book()[:400], "a damaged document"),
    ],
)
def test_what_is_no_book_is_told(data: bytes, why: str) -> None:
    with pytest.raises(TroubleError, match=f"a.epub.*{why}"):
        list(read(data, "a.epub"))


def test_a_long_book_takes_little_time() -> None:
    start = time.process_time()
    one(book(two=page("<p>It rained on <b>34</b> boats.</p>" * 20_000)), "a.epub")
    one(book(two=page("<p>x</p>" + "<title " * 50_000)), "a.epub")
    assert time.process_time() - start < 10
