"""Output: a report is written whole or not at all, and no text can speak to the terminal through it."""

from __future__ import annotations

import os
import pty
import subprocess
import time
from pathlib import Path

import pytest

from tests.commands import CHECKER, CLEAN, CONVERSION, MISMATCH, WRONG, article, run

OLD = "the old report\n"
OWNED = "\x1b]0;owned\x07"  # would set the title of a terminal
BLINK = "\x1b[5m"  # a style the checker never uses
HOSTILE = f"""Airline{OWNED} fined $48 million over delays

The airline was{BLINK} fined 48 million euros\x9b31m on Tuesday over\r delays that stranded passengers. It would appeal.
"""


def leftovers(folder: Path, *known: Path) -> list[Path]:
    return [p for p in folder.iterdir() if p not in known]


@pytest.fixture
def old(tmp_path: Path) -> Path:
    (tmp_path / "out").mkdir()
    return article(tmp_path / "out", OLD, "report.json")


def test_a_run_that_fails_half_way_leaves_the_old_file(tmp_path: Path, old: Path) -> None:
    table = article(tmp_path, "date,base,quote,rate,source\n2015-04-02,RUB,USD,?,desk\n", "house.csv")
    first, second = article(tmp_path, WRONG, "1.txt"), article(tmp_path, CONVERSION, "2.txt")
    done = run(
        "audit", first, second, "--published", "2015-04-07", "--rates", table, "--format", "jsonl", "--output", old
    )
    assert done.code == 2
    assert "line 2" in done.err
    assert old.read_text("utf-8") == OLD
    assert leftovers(old.parent, old) == []


def test_a_run_that_is_killed_half_way_leaves_the_old_file(tmp_path: Path, old: Path) -> None:
    command = [*CHECKER, "audit", str(article(tmp_path, WRONG)), "-", "--format", "jsonl", "--output", str(old)]
    with subprocess.Popen(command, stdin=subprocess.PIPE) as running:
        deadline = time.monotonic() + 30
        while not leftovers(old.parent, old) and time.monotonic() < deadline:
            time.sleep(0.01)
        assert leftovers(old.parent, old), "the run never began to write"
        running.kill()
    assert old.read_text("utf-8") == OLD


@pytest.mark.parametrize("options", [("--format", "xml"), ("--select", "nothing"), ("--fail-on", "fatal")])
def test_bad_usage_leaves_the_old_file(tmp_path: Path, old: Path, options: tuple[str, str]) -> None:
    assert run("audit", article(tmp_path, WRONG), *options, "--output", old).code == 2
    assert old.read_text("utf-8") == OLD


def closed_folder(folder: Path) -> Path:
    (folder / "closed").mkdir(mode=0o555)
    return folder / "closed" / "report.txt"


@pytest.mark.parametrize(
    "place",
    [
        lambda folder: folder / "missing" / "report.txt",
        lambda folder: article(folder, "", "file") / "report.txt",
        lambda folder: folder,
        pytest.param(closed_folder, marks=pytest.mark.skipif(os.geteuid() == 0, reason="nothing is closed to root")),
    ],
    ids=["no folder", "a file for a folder", "a folder itself", "a closed folder"],
)
def test_a_place_that_cannot_be_written_is_told(tmp_path: Path, place: object) -> None:
    assert callable(place)
    (tmp_path / "out").mkdir()
    target = place(tmp_path / "out")
    before = sorted(tmp_path.rglob("*"))
    done = run("audit", article(tmp_path, WRONG), "--output", target)
    assert done.code == 2
    assert done.out == ""
    assert str(target) in done.err
    assert sorted(tmp_path.rglob("*")) == sorted([*before, tmp_path / "article.txt"])


def test_a_pipe_or_device_is_not_put_aside_for_a_file(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    held = os.open(pipe, os.O_RDWR | os.O_NONBLOCK)
    try:
        run("audit", article(tmp_path, WRONG), "--output", pipe)
        assert pipe.is_fifo()
    finally:
        os.close(held)


@pytest.mark.parametrize("form", ["text", "json", "jsonl"])
def test_a_file_holds_what_the_screen_would_show_without_colours(tmp_path: Path, form: str) -> None:
    path, report = article(tmp_path, WRONG), tmp_path / "report"
    shown = run("audit", path, "--format", form)
    written = run("audit", path, "--format", form, "--output", report)
    assert written == (1, "", "")
    assert report.read_text("utf-8") == shown.out
    assert "\x1b" not in shown.out
    mask = os.umask(0)
    os.umask(mask)
    assert report.stat().st_mode & 0o777 == 0o666 & ~mask


def test_the_readable_rest_is_written_beside_a_complaint(tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    done = run("audit", tmp_path / "missing.txt", article(tmp_path, WRONG), "--output", report)
    assert done.code == 2
    assert MISMATCH in report.read_text("utf-8")


def on_a_terminal(*args: object, **env: str) -> str:
    """What `checker` shows when its output is a terminal."""
    master, slave = pty.openpty()
    clean = {k: v for k, v in os.environ.items() if k != "NO_COLOR"}
    command = [*CHECKER, *map(str, args)]
    with subprocess.Popen(
        command, stdout=slave, stderr=slave, stdin=subprocess.DEVNULL, env={**clean, "TERM": "xterm", **env}
    ):
        os.close(slave)
        shown = b""
        while chunk := _read(master):
            shown += chunk
    os.close(master)
    return shown.decode("utf-8")


def _read(master: int) -> bytes:
    try:
        return os.read(master, 65536)
    except OSError:  # Linux says so when the other end is closed
        return b""


def test_colours_are_for_terminals_and_not_for_those_who_want_none(tmp_path: Path) -> None:
    path = article(tmp_path, WRONG)
    coloured = on_a_terminal("audit", path)
    assert MISMATCH in coloured
    assert "\x1b[" in coloured
    assert "\x1b" not in on_a_terminal("audit", path, NO_COLOR="1")
    assert "\x1b" not in run("audit", path).out


@pytest.mark.parametrize("terminal", [True, False])
def test_a_hostile_text_or_name_cannot_speak_to_the_terminal(tmp_path: Path, terminal: bool) -> None:
    bad = article(tmp_path, HOSTILE, f"evil{OWNED}{BLINK}.txt")
    records = f'{{"id": "a{OWNED}{BLINK}", "text": 5}}\n'.replace("\x1b", "\\u001b").replace("\x07", "\\u0007")
    names = (bad, tmp_path / f"missing{OWNED}{BLINK}.txt", article(tmp_path, records, "records.jsonl"))
    shown = on_a_terminal("audit", *names) if terminal else "".join(map(str, run("audit", *names)))
    assert MISMATCH in shown
    for raw in ("\x1b]", BLINK, "\x07", "\x9b"):
        assert raw not in shown


def test_a_report_names_no_clock_so_two_runs_are_alike(tmp_path: Path) -> None:
    path = article(tmp_path, WRONG + CONVERSION + CLEAN)
    for form in ("text", "json", "jsonl"):
        first, second = (run("audit", path, "--format", form, env={"PYTHONHASHSEED": seed}) for seed in ("1", "2"))
        assert first == second
