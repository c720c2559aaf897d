"""Moves: which levels, which change and which way are read from a sentence, and in linear time."""

from __future__ import annotations

import time

import pytest

from checker.moves import Move, moves
from checker.text import Text
from tests.helpers import audit, claims, document

KINDS = ("money", "count", "quantity", "number", "percent")
SECONDS = 5  # for a megabyte of the worst input


def found(words: str, measures: tuple[str, ...] = ("percent",)) -> list[Move]:
    text = Text(document(words))
    stated = sorted((c for kind in {*KINDS, *measures} for c in claims(kind, words)), key=lambda c: c.span)
    return list(moves(text, tuple(stated), measures))


@pytest.mark.parametrize(
    ("words", "old", "new", "by", "way"),
    [
        ("Sales rose 15% to $66m from $57m.", "$57m", "$66m", "15%", "up"),
        ("Sales fell 15% to $56m, against $66m a year earlier.", "$66m", "$56m", "15%", "down"),
        ("Sales were $66m, up 15% from $57m.", "$57m", "$66m", "15%", "up"),
        ("Output, 39 percent down at 3,267 units from 5,397, fell.", "5,397", "3,267 units", "39 percent", "down"),
        ("It rose to 10,000 from 8,000 in May, an increase of 25 percent.", "8,000", "10,000", "25 percent", "up"),
        ("It rose from 800 to 1,000, or 25 percent.", "800 to 1,000", "800 to 1,000", "25 percent", "up"),
        ("Costs fell by $2.2m, or 8%, to $26.1m for the quarter from $28.3m.", "$28.3m", "$26.1m", "8%", "down"),
        ("The rate went up to 5.5% from 5.4%, an increase of 0.1%.", "5.4%", "5.5%", "0.1%", "up"),
        ("Profit was $24m compared to $26m, a decrease of $2m or 8%.", "$26m", "$24m", "8%", "down"),
    ],
)
def test_a_change_is_read_with_its_levels(words: str, old: str, new: str, by: str, way: str) -> None:
    [move] = found(words)
    text = Text(document(words))
    assert move.by
    assert (text[move.old.span], text[move.new.span], text[move.by.claim.span], move.by.way) == (old, new, by, way)


@pytest.mark.parametrize(
    "words",
    [
        "Profits rose 20% and costs fell to $56m from $66m.",
        "Sales rose 5% year on year to $10.0m from $9.8m in May.",
        "It sold 30 shops to a rival for $5m, up 5% from May.",
        "Sales and profits rose 5% and 6% to $10m and $4m from $9m and $3m respectively.",
        "Some 26% use it compared with 30% in the north, 31% in the south.",
        "It raised its stake to 238,000 shares, or 14.6 percent of the total, from 205,000 or 12.8 percent.",
    ],
)
def test_figures_of_different_things_make_no_change(words: str) -> None:
    assert not [m for m in found(words) if m.by]


def test_the_workings_are_shown() -> None:
    [finding] = audit("The mill's profits fell 19% to $56m, against $66m a year earlier.").findings
    assert finding.message == (
        "From 66 million to 56 million is a fall of 15%, not 19%. (10 million / 66 million = 0.1515)"
    )
    assert finding.suggestion == "15%"


def test_what_was_found_in_order_is_kept() -> None:
    checked = audit("Of the 240 members, 180, or 75 percent, voted for the motion.").checked
    assert [f.message for f in checked if f.rule == "percent/wrong-share"] == [
        "180 of 240 are 75%; 75 percent is within rounding."
    ]


@pytest.mark.parametrize(
    "pattern", ["up 5% to 10m from 9m ", "from from from 7 ", "a third (", "of the 240, 180 (", "5% yes, 6% no and "]
)
def test_a_megabyte_of_figures_is_read_in_linear_time(pattern: str) -> None:
    small, large = (_seconds(pattern * (size // len(pattern))) for size in (50_000, 200_000))
    assert large < max(10 * small, SECONDS)


def _seconds(words: str) -> float:
    start = time.process_time()
    audit(words)
    return time.process_time() - start
