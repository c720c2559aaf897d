"""Corpus: many documents into tables, none lost, none twice."""

from __future__ import annotations

import contextlib
import os
import re
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from checker.corpus import load
from checker.corpus.pieces import document, partitions
from checker.corpus.progress import Progress
from checker.corpus.report import report
from checker.trouble import TroubleError
from tests.archives import archive
from tests.commands import CHECKER, CLASH, CLEAN, WRONG, run
from tests.helpers import ARGS, BROWSER, browsed

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


# what comes of it


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
