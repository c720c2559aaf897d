"""Server: what an editor asks over the language server protocol, answered by drafts, "checker lsp"."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlparse

from lsprotocol import types as lsp
from pygls.lsp.server import LanguageServer

from .. import __version__, catalogue
from ..config import OWN, SHARED, Settings, load
from ..engine import Engine
from ..model import Finding, Span
from ..setup import engine
from ..trouble import TroubleError
from .drafts import Draft

LOUD = {
    "error": lsp.DiagnosticSeverity.Error,
    "warning": lsp.DiagnosticSeverity.Warning,
    "note": lsp.DiagnosticSeverity.Information,
}
EXPLAIN = "checker.explain"


class Server(LanguageServer):
    """The drafts that an editor has open, and an engine for each of their folders, as its `checker.toml` has it."""

    def __init__(self) -> None:
        super().__init__("checker", __version__)
        self.drafts: dict[str, Draft] = {}
        self.engines: dict[Path, Engine] = {}

    def engine_for(self, folder: Path) -> Engine:
        """The engine of a folder, built when first asked for; where what is settled cannot be read, as shipped."""
        if folder not in self.engines:
            try:
                settled = load(folder)
            except TroubleError as e:
                self.say(str(e), lsp.MessageType.Error)
                settled = Settings()
            self.engines[folder], troubles = engine(settled)
            for trouble in troubles:
                self.say(str(trouble), lsp.MessageType.Error)
        return self.engines[folder]

    def hear(self, uri: str) -> None:
        """Hears a text as it stands, and shows what is found."""
        document, path = self.workspace.get_text_document(uri), _path(uri)
        unit = lsp.PositionEncodingKind(self.workspace.position_encoding).value
        draft = Draft(self.engine_for(path.parent), path, document.source, unit)
        self.drafts[uri] = draft
        found = [_diagnostic(draft, f, uri) for f in draft.audit.findings]
        if draft.trouble:
            nowhere = lsp.Range(lsp.Position(0, 0), lsp.Position(0, 0))
            found.append(lsp.Diagnostic(nowhere, draft.trouble, lsp.DiagnosticSeverity.Error, source="checker"))
        self.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(uri, found, document.version))

    def settle(self) -> None:
        """Reads what the newsroom has settled again, and hears every open text anew."""
        self.engines.clear()
        for uri in self.drafts:
            self.hear(uri)

    def say(self, words: str, kind: lsp.MessageType = lsp.MessageType.Info) -> None:
        """Shows a message."""
        self.window_show_message(lsp.ShowMessageParams(kind, words))


def _path(uri: str) -> Path:
    return Path(unquote(urlparse(uri).path))


def _range(draft: Draft, span: Span) -> lsp.Range:
    start, end = draft.range(span)
    return lsp.Range(lsp.Position(*start), lsp.Position(*end))


def _diagnostic(draft: Draft, f: Finding, uri: str) -> lsp.Diagnostic:
    near = [lsp.DiagnosticRelatedInformation(lsp.Location(uri, _range(draft, w)), draft.text[w]) for w in f.witnesses]
    loud = LOUD[f.severity or "note"]
    return lsp.Diagnostic(_range(draft, f.span), f.message, loud, f.rule, source="checker", related_information=near)


def _fixes(draft: Draft, f: Finding, uri: str) -> list[lsp.CodeAction | lsp.Command]:
    """What a writer may do about a finding: take the suggestion, answer for it, read of its rule."""
    edits = []
    if f.suggestion:
        edits.append((f"Change to “{f.suggestion}”", lsp.TextEdit(_range(draft, f.span), f.suggestion)))
    if answer := draft.answer(f):
        at = lsp.Position(*answer[0])
        edits.append((f"Let it stand, with a reason ({f.rule})", lsp.TextEdit(lsp.Range(at, at), answer[1])))
    fix = lsp.CodeActionKind.QuickFix
    mends = [lsp.CodeAction(title, fix, edit=lsp.WorkspaceEdit({uri: [edit]})) for title, edit in edits]
    return [*mends, lsp.Command(f"Explain {f.rule}", EXPLAIN, arguments=[f.rule])]


def heard(ls: Server, params: lsp.DidOpenTextDocumentParams | lsp.DidChangeTextDocumentParams) -> None:
    """A text is opened, or changes."""
    ls.hear(params.text_document.uri)


def closed(ls: Server, params: lsp.DidCloseTextDocumentParams) -> None:
    """A text is closed, and its findings go."""
    ls.drafts.pop(params.text_document.uri, None)
    ls.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(params.text_document.uri, []))


def saved(ls: Server, params: lsp.DidSaveTextDocumentParams) -> None:
    """A file is saved; where it settles how texts are heard, they are heard anew."""
    if _path(params.text_document.uri).name in (OWN, SHARED):
        ls.settle()


def watched(ls: Server, _params: lsp.DidChangeWatchedFilesParams) -> None:
    """A file that the editor watches has changed."""
    ls.settle()


def hovered(ls: Server, params: lsp.HoverParams) -> lsp.Hover | None:
    """What is found where the pointer stands, with its workings."""
    draft, at = ls.drafts.get(params.text_document.uri), params.position
    found = draft.at((at.line, at.character)) if draft else []
    if not draft or not found:
        return None
    words = "\n\n---\n\n".join(draft.told(f) for f in found)
    return lsp.Hover(lsp.MarkupContent(lsp.MarkupKind.Markdown, words))


def acted(ls: Server, params: lsp.CodeActionParams) -> list[lsp.CodeAction | lsp.Command]:
    """What may be done where the cursor stands."""
    uri, at = params.text_document.uri, params.range.start
    draft = ls.drafts.get(uri)
    return [a for f in draft.at((at.line, at.character)) for a in _fixes(draft, f, uri)] if draft else []


def lenses(ls: Server, params: lsp.CodeLensParams) -> list[lsp.CodeLens]:
    """What is said above the headline."""
    draft = ls.drafts.get(params.text_document.uri)
    told = draft.headline() if draft else None
    if not told:
        return []
    at = lsp.Position(*told[0])
    return [lsp.CodeLens(lsp.Range(at, at), lsp.Command(told[1], ""))]


def explained(ls: Server, rule: str) -> None:
    """Shows what the catalogue tells of a rule."""
    ls.say(next((catalogue.entry(r) for e in ls.engines.values() for r in e.rules if r.id == rule), "no such rule"))


ANSWERS: dict[str, Callable[..., Any]] = {
    lsp.TEXT_DOCUMENT_DID_OPEN: heard,
    lsp.TEXT_DOCUMENT_DID_CHANGE: heard,
    lsp.TEXT_DOCUMENT_DID_CLOSE: closed,
    lsp.TEXT_DOCUMENT_DID_SAVE: saved,
    lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES: watched,
    lsp.TEXT_DOCUMENT_HOVER: hovered,
    lsp.TEXT_DOCUMENT_CODE_ACTION: acted,
    lsp.TEXT_DOCUMENT_CODE_LENS: lenses,
}


def made() -> Server:
    """A server with all that it answers."""
    server = Server()
    for asked, answer in ANSWERS.items():
        server.feature(asked)(answer)
    server.command(EXPLAIN)(explained)
    return server
