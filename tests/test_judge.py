"""Judge: a model is asked only where it is wanted, and whatever it does the audit stands."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from checker.model import Made
from tests.helpers import Says, compare, document
from tests.judging import BOTH, RULE, SOURCE, TURNED, told


def test_nothing_is_asked_and_nothing_told_without_a_judge() -> None:
    audit = compare(TURNED, SOURCE)
    assert all(f.rule != RULE for f in (*audit.findings, *audit.checked, *audit.undecided))


def test_what_contradicts_is_a_note_on_the_sentence_with_the_sources() -> None:
    judge = Says("contradicts", 0.93)
    audit = compare(TURNED, SOURCE, judge=judge)
    (finding,) = audit.findings
    assert judge.asked == [BOTH]
    assert (finding.rule, finding.severity, finding.confidence) == (RULE, "note", 0.93)
    assert TURNED[finding.span.start : finding.span.end] == BOTH[1]
    assert [(w.doc, SOURCE[w.start : w.end]) for w in finding.witnesses] == [(1, BOTH[0])]
    assert "a judge" in finding.message


def test_what_is_supported_is_told_as_checked() -> None:
    audit = compare(TURNED, SOURCE, judge=Says("supports"))
    assert told(audit) == []
    assert RULE in {f.rule for f in audit.checked}


@pytest.mark.parametrize(
    ("judge", "why"),
    [(Says("cannot tell"), "the judge cannot tell"), (Says("contradicts", 0.55), "is only 0.55 sure")],
)
def test_what_it_cannot_tell_is_undecided(judge: Says, why: str) -> None:
    audit = compare(TURNED, SOURCE, judge=judge)
    assert told(audit) == []
    assert [why in (f.reason or "") for f in audit.undecided if f.rule == RULE] == [True]


def test_only_sentences_that_the_rules_have_spoken_of_are_asked_about() -> None:
    judge = Says("contradicts")
    compare(f"The baker closed early. {TURNED}", f"{SOURCE.strip()} Nobody spoke of bread.", judge=judge)
    assert judge.asked == [BOTH]


def test_a_sentence_with_an_error_or_in_the_sources_words_is_not_asked_about() -> None:
    judge = Says("contradicts")
    assert told(compare(TURNED.replace("300", "30"), SOURCE, judge=judge)) == [("compare/changed-figure", "error")]
    assert told(compare(SOURCE, SOURCE, judge=judge)) == []
    assert judge.asked == []


def test_a_sentence_that_a_rule_doubts_comes_first_and_keeps_its_warning() -> None:
    doubted = "The tea club costs nothing for the first month."
    source = f"{SOURCE.strip()} The tea club costs nothing for the first week, then the plan renews itself."
    judge = Says("contradicts")
    audit = compare(f"{TURNED.strip()} {doubted}", source, judge=judge)
    assert [text for _, text in judge.asked] == [doubted, BOTH[1]]
    assert sorted(told(audit)) == [("compare/changed-meaning", "note")] * 2 + [("compare/changed-word", "warning")]


def test_a_judge_changes_nothing_that_the_other_rules_say() -> None:
    audit, plain = compare(TURNED, SOURCE, judge=Says("contradicts")), compare(TURNED, SOURCE)
    assert tuple(f for f in audit.checked if f.rule != RULE) == plain.checked
    assert tuple(f for f in audit.undecided if f.rule != RULE) == plain.undecided


@given(st.text(max_size=120), st.text(max_size=120), st.sampled_from(["summary", "translation"]))
@example("", "Der Hafen bekommt 300 Millionen Euro.", "translation")
@settings(max_examples=30)
def test_no_pair_of_texts_trips_it(text: str, source: str, made: Made) -> None:
    for f in compare(text, source, made=made, judge=Says("contradicts")).findings:
        assert 0 <= f.span.start <= f.span.end <= len(text)


def test_an_editor_answers_for_it_as_for_any_other() -> None:
    text = f"<!-- checker-ignore {RULE}: agreed with the desk -->\n\n{TURNED}"
    audit = compare(text, SOURCE, judge=Says("contradicts"))
    assert told(audit) == []
    assert [f.rule for f in audit.known] == [RULE]
    assert told(compare(text, SOURCE)) == []  # nor is the comment told to be unused where there is no judge


def test_the_library_takes_a_judge() -> None:
    import checker

    audit = checker.compare(document(TURNED), (document(SOURCE),), judge=Says("contradicts"))
    assert told(audit) == [(RULE, "note")]
