"""Conflicts: what the documents of a corpus tell in different ways, and what of it is an update."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec

from checker.context import Context
from checker.corpus import load
from checker.model import Link
from checker.relate.agreed import Params, relate
from tests.archives import archive
from tests.commands import ROOT, run
from tests.helpers import claims, engine


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
