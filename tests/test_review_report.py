"""Review report: a report as JSON opened on the page, its texts read again from where they are."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec
import pytest

from tests.commands import CLASH, CLEAN, MISMATCH, WRONG, article, run
from tests.served import Served

ELSEWHERE = {"start": 0, "end": 1, "line": 1, "column": 1, "text": "x"}


@contextmanager
def reviewed(folder: Path, *told: str) -> Iterator[Served]:
    served = Served(folder, *told)
    yield served
    served.close()


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """A report of two articles that are wrong, and of one that is right."""
    article(tmp_path, WRONG, "airline.md")
    article(tmp_path, CLASH, "plant.txt")
    article(tmp_path, CLEAN, "clean.md")
    told = run("audit", "airline.md", "clean.md", "plant.txt", "-f", "json", "--published", "2015-04-07", cwd=tmp_path)
    return article(tmp_path, told.out, "report.json")


def altered(report: Path, **told: object) -> None:
    """A report of which the first finding is told otherwise."""
    whole = msgspec.json.decode(report.read_bytes())
    whole["documents"][0]["findings"][0].update(told)
    report.write_bytes(msgspec.json.encode(whole))


def test_a_report_opens_with_its_texts_its_findings_and_its_day(report: Path) -> None:
    altered(report, message="What only the report says")
    with reviewed(report.parent, "report.json") as served:
        assert "0 of 2 decided" in served.get()
        page = served.get("text/1")
        assert "What only the report says" in page
        assert "text of 7 April 2015" in page
        assert "passengers" in page
        served.decide("accepted")
        assert MISMATCH in served.get("accepted.md")


def test_a_text_saved_while_its_report_is_open_is_heard_again(report: Path) -> None:
    with reviewed(report.parent, "report.json") as served:
        article(report.parent, CLEAN, "airline.md")
        assert "0 of 1 decided" in served.get()
        assert "text of 7 April 2015" in served.get("text/1")
        (report.parent / "airline.md").unlink()
        assert "airline.md: missing" in served.get()


def test_what_is_missing_or_changed_is_said_and_the_rest_reviewed(report: Path) -> None:
    article(report.parent, WRONG.replace("Tuesday", "Monday"), "airline.md")
    (report.parent / "clean.md").unlink()
    with reviewed(report.parent, "report.json") as served:
        page = served.get()
        assert "report.json: airline.md: changed since it was audited" in page
        assert "report.json: clean.md: missing, there is no such file" in page
        assert "0 of 1 decided" in page


def test_a_report_of_a_comparison_opens_with_its_sources(tmp_path: Path) -> None:
    article(tmp_path, "The ministry will spend 40 million euros on lamps.\n", "release.md")
    article(tmp_path, "The ministry will spend 70 million euros on lamps.\n", "article.md")
    article(tmp_path, run("compare", "release.md", "article.md", "-f", "json", cwd=tmp_path).out, "report.json")
    with reviewed(tmp_path, "report.json") as served:
        assert "40 million euros" in served.get("text/1")
        article(tmp_path, "The ministry will spend 70 million euros on lamps.\n", "release.md")
        assert "0 of 0 decided" in served.get()
    done = run("review", "report.json", "--no-open", cwd=tmp_path)
    assert (done.code, "release.md: changed since it was audited" in done.err) == (2, True)


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("{", "not a report (Input data was truncated)"),
        ("[]", "not a report (Expected `object`, got `array`)"),
        ('{"schema": 1}', "missing required field `tool`"),
        ('{"schema": 9, "tool": {"name": "checker", "version": "9", "rules": []}, "documents": []}', "of schema 9"),
        ("\xff", "not a report"),
    ],
)
def test_a_broken_report_is_told_with_its_reason(tmp_path: Path, words: str, why: str) -> None:
    (tmp_path / "report.json").write_bytes(words.encode("latin-1"))
    done = run("review", "report.json", "--no-open", cwd=tmp_path)
    assert (done.code, "report.json" in done.err, why in done.err) == (2, True, True), done.err


@pytest.mark.parametrize("told", [{"start": -1}, {"end": 10**9}, {"start": 3}, {"witnesses": [ELSEWHERE]}])
def test_a_report_that_points_elsewhere_is_not_followed(report: Path, told: dict[str, object]) -> None:
    altered(report, **told)
    with reviewed(report.parent, "report.json") as served:
        assert "airline.md: changed since it was audited" in served.get()


def test_what_is_no_file_and_a_report_among_paths_are_refused(tmp_path: Path) -> None:
    article(tmp_path, run("audit", "-", "-f", "json", stdin=WRONG.encode(), cwd=tmp_path).out, "report.json")
    done = run("review", "report.json", "--no-open", cwd=tmp_path)
    assert (done.code, "cannot be read again" in done.err) == (2, True)
    done = run("review", "report.json", ".", "--no-open", cwd=tmp_path)
    assert (done.code, "reviewed by itself" in done.err) == (2, True)
    done = run("review", "none.json", "--no-open", cwd=tmp_path)
    assert (done.code, "none.json: cannot be read" in done.err) == (2, True)
