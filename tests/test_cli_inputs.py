"""Inputs: what a user can name, and what cannot be read: that is told, and the rest is audited all the same."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from threading import Event, Thread

import pytest

from tests.commands import CHECKER, CLEAN, CONVERSION, MISMATCH, SEED, WRONG, article, run

NOT_ROOT = pytest.mark.skipif(os.geteuid() == 0, reason="nothing is closed to root")
LONGEST_WAIT = 30  # seconds for the longest line


def missing(folder: Path) -> Path:
    return folder / "missing.txt"


def pipe(folder: Path) -> Path:
    os.mkfifo(folder / "pipe.txt")
    return folder / "pipe.txt"


def circle(folder: Path) -> Path:
    (folder / "circle.txt").symlink_to(folder / "circle.txt")
    return folder / "circle.txt"


def table_of_many_columns(folder: Path) -> Path:
    return article(folder, "1," * 2000, "wide.csv")


def page_in_latin(folder: Path) -> Path:
    return article(folder, b"<p>The caf\xe9 paid $5 million.", "latin.html")


def old_word(folder: Path) -> Path:
    return article(folder, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99), "old.docx")


def empty_folder(folder: Path) -> Path:
    (folder / "nothing").mkdir()
    return folder / "nothing"


def folder_of_pictures(folder: Path) -> Path:
    article(empty_folder(folder), b"\x89PNG", "picture.png")
    return folder / "nothing"


def no_match(folder: Path) -> Path:
    return folder / "*.nothing"


def empty(folder: Path) -> Path:
    return article(folder, "", "empty.txt")


def blank(folder: Path) -> Path:
    return article(folder, " \n\n\t", "blank.txt")


def latin(folder: Path) -> Path:
    return article(folder, b"The caf\xe9 paid $5 million.", "latin.txt")


def zeros(folder: Path) -> Path:
    return article(folder, b"\0" * 4096, "zeros.txt")


def not_json(folder: Path) -> Path:
    return article(folder, '{"id": "a", "text": \n', "records.jsonl")


def half_a_letter(folder: Path) -> Path:
    return article(folder, '{"id": "a", "text": "It paid \\ud800 $5 million."}\n', "surrogate.jsonl")


def a_list(folder: Path) -> Path:
    return article(folder, "[1, 2]\n", "list.jsonl")


def closed_file(folder: Path) -> Path:
    path = article(folder, WRONG, "closed.txt")
    path.chmod(0)
    return path


def closed_folder(folder: Path) -> Path:
    path = empty_folder(folder)
    article(path, WRONG)
    path.chmod(0)
    return path


TROUBLES = [
    (pipe, "not a file but a pipe"),
    (circle, "round in a circle"),
    (table_of_many_columns, "columns; at most 1000"),
    (page_in_latin, "is not UTF-8"),
    (old_word, "save it as DOCX"),
    (missing, "no such file"),
    (empty_folder, "holds no text"),
    (folder_of_pictures, "holds no text"),
    (no_match, "matches no file"),
    (empty, "holds no text"),
    (blank, "holds no text"),
    (latin, "UTF-8"),
    (zeros, "binary"),
    (not_json, "line 1"),
    (half_a_letter, "line 1"),
    (a_list, "line 1"),
    pytest.param(closed_file, "cannot be read", marks=NOT_ROOT),
    pytest.param(closed_folder, "nothing", marks=NOT_ROOT),
]


@pytest.mark.parametrize("last", [False, True], ids=["first", "last"])
@pytest.mark.parametrize(("make", "reason"), TROUBLES)
def test_what_cannot_be_read_is_told_and_the_rest_is_audited(
    tmp_path: Path, make: Callable[[Path], Path], reason: str, last: bool
) -> None:
    bad, good = make(tmp_path), article(tmp_path, WRONG, "good.txt")
    done = run("audit", *((good, bad) if last else (bad, good)))
    assert done.code == 2
    assert f"{good}  " in done.out
    assert MISMATCH in done.out
    (told,) = done.err.splitlines()
    assert told.startswith(f"checker: {bad}")
    assert reason in told


def test_a_good_record_is_audited_beside_a_bad_one(tmp_path: Path) -> None:
    lines = '{"id": "one", "text": 5}\n{"id": "two", "headline": "Airline fined $48 million", "text": "' + "x" * 3
    lines += '"}\n{"id": "three", "text": "The plant will cost $750 million euros."}\n'
    done = run("audit", article(tmp_path, lines, "records.jsonl"), "--format", "json")
    assert done.code == 2
    assert "line 1" in done.err
    assert [d["name"] for d in done.json["documents"]] == ["two", "three"]
    assert done.findings == ["money/symbol-clash"]


def test_each_file_is_read_once_however_it_is_named(tmp_path: Path) -> None:
    path = article(tmp_path, WRONG)
    (tmp_path / "alias.txt").symlink_to(path)
    (tmp_path / "round").symlink_to(tmp_path)
    done = run(
        "audit",
        path,
        path,
        tmp_path,
        tmp_path / "*.txt",
        "article.txt",
        "./article.txt",
        "--format",
        "json",
        cwd=tmp_path,
    )
    assert done.findings == [MISMATCH]
    assert len(done.json["documents"]) == 1


def test_standard_input_is_read_once(tmp_path: Path) -> None:
    done = run("audit", "-", "-", "--format", "json", stdin=WRONG.encode())
    assert (done.code, done.err) == (1, "")
    assert done.findings == [MISMATCH]


def test_files_folders_globs_and_standard_input_go_together(tmp_path: Path) -> None:
    deep = tmp_path / "drafts" / "2015" / "april"
    deep.mkdir(parents=True)
    article(deep, WRONG, "deep.txt")
    article(deep, "not a text", "notes.yaml")
    article(tmp_path, CLEAN, "one.txt")
    article(tmp_path, CLEAN, "two.md")
    done = run("audit", "drafts", "o*.txt", "two.md", "-", "--format", "json", stdin=WRONG.encode(), cwd=tmp_path)
    assert [d["name"] for d in done.json["documents"]] == ["drafts/2015/april/deep.txt", "one.txt", "two.md", "-"]
    assert done.findings == [MISMATCH, MISMATCH]


def test_a_file_whose_name_looks_like_a_glob_is_a_file(tmp_path: Path) -> None:
    path = article(tmp_path, WRONG, "draft [final]?.txt")
    assert run("audit", path, "--format", "json").findings == [MISMATCH]


def test_what_another_command_prints_can_be_named(tmp_path: Path) -> None:
    article(tmp_path, WRONG)
    line = f"{' '.join(CHECKER)} audit <(cat article.txt) --format jsonl"
    done = subprocess.run(["bash", "-c", line], cwd=tmp_path, capture_output=True, timeout=60, check=False)
    assert done.returncode == 1, done.stderr
    assert MISMATCH.encode() in done.stdout


def test_the_seed_is_the_same_text_in_utf_16_and_behind_a_mark(tmp_path: Path) -> None:
    text = SEED.read_bytes().decode("utf-8")
    paths = [article(tmp_path, text.encode(code), f"{code}.txt") for code in ("utf-8", "utf-8-sig", "utf-16")]
    plain, marked, wide = (run("audit", p, "--format", "json").json["documents"][0] for p in paths)
    assert plain["findings"]
    assert plain | {"name": ""} == marked | {"name": ""} == wide | {"name": ""}


def test_a_text_of_50_mb_on_one_line_is_refused_and_the_rest_is_audited(tmp_path: Path) -> None:
    huge, good = (
        article(tmp_path, "The council met again. " * 2_200_000, "huge.txt"),
        article(tmp_path, WRONG, "good.txt"),
    )
    done = run("audit", huge, good, "--format", "jsonl")
    assert done.code == 2
    assert done.err == f"checker: {huge}: one text of 51 MB; the largest read is 32 MB: split it\n"
    assert f'"{MISMATCH}"' in done.out


def test_a_very_long_line_is_audited_in_good_time(tmp_path: Path) -> None:
    sentence = "The port paid $5 million (about 4 million euros) for a crane, the “Heron”, on April 2, 2015. "
    path, good = article(tmp_path, sentence * (500_000 // len(sentence))), article(tmp_path, WRONG, "good.txt")
    start = time.monotonic()
    done = run("audit", path, good, "--format", "jsonl")
    assert time.monotonic() - start < LONGEST_WAIT
    assert done.code == 1
    assert f'"{MISMATCH}"' in done.out.splitlines()[-1]


def test_a_file_that_shrinks_and_grows_while_it_is_read_ends_no_run(tmp_path: Path) -> None:
    good, bad = article(tmp_path, WRONG, "good.txt"), article(tmp_path, WRONG * 400, "bad.txt")
    size, done = bad.stat().st_size, Event()

    def shrink() -> None:
        while not done.is_set():
            os.truncate(bad, size // 3)
            os.truncate(bad, size)

    thread = Thread(target=shrink)
    thread.start()
    try:
        for _ in range(3):
            told = run("audit", bad, good, "--format", "jsonl")
            assert told.code in (1, 2)
            assert f'"{MISMATCH}"' in told.out.splitlines()[-1]
            assert told.code == 1 or "bad.txt" in told.err
    finally:
        done.set()
        thread.join()


def test_a_reader_that_closes_early_is_no_crash(tmp_path: Path) -> None:
    for n in range(300):
        article(tmp_path, WRONG + CONVERSION, f"{n}.txt")
    line = f"{' '.join(CHECKER)} audit {tmp_path} | head -n 1"
    done = subprocess.run(["bash", "-c", line], capture_output=True, encoding="utf-8", timeout=60, check=False)
    assert done.stdout.count("\n") == 1
    assert done.stderr == ""
