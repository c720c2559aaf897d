"""Baseline: the commands that keep a list of known findings, "checker baseline create drafts/"."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .options import UNUSABLE, Packs, Paths, Published

if TYPE_CHECKING:
    from ..run import Step

BASELINE = Path("checker-baseline.jsonl")
File = Annotated[Path, typer.Option("--baseline", metavar="FILE", help="The list.")]

app = typer.Typer(help="Keep a list of known findings, so that only new ones fail a build.", no_args_is_help=True)


@app.command()
def create(paths: Paths, baseline: File = BASELINE, published: Published = None, packs: Packs = None) -> None:
    """Write down all that is found now as known."""
    code = _audited(baseline, paths, published, packs, f"baseline:{baseline}")
    typer.echo(f"{baseline}: {len(baseline.read_text('utf-8').splitlines())} known")
    raise typer.Exit(code)


@app.command()
def prune(paths: Paths, baseline: File = BASELINE, published: Published = None, packs: Packs = None) -> None:
    """Strike what is no longer found; nothing is struck where something could not be read."""
    from ..baseline import load, written
    from ..outputs import write

    book = load(baseline)
    code = _audited(baseline, paths, published, packs, f"baseline:{os.devnull}", book.apply)
    if code != UNUSABLE:
        write([written(book.found())], baseline)
        typer.echo(f"{baseline}: {len(book.gone())} gone, {len(book.found())} left")
    raise typer.Exit(code)


@app.command()
def status(paths: Paths, baseline: File = BASELINE, published: Published = None, packs: Packs = None) -> None:
    """Show what is new and what is gone; exit 1 if an error is new."""
    from ..baseline import load

    book = load(baseline)
    code = _audited(baseline, paths, published, packs, "text:-", book.apply, fail_on="error")
    for gone in book.gone():
        typer.echo(f"gone: {gone.document}: {gone.rule}: {gone.message}")
    raise typer.Exit(code)


def _audited(
    baseline: Path, paths: list[str], published: str | None, packs: list[Path] | None, output: str, *steps: Step,
    fail_on: str = "never",
) -> int:  # fmt: skip
    """The exit code of an audit of all but the list, with a report and steps."""
    from ..config import load
    from ..inputs import documents
    from ..run import Wanted, run
    from ..setup import engine

    made, troubles = engine(load(Path.cwd()).over(rules=packs))
    return run(made, documents(paths, [baseline]), Wanted("text", (output,), published, fail_on, steps=steps), troubles)
