"""History: an audit beside how the document stood at a commit, "only what is new since main"."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec

from . import baseline, git
from .engine import Engine
from .model import Audit, Document, Finding, Span
from .places import region
from .read import read
from .text import Text
from .trouble import TroubleError

Step = Callable[[Audit], Audit]


def aside(engine: Engine, known: str | None, commit: str | None, changed: str | None) -> tuple[Step, ...]:
    """What sets findings aside: what a baseline lists, what a commit has, what has not changed since."""
    steps: list[Step] = []
    if known:
        steps.append(baseline.load(Path(known)).apply)
    if commit:
        steps.append(new_since(commit, engine))
    if changed:
        steps.append(in_changes(changed))
    return tuple(steps)


def new_since(ref: str, engine: Engine) -> Step:
    """Moves out of an audit what the document's text at a commit has as well."""

    def only_new(audit: Audit) -> Audit:
        path = _file(audit.document)
        old = git.before(path, ref)
        texts = [d for d in read(old, str(path)) if isinstance(d, Document)] if old else []
        dated = (msgspec.structs.replace(d, published=d.published or audit.document.published) for d in texts)
        return baseline.Baseline(baseline.of(map(engine.audit, dated))).apply(audit)

    return only_new


def is_changed(ref: str) -> Callable[[Document], bool]:
    """Whether a document is not as it was at a commit."""
    return lambda document: git.changed(_file(document), ref) != []


def in_changes(ref: str) -> Step:
    """Keeps the findings of which any place, claim or witness, is on a line that changed since a commit."""

    def only_changed(audit: Audit) -> Audit:
        lines = git.changed(_file(audit.document), ref)
        if lines is None:
            return audit
        text = Text(audit.document)
        kept = [f for f in audit.findings if any(region(text, p).line in r for p in _own(f) for r in lines)]
        return msgspec.structs.replace(audit, findings=tuple(kept))

    return only_changed


def _own(finding: Finding) -> tuple[Span, ...]:
    """The places of a finding in the document itself."""
    return tuple(s for s in (finding.span, *finding.witnesses) if not s.doc)


def _file(document: Document) -> Path:
    path = Path(document.name)
    if not path.is_file():
        raise TroubleError(f"{document.name}: not a file, so git cannot tell how it was")
    return path
