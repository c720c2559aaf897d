"""Answering: a dismissal as a comment in its text, or in the file beside that, "<!-- checker-ignore money: … -->"."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec

from ..comments import TAGGED, WORD, answer, commented
from ..engine import Engine
from ..lines import Lines
from ..model import Audit, Document, Finding, Role
from ..outputs import swap
from ..places import FILE_LINE
from ..read import decode, is_wide, read
from ..text import Text
from ..trouble import TroubleError

LONGEST = 900  # characters of a reason
MARK = "\ufeff".encode()
SPACED = frozenset((".md", ".markdown", ".rst", ".rest"))  # where a comment wants a blank line below it


def written(audit: Audit, f: Finding, reason: str, engine: Engine) -> tuple[Audit, Path]:
    """Writes that a finding is meant so; returns the text as it is heard then, and the file written to.

    The comment goes above the block where the text still says all that it said, and nothing but this finding is
    answered for; else into the file beside it. Raises TroubleError where the file is not as it was read, or no comment
    answers.
    """
    path, why = Path(audit.document.name), " ".join(reason.split())[:LONGEST]
    data = _bytes(path)
    if data is None:
        raise TroubleError(f"{path}: no file of its own, so no comment can be written; export the baseline instead")
    if _read(data, path, audit.document) != audit.document:
        raise TroubleError(f"{path}: changed on disk since it was read; nothing was written")
    left = {x.fingerprint for x in engine.audit(audit.document).findings} - {f.fingerprint}
    beside = path.with_name(f"{path.name}.{WORD}")
    line, before = f"{f.rule} {f.fingerprint}: {why}\n", _bytes(beside)
    held = (before or b"").rstrip(b"\n")
    ways = [(path, data, after) for after in _commented(data, audit.document, f, why)]
    for file, was, after in [*ways, (beside, before, held + b"\n" * bool(held) + line.encode())]:
        now = _read(after if file == path else data, path, audit.document, after if file == beside else before)
        heard = engine.audit(now) if _words(now) == _words(audit.document) else None
        if heard and {x.fingerprint for x in heard.findings} == left:
            swap(file, was, after)
            return heard, file
    raise TroubleError(f"{path}: no comment answers for this {f.rule}; export the baseline instead")


def _bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes() if path.is_file() else None
    except (OSError, ValueError) as e:
        raise TroubleError(f"{path}: cannot be read: {e}") from e


def _read(data: bytes, path: Path, before: Document, beside: bytes | None = None) -> Document:
    """A text as it would be read of these bytes and those of the file beside it, which is read where none are given."""
    found = list(read(data, str(path)))
    if len(found) != 1 or not isinstance(found[0], Document):
        raise TroubleError(f"{path}: holds several texts, so no comment can be written; export the baseline instead")
    now = commented(found[0], data, path, beside)
    return msgspec.structs.replace(
        now, lang=before.lang, published=before.published, originals=before.originals, made=before.made
    )


def _words(document: Document) -> list[tuple[Role, str]]:
    """What a text says, comments to the checker apart."""
    blocks = ((b.role, document.text[b.span.start : b.span.end]) for b in document.blocks)
    return [(role, words) for role, words in blocks if WORD not in words]


def _commented(data: bytes, document: Document, f: Finding, why: str) -> Iterator[bytes]:
    """The file with a comment above the block: one for the rule, and one for this finding alone."""
    suffix = Path(document.name).suffix.lower()
    why = why.replace("--", "–") if suffix in TAGGED else why  # two hyphens can end a comment
    if answer(document.name, f.rule, why) is None:
        return
    text = decode(data, document.name)
    start = Text(document).block(f.span.start).span.start
    place = FILE_LINE.search(document.source(start) or "")
    if not place and text != document.text:
        return
    starts = Lines(text).starts
    line = int(place[1]) if place else sum(s <= start for s in starts)
    at = starts[min(line, len(starts)) - 1]
    first = text[at:].partition("\n")[0]
    indent = first[: len(first) - len(first.lstrip())]
    end = "\r\n" if "\r\n" in text else "\n"
    for rule in (f.rule, f"{f.rule} {f.fingerprint}"):
        comment = f"{indent}{answer(document.name, rule, why)}{end * (2 if suffix in SPACED else 1)}"
        yield _encoded(data, text[:at] + comment + text[at:])


def _encoded(like: bytes, text: str) -> bytes:
    """A text as bytes, encoded as others are."""
    if is_wide(like):
        return like[:2] + text.encode("utf-16-le" if like[:2] == b"\xff\xfe" else "utf-16-be")
    return (MARK if like.startswith(MARK) else b"") + text.encode()
