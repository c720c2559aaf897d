"""The comparison with peers, without the peers: the marked set is sound, and the scorer sees what is wrong."""

import json
import re
import sys
from copy import deepcopy
from pathlib import Path

import pytest

from tests.bench.figures import KINDS, NAMES, SET, Figure, Score, load, score, wrong
from tests.bench.peers import READERS, PeerError, period, read_checker, row, run, sections, version
from tests.bench.readers import READERS as BY_NAME
from tests.bench.readers import longest

TEXTS, GOLD = load(SET)
ISO = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


def money(value: object, currency: str = "USD", start: int = 0) -> Figure:
    return {"start": start, "end": start + 3, "text": "$70", "kind": "money", "value": value, "currency": currency}


def quantity(value: object, unit: str | None) -> Figure:
    return {"start": 0, "end": 3, "text": "60 ", "kind": "quantity", "value": value, "unit": unit}


def test_marks_lie_where_they_say() -> None:
    for text, figures in zip(TEXTS, GOLD, strict=True):
        end = 0
        for f in figures:
            assert text[f["start"] : f["end"]] == f["text"].strip()
            assert f["start"] >= end
            end = f["end"]


def test_marks_are_of_a_known_kind_in_a_known_unit() -> None:
    for f in (f for figures in GOLD for f in figures):
        assert f["kind"] in KINDS
        assert (f["kind"] == "money") == ("currency" in f)
        assert f.get("currency", "USD").lower() in NAMES[True]
        assert ("unit" in f) == (f["kind"] in {"quantity", "percent", "count", "duration", "age"})
        assert isinstance(f["value"], str) == (f["kind"] == "date")
        assert f["kind"] != "date" or ISO.fullmatch(f["value"])


def test_no_sentence_is_there_twice() -> None:
    assert len(TEXTS) == len(set(TEXTS))


def test_set_scores_100_against_itself() -> None:
    scores = score(GOLD, GOLD)
    assert {name: s.f1 for name, s in scores.items() if name != "none"} == dict.fromkeys(
        ("value", "unit", "place", "money", "dates"), 100
    )
    assert scores["none"].found == 0


@pytest.mark.parametrize(("kind", "spoilt"), [("money", "value"), ("date", "dates"), ("count", "value")])
def test_wrong_value_costs(kind: str, spoilt: str) -> None:
    found = deepcopy(GOLD)
    figure = next(f for figures in found for f in figures if f["kind"] == kind)
    figure["value"] = "1066" if kind == "date" else 123456
    assert score(GOLD, found)[spoilt].f1 < 100


def test_unit_place_and_number_of_figures_count() -> None:
    gold = [[money(70)]]
    assert score(gold, [[money(70, "EUR")]])["value"].f1 == 100
    assert score(gold, [[money(70, "EUR")]])["unit"].f1 == 0
    assert score(gold, [[money(70, start=9)]])["unit"].f1 == 100
    assert score(gold, [[money(70, start=9)]])["place"].f1 == 0
    assert score(gold, [[money(70), money(70)]])["value"] == Score(1, 1, 2)
    assert score(gold, [[money([60, 70])]])["value"].f1 == 0
    assert score([[]], [[money(70)]])["none"].found == 1


@pytest.mark.parametrize(
    ("there", "found"),
    [
        ((1.5, "year"), (18, "months")),
        ((48.8, "celsius"), (48.8, "degrees Celsius")),
        ((7, "kilogram"), (7000, "gram")),
        ((11, "officer"), (11, "police officers")),
        ((200, "barrel"), (200, "barrels per day")),
        ((60, "kilometre per hour"), (60, "km/h")),
    ],
)
def test_names_of_one_unit_are_one(there: tuple[object, str], found: tuple[object, str]) -> None:
    assert score([[quantity(*there)]], [[quantity(*found)]])["unit"].f1 == 100
    assert score([[quantity(*there)]], [[quantity(found[0], None)]])["unit"].f1 == 0


def test_numbers_in_dates_are_nobodys_fault() -> None:
    date = {"start": 0, "end": 13, "text": "April 7, 2015", "kind": "date", "value": "2015-04-07"}
    seven = {"start": 6, "end": 7, "text": "7", "kind": "number", "value": 7}
    scores = score([[date]], [[seven]])
    assert scores["value"].found == 0
    assert scores["dates"].right == 0


def test_mistakes_are_told_from_what_is_right() -> None:
    assert wrong([money(70), money(3, start=5)], [money(4, start=5), money(70)]) == (
        [money(3, start=5)],
        [money(4, start=5)],
    )


def test_every_peer_is_pinned_and_has_a_reader() -> None:
    assert set(sections()) == set(BY_NAME)
    for peer, requirements in sections().items():
        assert version(peer, requirements)
        assert all(re.fullmatch(r"[\w.-]+==[\w.]+", line) for line in requirements.split())
    assert READERS.exists()


def test_longer_reading_of_a_stretch_counts() -> None:
    short, whole = {**money(7), "end": 1}, money(70)
    assert list(longest([short, whole])) == [whole]


def test_period_is_said_as_far_as_it_goes() -> None:
    assert period("2015-04-07", "2015-04-07") == "2015-04-07"
    assert period("2014-03-01", "2014-03-31") == "2014-03"
    assert period("2013-01-01", "2013-12-31") == "2013"


def test_claims_of_checker_become_figures(tmp_path: Path) -> None:
    claim = {"start": 0, "end": 3, "text": "$70", "kind": "money", "unit": None, "currency": "USD"}
    claims = [{**claim, "value": [69.5, 70.5], "stated": 70}, {**claim, "value": "“", "stated": None}]
    answers = tmp_path / "answers.jsonl"
    answers.write_text(json.dumps({"claims": claims}) + "\n", encoding="utf-8")
    assert read_checker(answers) == ([[{**claim, "value": 70}]], 0)


def test_peer_that_does_not_run_says_why_and_has_an_empty_row() -> None:
    with pytest.raises(PeerError, match="no such model") as failed:
        run([sys.executable, "-c", "raise SystemExit('no such model\\n')"])
    assert set(row("CQE", "2.0.3", failed.value).split(" | ")[2:-1]) == {"–"}
