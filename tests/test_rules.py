"""Rules: their own examples are their tests; a pack with a mistake is refused with its place."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
import pytest

from checker import catalogue
from checker.corpus import conflicts, tables
from checker.model import Document
from checker.rules import Example, Rule, load, select, sound
from checker.trouble import TroubleError
from tests.helpers import Says, audit, compare, document, engine

ROOT = Path(__file__).parent.parent
RULES = load()
FEWEST_BAD, FEWEST_GOOD = 4, 6


def as_example(example: Example | str) -> Example:
    return Example(example) if isinstance(example, str) else example


def between(documents: list[Document]) -> set[str]:
    """The rules that speak of what documents tell in different ways."""
    with TemporaryDirectory() as folder:
        rows = (tables.of(engine().audit(d, claims=True), 0, n, d.name) for n, d in enumerate(documents))
        tables.write(tables.joined(rows), Path(folder), 0)
        return {c.rule for c in conflicts.find(Path(folder), RULES) if c.severity}


def found(rule: Rule, example: Example | str) -> set[str]:
    e = as_example(example)
    if e.others:
        texts = [e, *map(as_example, e.others)]
        alone = (found(rule, msgspec.structs.replace(t, others=[])) for t in texts)
        return between([document(t.text, t.headline, t.published, t.format) for t in texts]).union(*alone)
    if e.source:
        judge = Says(e.judge) if e.judge else None
        return {f.rule for f in compare(e.text, e.source, e.headline or "", e.made, judge).findings}
    return {f.rule for f in audit(e.text, e.headline, e.published, e.format, rule.examples.facts).findings}


def cases(which: str) -> list[object]:
    return [pytest.param(r, e, id=f"{r.id}-{n}") for r in RULES for n, e in enumerate(getattr(r.examples, which))]


@pytest.mark.parametrize(("rule", "example"), cases("good"))
def test_a_good_example_is_let_pass_by_every_rule(rule: Rule, example: Example | str) -> None:
    assert found(rule, example) == set()


@pytest.mark.parametrize(("rule", "example"), cases("bad"))
def test_a_bad_example_is_found_by_its_rule_and_no_other(rule: Rule, example: Example | str) -> None:
    assert found(rule, example) == {rule.id}


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.id)
def test_a_shipped_rule_is_as_sound_as_a_users_must_be(rule: Rule) -> None:
    sound(rule)


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.id)
def test_a_rule_has_enough_near_misses(rule: Rule) -> None:
    assert len(rule.examples.bad) >= FEWEST_BAD
    assert len(rule.examples.good) >= FEWEST_GOOD


def test_the_catalogue_page_is_as_the_packs_say_now() -> None:
    page = (ROOT / "rules" / "README.md").read_text("utf-8")
    assert page == catalogue.page(RULES) + "\n", "run: python tests/write_reports.py"


def test_a_rule_of_a_pack_takes_the_place_of_a_shipped_one(tmp_path: Path) -> None:
    pack = tmp_path / "house.yaml"
    shipped = (ROOT / "rules" / "quote.yaml").read_text("utf-8")
    pack.write_text(shipped.replace("severity: warning", "severity: note"), "utf-8")
    assert next(r for r in load([pack]) if r.id == "quote/unclosed").severity == "note"
    assert len(load([pack])) == len(RULES)


def test_rules_are_chosen_by_id_and_by_family() -> None:
    money = {r.id for r in select(RULES, ["money"])}
    assert money
    assert all(i.startswith("money/") for i in money)
    assert {r.id for r in select(RULES, ["money"], ["money/wrong-scale"])} == money - {"money/wrong-scale"}


def test_an_unknown_rule_is_refused_with_the_nearest_name() -> None:
    with pytest.raises(TroubleError, match="did you mean 'money/wrong-scale'"):
        select(RULES, ["money/wrong-scales"])


@pytest.mark.parametrize(
    ("change", "line", "reason"),
    [
        (("severity: warning", "severity: fatal"), 7, "Invalid enum value 'fatal'"),
        (("relate: closed", "relate: shut"), 6, "nothing to relate is called 'shut'"),
        (("link: alone", "link: alone\n  colour: red"), 3, "unknown field `colour`"),
        (("opens here with {mark}", "opens here with {sign}"), 8, "no fact is called sign"),
        (("link: alone", "link: alone\n  with: {tolerance: 1}"), 6, "unknown field `tolerance`"),
        (("  why: Where", "  reason: Where"), 3, "unknown field `reason`"),
        (("- id: quote/unclosed", "- id: Quote Unclosed"), 3, "an id is family/name"),
    ],
)
def test_a_mistake_in_a_pack_is_told_with_line_rule_and_reason(
    tmp_path: Path, change: tuple[str, str], line: int, reason: str
) -> None:
    pack = tmp_path / "house.yaml"
    pack.write_text((ROOT / "rules" / "quote.yaml").read_text("utf-8").replace(*change), "utf-8")
    with pytest.raises(TroubleError) as told:
        load([pack])
    assert str(told.value).startswith(f"{pack}, line {line}: ")
    assert reason.lower() in str(told.value).lower()
    assert "unclosed" in str(told.value).lower()
