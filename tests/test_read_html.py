"""Html: the article of a page, and what stands around it set aside."""

from __future__ import annotations

import contextlib
import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.model import Document
from checker.read import as_format, read
from checker.trouble import TroubleError
from tests.test_read import roles, well_formed

PAGE = """<!doctype html>
<html lang="en-GB"><head><title>Storm kills 34 | The Harbour Post</title>
<meta property="article:published_time" content="2021-05-14T08:00:00Z"><style>p{width:12px}</style></head>
<body class="single-post"><header><a href="/">The Harbour Post</a></header>
<nav><ul><li><a href="/a">44 offers</a></li></ul></nav>
<article>
<h1>Storm kills <em>34</em></h1>
<p class="standfirst">Boats were lost in two harbours.</p>
<p class="byline">By Ada Whitlock
<p>The storm killed 34 people&nbsp;&amp; hurt 12,<br>the ministry said.
<blockquote><p>We counted 34.</p></blockquote>
<div class="cookie-notice"><p>We use 12 cookies.</p></div>
<ul><li>12 boats<li>3 piers</ul>
<table><thead><tr><th>Port<th>Boats</thead><tr><td>North<td>5<tr><td>South<td>7<tr><td>Total<td>12</table>
<figure><img src="x.jpg"><figcaption>The pier, 2019.</figcaption></figure>
</article>
<section id="comments"><p>I saw 99 of them!</p></section>
<footer>© 2020</footer><script>if (a < 3) { document.write("<p>13 people</p>") }</script>
</body></html>"""


def page(html: str) -> Document:
    return as_format("html", html, "a.html")


def test_an_article_is_told_from_what_stands_around_it() -> None:
    assert roles(page(PAGE)) == [
        ("boilerplate", "The Harbour Post"),
        ("boilerplate", "44 offers"),
        ("headline", "Storm kills 34"),
        ("dek", "Boats were lost in two harbours."),
        ("byline", "By Ada Whitlock"),
        ("body", "The storm killed 34 people\xa0& hurt 12, the ministry said."),
        ("quote", "We counted 34."),
        ("boilerplate", "We use 12 cookies."),
        ("list", "12 boats"),
        ("list", "3 piers"),
        ("table", "| Port | Boats |\n| North | 5 |\n| South | 7 |\n| Total | 12 |"),
        ("caption", "The pier, 2019."),
        ("boilerplate", "I saw 99 of them!"),
        ("boilerplate", "© 2020"),
    ]


def test_a_place_is_a_path_of_elements_and_a_line() -> None:
    document = page(PAGE)
    assert document.source(document.text.index("34\n")) == "/html/body/article/h1/em, line 7"
    assert document.source(document.text.index("North")) == "/html/body/article/table/tr/td, line 14"
    assert document.published == date(2021, 5, 14)
    assert document.lang == "en"


@pytest.mark.parametrize(
    "head",
    [
        '<meta name="date" content="2021-05-14">',
        '<meta itemprop="datePublished" content="2021-05-14T10:00+02:00">',
        '<script type="application/ld+json">{"@graph": [{"datePublished": "2021-05-14"}]}</script>',
        '<script type="application/ld+json">[{"datePublished": "2021-05-14"}]</script>',
        '<time datetime="2021-05-14T10:00">last week</time>',
    ],
)
def test_the_day_is_read_from_what_a_page_says_of_itself(head: str) -> None:
    assert page(f"<html>{head}<p>Thirty boats were lost.</p>").published == date(2021, 5, 14)


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="og:title" content="Storm &amp; flood">',
        '<script type="application/ld+json">{"headline": "Storm & flood"}</script>',
        "<title>Storm &amp; flood</title>",
    ],
)
def test_a_page_without_a_heading_has_the_headline_of_its_head(head: str) -> None:
    assert page(f"<html><head>{head}</head><p>Thirty boats were lost.</p>").headline == "Storm & flood"


def test_a_page_without_an_article_is_all_article() -> None:
    assert roles(page("<h1>Storm</h1><div>It rained for two days.<p>Boats sank.</div>")) == [
        ("headline", "Storm"),
        ("body", "It rained for two days."),
        ("body", "Boats sank."),
    ]


@pytest.mark.parametrize(
    ("data", "reader"),
    [(PAGE.encode(), "a.txtx"), (b"<!-- made by hand --><html><p>It rained.", "-"), (PAGE.encode("utf-16"), "b.htm")],
)
def test_a_page_is_known_by_its_content(data: bytes, reader: str) -> None:
    (document,) = read(data, reader)
    assert isinstance(document, Document)
    assert document.sources


def test_an_old_encoding_is_read_as_the_page_says() -> None:
    (document,) = read('<meta charset="windows-1252"><p>Café “Riga” for £3'.encode("cp1252"), "a.html")
    assert isinstance(document, Document)
    assert document.text == "Café “Riga” for £3"


@pytest.mark.parametrize("html", ["<html></html>", "<script>alert(1)</script>", "<!-- nothing", "<p> </p>"])
def test_a_page_without_words_is_told(html: str) -> None:
    with pytest.raises(TroubleError, match=r"a\.html: holds no text"):
        page(html)


@pytest.mark.parametrize(
    "piece",
    [
        "<div>",
        "<a b='",
        '<a b="',
        "<!--",
        "<!",
        "<",
        "</",
        "<p",
        "<table><tr><td>",
        "<script>",
        "</p>",
        "<b>x</i>",
        "&#x",
        "<li>x",
        "<title>",
    ],
)
def test_bad_markup_takes_no_more_time_than_good(piece: str) -> None:
    start = time.process_time()
    with contextlib.suppress(TroubleError):
        well_formed(page("<p>word " + piece * (200_000 // len(piece))))
    assert time.process_time() - start < 10


@settings(max_examples=150)
@given(
    st.lists(
        st.sampled_from(
            (
                "<p>",
                "</p>",
                "<table>",
                "<tr>",
                "<td>",
                "</table>",
                "<h1>",
                "<article>",
                "</article>",
                "<br>",
                "&amp;",
                "<script>",
                "</script>",
                "<!--",
                "-->",
                "<a href='",
                "'>",
                "<div class=nav>",
                "</div>",
                "<li>",
            )
        )
        | st.text(max_size=8),
        max_size=40,
    )
)
def test_no_page_trips_the_reader(pieces: list[str]) -> None:
    with contextlib.suppress(TroubleError):
        well_formed(page("".join(pieces)))
