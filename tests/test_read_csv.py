"""Csv: a table of its own, and where its cells stand."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.model import Document
from checker.read import read
from checker.trouble import TroubleError
from tests.helpers import engine
from tests.test_read import well_formed


def one(data: str, name: str = "a.csv") -> Document:
    (document,) = read(data.encode(), name)
    assert isinstance(document, Document)
    return document


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_the_sign_between_cells_is_told_by_the_lines(sign: str) -> None:
    table = "\n".join(sign.join(row) for row in (("Port", "Boats"), ("North", "5"), ("Total", "12")))
    assert one(table).text == "| Port | Boats |\n| North | 5 |\n| Total | 12 |"


def test_a_cell_knows_its_line_and_column_and_may_hold_a_line_end() -> None:
    document = one('Port,"Boats, all"\n"North\nharbour",5\nSouth,7\n')
    assert document.text == "| Port | Boats, all |\n| North harbour | 5 |\n| South | 7 |"
    assert document.source(document.text.index("7")) == "line 4, column B"


def test_a_wrong_total_is_found() -> None:
    findings = engine().audit(one("Port,Boats\nNorth,10\nSouth,20\nEast,5\nTotal,45\n")).findings
    assert [f.rule for f in findings] == ["sum/wrong-table-total"]


@pytest.mark.parametrize(("data", "why"), [("", "holds no text"), ("," * 2000, "columns; at most"), ("\0", "binary")])
def test_what_is_no_table_is_told(data: str, why: str) -> None:
    with pytest.raises(TroubleError, match=f"a.csv.*{why}"):
        one(data)


@settings(max_examples=100)
@given(st.text(alphabet='ab1,;|\t\r\n" \u2028', max_size=60))
def test_no_table_trips_the_reader(data: str) -> None:
    with contextlib.suppress(TroubleError):
        well_formed(one(data))
