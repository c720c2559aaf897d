"""Corpus: many documents into tables, none lost, none twice, whatever is killed."""

from __future__ import annotations

import contextlib
import filecmp
import os
import re
import signal
import subprocess
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import msgspec
import pytest
from typer.testing import CliRunner

from checker.cli.corpus import app
from checker.config import Settings
from checker.context import Context
from checker.corpus import engines, load, work
from checker.corpus.engines import Dask, Pool
from checker.corpus.memory import KEPT, MB, at_most
from checker.corpus.pieces import Partition, document, partitions
from checker.corpus.progress import Progress
from checker.corpus.report import report
from checker.corpus.run import order as run_order
from checker.model import Link
from checker.relate.agreed import Params, relate
from checker.trouble import TroubleError
from tests.commands import CHECKER, CLASH, CLEAN, ROOT, WRONG, run
from tests.helpers import ARGS, BROWSER, browsed, claims, engine

POISON = "POISON"


def order(out: Path, seconds: float = 30, memory: int = 0) -> work.Order:
    return run_order(Settings(), out, seconds, memory)


def archive(folder: Path, texts: list[str], name: str = "archive.jsonl", **fields: str) -> Path:
    path = folder / name
    records = ({"id": f"d{n}", "text": text, **fields} for n, text in enumerate(texts))
    path.write_bytes(b"".join(msgspec.json.encode(r) + b"\n" for r in records))
    return path


def same(one: Path, other: Path) -> bool:
    """Whether two folders hold the same files with the same bytes."""
    files = sorted(p.relative_to(one) for p in one.rglob("*") if p.is_file())
    if files != sorted(p.relative_to(other) for p in other.rglob("*") if p.is_file()):
        return False
    return all(filecmp.cmp(one / f, other / f, shallow=False) for f in files)


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


# what is read


def test_lines_rows_and_files_are_a_document_each(tmp_path: Path) -> None:
    import pandas as pd

    rows = pd.DataFrame({"id": ["a", "b"], "text": [CLEAN, WRONG], "headline": [None, "Airline"]})
    rows.to_parquet(tmp_path / "rows.parquet")
    rows.to_csv(tmp_path / "table.csv", index=False)
    archive(tmp_path, [CLEAN])
    (tmp_path / "article.md").write_text(CLEAN, "utf-8")
    (found,) = partitions([str(tmp_path)], 100)
    assert [document(p).name.rpartition("/")[2] for p in found.pieces] == ["d0", "article.md", "a", "b", "a", "b"]


def test_the_pages_of_a_crawl_are_read(tmp_path: Path) -> None:
    from io import BytesIO

    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    with (tmp_path / "crawl.warc.gz").open("wb") as f:
        writer = WARCWriter(f, gzip=True)
        head = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
        page = b"<html><body><h1>Plants</h1><p>The plant will cost $750 million euros.</p></body></html>"
        writer.write_record(
            writer.create_warc_record("http://news.example/1", "response", payload=BytesIO(page), http_headers=head)
        )
    (found,) = partitions([str(tmp_path / "crawl.warc.gz")], 10)
    assert [document(p).name for p in found.pieces] == ["http://news.example/1"]


def test_an_empty_input_makes_no_partition_and_one_that_is_not_there_is_refused(tmp_path: Path) -> None:
    archive(tmp_path, [])
    assert list(partitions([str(tmp_path / "archive.jsonl")], 10)) == []
    with pytest.raises(TroubleError, match=r"none\.jsonl: there is no such file"):
        list(partitions(["none.jsonl"], 10))


# what is written


def test_the_tables_tell_what_an_audit_tells(tmp_path: Path) -> None:
    source = archive(tmp_path, [CLEAN, WRONG, CLASH], published="2015-04-07")
    done = run("corpus", "audit", source, "--out", tmp_path / "out", "--workers", "1")
    assert done.code == 0, done.err
    tables = load(tmp_path / "out")
    assert list(tables["documents"]["doc"]) == ["d0", "d1", "d2"]
    assert list(tables["documents"]["errors"]) == [0, 1, 0]
    assert set(tables["findings"]["rule"]) == {"money/currency-mismatch", "money/symbol-clash"}
    assert str(tables["documents"]["published"].dtype).startswith("datetime64")
    assert "$48 million" in set(tables["claims"]["text"])
    assert len(tables["failures"]) == 0


def test_what_cannot_be_read_is_a_failure_with_its_reason_and_the_rest_is_heard(tmp_path: Path) -> None:
    source = archive(tmp_path, [CLEAN, WRONG])
    with source.open("ab") as f:
        f.write(b'{"id": "bad", "text": 5}\n')
    run("corpus", "audit", source, "--out", tmp_path / "out", "--workers", "1")
    tables = load(tmp_path / "out")
    assert len(tables["documents"]) == 2
    (failure,) = tables["failures"].to_dict("records")
    assert '"text" is not a string' in failure["reason"]


def test_two_documents_of_one_name_are_two_rows(tmp_path: Path) -> None:
    source = archive(tmp_path, [CLEAN, WRONG], id="twin")
    run("corpus", "audit", source, "--out", tmp_path / "out", "--workers", "1")
    assert list(load(tmp_path / "out")["documents"]["row"]) == [0, 1]


def test_a_folder_with_other_things_and_a_run_with_other_rules_are_refused(tmp_path: Path) -> None:
    source = archive(tmp_path, [WRONG])
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "letter.txt").write_text("Dear Ada", "utf-8")
    assert "holds something else" in run("corpus", "audit", source, "--out", tmp_path / "full").err
    out = tmp_path / "out"
    run("corpus", "audit", source, "--out", out, "--workers", "1")
    refused = run("corpus", "audit", source, "--out", out, "--ignore", "money")
    assert refused.code == 2
    assert "made with other rules; --restart makes it anew" in refused.err
    again = run("corpus", "audit", source, "--out", out, "--ignore", "money", "--restart", "--workers", "1")
    assert again.code == 0
    assert len(load(out)["findings"]) == 0


# how far it is


def test_a_terminal_shows_a_bar_with_rate_time_left_and_findings(tmp_path: Path) -> None:
    import pty

    source = archive(tmp_path, [WRONG, CLASH] * 40)
    shown, terminal = pty.openpty()
    command = [*CHECKER, "corpus", "audit", str(source), "--batch", "10", "--workers", "1", "--out"]
    process = subprocess.Popen([*command, str(tmp_path / "out")], stdout=subprocess.DEVNULL, stderr=terminal)
    os.close(terminal)
    told = b""
    with contextlib.suppress(OSError):  # which is how a terminal of which the other side is closed ends
        while more := os.read(shown, 10_000):
            told += more
    os.close(shown)
    assert process.wait() == 0
    lines = told.decode().split("\r")
    assert any(re.match(r"\[#+-+\] \d+%, \d+ documents, \d+ a second, \d+ s left, \d+ finding", x) for x in lines)
    assert any(x.startswith("100%, 80 documents, ") for x in lines)


def test_a_log_gets_plain_lines(tmp_path: Path) -> None:
    told = run("corpus", "audit", archive(tmp_path, [WRONG, CLEAN]), "--workers", "1", "--out", tmp_path / "out").err
    assert re.fullmatch(r"100%, 2 documents, \d+ a second, 1 finding\n", told)


def test_what_was_heard_before_counts_neither_for_the_rate_nor_for_the_time_left() -> None:
    progress = Progress()
    progress.add((900, 9, 0), 0.5, kept=True)
    progress.add((90, 1, 10), 0.25)
    line = progress.line(progress.start + 10)
    assert line == "75%, 990 documents, 10 a second, 10 s left, 10 findings, 10 failures"


def test_the_parts_of_all_inputs_add_up_whatever_they_are(tmp_path: Path) -> None:
    import pandas as pd

    rows = pd.DataFrame({"id": range(50), "text": [CLEAN] * 50})
    rows.to_parquet(tmp_path / "rows.parquet")
    rows.to_csv(tmp_path / "table.csv", index=False)
    archive(tmp_path, [CLEAN] * 50)
    (tmp_path / "article.txt").write_text(CLEAN, "utf-8")
    shares = [p.share for p in partitions([str(tmp_path)], 20)]
    assert sum(shares) == pytest.approx(1)
    assert min(shares) >= 0


# what is killed


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
    monkeypatch.setattr(engines, "GENEROUS", 1)
    monkeypatch.setattr(work, "hear", hanging)
    monkeypatch.setattr(work, "one", hanging_one)
    source, out = archive(tmp_path, [CLEAN, POISON, WRONG, CLASH]), tmp_path / "out"
    cluster = Dask("local", 1, order(out, seconds=8))
    counts = [counts for _, counts in cluster.hear(partitions([str(source)], 2))]
    cluster.close()
    assert sorted(counts) == [(1, 0, 1), (2, 2, 0)]
    (failure,) = load(out)["failures"].to_dict("records")
    assert failure["doc"].endswith(":2")
    assert failure["reason"] == "took more than 8 seconds"


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
    source = archive(tmp_path, [f"{WRONG}\n{CLASH}\nNumber {n}.\n" * 8 for n in range(160)])
    command = [*CHECKER, "corpus", "audit", str(source), "--workers", "2", "--batch", "8", "--out"]
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


# what it tells between documents


def test_one_thing_with_two_figures_is_a_conflict_and_over_days_an_update(tmp_path: Path) -> None:
    told = "The ferry Ada Whitlock carried {} passengers across the strait on its voyage.\n"
    texts = [told.format(40), told.format(40) + "It was late.\n" * 30, told.format(43)]
    one = archive(tmp_path, texts, "one.jsonl", published="2015-04-07")
    done = run("corpus", "audit", one, "--out", tmp_path / "a", "--workers", "1")
    assert "1 conflict, 0 updates" in done.out
    (conflict,) = load(tmp_path / "a")["conflicts"].to_dict("records")
    assert [(v["text"], v["count"]) for v in msgspec.json.decode(conflict["versions"])] == [
        ("40 passengers", 2),
        ("43 passengers", 1),
    ]
    later = archive(tmp_path, [told.format(45)], "later.jsonl", published="2015-04-08")
    done = run("corpus", "audit", one, later, "--out", tmp_path / "c", "--workers", "1")
    assert "1 conflict, 0 updates" in done.out  # a third figure later does not make the two of one day right
    two = archive(tmp_path, [told.format(45)], "two.jsonl", published="2015-04-09")
    archive(tmp_path, [told.format(40)], "first.jsonl", published="2015-04-07")
    done = run("corpus", "audit", tmp_path / "first.jsonl", two, "--out", tmp_path / "b", "--workers", "1")
    assert "0 conflicts, 1 update" in done.out


def test_a_conflict_is_drawn_over_its_days_with_links_to_who_tells_it(tmp_path: Path) -> None:
    told = "The ferry Ada Whitlock carried {} passengers across the strait on its voyage.\n"
    for day, figures in {"2015-04-07": (40, 40, 43), "2015-04-11": (40,), "2015-04-17": (40,)}.items():
        archive(tmp_path, [told.format(n) for n in figures], f"{day} wire.jsonl", published=day)
    inputs = sorted(tmp_path.glob("*.jsonl"))
    run("corpus", "audit", *inputs, "--out", tmp_path / "out", "--workers", "1")
    run("corpus", "report", tmp_path / "out", "-o", tmp_path / "page.html")
    page = (tmp_path / "page.html").read_text("utf-8")
    drawn = page[page.index('<svg class="chart"', page.index("Told in different ways")) :].partition("</svg>")[0]
    assert 'aria-label="40 passengers: 2015-04-07 to 2015-04-17; 43 passengers: 2015-04-07 to 2015-04-07"' in drawn
    dots = re.findall(r'class="(\w+)" cx="([\d.]+)" cy="(\d+)" r="([\d.]+)"><title>([^<]*)', drawn)
    assert dots == [
        ("note", "220.0", "12", "5.7", "2015-04-07: 2 documents"),
        ("note", "412.0", "12", "4.0", "2015-04-11: 1 document"),
        ("note", "700.0", "12", "4.0", "2015-04-17: 1 document"),
        ("warning", "220.0", "36", "4.0", "2015-04-07: 1 document"),
    ]
    assert '<a href="2015-04-11%20wire.jsonl">d0</a> 2015-04-11' in page


def test_the_names_that_everybody_writes_of_are_left_out(tmp_path: Path) -> None:
    told = "The ferry Ada Whitlock carried {} passengers across the strait on its voyage.\n"
    pack = (ROOT / "rules" / "corpus.yaml").read_text("utf-8").replace("most: 400", "most: 3")
    (tmp_path / "corpus.yaml").write_text(pack.replace("corpus/conflict", "corpus/rare"), "utf-8")
    source = archive(tmp_path, [told.format(n) for n in (40, 41, 42, 43)], published="2015-04-07")
    ways = ("--out", tmp_path / "out", "--workers", "1", "--rules", tmp_path / "corpus.yaml")
    run("corpus", "audit", source, *ways)
    assert set(load(tmp_path / "out")["conflicts"]["rule"]) == {"corpus/conflict"}


def test_the_same_story_twice_counts_once_and_who_tells_both_figures_sets_them_against_each_other(
    tmp_path: Path,
) -> None:
    told = "The ferry Ada Whitlock carried {} passengers across the strait on its voyage.\n"
    story = told.format(40) + "It was late, and the sea was rough. " * 20
    both = told.format(40) + told.format(43)
    source = archive(tmp_path, [story, story, both], published="2015-04-07")
    done = run("corpus", "audit", source, "--out", tmp_path / "out", "--workers", "1")
    assert "0 conflicts" in done.out


def test_what_is_told_of_a_conflict_and_how_is_the_packs(tmp_path: Path) -> None:
    told = "The ferry Ada Whitlock carried {} passengers across the strait on its voyage.\n"
    source, out = archive(tmp_path, [told.format(40), told.format(43), told.format(40)]), tmp_path / "out"
    pack = tmp_path / "house.yaml"
    shipped = (ROOT / "rules" / "corpus.yaml").read_text("utf-8")
    pack.write_text(shipped.replace("severity: warning", "severity: error").replace("is told with", "has"), "utf-8")
    given = ("--out", out, "--workers", "1")
    run("corpus", "audit", source, *given, "--rules", pack)
    (conflict,) = load(out)["conflicts"].to_dict("records")
    assert (conflict["rule"], conflict["severity"]) == ("corpus/conflict", "error")
    assert "Ada Whitlock" in conflict["message"]
    assert "has different figures: 40 passengers (1 text), 43 passengers (1 text)." in conflict["message"]
    pack.write_text(shipped.replace("fewest: 3", "fewest: 30"), "utf-8")
    again = run("corpus", "audit", source, *given, "--rules", pack)  # nothing is heard anew for it
    assert "0 conflicts" in again.out
    assert "0 a second" in again.err
    silent = run("corpus", "audit", source, *given, "--ignore", "corpus")
    assert silent.code == 0, silent.err
    assert len(load(out)["conflicts"]) == 0


def test_a_rule_between_documents_is_listed_and_explained() -> None:
    assert "corpus/conflict" in run("rules").out
    explained = run("explain", "corpus/conflict").out
    assert "link `elsewhere`, relation `agreed` (fewest 3, most 400, story 0.75)" in explained
    assert "another text: The ferry Ada Whitlock carried 43 passengers" in explained


def test_figures_that_one_value_can_be_meant_by_agree() -> None:
    (a,) = claims("money", "It cost 1.2 million euros.")
    (b,) = claims("money", "It cost 1,210,000 euros.")
    (c,) = claims("money", "It cost 2.1 million euros.")
    context = Context(None, engine().rates, engine().facts)
    agreed = [relate(Link(a, (other,), "", 1.0), Params(), context).holds for other in (b, c)]
    assert agreed == [True, False]


def test_two_runs_are_told_apart(tmp_path: Path) -> None:
    source = archive(tmp_path, [WRONG, CLASH])
    run("corpus", "audit", source, "--out", tmp_path / "a", "--workers", "1")
    run("corpus", "audit", source, "--out", tmp_path / "b", "--workers", "1", "--ignore", "money/symbol-clash")
    told = run("corpus", "diff", tmp_path / "a", tmp_path / "b").out
    assert told.startswith("gone: d1: money/symbol-clash")
    assert told.count("\n") == 1


def test_a_document_with_an_id_keeps_the_file_that_it_is_from(tmp_path: Path) -> None:
    source = archive(tmp_path, [CLEAN, WRONG])
    (tmp_path / "letters").mkdir()
    letter = tmp_path / "letters" / "a.txt"
    letter.write_text(CLASH, "utf-8")
    run("corpus", "audit", source, letter, "--out", tmp_path / "out", "--workers", "1")
    documents = load(tmp_path / "out")["documents"]
    assert list(documents["source"]) == [f"{source}:1", f"{source}:2", str(letter)]
    charts = "".join(report(tmp_path / "out")).partition("<h2>Findings by source</h2>")[2]
    label = charts.partition('aria-label="')[2].partition('"')[0]
    assert label == f"{source}: 1; {letter.parent}: 1"


def test_a_folder_of_an_older_version_is_told_and_made_anew_only_when_asked(tmp_path: Path) -> None:
    import pandas as pd

    source, out = archive(tmp_path, [WRONG]), tmp_path / "out"
    run("corpus", "audit", source, "--out", out, "--workers", "1")
    table = out / "documents" / "part-000000.parquet"
    pd.read_parquet(table).drop(columns="source").to_parquet(table)
    older = msgspec.json.decode((out / "manifest.json").read_bytes())
    del older["tables"]
    (out / "manifest.json").write_bytes(msgspec.json.encode(older))
    refused = run("corpus", "audit", source, "--out", out)
    assert refused.code == 2
    assert "made with other tables; --restart makes it anew" in refused.err
    told = run("corpus", "report", out, "-o", tmp_path / "page.html")
    assert told.code == 2
    assert "made by another version, documents without source; `checker corpus audit INPUT" in told.err
    assert not (tmp_path / "page.html").exists()
    assert run("corpus", "diff", out, out).code == 0  # which compares versions, and needs no documents
    assert run("corpus", "audit", source, "--out", out, "--workers", "1", "--restart").code == 0
    assert list(load(out)["documents"]["source"]) == [f"{source}:1"]


def test_a_folder_that_holds_no_corpus_is_refused() -> None:
    with pytest.raises(TroubleError, match="nowhere: no corpus"):
        load("nowhere")


@browsed
def test_axe_finds_nothing_in_the_page_of_a_corpus(tmp_path: Path) -> None:
    from axe_playwright_python.sync_playwright import Axe
    from playwright.sync_api import sync_playwright

    told = "The ferry Ada Whitlock carried {} passengers across the strait on its voyage.\n"
    texts = [WRONG, CLASH, "<script>x</script>", told.format(40), told.format(43)]
    source = archive(tmp_path, texts, published="2015-04-07")
    later = archive(tmp_path, [told.format(40)], "later.jsonl", published="2015-04-09")
    run("corpus", "audit", source, later, "--out", tmp_path / "out", "--workers", "1")
    (tmp_path / "page.html").write_text("".join(report(tmp_path / "out")), "utf-8")
    with sync_playwright() as p:
        chromium = p.chromium.launch(executable_path=str(BROWSER), args=list(ARGS))
        page = chromium.new_page()
        page.goto((tmp_path / "page.html").as_uri())
        assert [v["id"] for v in Axe().run(page).response["violations"]] == []
        assert "43 passengers" in page.inner_text("main")
        chromium.close()


def test_the_start_of_other_commands_needs_nothing_of_this() -> None:
    heavy = "{'pandas', 'pyarrow', 'duckdb', 'pebble', 'distributed'}"
    subprocess.run(
        [sys.executable, "-c", f"import sys, checker.cli; assert not {heavy} & set(sys.modules)"], check=True
    )
