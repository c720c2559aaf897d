"""Plain text: what stands above an article, what stands between its paragraphs, and what is neither."""

from __future__ import annotations

from datetime import date

import pytest

from checker.model import Document
from checker.read import read

BODY = "The river rose by two metres in the night, officials said."


def article(text: str) -> Document:
    (document,) = read(text.encode(), "a.txt")
    assert isinstance(document, Document)
    return document


def roles(text: str) -> list[tuple[str, str]]:
    document = article(text)
    return [(b.role, document.text[b.span.start : b.span.end]) for b in document.blocks]


def kinds(text: str) -> list[str]:
    return [role for role, _ in roles(text)]


# -- what must not happen


@pytest.mark.parametrize(
    "line",
    [
        "Readers who subscribe to our newsletter paid $4 million last year, the company said.",
        "Privacy policy changes at the network angered users, 34 of whom went to court.",
        "Advertisement revenue rose 4 percent.",
        "Share prices fell 5 percent on Friday.",
        "Download the apple figures again, the minister told 12 reporters.",
        "The set {1, 2, 3} has three members; the empty set {} has none, she wrote on the board.",
        "The ministers came (of Germany, of France and of Poland);",
        "<Northern Mills Ltd> and <Southern Mills Ltd> said <SML> would pay 34 million dollars.",
        "He wrote that x = 5; it was 6.",
        "By Friday the bank had paid 34 people.",
    ],
)
def test_a_sentence_is_not_boilerplate(line: str) -> None:
    assert kinds(f"{BODY}\n\n{line}\n\n{BODY}") == ["body"] * 3
    assert kinds(f"{BODY}\n{line}\n{BODY}") == ["body"]


def test_a_long_line_is_no_notice() -> None:
    line = f"Subscribe to our newsletter, {'and read on, ' * 20}"
    assert kinds(f"{BODY}\n\n{line}") == ["body", "body"]


def test_a_date_further_down_is_no_dateline() -> None:
    document = article(f"Storm kills 34\n\n{BODY}\n\n{BODY}\n\n{BODY}\n\nMay 14, 2021\n\n{BODY}")
    assert document.published is None
    assert [b.role for b in document.blocks] == ["headline", *["body"] * 5]


@pytest.mark.parametrize(
    "opening",
    [
        "On May 14, 2021, the court - which sits in Rome - ruled.",
        "Since the crash of May 14, 2021 - the worst - much has changed.",
        "The court ruled on May 14, 2021.",
        "ROME, May 14 - The court ruled.",
    ],
)
def test_a_date_in_a_sentence_is_no_dateline(opening: str) -> None:
    assert article(f"Court rules\n\n{opening}").published is None


@pytest.mark.parametrize(
    "text", [BODY, f"{BODY}\n\n{BODY}", "Wednesday, January 15, 2019", "killing 34", "Fellow citizens:\n\nI am here."]
)
def test_a_text_that_begins_with_its_body_has_no_headline(text: str) -> None:
    assert set(kinds(text)) == {"body"}


def test_a_line_right_above_the_text_is_no_headline() -> None:
    assert kinds(f"Storm kills 34\n{BODY}\n\n{BODY}") == ["body", "body"]


def test_a_wrapped_paragraph_stays_whole() -> None:
    text = "Storm kills 34\n\nThe river rose by two\nmetres in the night, and the\ntown was flooded.\n\nIt fell."
    assert kinds(text) == ["headline", "body", "body"]
    assert kinds("Rain\n\nBy Friday Germany\nhad sent 34 boats.") == ["headline", "body"]


# -- what must


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Storm kills 34\n\n43 people died", ["headline", "body"]),
        (f"Storm kills 34\r\n\r\n{BODY}\r\n", ["headline", "body"]),
        (f"Storm kills 34\n\nThe river rose in the night\n\n{BODY}", ["headline", "dek", "body"]),
        (f"Storm kills 34\n\nBy Ann Lee\n\n{BODY}", ["headline", "byline", "body"]),
        (
            f"Storm kills 34\n\nBy Ann Lee and Bob Ray\nMay 14, 2021\n\n{BODY}",
            ["headline", "byline", "dateline", "body"],
        ),
        (f"Storm kills 34\nMay 14, 2021\nAnn Lee\n\n{BODY}", ["headline", "dateline", "byline", "body"]),
        (f"May 14, 2021\n\nStorm kills 34\n\n{BODY}", ["dateline", "headline", "body"]),
        (
            f"Flood\n\nMay 14, 2021\n\nStorm kills 34\n\nRain\n\n{BODY}",
            ["headline", "dateline", "headline", "dek", "body"],
        ),
        (f"Advertisement\n\nStorm kills 34 in U.S.\n\n{BODY}", ["boilerplate", "headline", "body"]),
        (f"Storm\n\nBy Ann Lee\n{BODY}\nIt fell.", ["headline", "byline", "body"]),
        ("Eggs\n\nMilk\n\nBread", ["headline", "body", "body"]),
    ],
)
def test_the_top_of_an_article(text: str, wanted: list[str]) -> None:
    assert kinds(text) == wanted


@pytest.mark.parametrize(
    "line",
    [
        "May 14, 2021",
        "14 May 2021",
        "TOKYO, May 14, 2021",
        "TOKYO, Friday, May 14, 2021",
        "Friday 14 May 2021",
        "(May 14, 2021 1:28 PM CDT)",
        "Published on 14 May 2021 at 10:15 GMT",
        "Last updated: May 14, 2021, 10:15 p.m.",
        "May 14, 2021 | Northern Star",
        "By Ann Lee, May 14, 2021",
        "2021-05-14",
    ],
)
def test_a_dateline_gives_the_day(line: str) -> None:
    document = article(f"Storm kills 34\n\n{line}\n\n{BODY}")
    assert [b.role for b in document.blocks] == ["headline", "dateline", "body"]
    assert document.published == date(2021, 5, 14)


@pytest.mark.parametrize(
    "opening",
    [
        "TOKYO, May 14, 2021 (Agency) - The bank said so.",
        "TOKYO, May 14, 2021 /NewsWire/ -- The bank said so.",
        "TOKYO, 14 May 2021 — The bank said so.",
        "(May 14, 2021 1:28 PM CDT) The bank said so.",
    ],
)
def test_a_dateline_may_open_the_first_paragraph(opening: str) -> None:
    for text in (opening, f"Bank\n\n{opening}"):
        document = article(text)
        assert document.published == date(2021, 5, 14)
        assert document.blocks[-1].role == "body"


@pytest.mark.parametrize("line", ["Crash of May 14, 2021 Remembered", "What we know of May 14, 2021 so far"])
def test_a_headline_may_hold_a_date(line: str) -> None:
    assert kinds(f"{line}\n\n{BODY}") == ["headline", "body"]


@pytest.mark.parametrize(
    "line",
    [
        "- Advertisement -",
        "ADVERTISEMENT",
        "Subscribe to our newsletter",
        "Sign up here to get our news every morning.",
        "We use cookies to make this site better.",
        "Read more: Storm kills 34",
        "© 2021 Northern Star. All rights reserved.",
        "ads.cmd.push(function() { show({ id: 5, text: 'Ad' }); });",
        "var slot = new Slot('top'); slot.show({size: [300, 250]});",
        '<div class="ad"><a href="/x"></a></div>',
        "});",
        "* * *",
    ],
)
def test_boilerplate_is_told_line_by_line(line: str) -> None:
    assert roles(f"{BODY}\n\n{line}\n\n{BODY}")[1] == ("boilerplate", line)
    assert kinds(f"{BODY}\n{line}\n{BODY}") == ["body", "boilerplate", "body"]


def test_blocks_cover_all_that_is_not_blank() -> None:
    text = f" Storm \r\n\r\nBy Ann Lee\r\n\r\n  {BODY}\r\nAdvertisement\r\n\r\n{BODY} "
    document = article(text)
    left = list(text)
    for block in document.blocks:
        left[block.span.start : block.span.end] = " " * (block.span.end - block.span.start)
    assert not "".join(left).strip()
