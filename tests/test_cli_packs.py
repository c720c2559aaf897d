"""Packs: a rule pack with a mistake is told with file, line, rule and reason, and the audit goes on without it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands import ROOT, WRONG, article, run

QUOTE = (ROOT / "rules" / "quote.yaml").read_text("utf-8")
ID = "quote/unclosed"


def line_of(key: str) -> int:
    """The line of the shipped pack on which a key stands."""
    return next(n for n, line in enumerate(QUOTE.splitlines(), 1) if line.strip().startswith(key))


def without(first: str) -> str:
    """The pack without its lines from one key on."""
    return QUOTE[: QUOTE.index(f"  {first}:")]


BROKEN = {
    "not YAML": (QUOTE.replace("[", "").replace("relate: closed", "relate: [closed"), None, None, "not YAML"),
    "not a list": ("id: quote/unclosed\nseverity: error\n", 1, None, "a rule pack is a list"),
    "nothing at all": ("# to do\n", 1, None, "a rule pack is a list"),
    "a list of words": ("- one\n- two\n", 1, "rule 1", "object"),
    "unknown key": (
        QUOTE.replace("link: alone", "link: alone\n  colour: red"),
        line_of("- id"),
        ID,
        "unknown field `colour`",
    ),
    "unknown claims": (QUOTE.replace("over: quotation", "over: smells"), line_of("over:"), ID, "'smells'"),
    "unknown link": (QUOTE.replace("link: alone", "link: together"), line_of("link:"), ID, "'together'"),
    "unknown relation": (
        QUOTE.replace("relate: closed", "relate: shut"),
        line_of("relate:"),
        ID,
        "'shut'; there are ",
    ),
    "missing examples": (without("examples"), line_of("- id"), ID, "missing required field `examples`"),
    "no good example": (without("  good") + "    good: []\n", line_of("examples:"), ID, "a good one"),
    "no why": (QUOTE.replace("why: Where", "why: ''\n  detail: Where"), line_of("examples:") + 1, ID, "a why"),
    "bad severity": (QUOTE.replace("severity: warning", "severity: fatal"), line_of("severity:"), ID, "'fatal'"),
    "unknown placeholder": (QUOTE.replace("{mark}", "{sign}"), line_of("message:"), ID, "no fact is called sign"),
    "unknown parameter": (
        QUOTE.replace("link: alone", "with: {tolerance: 1}\n  link: alone"),
        line_of("link:"),
        ID,
        "`tolerance`",
    ),
    "bad parameter": (
        (ROOT / "rules" / "money.yaml").read_text("utf-8").replace('tolerance: "0.03"', "tolerance: much"),
        None,
        "money/wrong-conversion",
        "with:",
    ),
    "bad threshold": (QUOTE.replace("link: alone", "threshold: high\n  link: alone"), line_of("link:"), ID, "float"),
    "nested without end": ("- " + "[" * 20_000 + "\n", None, None, ""),
}


@pytest.mark.parametrize("kind", BROKEN)
def test_a_broken_pack_is_told_with_file_line_rule_and_reason(tmp_path: Path, kind: str) -> None:
    text, line, rule, reason = BROKEN[kind]
    pack = article(tmp_path, text, "house.yaml")
    done = run("audit", article(tmp_path, WRONG), "--rules", pack)
    assert done.code == 2
    assert "money/currency-mismatch" in done.out
    assert done.err.startswith(f"checker: {pack}, line {line}: " if line else f"checker: {pack}")
    assert f"{rule or ''}" in done.err
    assert reason in done.err
    assert done.err.count("\n") == 1


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", None], ids=["not text", "missing"])
def test_a_pack_that_cannot_be_read_is_told(tmp_path: Path, data: bytes | None) -> None:
    pack = tmp_path / "house.yaml"
    if data is not None:
        pack.write_bytes(data)
    done = run("audit", article(tmp_path, WRONG), "--rules", pack)
    assert done.code == 2
    assert "money/currency-mismatch" in done.out
    assert done.err.startswith(f"checker: {pack}")


@pytest.mark.parametrize("command", [("rules",), ("explain", "quote/unclosed")])
def test_every_command_that_takes_a_pack_refuses_a_broken_one(tmp_path: Path, command: tuple[str, ...]) -> None:
    done = run(*command, "--rules", article(tmp_path, BROKEN["bad severity"][0], "house.yaml"))
    assert (done.code, done.out) == (2, "")
    assert "'fatal'" in done.err


def test_a_sound_pack_is_used(tmp_path: Path) -> None:
    pack = article(tmp_path, QUOTE.replace("severity: warning", "severity: error"), "house.yaml")
    text = article(tmp_path, "The mayor said: “We will build the bridge. The work starts in May.\n")
    assert run("audit", text).code == 0
    assert run("audit", text, "--rules", pack).code == 1
