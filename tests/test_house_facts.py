"""House facts: a newsroom's own tables count like the shipped ones, and a broken one is told and left out."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands import MISMATCH, WRONG, article, run

HEAD = "subject,predicate,object,from,to,source\n"
CHIEF = f"{HEAD}Ada Whitlock,chief executive of,Northwind,2015-01-01,2019-06-30,annual report\n"
SAID = "Leo Marsh, the chief executive of Northwind, said so on Monday.\n"
OFF = "fact/off-record"


def table(folder: Path, text: str, name: str = "house.csv") -> Path:
    return article(folder, text, name)


def test_without_house_facts_nothing_is_said_of_a_chief_executive(tmp_path: Path) -> None:
    done = run("audit", article(tmp_path, SAID), "--published", "2018-02-03", "--format", "json")
    assert (done.code, done.findings, done.json["documents"][0]["undecided"]) == (0, [], [])


def test_a_finding_cites_its_row(tmp_path: Path) -> None:
    house = table(tmp_path, CHIEF)
    done = run("audit", article(tmp_path, SAID), "--published", "2018-02-03", "--facts", house, "--format", "json")
    (found,) = done.json["documents"][0]["findings"]
    assert (found["rule"], found["facts"]["row"]) == (OFF, "house.csv, line 2")
    assert "Ada Whitlock" in found["message"]
    assert "annual report" in found["message"]


@pytest.mark.parametrize("day", ["2014-12-31", "2019-07-01"])
def test_on_a_day_that_no_row_covers_it_is_not_checked(tmp_path: Path, day: str) -> None:
    house = table(tmp_path, CHIEF)
    done = run("audit", article(tmp_path, SAID), "--published", day, "--facts", house, "--format", "json")
    assert done.findings == []
    assert [u["rule"] for u in done.json["documents"][0]["undecided"]] == [OFF]


def test_a_text_without_a_date_is_not_checked_against_dated_rows(tmp_path: Path) -> None:
    done = run("audit", article(tmp_path, SAID), "--facts", table(tmp_path, CHIEF), "--format", "json")
    assert done.findings == []
    assert "--published" in done.json["documents"][0]["undecided"][0]["reason"]


def test_a_row_of_the_house_takes_the_place_of_the_shipped_one(tmp_path: Path) -> None:
    text = article(tmp_path, "Sydney, the capital of Australia, was under water.\n")
    house = table(tmp_path, f"{HEAD}Sydney,capital of,Australia,,,a novel\n")
    assert run("audit", text, "--published", "2019-05-04").code == 1
    assert run("audit", text, "--published", "2019-05-04", "--facts", house).code == 0


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        ("A,head of,B,2015-13-01,,x\n", "line 2: from '2015-13-01' is not a date"),
        ("A,,B,,,x\n", "line 2: predicate '' is no words"),
        ("A,head of,B\n", "line 2: 3 cells, not 6"),
        ("A,head of,,,,x\n", "line 2: object is empty"),
    ],
)
def test_a_broken_table_is_told_and_the_rest_is_audited(tmp_path: Path, rows: str, reason: str) -> None:
    good, bad = table(tmp_path, CHIEF), table(tmp_path, HEAD + rows, "bad.csv")
    text = article(tmp_path, f"{WRONG}\n{SAID}")
    done = run("audit", text, "--published", "2018-02-03", "--facts", good, "--facts", bad, "--format", "json")
    assert done.code == 2
    assert f"bad.csv, {reason}" in done.err
    assert sorted(done.findings) == sorted([MISMATCH, OFF])
