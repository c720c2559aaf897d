"""Config: what a newsroom settles holds for every run below its file, and a mistake in it is told with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.config import KEYS, Settings, load
from checker.trouble import TroubleError
from tests.commands import CLASH, MISMATCH, WRONG, article, run

HOUSE = "subject,predicate,object,from,to,source\nAda Whitlock,chief executive of,Northwind,,,register\n"
SAID = "Leo Marsh, the chief executive of Northwind, said so.\n"


def settle(folder: Path, text: str, name: str = "checker.toml") -> Path:
    return article(folder, text, name)


def test_without_a_file_nothing_is_settled(tmp_path: Path) -> None:
    assert load(tmp_path) == Settings()


def test_the_nearest_file_holds_for_all_below_it(tmp_path: Path) -> None:
    below = tmp_path / "drafts" / "may"
    below.mkdir(parents=True)
    settle(tmp_path, 'fail-on = "never"\n')
    article(below, WRONG)
    assert run("audit", "article.txt", cwd=below).code == 0
    settle(tmp_path / "drafts", 'fail-on = "error"\n')
    assert run("audit", "article.txt", cwd=below).code == 1


def test_pyproject_counts_only_with_a_table_of_ours(tmp_path: Path) -> None:
    settle(tmp_path, 'fail-on = "never"\n')
    inner = tmp_path / "site"
    inner.mkdir()
    settle(inner, "[tool.other]\nx = 1\n", "pyproject.toml")
    assert load(inner).fail_on == "never"
    settle(inner, '[tool.checker]\nfail-on = "note"\n', "pyproject.toml")
    assert load(inner).fail_on == "note"


def test_paths_are_from_the_folder_of_the_file(tmp_path: Path) -> None:
    settle(tmp_path, 'facts = ["house.csv"]\n')
    article(tmp_path, HOUSE, "house.csv")
    below = tmp_path / "drafts"
    below.mkdir()
    article(below, SAID)
    assert run("audit", "article.txt", "--format", "json", cwd=below).findings == ["fact/off-record"]


def test_the_command_line_wins_but_adds_facts_and_rules(tmp_path: Path) -> None:
    settled = Settings(facts=["a.csv"], rules=["a.yaml"], select=["money"], fail_on="never")
    given = settled.over(facts=[Path("b.csv")], rules=None, select=["quote"], fail_on="note", rates=None)
    assert (given.facts, given.rules, given.select, given.fail_on) == (
        ["a.csv", "b.csv"], ["a.yaml"], ["quote"], "note",
    )  # fmt: skip


def test_rules_that_are_settled_are_the_ones_that_run(tmp_path: Path) -> None:
    settle(tmp_path, f'ignore = ["{MISMATCH}"]\n')
    article(tmp_path, f"{WRONG}\n{CLASH}")
    assert run("audit", "article.txt", "--format", "json", cwd=tmp_path).findings == ["money/symbol-clash"]


def test_a_settled_baseline_is_used(tmp_path: Path) -> None:
    article(tmp_path, WRONG)
    run("baseline", "create", "article.txt", cwd=tmp_path)
    settle(tmp_path, 'baseline = "checker-baseline.jsonl"\n')
    assert run("audit", "article.txt", cwd=tmp_path).code == 0


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('# house\nfalt-on = "never"\n', "line 2: there is no setting 'falt-on'; did you mean 'fail-on'?"),
        ('select = "money"\n', "line 1: select: Expected `array`"),
        ('fail-on = "never"\nfacts = [1]\n', "line 2: facts: Expected `str`"),
        ("fail-on = \n", "line 1"),
    ],
)
def test_a_mistake_is_told_with_its_line(tmp_path: Path, text: str, reason: str) -> None:
    path = settle(tmp_path, text)
    with pytest.raises(TroubleError) as told:
        load(tmp_path)
    assert str(path) in str(told.value)
    assert reason in str(told.value)
    assert run("audit", article(tmp_path, WRONG), cwd=tmp_path).code == 2


def test_show_tells_every_setting_and_its_file(tmp_path: Path) -> None:
    path = settle(tmp_path, 'select = ["money"]\n')
    done = run("config", "show", cwd=tmp_path)
    assert done.code == 0
    assert 'select = ["money"]' in done.out
    assert str(path) in done.out
    assert all(f"{key} = " in done.out for key in KEYS)
