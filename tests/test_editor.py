"""Editor: what an editor is shown while a text is written, over the protocol, "checker lsp"."""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import pytest_lsp
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol import types as lsp
from pytest_lsp import ClientServerConfig, LanguageClient, client_capabilities

from checker.config import Settings
from checker.editor.drafts import UNITS, Draft
from checker.engine import Engine
from checker.setup import engine

SLIP = """# Russia to give Tajikistan $70 billion

Russia will give Tajikistan 70 billion rubles (about $1.23 billion) in aid, officials said on Monday.
"""
HELD = "Russia will give Tajikistan 70 billion rubles in aid, officials said on Monday.\n"
WRONG = """# Sales

The plant opened in 1990.

Sales {}rose from 40 million euros to 50 million euros, an increase of 30 percent.
"""
SERVER = ClientServerConfig(server_command=[sys.executable, "-m", "checker", "lsp"])


in_either_unit = pytest.mark.parametrize("unit", ["utf-16", "utf-8"], indirect=True)


@pytest.fixture
def unit(request: pytest.FixtureRequest) -> str:
    """What an editor counts columns in."""
    return str(getattr(request, "param", "utf-16"))


@pytest_lsp.fixture(config=SERVER)  # type: ignore[untyped-decorator]
async def editor(lsp_client: LanguageClient, unit: str) -> AsyncIterator[LanguageClient]:
    able = client_capabilities("visual-studio-code")
    able.general = lsp.GeneralClientCapabilities(position_encodings=[lsp.PositionEncodingKind(unit)])
    await lsp_client.initialize_session(lsp.InitializeParams(capabilities=able))
    yield lsp_client
    await lsp_client.shutdown_session()


@pytest.fixture(scope="module")
def house() -> Engine:
    return engine(Settings())[0]


class Desk:
    """An editor with one text open."""

    def __init__(self, editor: LanguageClient, path: Path, unit: str) -> None:
        self.editor, self.uri, self.unit, self.version = editor, path.as_uri(), unit, 1

    async def open(self, text: str) -> list[lsp.Diagnostic]:
        item = lsp.TextDocumentItem(self.uri, "markdown", self.version, text)
        self.editor.text_document_did_open(lsp.DidOpenTextDocumentParams(item))
        return await self.shown()

    async def write(self, text: str) -> list[lsp.Diagnostic]:
        self.version += 1
        at = lsp.VersionedTextDocumentIdentifier(self.version, self.uri)
        whole = lsp.TextDocumentContentChangeWholeDocument(text)
        self.editor.text_document_did_change(lsp.DidChangeTextDocumentParams(at, [whole]))
        return await self.shown()

    async def shown(self) -> list[lsp.Diagnostic]:
        await self.editor.wait_for_notification(lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        return list(self.editor.diagnostics[self.uri])

    async def actions(self, where: lsp.Range) -> list[Any]:
        asked = lsp.CodeActionParams(lsp.TextDocumentIdentifier(self.uri), where, lsp.CodeActionContext([]))
        return list(await self.editor.text_document_code_action_async(asked) or [])

    async def hover(self, at: lsp.Position) -> str:
        shown = await self.editor.text_document_hover_async(lsp.HoverParams(lsp.TextDocumentIdentifier(self.uri), at))
        return shown.contents.value if shown and isinstance(shown.contents, lsp.MarkupContent) else ""


@pytest.fixture
def desk(editor: LanguageClient, tmp_path: Path, unit: str) -> Desk:
    return Desk(editor, tmp_path / "article.md", unit)


def after(text: str, change: lsp.TextEdit, unit: str) -> str:
    """A text with a change made, columns counted in a unit."""
    lines = text.splitlines(keepends=True)
    start, end = change.range.start, change.range.end
    before = "".join(lines[: start.line]) + upto(lines[start.line], start.character, unit)
    return (
        before + change.new_text + text[len("".join(lines[: end.line]) + upto(lines[end.line], end.character, unit)) :]
    )


def upto(line: str, column: int, unit: str) -> str:
    return next(line[:i] for i in range(len(line) + 1) if UNITS[unit](line[:i]) == column)


# what must not be shown


@pytest.mark.asyncio
async def test_nothing_is_shown_of_a_text_that_holds(desk: Desk) -> None:
    assert await desk.open(HELD) == []
    assert await desk.hover(lsp.Position(0, 3)) == ""
    assert await desk.actions(lsp.Range(lsp.Position(0, 3), lsp.Position(0, 3))) == []


@pytest.mark.asyncio
async def test_a_closed_text_shows_nothing_more(desk: Desk) -> None:
    assert await desk.open(SLIP)
    desk.editor.text_document_did_close(lsp.DidCloseTextDocumentParams(lsp.TextDocumentIdentifier(desk.uri)))
    assert await desk.shown() == []


# what is shown


@in_either_unit
@pytest.mark.asyncio
async def test_the_headline_is_marked_and_leads_to_its_witness(desk: Desk) -> None:
    (found,) = await desk.open(SLIP)
    assert (found.code, found.severity, found.source) == (
        "money/currency-mismatch",
        lsp.DiagnosticSeverity.Error,
        "checker",
    )
    assert (found.range.start, found.range.end) == (lsp.Position(0, 28), lsp.Position(0, 39))
    (near, *_) = found.related_information or ()
    assert (near.location.range.start, near.message) == (lsp.Position(2, 28), "70 billion rubles")


@pytest.mark.asyncio
async def test_a_finding_goes_as_it_is_mended_and_comes_as_it_is_made(desk: Desk) -> None:
    assert await desk.open(HELD) == []
    assert len(await desk.write(SLIP)) == 1
    assert await desk.write(SLIP.replace("$70 billion", "70 billion rubles")) == []


@in_either_unit
@pytest.mark.asyncio
async def test_hover_tells_the_workings_at_the_figure_and_at_its_witness(desk: Desk) -> None:
    (found,) = await desk.open(SLIP)
    told = await desk.hover(found.range.start)
    assert "money/currency-mismatch" in told
    assert "70 billion rubles" in told
    assert await desk.hover(lsp.Position(2, 30)) == told


@in_either_unit
@pytest.mark.asyncio
@pytest.mark.parametrize("before", ["", "😀 𝒳 é ", "Ж" * 9 + " "])
async def test_the_suggestion_mends_the_text(desk: Desk, before: str) -> None:
    text = WRONG.format(before)
    (found,) = await desk.open(text)
    mend, *_ = [a for a in await desk.actions(found.range) if a.title.startswith("Change to")]
    (change,) = mend.edit.changes[desk.uri]
    mended = after(text, change, desk.unit)
    assert mended == text.replace("30 percent", "25%")
    assert await desk.write(mended) == []


@pytest.mark.asyncio
async def test_an_answer_with_a_reason_lets_a_finding_stand(desk: Desk) -> None:
    text = WRONG.format("")
    (found,) = await desk.open(text)
    stand, *_ = [a for a in await desk.actions(found.range) if a.title.startswith("Let it stand")]
    (change,) = stand.edit.changes[desk.uri]
    answered = after(text, change, desk.unit).replace("REASON", "the rest went on lamps")
    assert await desk.write(answered) == []


@pytest.mark.asyncio
async def test_a_rule_is_explained(desk: Desk) -> None:
    (found,) = await desk.open(SLIP)
    told, *_ = [a for a in await desk.actions(found.range) if a.title.startswith("Explain")]
    asked = lsp.ExecuteCommandParams(told.command, told.arguments)
    await desk.editor.workspace_execute_command_async(asked)
    assert str(found.code) in desk.editor.messages[-1].message


@pytest.mark.asyncio
async def test_the_headline_says_how_the_text_stands(desk: Desk) -> None:
    await desk.open(SLIP)
    asked = lsp.CodeLensParams(lsp.TextDocumentIdentifier(desk.uri))
    (lens,) = await desk.editor.text_document_code_lens_async(asked) or ()
    assert lens.command
    assert lens.command.title.startswith("1 finding, ")
    assert lens.range.start.line == 0


@pytest.mark.asyncio
async def test_what_is_settled_anew_is_heard_at_once(desk: Desk, tmp_path: Path) -> None:
    assert len(await desk.open(SLIP)) == 1
    (tmp_path / "checker.toml").write_text('ignore = ["money"]\n', "utf-8")
    saved = lsp.TextDocumentIdentifier((tmp_path / "checker.toml").as_uri())
    desk.editor.text_document_did_save(lsp.DidSaveTextDocumentParams(saved))
    assert await desk.shown() == []


@pytest.mark.asyncio
async def test_settings_that_cannot_be_read_are_told_and_lose_nothing(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "checker.toml").write_text("ignroe = []\n", "utf-8")
    assert len(await desk.open(SLIP)) == 1
    assert "ignore" in desk.editor.messages[-1].message


# laws


@given(
    before=st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=12),
    unit=st.sampled_from(sorted(UNITS)),
)
def test_a_range_holds_its_words_in_every_unit(house: Engine, before: str, unit: str) -> None:
    text = WRONG.format(before)
    draft = Draft(house, Path("a.md"), text, unit)
    assert draft.audit.checked or draft.audit.findings
    for f in draft.audit.findings:
        for span in (f.span, *f.witnesses):
            start, end = draft.range(span)
            line = text.splitlines(keepends=True)[start[0]]
            assert line[len(upto(line, start[1], unit)) : len(upto(line, end[1], unit))] == draft.text[span]


@given(st.text(max_size=200), st.sampled_from(["a.md", "a.rst", "a.html", "a.tex", "a.jsonl", "a.csv"]))
def test_no_text_ends_the_server(house: Engine, text: str, name: str) -> None:
    draft = Draft(house, Path(name), text, "utf-16")
    assert draft.headline() is None or draft.audit.document.text
