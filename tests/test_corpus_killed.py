"""Corpus: what hangs, dies or runs out takes nothing else with it, and a run that was killed goes on."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import dask
import pytest
from typer.testing import CliRunner

from checker.cli.corpus import app
from checker.corpus import engines, load, work
from checker.corpus.engines import Dask, Pool
from checker.corpus.memory import KEPT, MB, at_most
from checker.corpus.pieces import Partition, partitions
from tests.archives import archive, order, same
from tests.commands import CHECKER, CLASH, CLEAN, WRONG, run

POISON = "POISON"


def poisoned(partition: Partition, order: work.Order) -> tuple[int, int, int]:
    """As work.hear, in a process that a poisoned document kills."""
    if any(POISON.encode() in p.data for p in partition.pieces):
        os.kill(os.getpid(), signal.SIGKILL)
    return HEAR(partition, order)


def poisoned_one(piece: Any, part: int, row: int, order: work.Order) -> Any:
    """As work.one, likewise."""
    if POISON.encode() in piece.data:
        os.kill(os.getpid(), signal.SIGKILL)
    return ONE(piece, part, row, order)


def hanging(partition: Partition, order: work.Order) -> tuple[int, int, int]:
    """As work.hear, in a process that a poisoned document holds for ever."""
    if any(POISON.encode() in p.data for p in partition.pieces):
        time.sleep(600)
    return HEAR(partition, order)


def hanging_one(piece: Any, part: int, row: int, order: work.Order) -> Any:
    """As work.one, likewise."""
    if POISON.encode() in piece.data:
        time.sleep(600)
    return ONE(piece, part, row, order)


HEAR, ONE = work.hear, work.one


@pytest.mark.parametrize("engine", ["pool", "dask"])
def test_a_poisoned_document_takes_no_other_with_it(
    tmp_path: Path, engine: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(work, "hear", poisoned)
    monkeypatch.setattr(work, "one", poisoned_one)
    source = archive(tmp_path, [CLEAN, WRONG, POISON, CLASH])
    parts = partitions([str(source)], 4)
    out = tmp_path / "out"
    made: Any = Pool(1, order(out)) if engine == "pool" else Dask("local", 2, order(out))
    ((_, counts),) = made.hear(parts)
    made.close()
    assert counts == (3, 2, 1)
    (failure,) = load(out)["failures"].to_dict("records")
    assert failure["doc"].endswith(":3")


def test_a_document_that_takes_too_long_is_given_up(tmp_path: Path) -> None:
    source = archive(tmp_path, [WRONG * 200])
    pool = Pool(1, order(tmp_path / "out", seconds=0.001))
    ((_, counts),) = pool.hear(partitions([str(source)], 1))
    pool.close()
    assert counts == (0, 0, 1)
    assert "took more than 0.001 seconds" in load(tmp_path / "out")["failures"]["reason"][0]


def test_a_cluster_gives_up_a_document_that_hangs_and_hears_the_rest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engines, "GENEROUS", 4)
    monkeypatch.setattr(engines, "ANEW", 10)
    monkeypatch.setattr(work, "hear", hanging)
    monkeypatch.setattr(work, "one", hanging_one)
    source, out = archive(tmp_path, [CLEAN, POISON, WRONG, CLASH]), tmp_path / "out"
    with dask.config.set({"distributed.deploy.lost-worker-timeout": "1 minute"}):  # as long as two take that begin anew
        cluster = Dask("local", 1, order(out, seconds=2))
        counts = [counts for _, counts in cluster.hear(partitions([str(source)], 2))]
        cluster.close()
    assert sorted(counts) == [(1, 0, 1), (2, 2, 0)]
    (failure,) = load(out)["failures"].to_dict("records")
    assert failure["doc"].endswith(":2")
    assert failure["reason"] == "took more than 2 seconds"


@pytest.mark.skipif(not KEPT, reason="only Linux keeps a process to such a limit")
def test_a_document_that_takes_too_much_memory_is_given_up_and_the_rest_is_heard(tmp_path: Path) -> None:
    texts = [CLEAN, WRONG * 20_000, CLASH]  # the second takes 300 MB
    source, given = archive(tmp_path, texts), ("--workers", "1", "--memory", "50")
    done = run("corpus", "audit", source, "--out", tmp_path / "out", *given)
    assert done.code == 0, done.err
    assert "2 documents, 1 finding, 1 failure" in done.out
    (failure,) = load(tmp_path / "out")["failures"].to_dict("records")
    assert failure["doc"].endswith(":2")
    assert failure["reason"].endswith("more than 50 MB of memory")


@pytest.mark.skipif(not KEPT, reason="only Linux keeps a process to such a limit")
def test_a_document_to_which_python_gives_no_more_memory_is_told_without_losing_the_process(tmp_path: Path) -> None:
    (part,) = partitions([str(archive(tmp_path, [WRONG * 20_000]))], 1)
    asked = part.pieces[0], 0, 0, order(tmp_path, memory=2)
    with ProcessPoolExecutor(1, get_context("spawn")) as fresh:  # this process has memory to spare
        fresh.submit(work.one, *asked).result()  # loads what is loaded once
        (failure,) = fresh.submit(work.one, *asked).result()["failures"]
    assert failure["reason"] == "took more than 2 MB of memory"


@pytest.mark.skipif(not KEPT, reason="only Linux keeps a process to such a limit")
def test_a_limit_of_memory_ends_with_its_document() -> None:
    much = 200 * MB
    with at_most(50), pytest.raises(MemoryError):
        bytearray(much)
    assert len(bytearray(much)) == much
    with at_most(0):
        assert len(bytearray(much)) == much


def test_a_system_that_keeps_no_limit_of_memory_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("checker.corpus.memory.KEPT", False)
    told = CliRunner().invoke(app, ["audit", str(archive(tmp_path, [CLEAN])), "--out", str(tmp_path / "out")])
    assert told.exit_code == 0
    assert "this system keeps no process to --memory" in told.stderr
    with at_most(50):
        assert bytearray(200 * MB)


def test_a_run_that_was_killed_goes_on_and_comes_to_the_same(tmp_path: Path) -> None:
    source = archive(tmp_path, [f"{WRONG}\n{CLASH}\nNumber {n}.\n" * 8 for n in range(80)])
    command = [*CHECKER, "corpus", "audit", str(source), "--workers", "2", "--batch", "4", "--out"]
    subprocess.run([*command, str(tmp_path / "whole")], check=True, capture_output=True)
    broken = tmp_path / "broken"
    process = subprocess.Popen([*command, str(broken)], stderr=subprocess.DEVNULL, start_new_session=True)
    while len(list((broken / "done").glob("*.json"))) < 2:
        time.sleep(0.01)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    done = len(list((broken / "done").glob("[0-9]*.json")))
    assert 2 <= done < 20
    subprocess.run([*command, str(broken)], check=True, capture_output=True)
    for half in broken.rglob(".*.half"):
        half.unlink()
    assert same(tmp_path / "whole", broken)


def test_ctrl_c_leaves_what_can_go_on(tmp_path: Path) -> None:
    source = archive(tmp_path, [f"{WRONG}\n{CLASH}\nNumber {n}.\n" * 8 for n in range(160)])
    out = tmp_path / "out"
    command = [*CHECKER, "corpus", "audit", str(source), "--workers", "1", "--batch", "8", "--out", str(out)]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True)
    while len(list((out / "done").glob("*.json"))) < 1:
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    _, told = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "the same command goes on where it was" in told


def test_a_cluster_comes_to_the_same_as_a_pool(tmp_path: Path) -> None:
    told = [f"The Kursk shipyard in Rostov delivered {n} large trawlers to its customers." for n in (40, 43, 40, 51)]
    source = archive(tmp_path, [CLEAN, WRONG, CLASH, *told] * 4)
    for out, more in (("pool", ()), ("dask", ("--scheduler", "local"))):
        done = run("corpus", "audit", source, "--batch", "5", "--workers", "2", "--out", tmp_path / out, *more)
        assert done.code == 0, done.err
        assert len(load(tmp_path / out)["conflicts"]) == 1
    assert same(tmp_path / "pool", tmp_path / "dask")


@pytest.mark.skipif(os.geteuid() != 0, reason="a full disk is made by mounting a small one, which only root can")
def test_a_full_disk_is_told_and_leaves_no_half_table(tmp_path: Path) -> None:
    small = tmp_path / "small"
    small.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(small)], check=False)
    if mounted.returncode:
        pytest.skip("nothing can be mounted here")
    try:
        source = archive(tmp_path, [f"{WRONG}\nNumber {n}.\n" * 5 for n in range(100)])
        done = run("corpus", "audit", source, "--out", small / "out", "--workers", "1", "--batch", "20")
        assert done.code == 2
        assert "No space left" in done.err
    finally:
        subprocess.run(["umount", str(small)], check=False)
