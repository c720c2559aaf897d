"""Cli: how a run ends, what chooses its rules and its form, "--fail-on warning"."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec
import pytest

from checker import __version__
from checker.rules import load
from tests.commands import CLASH, CLEAN, CONVERSION, MISMATCH, ROOT, SEED, WRONG, article, run

COMMANDS = ("audit", "claims", "rules", "explain", "schema")
IDS = [r.id for r in load()]


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    return article(tmp_path, WRONG)


@pytest.fixture
def whispering(tmp_path: Path) -> Path:
    """A pack in which an unclosed quotation is only worth a note."""
    pack = (ROOT / "rules" / "quote.yaml").read_text("utf-8").replace("severity: warning", "severity: note")
    return article(tmp_path, pack, "house.yaml")


# what must not happen


def test_a_clean_text_is_not_flagged_and_ends_with_0(tmp_path: Path) -> None:
    done = run("audit", article(tmp_path, CLEAN))
    assert done.code == 0
    assert done.err == ""
    assert "nothing contradicted" in done.out


def test_a_warning_does_not_fail_a_run_unless_asked(tmp_path: Path) -> None:
    path = article(tmp_path, CLASH)
    assert run("audit", path).code == 0
    assert run("audit", path, "--fail-on", "error").code == 0
    assert run("audit", path, "--fail-on", "warning").code == 1
    assert run("audit", path, "--fail-on", "note").code == 1


def test_an_error_never_fails_a_run_with_fail_on_never(wrong: Path) -> None:
    done = run("audit", wrong, "--fail-on", "never")
    assert done.code == 0
    assert MISMATCH in done.out


def test_a_note_is_neither_shown_nor_counted_unless_asked_for(tmp_path: Path, whispering: Path) -> None:
    path = article(tmp_path, "The mayor said: “We will build the bridge. The work starts in May.\n")
    quiet = run("audit", path, "--rules", whispering, "--fail-on", "warning")
    assert (quiet.code, "quote/unclosed" in quiet.out) == (0, False)
    shown = run("audit", path, "--rules", whispering, "--notes")
    assert (shown.code, "quote/unclosed" in shown.out) == (0, True)
    assert run("audit", path, "--rules", whispering, "--fail-on", "note").code == 1


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        (["--fail-on", "fatal"], "error, warning, note"),
        (["--format", "xml"], "json, jsonl, junit, markdown"),
        (["--published", "yesterday"], "2015-04-07"),
        (["--published", "2015-02-30"], "2015-04-07"),
        (["--select", "money/wrong-conversions"], "did you mean 'money/wrong-conversion'"),
        (["--colour"], "--colour"),
    ],
    ids=lambda v: " ".join(v) if isinstance(v, list) else "",
)
def test_a_bad_option_is_refused_before_anything_is_printed(wrong: Path, options: list[str], reason: str) -> None:
    done = run("audit", wrong, *options)
    assert done.code == 2
    assert done.out == ""
    assert reason in done.err


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        (["--ignore", "quotes"], "did you mean 'quote'"),
        (["--select", "money", "--select", "mony"], "did you mean 'money'"),
        (["--rules", "no-such-pack.yaml"], "no-such-pack.yaml"),
    ],
    ids=lambda v: " ".join(v) if isinstance(v, list) else "",
)
def test_an_unknown_rule_or_pack_is_told_and_the_audit_goes_on(wrong: Path, options: list[str], reason: str) -> None:
    done = run("audit", wrong, *options)
    assert done.code == 2
    assert MISMATCH in done.out
    assert reason in done.err


def test_house_rates_that_cannot_be_read_are_told_with_file_and_line(tmp_path: Path) -> None:
    table = article(tmp_path, "date,base,quote,rate,source\n2015-04-02,RUB,USD,zero,desk\n", "house.csv")
    done = run("audit", article(tmp_path, CONVERSION), "--published", "2015-04-07", "--rates", table)
    assert done.code == 2
    assert f"{table}, line 2: rate 'zero' is not a number" in done.err


def test_a_rate_is_not_guessed_for_a_text_without_a_date(tmp_path: Path) -> None:
    text = CONVERSION.replace("$12.3", "$1.23")
    done = run("audit", article(tmp_path, text), "--format", "json")
    assert done.code == 0
    (undecided,) = done.json["documents"][0]["undecided"]
    assert undecided["rule"] == "money/wrong-conversion"
    assert "--published" in undecided["reason"]
    assert "--published" in run("audit", article(tmp_path, text)).out


def test_the_order_of_the_inputs_does_not_change_what_is_found_in_each(tmp_path: Path) -> None:
    texts = (WRONG, CONVERSION, CLASH, CLEAN, SEED.read_text("utf-8"))
    paths = [article(tmp_path, text, f"{n}.txt") for n, text in enumerate(texts)]
    forth, back = (run("audit", *p, "--format", "json").json["documents"] for p in (paths, paths[::-1]))
    assert [d["name"] for d in forth] == [str(p) for p in paths]
    assert forth == back[::-1]


# what must happen


def test_an_error_ends_a_run_with_1(wrong: Path) -> None:
    done = run("audit", wrong)
    assert done.code == 1
    assert MISMATCH in done.out
    assert done.err == ""


@pytest.mark.parametrize("name", [MISMATCH, "money", "money/*"])
def test_rules_are_selected_and_ignored_by_id_and_family(tmp_path: Path, name: str) -> None:
    path = article(tmp_path, WRONG + "\nThe mayor said: “We will appeal. The work starts in May.\n")
    both = run("audit", path, "--format", "json").findings
    assert set(both) == {MISMATCH, "quote/unclosed"}
    assert set(run("audit", path, "--format", "json", "--select", name).findings) == {MISMATCH}
    assert set(run("audit", path, "--format", "json", "--ignore", name).findings) == {"quote/unclosed"}
    assert set(run("audit", path, "--format", "json", "--select", name, "--select", "quote").findings) == set(both)
    assert run("audit", path, "--format", "json", "--select", name, "--ignore", name).findings == []


def test_the_three_forms_tell_the_same(wrong: Path) -> None:
    whole, lines = run("audit", wrong, "--format", "json"), run("audit", wrong, "-f", "jsonl")
    assert whole.findings == [MISMATCH]
    assert [msgspec.json.decode(line) for line in lines.out.splitlines()] == whole.json["documents"]
    shown = " ".join(run("audit", wrong, "--format", "text").out.split())
    assert whole.json["documents"][0]["findings"][0]["message"] in shown


def test_a_given_day_wins_over_the_one_in_the_text(tmp_path: Path) -> None:
    path = article(tmp_path, f"Aid for a neighbour\n\nMOSCOW, April 7, 2015\n\n{CONVERSION}")
    own, given = (
        run("audit", path, *day, "--format", "json").json["documents"][0] for day in ((), ("--published", "2005-06-01"))
    )
    assert (own["published"], given["published"]) == ("2015-04-07", "2005-06-01")
    assert own["findings"][0]["facts"]["day"] != given["findings"][0]["facts"]["day"]


def test_house_rates_win_over_the_shipped_ones(tmp_path: Path) -> None:
    table = article(tmp_path, "date,base,quote,rate,source\n2015-04-02,RUB,USD,0.1,the foreign desk\n", "house.csv")
    path = article(tmp_path, CONVERSION)
    done = run("audit", path, "--published", "2015-04-07", "--rates", table, "--format", "json")
    (found,) = done.json["documents"][0]["findings"]
    assert found["facts"]["source"] == "the foreign desk"
    assert found["facts"]["recomputed"] == "$7 billion"
    assert "the foreign desk" in found["message"]


def test_claims_lists_what_is_stated_and_judges_nothing(wrong: Path) -> None:
    done = run("claims", wrong, "--format", "json")
    (document,) = done.json["documents"]
    assert done.code == 0
    assert document["findings"] == document["undecided"] == document["checked"] == []
    assert {(c["text"], c["stated"], c["currency"]) for c in document["claims"] if c["kind"] == "money"} == {
        ("$48 million", 48_000_000, "USD"),
        ("48 million euros", 48_000_000, "EUR"),
    }


@pytest.mark.parametrize("command", [("claims",), ("audit", "--claims")])
def test_claims_are_listed_for_people_too(wrong: Path, command: tuple[str, ...]) -> None:
    printed = run(*command, wrong, "--ignore", MISMATCH) if command[0] == "audit" else run(*command, wrong)
    assert "48 million euros" in printed.out


def test_rules_lists_every_rule(tmp_path: Path) -> None:
    done = run("rules")
    assert done.code == 0
    assert [line.split()[0] for line in done.out.splitlines()] == IDS
    catalogue = run("rules", "--markdown").out
    assert all(f"## {i}" in catalogue for i in IDS)


def test_explain_tells_what_why_and_how_with_examples() -> None:
    done = run("explain", "money/wrong-conversion")
    assert done.code == 0
    for part in ("money/wrong-conversion (error)", "Says:", "How:", "Catches:", "Lets pass:", "tolerance 0.03"):
        assert part in done.out
    assert run("explain", "money").out.count("Lets pass:") == sum(i.startswith("money/") for i in IDS)


def test_explain_suggests_the_nearest_rule() -> None:
    done = run("explain", "money/wrong-scales")
    assert (done.code, done.out) == (2, "")
    assert "did you mean 'money/wrong-scale'" in done.err


def test_version_is_the_package_s() -> None:
    assert run("--version")[:2] == (0, f"checker {__version__}\n")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command: str) -> None:
    assert f"\n  {command}" in run("--help").out
    done = run(command, "--help")
    assert done.code == 0
    assert f"Usage: checker {command}" in done.out


def test_the_examples_in_the_help_stand_on_lines_of_their_own() -> None:
    lines = [line.strip() for line in run("audit", "--help").out.splitlines()]
    assert "checker audit article.md" in lines
    assert not [line for line in lines if len(re.findall(r"\bchecker audit\b", line)) > 1]
