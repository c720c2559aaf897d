"""Corpus: the commands over many documents, "checker corpus audit archive.jsonl --out archive/"."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .options import FactsFile, Ignore, Packs, RatesFile, Select

if TYPE_CHECKING:
    from ..corpus.conflicts import Conflict
    from ..corpus.progress import Progress

app = typer.Typer(
    help="Audit an archive into tables; tell what its texts tell in different ways.", no_args_is_help=True
)

UNKEPT = "this system keeps no process to --memory; a document may take what there is"
Home = Annotated[Path, typer.Argument(metavar="DIR", help="A folder that `corpus audit` has made.")]


@app.command()
def audit(
    inputs: Annotated[
        list[str], typer.Argument(metavar="INPUT...", help="JSON Lines, Parquet, CSV, WARC, folders, s3://.")
    ],
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="Where the tables go; a stopped run goes on.")],
    workers: Annotated[int, typer.Option(help="Processes, or workers of a local cluster.")] = 0,
    scheduler: Annotated[str | None, typer.Option(metavar="ADDRESS", help="Dask: tcp://host:8786, or local.")] = None,
    seconds: Annotated[float, typer.Option(help="After which a document is given up.")] = 30.0,
    memory: Annotated[
        int,
        typer.Option(metavar="MB", help="That a document may take beyond what its process has; 0: any."),
    ] = 1024,
    batch: Annotated[int, typer.Option(help="Documents that are heard and written at once.")] = 200,
    restart: Annotated[bool, typer.Option("--restart", help="Make it anew, with other rules or inputs.")] = False,
    chosen: Select = None,
    ignored: Ignore = None,
    packs: Packs = None,
    rates: RatesFile = None,
    facts: FactsFile = None,
) -> None:
    """Audit a corpus into Parquet tables: documents, claims, findings, checked, undecided, failures, conflicts.

    checker corpus audit archive.jsonl --out archive/

    checker corpus audit 's3://wire/2015/*.parquet' --out wire/ --scheduler tcp://scheduler:8786
    """
    from ..config import load
    from ..corpus import run
    from ..corpus.memory import KEPT
    from ..setup import engine

    settled = load(Path.cwd()).over(facts=facts, rates=rates, rules=packs, select=chosen, ignore=ignored)
    made, troubles = engine(settled)
    for e in (*troubles, *([UNKEPT] if memory and not KEPT and not scheduler else ())):
        typer.echo(f"checker: {e}", err=True)
    order, crew = run.order(settled, out, seconds, memory), workers or os.cpu_count() or 1
    _told(out, partial(run.run, inputs, order, made.rules, crew, scheduler, restart, batch))
    raise typer.Exit(2 if troubles else 0)


def _told(out: Path, hear: Callable[[], tuple[Progress, list[Conflict]]]) -> None:
    """Hears a corpus, and says what came of it."""
    from ..corpus.conflicts import counted

    try:
        done, conflicts = hear()
    except KeyboardInterrupt:
        typer.echo(f"stopped; the same command goes on where it was, in {out}", err=True)
        raise typer.Exit(130) from None
    found = counted(conflicts)
    heard = _counts(document=done.documents, finding=done.findings, failure=done.failures)
    typer.echo(f"{heard}; between documents {_counts(conflict=found['conflicts'], update=found['updates'])}; in {out}")


def _counts(**counts: int) -> str:
    from ..wording import counted

    return ", ".join(counted(n, what) for what, n in counts.items())


@app.command()
def report(
    folder: Home,
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="The page.")] = Path("corpus.html"),
) -> None:
    """Write a page of a corpus: charts, its worst documents, and what is told in different ways."""
    from ..corpus.report import report as told
    from ..outputs import write

    write(told(folder, output.parent), output)
    typer.echo(f"wrote {output}")


@app.command()
def diff(before: Home, after: Home) -> None:
    """Tell what the findings of two runs have not alike: new, gone, changed."""
    from ..corpus.diff import diff as told
    from ..wording import visible

    for how, doc, rule, message in told(before, after):
        typer.echo(visible(f"{how}: {doc}: {rule}: {message}"))
