"""Judge by the command: settled, raised, kept to its budget, and never in the way of the report."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from checker.config import load
from checker.judge import Opinion
from tests.commands import article, run
from tests.judging import RULE, SOURCE, TURNED, Handler, Serve, folder


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    return article(tmp_path, SOURCE, "source.txt"), article(tmp_path, TURNED, "text.txt")


def test_the_command_asks_only_where_it_is_told_to(serve: Serve, pair: tuple[Path, Path], tmp_path: Path) -> None:
    server = serve(Handler.judge)
    assert run("compare", *pair, "--notes", cwd=tmp_path).code == 0
    assert server.asked == []
    env = {"CHECKER_JUDGE_KEY": "secret"}
    done = run("compare", *pair, "--notes", "--format", "json", "--judge", server.url, cwd=tmp_path, env=env)
    assert (done.code, done.findings) == (0, [RULE])
    assert server.keys == ["Bearer secret"]
    again = run("compare", *pair, "--notes", "--format", "json", "--judge", server.url, cwd=tmp_path)
    assert again.out == done.out
    assert len(server.asked) == 1  # it was remembered


def test_a_judge_is_settled_in_the_file_and_raised_there(serve: Serve, pair: tuple[Path, Path], tmp_path: Path) -> None:
    server = serve(Handler.judge)
    settled = f'judge = "{server.url}"\njudge-model = "m"\njudge-deadline = 5\n[severity]\n"{RULE}" = "error"\n'
    article(tmp_path, settled, "checker.toml")
    refused = run("compare", *pair, cwd=tmp_path)
    assert refused.code == 2
    assert "sent sentences only with --allow-net" in refused.err
    assert server.asked == []
    assert run("compare", *pair, "--allow-net", cwd=tmp_path).code == 1
    assert [a["model"] for a in server.asked] == ["m"]
    run("audit", pair[1], cwd=tmp_path)
    assert len(server.asked) == 1
    article(tmp_path, 'judge = "models/mine"\n', "checker.toml")
    assert load(tmp_path).judge == str(tmp_path / "models" / "mine")


def test_a_budget_of_none_asks_nothing_and_says_so(serve: Serve, pair: tuple[Path, Path], tmp_path: Path) -> None:
    server = serve(Handler.judge)
    article(tmp_path, f'judge = "{server.url}"\njudge-budget = 0\n', "checker.toml")
    done = run("compare", *pair, "--allow-net", cwd=tmp_path)
    assert done.code == 0
    assert "the budget of 0 questions is spent" in " ".join(done.out.split())
    assert server.asked == []


def test_a_failing_judge_leaves_the_report_as_it_is_without_one(
    serve: Serve, tmp_path: Path, pair: tuple[Path, Path]
) -> None:
    article(tmp_path, TURNED + "The tea was 30 million euros.\n", "text.txt")
    plain = run("compare", *pair, "--format", "json", cwd=tmp_path)
    server = serve(lambda h: h.say("busy", 500))
    done = run("compare", *pair, "--format", "json", "--judge", server.url, cwd=tmp_path)
    assert (done.code, done.findings) == (plain.code, plain.findings)
    reasons = [u["reason"] for u in done.json["documents"][0]["undecided"] if u["rule"] == RULE]
    assert reasons
    assert set(reasons) == {"the judge has no opinion: the server answers 500 Internal Server Error"}


def test_a_judge_that_cannot_be_one_is_told_and_the_audit_made(pair: tuple[Path, Path], tmp_path: Path) -> None:
    article(tmp_path, TURNED.replace("300", "30"), "text.txt")
    done = run("compare", *pair, "--format", "json", "--judge", "nowhere", cwd=tmp_path)
    assert done.code == 2
    assert done.err.splitlines() == ["checker: judge nowhere: neither a folder nor an address (http://…, https://…)"]
    assert done.findings == ["compare/changed-figure"]


def test_a_folder_is_asked_by_the_command(pair: tuple[Path, Path], tmp_path: Path) -> None:
    article(tmp_path, "The port will not, not at all, get 300 million euros.\n", "text.txt")
    done = run("compare", *pair, "--notes", "--format", "json", "--judge", folder(tmp_path / "tiny"), cwd=tmp_path)
    assert RULE in done.findings, done.err


def test_an_opinion_is_read_strictly() -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode('{"verdict": "supports", "confidence": -0.1}', type=Opinion)
