"""Opened: a report as JSON with the texts that it tells of read again, "report.json"."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import msgspec

from ..contract import SCHEMA, Checked, Contradicted, DocumentOut, Place, ReportOut, Undecided
from ..inputs import STDIN, documents
from ..model import Audit, Document, Finding, Made, Span
from ..pairs import joined, told
from ..trouble import TroubleError
from ..web import is_address
from .shelf import Shelf

SUFFIX = ".json"
Said = Contradicted | Checked | Undecided


class Text(msgspec.Struct, frozen=True):
    """A text of a report: its file as it was read again, and what the report says of it."""

    own: Document
    audit: Audit

    def again(self) -> Document:
        """The text as it stands now, its language and its day still those that whoever audited it gave it."""
        before = self.audit.document
        originals = tuple(told(_read(d.name)) for d in before.originals)
        now = _read(self.own.name)
        given = before.published if before.published != self.own.published else now.published
        now = msgspec.structs.replace(now, lang=before.lang, published=given)
        return joined(now, originals, before.made) if originals else now


def opened(path: Path, made: Made = "summary") -> Shelf:
    """The texts of a report, each with what the report says of it; made is what they are of their sources.

    Raises TroubleError where it is no report, or none of its texts can be read again as it was.
    """
    report = _report(path)
    found = [_text(d, path, made) for d in report.documents]
    texts = [t for t in found if isinstance(t, Text)]
    amiss = tuple(e for e in found if isinstance(e, TroubleError))
    if amiss and not texts:
        raise TroubleError("; ".join(map(str, amiss)))
    files = tuple(dict.fromkeys(d.name for t in texts for d in (t.own, *t.audit.document.originals)))
    return Shelf(files, lambda: _again(texts), {t.own.name: t.audit for t in texts}, amiss)


def _report(path: Path) -> ReportOut:
    try:
        report = msgspec.json.decode(path.read_bytes(), type=ReportOut)
    except OSError as e:
        raise TroubleError(f"{path}: cannot be read: {e.strerror or e}") from e
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as e:
        raise TroubleError(f"{path}: not a report ({e}); `checker audit --format json` writes one") from e
    if report.schema != SCHEMA:
        raise TroubleError(f"{path}: a report of schema {report.schema}; this checker reads {SCHEMA}")
    return report


def _text(said: DocumentOut, path: Path, made: Made) -> Text | TroubleError:
    """A text of a report; or why it cannot be reviewed."""
    known = () if isinstance(said.known, msgspec.UnsetType) else said.known
    every: tuple[Said, ...] = (*said.findings, *said.checked, *said.undecided, *known)
    try:
        own = _read(said.name)
        if hashlib.sha256(own.text.encode("utf-8", "surrogatepass")).hexdigest() != said.sha256:
            raise TroubleError(f"{said.name}: changed since it was audited")
        names = dict.fromkeys(w.doc for f in every for w in f.witnesses if w.doc)
        originals = tuple(told(_read(name)) for name in names)
        document = joined(own, originals, made) if originals else own
        document = msgspec.structs.replace(document, lang=said.lang, published=_day(said.published))
        heard = (tuple(_finding(f, document) for f in some) for some in (said.findings, said.checked, said.undecided))
        findings, checked, undecided = heard
        answered = tuple(_finding(f, document) for f in known)
        return Text(own, Audit(document, findings, checked, undecided, known=answered))
    except TroubleError as e:
        return TroubleError(f"{path}: {e}")


def _read(name: str) -> Document:
    """One text by its name. Raises TroubleError where it is not there."""
    if name == str(STDIN) or is_address(name):
        raise TroubleError(f"{name}: no file, so it cannot be read again")
    if not Path(name).is_file():
        raise TroubleError(f"{name}: missing, there is no such file")
    found = list(documents([name]))
    if len(found) != 1 or isinstance(found[0], TroubleError):
        raise TroubleError(f"{name}: changed since it was audited: {found[0] if found else 'it holds nothing'}")
    return found[0]


def _day(published: str | None) -> date | None:
    try:
        return date.fromisoformat(published) if published else None
    except ValueError:
        raise TroubleError(f"{published}: not a day") from None


def _finding(said: Said, document: Document) -> Finding:
    """A finding as a report tells it. Raises TroubleError where its words do not stand where it says."""
    loud = said if isinstance(said, Contradicted) else None
    return Finding(
        rule=said.rule,
        message=said.message,
        confidence=said.confidence,
        span=_span(said, document),
        witnesses=tuple(_span(w, document) for w in said.witnesses),
        facts=said.facts,
        fingerprint=said.fingerprint,
        severity=loud.severity if loud else None,
        suggestion=loud.suggestion if loud else None,
        reason=said.reason if isinstance(said, Undecided) else None,
    )


def _span(place: Place, document: Document) -> Span:
    names = [d.name for d in document.originals]
    n = names.index(place.doc) + 1 if place.doc in names else 0
    words = (document.originals[n - 1] if n else document).text
    if not 0 <= place.start <= place.end <= len(words) or words[place.start : place.end] != place.text:
        raise TroubleError(
            f"{place.doc or document.name}: changed since it was audited: no “{place.text}” at {place.start}"
        )
    return Span(place.start, place.end, n)


def _again(texts: Iterable[Text]) -> Iterator[Document | TroubleError]:
    for text in texts:
        try:
            yield text.again()
        except TroubleError as e:
            yield e
