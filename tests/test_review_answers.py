"""Review answers: dismissals written as comments, above their blocks or beside their texts."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from checker.inputs import documents
from checker.model import Audit, Document
from checker.outputs import swap
from checker.review.answering import written
from checker.trouble import TroubleError
from tests.commands import CLASH, CLEAN, MISMATCH, WRONG, article, run
from tests.helpers import browsed, engine
from tests.served import Served

WORDS = "The plant will cost $750 million euros, the company said."
TWO = "Seen: $750 million euros, the company said. Seen: $850 million euros, the state said.\n"
MARKUPS = {
    "a.md": f"# The plant\n\n{WORDS}\n",
    "list.md": f"# The plant\n\n- The works\n  - {WORDS}\n  - The rest\n",
    "a.rst": f"The plant\n=========\n\nFirst.\n\n  {WORDS}\n",
    "a.adoc": f"= The plant\n\n{WORDS}\n",
    "a.tex": "\\documentclass{article}\n\\begin{document}\n\\section{The plant}\n"
    + WORDS.replace("$", "\\$")
    + "\n\\end{document}\n",
    "a.html": f"<html><body><h1>The plant</h1>\n<p>First.</p>\n<p>{WORDS}</p></body></html>\n",
}


def heard(path: Path) -> Audit:
    (document,) = documents([str(path)])
    assert isinstance(document, Document)
    return engine().audit(document)


def answered(path: Path, reason: str = "as the company wrote it") -> Path:
    """Answers for the first finding, which must then be known, the others as they were; returns the file written."""
    before = heard(path)
    _, file = written(before, before.findings[0], reason, engine())
    after = heard(path)
    assert [f.fingerprint for f in after.findings] == [f.fingerprint for f in before.findings[1:]]
    assert [f.fingerprint for f in after.known] == [before.findings[0].fingerprint]
    return file


@pytest.mark.parametrize("name", MARKUPS)
def test_a_comment_stands_above_its_block_in_the_markup_of_the_text(tmp_path: Path, name: str) -> None:
    path = article(tmp_path, MARKUPS[name], name)
    assert answered(path) == path
    told, rest = path.read_text("utf-8").splitlines(), MARKUPS[name].splitlines()
    (comment,) = (n for n, line in enumerate(told) if "checker-ignore" in line)
    assert "money/symbol-clash: as the company wrote it" in told[comment]
    assert next(line for line in told[comment + 1 :] if line) == next(line for line in rest if WORDS[-20:] in line)
    assert [line for line in told if line and "checker-ignore" not in line] == [line for line in rest if line]


@pytest.mark.parametrize("name", ["a.txt", "a.srt", "a.csv"])
def test_a_text_without_comments_is_answered_for_in_the_file_beside_it(tmp_path: Path, name: str) -> None:
    words = f"1\n00:00:01,000 --> 00:00:04,000\n{WORDS}\n" if name == "a.srt" else CLASH
    path = article(tmp_path, words if name != "a.csv" else f'text\n"{WORDS}"\n', name)
    beside = article(tmp_path, "# ours", f"{name}.checker-ignore")
    assert answered(path) == beside
    assert beside.read_text("utf-8").splitlines()[0] == "# ours"
    assert path.read_text("utf-8").count("checker-ignore") == 0


def test_of_two_alike_in_a_block_only_one_is_answered_for(tmp_path: Path) -> None:
    path = article(tmp_path, TWO, "a.md")
    assert len(heard(path).findings) == 2
    assert answered(path) == path


@pytest.mark.parametrize(
    "reason", ["a --> b", "-- <script>alert(1)</script> --!>", "line\nand line", "x: y", "x" * 5000]
)
def test_no_reason_breaks_out_of_its_comment(tmp_path: Path, reason: str) -> None:
    for name in MARKUPS:
        path = article(tmp_path, MARKUPS[name], name)
        answered(path, reason)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_encoding_line_ends_permissions_and_links_are_kept(tmp_path: Path, encoding: str) -> None:
    words = MARKUPS["a.md"].replace("\n", "\r\n").replace("The company", "Ａ")
    path = article(tmp_path, words.encode(encoding), "real.md")
    path.chmod(0o640)
    link = tmp_path / "link.md"
    link.symlink_to(path.name)
    assert answered(link) == link
    assert link.is_symlink()
    told = path.read_bytes()
    assert told.decode(encoding).replace("\r\n", "").count("\n") == 0
    assert told[:3] == words.encode(encoding)[:3]
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_file_that_has_changed_is_left_alone(tmp_path: Path) -> None:
    path = article(tmp_path, MARKUPS["a.md"], "a.md")
    before = heard(path)
    article(tmp_path, MARKUPS["a.md"] + "More.\n", "a.md")
    with pytest.raises(TroubleError, match="changed on disk"):
        written(before, before.findings[0], "why", engine())
    with pytest.raises(TroubleError, match="changed on disk"):
        swap(path, b"what it held", b"what it would hold")
    assert path.read_text("utf-8") == MARKUPS["a.md"] + "More.\n"
    assert [p.name for p in tmp_path.iterdir()] == ["a.md"]


def test_records_of_an_archive_are_not_written_to(tmp_path: Path) -> None:
    path = article(tmp_path, f'{{"id": "r1", "text": "{WORDS}"}}\n', "a.jsonl")
    before = heard(path)
    with pytest.raises(TroubleError, match="no file of its own"):
        written(before, before.findings[0], "why", engine())


def test_all_dismissals_become_comments_and_an_audit_finds_them_answered(tmp_path: Path) -> None:
    article(tmp_path, WRONG, "airline.md")
    article(tmp_path, CLEAN, "clean.md")
    article(tmp_path, CLASH, "plant.txt")
    served = Served(tmp_path)
    served.decide("accepted", number=1)
    (found,) = served.fingerprints(1)
    assert "only what was dismissed" in served.post("answer", text=1, fingerprint=found)
    assert "0 comments written" in served.post("answers")
    served.decide("dismissed", "two fines", number=1)
    served.decide("misread", "as <written>", number=3)
    told = served.post("answers")
    assert "2 comments written: airline.md (1), plant.txt.checker-ignore (1)" in told
    assert "0 of 0 decided" in told
    served.close()
    done = run("audit", ".", "-f", "json", cwd=tmp_path)
    assert (done.code, done.findings) == (0, [])
    assert [f["rule"] for d in done.json["documents"] for f in d.get("known", ())] == [MISMATCH, "money/symbol-clash"]


@browsed
def test_a_dismissal_is_written_with_a_key(browser: Any, tmp_path: Path) -> None:
    from axe_playwright_python.sync_playwright import Axe

    article(tmp_path, WRONG, "airline.md")
    article(tmp_path, CLASH, "plant.md")
    served = Served(tmp_path)
    for number in (1, 2):
        served.decide("dismissed", "two fines", number)
    page = browser.new_page(bypass_csp=True)
    page.goto(f"{served.home}text/1")
    assert [v["id"] for v in Axe().run(page).response["violations"]] == []
    page.keyboard.press("j")
    with page.expect_navigation():
        page.keyboard.press("w")
    assert "written to airline.md" in page.inner_text("[role=status]")
    assert "Known already" in page.inner_text("main")
    assert "checker-ignore" in (tmp_path / "airline.md").read_text("utf-8")
    assert [v["id"] for v in Axe().run(page).response["violations"]] == []
    page.goto(served.home)
    with page.expect_navigation():
        page.keyboard.press("W")
    assert "1 comment written: plant.md" in page.inner_text("[role=status]")
    page.close()
    served.close()
