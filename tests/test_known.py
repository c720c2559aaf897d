"""Known: what a baseline or a commit has already fails nothing, and what is new does, wherever the text has moved."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.commands import CLASH, CLEAN, CONVERSION, MISMATCH, WRONG, article, run

BOOK = "checker-baseline.jsonl"
DATED = ("--published", "2015-04-07")
MORE = "The council met on Monday. It will meet again.\n\n"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A folder with one wrong article and the baseline of it."""
    article(tmp_path, WRONG)
    done = run("baseline", "create", "article.txt", cwd=tmp_path)
    assert (done.code, done.err) == (0, "")
    assert (tmp_path / BOOK).read_text("utf-8").count("\n") == 1
    return tmp_path


def test_what_is_new_still_fails_beside_what_is_known(home: Path) -> None:
    article(home, f"{WRONG}\n{CONVERSION}")
    done = run("audit", "article.txt", "--baseline", BOOK, "--format", "json", *DATED, cwd=home)
    assert (done.code, done.findings) == (1, ["money/wrong-conversion"])
    assert [f["rule"] for f in done.json["documents"][0]["known"]] == [MISMATCH]


def test_what_is_known_fails_nothing_even_when_the_text_moves(home: Path) -> None:
    article(home, WRONG.replace("delays\n\n", f"delays\n\n{MORE}") + f"\n{MORE}")
    done = run("audit", "article.txt", "--baseline", BOOK, cwd=home)
    assert done.code == 0
    assert "1 known" in done.out


def test_the_same_slip_in_another_document_is_new(home: Path) -> None:
    article(home, WRONG, "other.txt")
    assert run("audit", "article.txt", "--baseline", BOOK, cwd=home).code == 0
    assert run("audit", "other.txt", "--baseline", BOOK, cwd=home).code == 1


def test_one_line_answers_for_one_of_two_equal_findings(tmp_path: Path) -> None:
    article(tmp_path, CLASH)
    run("baseline", "create", "article.txt", cwd=tmp_path)
    article(tmp_path, f"{CLASH}\n{CLASH}")
    done = run("audit", "article.txt", "--baseline", BOOK, "--format", "json", cwd=tmp_path)
    assert done.findings == ["money/symbol-clash"]


def test_a_baseline_does_not_depend_on_the_order_of_its_documents(tmp_path: Path) -> None:
    article(tmp_path, WRONG), article(tmp_path, CLASH, "b.txt")
    books = []
    for names in (("article.txt", "b.txt"), ("b.txt", "article.txt")):
        run("baseline", "create", *names, cwd=tmp_path)
        books.append((tmp_path / BOOK).read_text("utf-8"))
    assert books[0] == books[1]


def test_status_tells_what_is_new_and_what_is_gone(home: Path) -> None:
    assert run("baseline", "status", "article.txt", cwd=home).code == 0
    article(home, CONVERSION)
    done = run("baseline", "status", "article.txt", *DATED, cwd=home)
    assert done.code == 1
    assert "money/wrong-conversion" in done.out
    assert f"gone: article.txt: {MISMATCH}" in done.out


def test_prune_strikes_what_is_gone_and_adds_nothing(home: Path) -> None:
    article(home, CONVERSION)
    done = run("baseline", "prune", "article.txt", *DATED, cwd=home)
    assert (done.code, done.out) == (0, f"{BOOK}: 1 gone, 0 left\n")
    assert (home / BOOK).read_text("utf-8") == ""


def test_prune_strikes_nothing_where_something_cannot_be_read(home: Path) -> None:
    before = (home / BOOK).read_text("utf-8")
    (home / "article.txt").unlink()
    assert run("baseline", "prune", "article.txt", cwd=home).code == 2
    assert (home / BOOK).read_text("utf-8") == before


@pytest.mark.parametrize(("line", "reason"), [("{", "line 2"), ('{"rule": "a/b"}', "line 2"), ('{"x": 1}', "line 2")])
def test_a_broken_baseline_is_told_with_its_line(home: Path, line: str, reason: str) -> None:
    book = home / BOOK
    book.write_text(book.read_text("utf-8") + line + "\n", "utf-8")
    done = run("audit", "article.txt", "--baseline", BOOK, cwd=home)
    assert done.code == 2
    assert reason in done.err


def test_a_missing_baseline_is_told(home: Path) -> None:
    done = run("audit", "article.txt", "--baseline", "none.jsonl", cwd=home)
    assert done.code == 2
    assert "none.jsonl" in done.err


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with one commit: a wrong article, with room below its headline, and a clean one."""
    article(tmp_path, WRONG.replace("delays\n\n", f"delays\n\n{MORE}"))
    article(tmp_path, CLEAN, "clean.txt")
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", ".")
    git(tmp_path, "-c", "user.name=a", "-c", "user.email=a@b.example", "commit", "--quiet", "-m", "First")
    return tmp_path


def git(folder: Path, *words: str) -> None:
    subprocess.run(["git", *words], cwd=folder, check=True, capture_output=True)


def test_what_a_commit_has_is_known(repository: Path) -> None:
    assert run("audit", "article.txt", cwd=repository).code == 1
    assert run("audit", "article.txt", "--baseline-commit", "HEAD", cwd=repository).code == 0
    text = (repository / "article.txt").read_text("utf-8")
    article(repository, text.replace("delays\n\n", f"delays\n\n{MORE}") + f"\n{CONVERSION}")
    done = run("audit", "article.txt", "--baseline-commit", "HEAD", "--format", "json", *DATED, cwd=repository)
    assert "money/wrong-conversion" in done.findings
    assert MISMATCH not in done.findings


def test_a_document_that_a_commit_lacks_is_all_new(repository: Path) -> None:
    article(repository, WRONG, "new.txt")
    assert run("audit", "new.txt", "--baseline-commit", "HEAD", cwd=repository).code == 1
    assert run("audit", "new.txt", "--changed", "HEAD", cwd=repository).code == 1


def test_only_changed_documents_are_audited(repository: Path) -> None:
    article(repository, MORE, "clean.txt")
    done = run("audit", ".", "--changed", "HEAD", "--format", "json", cwd=repository)
    assert (done.code, [d["name"] for d in done.json["documents"]]) == (0, ["clean.txt"])


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("Airline fined", "Big airline fined", 1),  # the line of the claim
        ("on Tuesday", "on Friday", 1),  # the line of its witness
        ("It will meet again", "It will not meet again", 0),  # neither
    ],
)
def test_a_finding_counts_when_any_of_its_places_changed(repository: Path, old: str, new: str, code: int) -> None:
    path = repository / "article.txt"
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    assert run("audit", "article.txt", "--changed", "HEAD", cwd=repository).code == code


@pytest.mark.parametrize("option", ["--changed", "--baseline-commit"])
@pytest.mark.parametrize("ref", ["nowhere", "--output=x"])
def test_a_commit_that_git_does_not_know_is_told(repository: Path, option: str, ref: str) -> None:
    done = run("audit", "article.txt", f"{option}={ref}", cwd=repository)
    assert done.code == 2
    assert "git does not know" in done.err
    assert not (repository / "x").exists()


def test_a_text_from_nowhere_has_no_history(repository: Path) -> None:
    done = run("audit", "-", "--changed", "HEAD", stdin=WRONG.encode(), cwd=repository)
    assert done.code == 2
    assert "not a file" in done.err
