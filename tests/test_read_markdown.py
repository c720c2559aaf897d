"""Markdown: front matter, headings, prose and what is not prose, each at its place in the source."""

from __future__ import annotations

from datetime import date

import pytest

from checker.model import Document
from checker.read import read


def article(text: str) -> Document:
    (document,) = read(text.encode(), "a.md")
    assert isinstance(document, Document)
    return document


def roles(text: str) -> list[tuple[str, str]]:
    document = article(text)
    return [(b.role, document.text[b.span.start : b.span.end]) for b in document.blocks]


def masked(text: str) -> list[str]:
    document = article(text)
    return [document.text[s.start : s.end] for s in document.masked]


# -- what must not happen


@pytest.mark.parametrize(
    "block", ["```\n$70 billion\n```", "    $70 billion", "~~~ sh\n$70\n~~~", "<div>\n$70 billion\n</div>"]
)
def test_code_is_not_prose(block: str) -> None:
    assert [role for role, _ in roles(f"It came.\n\n{block}\n\nIt went.")] == ["body", "code", "body"]


def test_a_line_of_dashes_is_no_front_matter() -> None:
    assert roles("---\n\nIt came.\n\n---\n\nIt went.") == [("body", "It came."), ("body", "It went.")]


def test_broken_front_matter_does_not_stop_the_reading() -> None:
    text = "---\ntitle: Storm: the toll\n---\n\n# Storm kills 34\n\nIt came."
    assert roles(text) == [
        ("boilerplate", "---\ntitle: Storm: the toll\n---"),
        ("headline", "Storm kills 34"),
        ("body", "It came."),
    ]


def test_a_heading_further_down_is_no_headline() -> None:
    assert roles("It came.\n\n# Storm\n\nIt went.")[1] == ("body", "Storm")
    assert roles("---\ntitle: Rain\n---\n\n# Storm\n\nIt went.")[-2] == ("body", "Storm")
    assert roles("# Storm\n\n# Rain\n\nIt went.")[1] == ("body", "Rain")


def test_a_date_further_down_is_no_dateline() -> None:
    assert article("# Storm\n\nIt came.\n\nMay 14, 2021\n\nIt went.").published is None


# -- front matter

FRONT = """---
slug: storm
title: 'It''s 34: the toll'
date: 2021-05-14 23:33:15 -0400
summary: >-
  The river rose
  in the night
authors: [Ann Lee, "Zoë Ray"]
---

It came.
"""


def test_front_matter_gives_what_it_says_where_it_says_it() -> None:
    document = article(FRONT)
    assert document.published == date(2021, 5, 14)
    assert [(r, t) for r, t in roles(FRONT) if r != "boilerplate"] == [
        ("headline", "It''s 34: the toll"),
        ("dek", "The river rose\n  in the night"),
        ("byline", "Ann Lee"),
        ("byline", "Zoë Ray"),
        ("body", "It came."),
    ]


@pytest.mark.parametrize("written", ["2021-05-14", "'2021-05-14T10:00:00Z'", "May 14, 2021", "14 May 2021 10:00"])
@pytest.mark.parametrize("key", ["date", "published", "published_date"])
def test_the_day_of_front_matter(written: str, key: str) -> None:
    assert article(f"---\r\n{key}: {written}\r\n---\r\n\r\nIt came.").published == date(2021, 5, 14)


def test_a_day_nobody_can_read_is_left_out() -> None:
    assert article("---\ndate: soon\n---\n\nIt came.").published is None


# -- prose


def test_every_kind_of_block() -> None:
    text = (
        "# Zoë's *storm* {#top}\n\nIt came.\n\n> They ran,\n> he said.\n\n- one\n- two\n  - three\n\n1. four\n\n"
        "![The river](r.png)\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nRain\n----\n\n"
        "Subscribe to our newsletter\n\n{{< map 5 >}}\n"
    )
    assert roles(text) == [
        ("headline", "Zoë's *storm*"),
        ("body", "It came."),
        ("quote", "They ran,\n> he said."),
        ("list", "one"),
        ("list", "two"),
        ("list", "three"),
        ("list", "four"),
        ("caption", "The river"),
        ("table", "| a | b |\n|---|---|\n| 1 | 2 |"),
        ("body", "Rain"),
        ("boilerplate", "Subscribe to our newsletter"),
        ("code", "{{< map 5 >}}"),
    ]


def test_credits_at_the_top() -> None:
    text = "# Storm\n\n*By Ann Lee*\n\n**May 14, 2021**\n\nIt came."
    assert [role for role, _ in roles(text)] == ["headline", "byline", "dateline", "body"]
    assert article(text).published == date(2021, 5, 14)
    assert article("# Storm\n\nROME, May 14, 2021 (Agency) — It came.").published == date(2021, 5, 14)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('É [it](http://x.org/5 "t") came', ['](http://x.org/5 "t")']),
        ("É `x = 5` came", ["`x = 5`"]),
        ("É <b>came</b>", ["<b>", "</b>"]),
        ("It came [^1] and\n\n[^1]: went", ["[^1]", "[^1]:"]),
        ("É {{< n 5 >}} and {{% m %}} came", ["{{< n 5 >}}", "{{% m %}}"]),
        ("It&#8217;s 5 &amp; 6", ["&#8217;", "&amp;"]),
        ("See <http://x.org/5> or [it][1].\n\n[1]: http://x.org/6", ["<http://x.org/5>", "][1]", "http://x.org/6"]),
        ("É ![a *map*](m.png) here", ["](m.png)"]),
    ],
)
def test_what_is_not_prose_is_masked(text: str, found: list[str]) -> None:
    assert masked(text) == found


def test_places_are_code_points() -> None:
    document = article("# 😀 é\n\nÀ la 😀 [carte](http://x.org) `é` $70.\n")
    body = document.blocks[1].span
    assert document.text[body.start : body.end] == "À la 😀 [carte](http://x.org) `é` $70."
