"""Sums: how lists, parts and tables are read, and what makes no sum."""

from __future__ import annotations

from decimal import Decimal
from time import process_time

import pytest

from checker.engine import extracted
from checker.model import Listing
from checker.read import as_format
from checker.registry import room
from checker.sums.tables import totals
from checker.text import Text
from tests.helpers import audit, claims, document


def counts(text: str) -> list[tuple[int, tuple[int, ...]]]:
    return [(c.value.stated, c.value.counts) for c in claims("listing", text) if isinstance(c.value, Listing)]


def footings(text: str) -> list[tuple[Decimal, list[Decimal]]]:
    read = Text(as_format("markdown", text, "example"))
    return [(t.stated.stated[0], [p.stated[0] for p in t.parts]) for _, t in totals(read)]


def rules(text: str, headline: str | None = None, published: str | None = None) -> set[str]:
    return {f.rule for f in audit(text, headline, published).findings}


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("They sell in four towns: Bray, Cork, Ennis and Sligo.", (4, (4,))),
        ("Its three markets, the U.S., Japan and Canada, grew.", (3, (3,))),
        ("He saw two of the lakes – Como, Garda and Iseo – in May.", None),
        ("Its three ports - Bari, Ancona and Trieste - are full.", (3, (3,))),
        ("The two owners (Ms. Li, Mr. Kim and Dr. Rao) met.", (2, (3,))),
        ("It has three parts: Trade and Industry, Health, and Culture.", (3, (3, 4))),
        ("Four states, Bosnia and Herzegovina, Serbia and Croatia, signed.", None),
        ("The top four makers, Ardo, Belco and Cinto, and accounts for much else.", (4, (3,))),
        ("Of the four cities, among others Rome, Milan and Turin, one is dry.", None),
        ("About four towns, Bray, Cork and Ennis, were hit.", None),
        ("Four men, aged 20, 30 and 40, were held.", None),
        ("The Four Seasons, Hilton, Hyatt and Ritz were full.", None),
    ],
)
def test_a_list_in_a_sentence_is_counted(text: str, read: tuple[int, tuple[int, ...]] | None) -> None:
    assert counts(text) == ([read] if read else [])


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Three things help:\n- sleep\n- bread\n- salt", (3, (3,))),
        ("Three things help:\n\n1. sleep\n2. bread\n\n   and cheese\n3. salt\n\nThat is all.", (3, (3,))),
        ("Two things help:\n- sleep\n  - at night\n  - at noon\n- salt", (2, (2,))),
        ("Three things help:\n- sleep - Bread\n- salt", (3, (2, 3))),
        ("Three things help:\n- sleep\n- salt\n\nThen again\n\n- bread", None),
        ("Within 3 days:\n- sleep\n- salt", None),
    ],
)
def test_a_list_below_its_number_is_counted(text: str, read: tuple[int, tuple[int, ...]] | None) -> None:
    assert counts(text) == ([read] if read else [])


@pytest.mark.parametrize(
    "text",
    [
        "Nine people died in two attacks. In the first, three women and four children were killed.",
        "Police held 75 suspects, 51 in Kent and 24 in Essex.",
        "The court heard 12 jurors, five men and seven women, weep.",
        "He has 14 children, nine girls and five boys, and 30 grandchildren.",
        "The ferry sank with 33 people on board: 24 passengers and nine crew.",
        "The crash left 15 dead and 16 injured; 30 people had been on the bus.",
    ],
)
def test_sound_and_unlike_parts_are_let_pass(text: str) -> None:
    assert not rules(text)


@pytest.mark.parametrize(
    "text",
    [
        "The storm killed 16 people on the island. Twelve men and five women died when their boat sank.",
        "The bus carried 42 passengers (19 women, 21 men).",
        "The board has 21 members - 12 from the north and 8 from the south - and meets in May.",
        "The firm cut 90 posts, comprising 52 drivers and 28 clerks.",
    ],
)
def test_parts_that_do_not_make_their_total_are_found(text: str) -> None:
    assert rules(text) == {"sum/wrong-total"}


def test_a_table_gives_its_totals_both_ways() -> None:
    rows = "| A | 4 | 2 | 6 |\n| B | 1 | – | 1 |\n| Total | 5 | 2 | 7 |\n"
    table = f"| Team | Gold | Silver | Total |\n|---|--:|--:|--:|\n{rows}"
    four, two = Decimal(4), Decimal(2)
    read = footings(table)
    assert (Decimal(5), [four, Decimal(1)]) in read
    assert (Decimal(6), [four, two]) in read
    assert (Decimal(1), [Decimal(1), Decimal(0)]) in read


@pytest.mark.parametrize(
    "table",
    [
        "| Town | Share |\n|---|---|\n| A | 41% |\n| B | 12% |\n| Total | 100% |\n",
        "| Town | Rate |\n|---|---|\n| A | 41 |\n| B | 12 |\n| Total | 30 |\n",
        "| Town | Seats |\n|---|---|\n| A | 41 |\n| B | n/a |\n| Total | 60 |\n",
        "| Item | Price | Number | Total |\n|---|---|---|---|\n| A | 2 | 30 | 60 |\n",
        "| Town | Seats | Chairs |\n|---|---|---|\n| A | 41 | 9 |\n| B | 12 | 8 |\n| All told | 60 | 20 |\n",
    ],
)
def test_a_table_of_something_else_has_no_totals(table: str) -> None:
    assert footings(table) == []


def test_an_open_total_is_no_contradiction_unless_it_was_counted() -> None:
    parts = "The mayor said 15 women and five children were killed."
    assert rules(f"At least 19 people died in the fall. {parts}") == {"sum/wrong-total"}
    assert not rules(f"At least 15 people died in the fall. {parts}")
    assert not rules(f"More than 18 people died in the fall. {parts}")


def test_years_are_counted_a_year_either_way() -> None:
    text = "The mill has stood empty since 1991, when its owner fled. It will be sold."
    for years, wrong in ((24, False), (23, False), (25, False), (34, True), (42, True), (38, False)):
        found = rules(text, f"Mill to be sold after {years} years", "2015-03-02")
        assert ("sum/wrong-difference" in found) == wrong, years


@pytest.mark.parametrize(
    "piece",
    [
        "Two as:\n- ",
        "five cats: A, B and C and ",
        "14 women and 16 men, ",
        "30 people, 14 women and 16 men died ",
        "1. x\n",
        "A.B. ",
    ],
)
def test_hostile_text_takes_linear_time(piece: str) -> None:
    def seconds(size: int) -> float:
        text = Text(document("Five cats:\n" + (piece * size)[:size]))
        _ = text.sentences, text.lower, text.figures
        start = process_time()
        list(claims_of(text))
        return process_time() - start

    seconds(1_000)
    assert seconds(40_000) < 16 * seconds(10_000) + 0.2


def claims_of(text: Text) -> list[object]:
    found = tuple(c for kind in ("count", "figure", "number", "listing") for c in extracted(text, kind))
    plain = tuple(sorted((c for c in found if c.kind != "listing"), key=lambda c: c.span))
    return [*found, *room("checker.link", "parts").link(text, plain)]
