"""Config: what a newsroom settles holds for every run below its file, and a mistake in it is told with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.config import KEYS, Settings, load
from checker.trouble import TroubleError
from tests.commands import CLASH, CLEAN, MISMATCH, ROOT, WRONG, article, run

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


def test_what_a_file_extends_holds_where_it_says_nothing_itself(tmp_path: Path) -> None:
    settle(tmp_path, 'fail-on = "never"\nignore = ["quote"]\n[severity]\nmoney = "note"\n', "house.toml")
    below = tmp_path / "drafts"
    below.mkdir()
    settle(below, 'extends = "../house.toml"\nignore = ["name"]\n[severity]\n"money/wrong-scale" = "error"\n')
    told = load(below)
    assert (told.fail_on, told.ignore) == ("never", ["quote", "name"])
    assert told.severity == {"money": "note", "money/wrong-scale": "error"}


def test_files_that_extend_each_other_in_a_circle_are_refused(tmp_path: Path) -> None:
    settle(tmp_path, 'extends = "house.toml"\n')
    settle(tmp_path, 'extends = "checker.toml"\n', "house.toml")
    with pytest.raises(TroubleError, match=r"house.toml, line 1: extends: checker.toml extends this file in turn"):
        load(tmp_path)


def test_a_rule_is_as_loud_as_is_settled_or_off(tmp_path: Path) -> None:
    article(tmp_path, f"{WRONG}\n{CLASH}")
    settle(tmp_path, f'[severity]\n"{MISMATCH}" = "warning"\n"money/symbol-clash" = "off"\n')
    done = run("audit", "article.txt", "--format", "json", cwd=tmp_path)
    assert [(f["rule"], f["severity"]) for f in done.json["documents"][0]["findings"]] == [(MISMATCH, "warning")]
    assert done.code == 0


def test_what_is_less_sure_than_settled_is_not_told(tmp_path: Path) -> None:
    article(tmp_path, WRONG)
    assert run("audit", "article.txt", cwd=tmp_path).code == 1
    settle(tmp_path, "threshold = 1.0\n")
    assert run("audit", "article.txt", cwd=tmp_path).code == 0


def test_a_parameter_of_a_rule_is_the_houses_own(tmp_path: Path) -> None:
    article(tmp_path, "It got 70 billion rubles (about $1.9 billion) on 2 April 2015.\n")
    told = ("audit", "article.txt", "--published", "2015-04-07", "--format", "json")
    assert run(*told, cwd=tmp_path).findings == ["money/wrong-conversion"]
    settle(tmp_path, '[parameters."money/wrong-conversion"]\ntolerance = 0.9\n')
    assert run(*told, cwd=tmp_path).findings == []


def test_some_documents_have_rules_of_their_own(tmp_path: Path) -> None:
    for folder in ("news", "opinion"):
        (tmp_path / folder).mkdir()
        article(tmp_path / folder, CLASH)
    settle(tmp_path, '[[paths]]\nmatch = ["opinion/**"]\nignore = ["money"]\n')
    documents = run("audit", "news", "opinion", "--format", "json", cwd=tmp_path).json["documents"]
    assert [len(d["findings"]) for d in documents] == [1, 0]


def test_a_section_holds_where_a_document_lies_from_wherever_it_is_named(tmp_path: Path) -> None:
    home = tmp_path / "desk [1]"
    for folder in (home / "news", home / "opinion"):
        folder.mkdir(parents=True)
        article(folder, CLEAN, "0.txt")
        article(folder, CLASH)
    settle(home, '[[paths]]\nmatch = ["opinion/**"]\nignore = ["money"]\n')
    told = ("audit", "0.txt", "article.txt", "--format", "json")
    assert [run(*told, cwd=home / f).findings for f in ("news", "opinion")] == [["money/symbol-clash"], []]


def test_an_answer_for_a_rule_of_the_house_is_known_where_that_does_not_run(tmp_path: Path) -> None:
    pack = (ROOT / "rules" / "quote.yaml").read_text("utf-8").replace("- id: quote/", "- id: house/")
    article(tmp_path, pack, "house.yaml")
    article(tmp_path, f"<!-- checker-ignore house: agreed -->\n\n{CLEAN}", "article.md")
    settle(tmp_path, 'rules = ["house.yaml"]\nignore = ["house"]\n')
    assert run("audit", "article.md", "--format", "json", cwd=tmp_path).findings == []


def test_a_bare_dollar_is_the_houses_own(tmp_path: Path) -> None:
    article(tmp_path, "It cost $5 million.\n")
    settle(tmp_path, 'house-currency = "AUD"\n')
    told = run("audit", "article.txt", "--claims", "--format", "json", cwd=tmp_path).json["documents"][0]["claims"]
    assert [c["currency"] for c in told if c["kind"] == "money"] == ["AUD"]


def test_names_that_the_house_holds_for_one_are_not_two_spellings(tmp_path: Path) -> None:
    article(tmp_path, "Kyiv was quiet. Kyiv slept. The train to Kiev was late.\n")
    assert run("audit", "article.txt", "--format", "json", cwd=tmp_path).findings == ["name/two-spellings"]
    settle(tmp_path, 'aliases = ["Kyiv = Kiev"]\n')
    assert run("audit", "article.txt", "--format", "json", cwd=tmp_path).findings == []


def test_texts_are_read_in_the_languages_that_are_settled(tmp_path: Path) -> None:
    article(tmp_path, "Der Hafen kostet 3,5 Mrd. Euro und wird im Mai fertig.\n")
    settle(tmp_path, 'languages = ["en", "de"]\n')
    told = run("audit", "article.txt", "--claims", "--format", "json", cwd=tmp_path).json["documents"][0]
    assert told["lang"] == "de"
    assert [c["stated"] for c in told["claims"] if c["kind"] == "money"] == [3_500_000_000]


def test_show_tells_of_each_setting_where_it_is_from(tmp_path: Path) -> None:
    settle(tmp_path, 'fail-on = "never"\n', "house.toml")
    path = settle(tmp_path, '\nextends = "house.toml"\nselect = ["money"]\n')
    told = run("config", "show", "--origin", cwd=tmp_path).out
    assert f'select = ["money"]  # {path}, line 3' in told
    assert "house.toml, line 1" in told
    assert "threshold = 0.0  # as shipped" in told


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('# house\nfalt-on = "never"\n', "line 2: there is no setting 'falt-on'; did you mean 'fail-on'?"),
        ('select = "money"\n', "line 1: select: Expected `array`"),
        ('fail-on = "never"\nfacts = [1]\n', "line 2: facts: Expected `str`"),
        ("fail-on = \n", "line 1"),
        ('extends = "none.toml"\n', "line 1: extends: there is no file none.toml"),
        ('[severity]\nmoney = "loud"\n', "line 1: severity: Invalid enum value 'loud'"),
        ("threshold = 7\n", "line 1: threshold: Expected `float` <= 1.0"),
        ('aliases = ["IS"]\n', "line 1: aliases: Expected `str` matching regex '='"),
        ('fail-on = "loud"\n', "line 1: fail-on: Invalid enum value 'loud'"),
        ('[[paths]]\nselect = ["money"]\n', "line 1: paths: Object missing required field `match`"),
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


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (
            '[severity]\nmony = "note"\n',
            "line 1: severity: no rule 'mony'; `checker rules` lists them; did you mean 'money'?",
        ),
        ('languages = ["en", "xx"]\n', "line 1: languages: no such as 'xx'; there are ar, de, en,"),
        ('house-currency = "XYZ"\n', "line 1: house-currency: no such as 'XYZ'; there are ADP, AED,"),
        (
            '[parameters."money/wrong-conversion"]\ntolerence = 1\n',
            "money/wrong-conversion has no parameter 'tolerence'; it has tolerance, days_before, ",
        ),
        ('[parameters."money/wrong-conversion"]\ntolerence = 1\n', "did you mean 'tolerance'?"),
        ('[parameters."money/none"]\ntolerance = 1\n', "parameters: no rule 'money/none'"),
    ],
)
def test_a_mistake_about_rules_is_told_with_its_line(tmp_path: Path, text: str, reason: str) -> None:
    settle(tmp_path, text)
    done = run("audit", article(tmp_path, WRONG), cwd=tmp_path)
    assert done.code == 2
    assert reason in done.err
