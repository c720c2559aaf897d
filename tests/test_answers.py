"""Answers: what an editor says in a comment lets a finding stand, and nothing else."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from checker.read import as_format
from tests.commands import article, run
from tests.helpers import engine

CLASH = "The plant will cost $750 million euros, the company said."
WHY = "as the company wrote it"


def told(text: str, name: str = "article.md") -> tuple[list[str], list[str]]:
    """The rules of the findings of a text, and of those that are answered for."""
    audit = engine().audit(as_format("html" if name.endswith("html") else "markdown", text, name))
    return [f.rule for f in audit.findings], [f.rule for f in audit.known]


def test_a_comment_answers_for_the_next_block_alone() -> None:
    text = f"{CLASH}\n\n<!-- checker-ignore money/symbol-clash: {WHY} -->\n\n{CLASH}\n\n{CLASH}\n"
    assert told(text) == (["money/symbol-clash"] * 2, ["money/symbol-clash"])


def test_a_comment_answers_for_no_other_rule() -> None:
    assert told(f"<!-- checker-ignore quote: {WHY} -->\n\n{CLASH}\n")[0] == ["suppress/unused", "money/symbol-clash"]


def test_a_comment_for_the_file_answers_wherever_it_stands() -> None:
    assert told(f"{CLASH}\n\n{CLASH}\n\n<!-- checker-ignore-file money: {WHY} -->\n") == (
        [],
        ["money/symbol-clash"] * 2,
    )


def test_an_answer_by_fingerprint_answers_for_one_finding() -> None:
    first, second = engine().audit(as_format("markdown", f"{CLASH}\n\nIt was $750 million euros.", "a.md")).findings
    comment = f"<!-- checker-ignore-file money/symbol-clash {second.fingerprint}: {WHY} -->"
    audit = engine().audit(as_format("markdown", f"{CLASH}\n\nIt was $750 million euros.\n\n{comment}\n", "a.md"))
    assert [f.fingerprint for f in audit.findings] == [first.fingerprint]
    assert [(f.fingerprint, f.reason) for f in audit.known] == [(second.fingerprint, WHY)]


@pytest.mark.parametrize(
    ("name", "mark", "clash"),
    [
        ("article.rst", "..", CLASH),
        ("article.adoc", "//", CLASH),
        ("article.tex", "%", CLASH.replace("$", "\\$")),
    ],
)
def test_each_markup_answers_in_comments_of_its_own(tmp_path: Path, name: str, mark: str, clash: str) -> None:
    comment = f"{mark} checker-ignore money: {WHY}"
    text = article(tmp_path, f"{clash}\n\n{comment}\n\n{clash}\n\n{clash}\n", name)
    done = run("audit", text, "--format", "sarif")
    results = msgspec.json.decode(done.out)["runs"][0]["results"]
    known = [r["locations"][0]["physicalLocation"]["region"]["startLine"] for r in results if "suppressions" in r]
    assert ({r["ruleId"] for r in results}, len(results), known) == ({"money/symbol-clash"}, 3, [5])


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("article.md", f"```html\n<!-- checker-ignore money: {WHY} -->\n```"),
        ("article.md", f"Write `<!-- checker-ignore money: {WHY} -->` for that."),
        ("article.rst", f"So::\n\n    .. checker-ignore money: {WHY}"),
        ("article.adoc", f"----\n// checker-ignore money: {WHY}\n----"),
    ],
)
def test_a_comment_that_the_text_shows_as_code_answers_for_nothing(tmp_path: Path, name: str, shown: str) -> None:
    text = article(tmp_path, f"{shown}\n\n{CLASH}\n", name)
    assert run("audit", text, "--format", "json").findings == ["money/symbol-clash"]


def test_a_comment_of_a_page_answers_for_what_follows_it() -> None:
    comment = f"<!-- checker-ignore money: {WHY} -->"
    body = f"<h1>Plants</h1><p>{CLASH}</p>\n{comment}\n<p>{CLASH}</p>\n<p>{CLASH}</p>"
    page = f"<html><body><article>{body}</article></body></html>"
    assert told(page, "page.html") == (["money/symbol-clash"] * 2, ["money/symbol-clash"])


def test_a_file_beside_a_text_answers_where_there_are_no_comments(tmp_path: Path) -> None:
    text = article(tmp_path, f"{CLASH}\n")
    (tmp_path / f"{text.name}.checker-ignore").write_text(f"# agreed in May\n\nmoney: {WHY}\n", "utf-8")
    done = run("audit", text, "--fail-on", "warning")
    assert (done.code, done.err) == (0, "")
    assert "1 known" in done.out


def test_a_line_of_such_a_file_that_answers_nothing_is_told_with_its_place(tmp_path: Path) -> None:
    text = article(tmp_path, f"{CLASH}\n")
    beside = article(tmp_path, f"money: {WHY}\ndate/wrong-weekday: {WHY}\n", f"{text.name}.checker-ignore")
    (left,) = run("audit", text, "--format", "json").json["documents"][0]["findings"]
    assert left["rule"] == "suppress/unused"
    assert left["message"].endswith(f"It stands in {beside}, line 2.")


def test_such_a_file_in_another_encoding_is_told_with_its_line(tmp_path: Path) -> None:
    text = article(tmp_path, f"{CLASH}\n")
    beside = tmp_path / f"{text.name}.checker-ignore"
    beside.write_bytes(b"# agreed\nmoney: gr\xfcn\n")
    done = run("audit", text)
    assert done.code == 2
    assert f"{beside}, line 2: byte 18 is not UTF-8; save the file as UTF-8" in done.err


def test_what_is_answered_fails_nothing_and_is_told_to_code_scanning_with_its_reason(tmp_path: Path) -> None:
    text = article(tmp_path, f"<!-- checker-ignore money: {WHY} -->\n\n{CLASH}\n", "article.md")
    done = run("audit", text, "--fail-on", "warning", "--format", "sarif")
    assert done.code == 0
    (result,) = msgspec.json.decode(done.out)["runs"][0]["results"]
    assert result["suppressions"] == [{"kind": "inSource", "justification": WHY}]


@pytest.mark.parametrize(
    ("comment", "beside", "told"),
    [
        ("<!-- checker-ignore money -->\n\n", "", {"kind": "inSource"}),
        ("", f"money: {WHY}\n", {"kind": "external", "justification": WHY}),
    ],
    ids=["no reason", "beside"],
)
def test_code_scanning_is_told_who_answers(tmp_path: Path, comment: str, beside: str, told: dict[str, str]) -> None:
    text = article(tmp_path, f"{comment}{CLASH}\n", "article.md")
    article(tmp_path, beside, "article.md.checker-ignore")
    results = msgspec.json.decode(run("audit", text, "--format", "sarif").out)["runs"][0]["results"]
    assert [r["suppressions"] for r in results if r["ruleId"] == "money/symbol-clash"] == [[told]]


def test_a_text_about_the_checker_answers_for_nothing() -> None:
    assert told(f"Write checker-ignore money: {WHY}.\n\n{CLASH}\n") == (["money/symbol-clash"], [])


def test_a_rule_that_is_not_wanted_in_this_run_is_known_all_the_same(tmp_path: Path) -> None:
    text = article(tmp_path, f"<!-- checker-ignore date: {WHY} -->\n\nNothing was decided.\n", "article.md")
    assert run("audit", text, "--ignore", "date", "--fail-on", "warning").code == 0
