"""Run: many inputs through one engine into one report, "drafts/ as JSON into report.json, exit code 1"."""

from __future__ import annotations

import sys
import time
import traceback
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import reduce
from pathlib import Path
from types import ModuleType
from typing import Any

import msgspec
import typer

from . import registry
from .engine import Engine
from .lang.guess import guess
from .model import SEVERITIES, Audit, Document
from .outputs import write, write_folder
from .rules import Rule
from .trouble import TroubleError
from .wording import visible

BEAT = 0.5  # seconds between two lines of progress
FAILED, UNUSABLE = 1, 2  # exit codes
Step = Callable[[Audit], Audit]  # what sets aside findings that are not to be reported
Found = Iterable[Document | TroubleError]  # the documents, and in place of what cannot be read its trouble
Emit = Callable[[Iterable[Audit], tuple[Rule, ...]], None]  # what tells audits to a user


class Tally:
    """Counts what goes by, so that a run knows how it ended; shows progress where standard error is a terminal."""

    def __init__(self, failing: frozenset[str]) -> None:
        self.failing = failing
        self.documents = self.findings = 0
        self.failed = self.troubled = self.shown = False
        self._beat = time.monotonic() + BEAT

    def add(self, audit: Audit) -> Audit:
        """Notes an audit and hands it on."""
        self.documents += 1
        self.findings += len(audit.findings)
        self.failed |= any(f.severity in self.failing for f in audit.findings)
        if sys.stderr.isatty() and time.monotonic() > self._beat:
            self._beat, self.shown = time.monotonic() + BEAT, True
            typer.echo(f"\r{self.documents:,} documents, {self.findings:,} findings", nl=False, err=True)
        return audit

    def trouble(self, e: TroubleError) -> None:
        """Says what cannot be used; the run goes on."""
        self.troubled = True
        typer.echo(f"checker: {visible(str(e))}", err=True)

    def code(self) -> int:
        """How the run ended: 2 where something could not be used, 1 where something is contradicted, else 0."""
        if self.shown:
            typer.echo("", err=True)
        return UNUSABLE if self.troubled else FAILED if self.failed else 0


class Wanted(msgspec.Struct, frozen=True):
    """What a user wants of a run: the report's format, where reports go, the texts' day, what fails, what is shown.

    Each output is a file, "report.txt", or a format and its file, "sarif:report.sarif"; the file - is the screen.
    keep tells which documents to audit; steps set aside what is not to be reported. languages are those that the texts
    are in, where that is settled.
    """

    format: str
    outputs: tuple[str, ...] = ()
    published: str | None = None
    fail_on: str = "never"
    notes: bool = False
    claims: bool = False
    keep: Callable[[Document], bool] | None = None
    steps: tuple[Step, ...] = ()
    languages: tuple[str, ...] = ()


def run(engine: Engine, found: Found, wanted: Wanted, troubles: Iterable[TroubleError] = ()) -> int:
    """Audits what was found, writes the report, and returns the exit code; troubles are what was amiss before.

    Raises TroubleError where the day, the severity, the format or the output cannot be used.
    """
    tally, day = Tally(_from(wanted.fail_on)), _day(wanted.published)
    wanted_reports = [_output(o, wanted.format) for o in wanted.outputs or ("-",)]
    for e in troubles:
        tally.trouble(e)
    shown = SEVERITIES if wanted.notes or wanted.fail_on == "note" else SEVERITIES[:2]
    audits = _audited(_dated(found, day, wanted.languages, tally), engine, wanted, tally)
    told: Iterable[Audit] = (tally.add(_only(a, shown)) for a in audits)
    if len(wanted_reports) > 1:
        told = list(told)  # each of the reports goes through them
    for emit in wanted_reports:
        emit(told, engine.rules)
    engine.close()
    return tally.code()


def _from(severity: str) -> frozenset[str]:
    """The severities from one up. Raises TroubleError for a word that is none."""
    ladder = ("never", *SEVERITIES)
    if severity not in ladder:
        raise TroubleError(f"--fail-on {severity}: there are {', '.join(SEVERITIES)} and never")
    return frozenset(ladder[1 : ladder.index(severity) + 1])


def _day(published: str | None) -> date | None:
    try:
        return date.fromisoformat(published) if published else None
    except ValueError:
        raise TroubleError(f"--published {published}: not a day; write it as 2015-04-07") from None


def _dated(found: Found, day: date | None, languages: tuple[str, ...], tally: Tally) -> Iterator[Document]:
    """The documents, of the given day and in one of the given languages; what could not be read goes to the tally."""
    for d in found:
        if isinstance(d, TroubleError):
            tally.trouble(d)
            continue
        told: dict[str, Any] = {"published": day} if day else {}
        if languages and (d.lang not in languages or len(languages) > 1):
            told["lang"] = languages[0] if len(languages) == 1 else guess(d.text, languages)
        yield msgspec.structs.replace(d, **told) if told else d


def _audited(found: Iterable[Document], engine: Engine, wanted: Wanted, tally: Tally) -> Iterator[Audit]:
    """The audits; a document that trips the checker itself is told, and does not take the others with it."""
    for d in found:
        try:
            if wanted.keep is None or wanted.keep(d):
                yield reduce(lambda audit, step: step(audit), wanted.steps, engine.audit(d, wanted.claims))
        except TroubleError as e:
            tally.trouble(e)
        except Exception as e:
            place = traceback.extract_tb(e.__traceback__)[-1]
            where = f"{Path(place.filename).name}, line {place.lineno}"
            tally.trouble(TroubleError(f"{d.name}: a mistake of the checker's own, please report it: {e!r} ({where})"))


def _only(audit: Audit, severities: tuple[str, ...]) -> Audit:
    kept = tuple(f for f in audit.findings if f.severity in severities)
    return msgspec.structs.replace(audit, findings=kept)


def _output(told: str, form: str) -> Emit:
    """What writes a report to the screen or a file, or where the format has a page for each document to a folder."""
    form, told = _form(told, form)
    report, path = _report(form), Path(told)
    if told == "-" or not (told.endswith("/") or path.is_dir()):
        return lambda audits, rules: write(report.report(audits, rules), None if told == "-" else path)
    if not hasattr(report, "pages"):
        raise TroubleError(f"--output {told}: a folder, and {form} is one file; name it")
    return lambda audits, rules: write_folder(report.pages(audits, rules), path)


def written(outputs: Iterable[str]) -> list[Path]:
    """The files that some outputs are written to."""
    return [Path(file) for _, file in (_form(told, "") for told in outputs) if file != "-"]


def _form(told: str, form: str) -> tuple[str, str]:
    """An output's format, if it names none the given one, and its file."""
    before, colon, file = told.partition(":")
    named = colon and before.isalpha() and len(before) > 1  # one letter is a drive
    return (before, file) if named else (form, told)


def _report(form: str) -> ModuleType:
    known = registry.names("checker.report")
    if form not in known:
        raise TroubleError(f"--format {form}: no such format; there are {', '.join(known)}")
    return registry.room("checker.report", form)
