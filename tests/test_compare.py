"""Compare: a text against what it was made from."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.model import Audit
from checker.pairs import from_file, of_files
from checker.trouble import TroubleError
from tests.commands import run
from tests.helpers import compare, document, engine

SOURCE = (
    "The council will lend the port 300 million euros over ten years, Mayor Anna Kocsis said on Friday.\n\n"
    "She does not expect the work to begin before the third quarter. Two of the nine members voted against it."
)
WORDS = (
    *("The", "council", "Anna", "Kocsis", "not", "never", "rose", "fell", "on", "Friday", "in", "March", "2019", "by"),
    *("20%", "$5 million", "12 days", "3:15 pm", "the", "third", "quarter", "before", "harbour", "vote", "said", "a"),
)


def found(audit: Audit) -> list[tuple[str, str]]:
    text = audit.document.text
    return [(f.rule, text[f.span.start : f.span.end]) for f in audit.findings]


def test_a_faithful_summary_is_let_pass() -> None:
    told = "The port gets a loan of 300 million euros for a decade. Two members of the council voted against it."
    assert found(compare(told, SOURCE)) == []


@given(st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=12), min_size=1, max_size=6))
def test_a_text_does_not_contradict_itself(sentences: list[list[str]]) -> None:
    text = " ".join(f"{' '.join(words)}." for words in sentences)
    assert found(compare(text, text)) == []


@given(st.text(max_size=200), st.text(max_size=200))
def test_no_pair_of_texts_trips_it(text: str, source: str) -> None:
    for f in compare(text, source).findings:
        assert 0 <= f.span.start <= f.span.end <= len(text)
        assert all(w.doc == 1 and 0 <= w.start <= w.end <= len(source) for w in f.witnesses)


def test_what_was_changed_is_found_with_both_places() -> None:
    audit = compare("The port gets 30 million euros.", SOURCE)
    (finding,) = audit.findings
    assert finding.rule == "compare/changed-figure"
    assert finding.severity == "error"
    assert [(w.doc, SOURCE[w.start : w.end]) for w in finding.witnesses] == [(1, "300 million euros")]


def test_a_figure_that_follows_is_told_with_the_way_to_it() -> None:
    audit = compare("The loan runs for a decade, or 10 years.", "The council lends the port money for a decade.")
    assert any("10 years: a word of the source lasts so long" in c.message for c in audit.checked)


def test_each_of_several_sources_may_bear_out_a_figure() -> None:
    text = msgspec.structs.replace(
        document("The port gets 300 million euros. Some 40 ships a day call there."),
        originals=(document("The port gets 300 million euros."), document("Forty ships call at the port each day.")),
    )
    assert engine().audit(text).findings == ()


def test_the_rules_of_a_text_alone_do_not_speak_where_it_is_compared() -> None:
    wrong = "Of the 12 members 4 voted for it, 4 against it and 5 stayed away."
    assert all(f.rule.startswith("compare/") for f in compare(wrong, wrong).findings)


def test_the_command_takes_the_sources_first_and_quotes_both_sides(tmp_path: Path) -> None:
    source, text = tmp_path / "source.txt", tmp_path / "text.md"
    source.write_text(SOURCE, "utf-8")
    text.write_text("The port gets 30 million euros.\n", "utf-8")
    done = run("compare", str(source), str(text))
    assert done.code == 1
    assert "compare/changed-figure" in done.out
    assert "The council will lend the port 300 million euros" in done.out
    assert "source.txt" in done.out


def test_pairs_are_told_one_a_line_with_the_document_of_each_witness(tmp_path: Path) -> None:
    pairs = tmp_path / "pairs.jsonl"
    pairs.write_text(json.dumps({"id": "p1", "source": SOURCE, "text": "It gets 30 million euros.", "kind": "summary"}))
    done = run("compare", "--pairs", str(pairs), "--format", "jsonl")
    told = json.loads(done.out)
    assert told["name"] == "p1"
    assert told["findings"][0]["witnesses"][0]["doc"] == "p1, source"


@pytest.mark.parametrize("format", ["json", "markdown", "csv", "sarif", "junit", "github", "gitlab", "rdjson", "text"])
def test_every_report_tells_a_finding_whose_witness_is_in_the_source(tmp_path: Path, format: str) -> None:
    pairs = tmp_path / "pairs.jsonl"
    pairs.write_text(json.dumps({"id": "p1", "source": f"{SOURCE}\n" * 40, "text": "It gets 30 million euros."}))
    done = run("compare", "--pairs", str(pairs), "--format", format)
    assert done.code == 1, done.err
    assert "30 million euros" in done.out


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('{"id": 1, "text": "a"}', "missing required field `source`"),
        ('{"id": 1, "source": [], "text": "a"}', "no source"),
        ('{"id": 1, "source": "a", "text": "a", "kind": "poem"}', "poem: no such kind; there are summary, translation"),
        ("{", "truncated"),
    ],
)
def test_a_line_that_is_no_pair_is_told_and_the_others_are_read(tmp_path: Path, line: str, reason: str) -> None:
    pairs = tmp_path / "pairs.jsonl"
    pairs.write_text(f'{line}\n{{"source": "a", "text": "b"}}\n', "utf-8")
    trouble, read = from_file(pairs)
    assert isinstance(trouble, TroubleError)
    assert f"{pairs}, line 1: " in str(trouble)
    assert reason in str(trouble)
    assert not isinstance(read, TroubleError)
    assert read.name == f"{pairs}:2"


def test_one_file_alone_is_refused_with_how_to_call_it() -> None:
    with pytest.raises(TroubleError, match="checker compare SOURCE TEXT"):
        list(of_files(["a.txt"], "summary"))


def test_a_source_that_is_not_there_is_told(tmp_path: Path) -> None:
    text = tmp_path / "text.txt"
    text.write_text("Words.", "utf-8")
    done = run("compare", str(tmp_path / "none.txt"), str(text))
    assert done.code == 2
    assert "none.txt: there is no such file" in done.err
