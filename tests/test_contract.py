"""Contract: what is printed as JSON obeys the published schema, and every offset points at the words it quotes."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, ValidationError

from checker import contract
from checker.model import Document
from checker.read import read
from tests.commands import CLASH, CLEAN, CONVERSION, SEED, WRONG, article, run
from tests.helpers import engine

WIDE = f"Fähre 𝟛 🚢 ahoi\r\n\r\nMOSCOW, April 7, 2015\r\n\r\n🚢🚢 “Ja”, {CONVERSION}\r\rİ {CLASH}\u2028\r\n{CLASH}"
MARKDOWN = (
    f"# Airline fined $48 million over delays\n\n**7 April 2015**\n\n- {WRONG}\n\n> “Quoted, {CONVERSION}\n`$5 euros`\n"
)
RECORD = {"id": "r/1", "headline": "Airline fined $48 million over delays 🚢", "text": WRONG, "published": "2015-04-07"}
TEXTS = {
    "seed.txt": SEED.read_bytes().decode("utf-8"),
    "wrong.txt": WRONG,
    "undated.txt": CONVERSION,
    "clash.txt": CLASH,
    "clean.txt": CLEAN,
    "wide.txt": WIDE,
    "notes.md": MARKDOWN,
}
PIECES = (
    "$",
    "€",
    "70 billion",
    " rubles",
    "(about ",
    ")",
    "million",
    "“",
    "”",
    "\n\n",
    ". ",
    "1,2",
    "-",
    "April 7, 2015",
    "🚢",
)


def written(folder: Path) -> tuple[list[Path], dict[str, str]]:
    """The files, and the text that each document's offsets count in."""
    paths = [article(folder, text, name) for name, text in TEXTS.items()]
    records = article(folder, json.dumps(RECORD) + "\n", "records.jsonl")
    texts = {str(p): TEXTS[p.name] for p in paths}
    return [*paths, records], {**texts, RECORD["id"]: f"{RECORD['headline']}\n\n{RECORD['text']}"}


def places(document: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Everything in a document that quotes a stretch of it."""
    for told in (*document["findings"], *document["checked"], *document["undecided"]):
        yield told
        yield from told["witnesses"]
    yield from document.get("claims", ())


def faithful(document: dict[str, Any], text: str) -> None:
    """Fails unless every place holds the words it quotes, on the line and in the column it names."""
    for place in places(document):
        assert place["start"] < place["end"]
        assert text[place["start"] : place["end"]] == place["text"]
        if "line" in place:
            before = text[: place["start"]].replace("\r\n", "\n\0").replace("\r", "\n")
            assert place["line"] == before.count("\n") + 1
            assert place["column"] == len(before.rpartition("\n")[2].removeprefix("\0")) + 1


@pytest.fixture(scope="module")
def schema() -> dict[str, Any]:
    whole: dict[str, Any] = run("schema").json
    Draft202012Validator.check_schema(whole)
    return whole


@pytest.mark.parametrize("options", [(), ("--claims",), ("--published", "2015-04-07", "--claims", "--notes")])
def test_json_obeys_the_schema_and_points_at_its_words(
    tmp_path: Path, schema: dict[str, Any], options: tuple[str, ...]
) -> None:
    paths, texts = written(tmp_path)
    report = run("audit", *paths, "--format", "json", *options).json
    Draft202012Validator(schema).validate(report)
    assert [d["name"] for d in report["documents"]] == list(texts)
    for document in report["documents"]:
        faithful(document, texts[document["name"]])
        assert document["sha256"] == hashlib.sha256(texts[document["name"]].encode("utf-8")).hexdigest()
        assert ("claims" in document) == ("--claims" in options)
    assert sum(len(list(places(d))) for d in report["documents"]) > len(paths)


def test_a_line_of_jsonl_obeys_the_schema_of_a_document(tmp_path: Path, schema: dict[str, Any]) -> None:
    paths, texts = written(tmp_path)
    a_document = Draft202012Validator({"$ref": "#/$defs/DocumentOut", "$defs": schema["$defs"]})
    lines = run("audit", *paths, "--format", "jsonl", "--claims").out.splitlines()
    assert len(lines) == len(texts)
    for line in lines:
        a_document.validate(json.loads(line))


def test_the_schema_refuses_what_breaks_the_contract(tmp_path: Path, schema: dict[str, Any]) -> None:
    report = run("audit", article(tmp_path, WRONG), "--format", "json").json
    report["documents"][0]["findings"][0]["severity"] = "fatal"
    with pytest.raises(ValidationError, match="fatal"):
        Draft202012Validator(schema).validate(report)
    del report["documents"][0]["findings"][0]["severity"]
    with pytest.raises(ValidationError, match="severity"):
        Draft202012Validator(schema).validate(report)


def test_the_tool_names_itself_and_the_rules_that_ran(tmp_path: Path) -> None:
    report = run("audit", article(tmp_path, CLEAN), "--format", "json", "--select", "quote", "--select", "fact").json
    assert report["schema"] == contract.SCHEMA
    assert report["tool"]["name"] == "checker"
    assert {r.split("/")[0] for r in report["tool"]["rules"]} == {"fact", "quote"}


@settings(max_examples=300)
@given(
    st.one_of(st.text(), st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=4))).map("".join)),
    st.sampled_from(("t.txt", "t.md")),
)
def test_no_text_can_crash_an_audit_or_shift_an_offset(text: str, name: str) -> None:
    if not text.strip() or "\0" in text:
        return
    for document in read(text.encode("utf-8"), name):
        assert isinstance(document, Document)
        dated = msgspec.structs.replace(document, published=date(2015, 4, 7))
        told = msgspec.json.decode(msgspec.json.encode(contract.document(engine().audit(dated, claims=True))))
        faithful(told, document.text)
