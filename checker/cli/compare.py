"""Compare: the command that holds a text against what it was made from, "checker compare release.md article.md"."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from .options import FailOn, Format, Ignore, Net, Output, Packs, Select


def compare(
    paths: Annotated[
        list[str] | None, typer.Argument(metavar="SOURCE... TEXT", help="One source or more, then the text.")
    ] = None,
    pairs: Annotated[
        Path | None,
        typer.Option("--pairs", metavar="FILE", help='JSON Lines of {"id", "source", "text", "kind"} instead.'),
    ] = None,
    kind: Annotated[
        str,
        typer.Option("--kind", metavar="KIND", help="What the text is of its source: summary, translation, release."),
    ] = "summary",
    format: Format = "text",
    output: Output = None,
    fail_on: FailOn = None,
    chosen: Select = None,
    ignored: Ignore = None,
    packs: Packs = None,
    allow_net: Net = False,
    notes: Annotated[bool, typer.Option("--notes", help="Show notes as well as errors and warnings.")] = False,
    claims: Annotated[bool, typer.Option("--claims", help="List every claim of the text that was read.")] = False,
) -> None:
    """Hold a text against the source that it was made from: figures, dates, names, and words turned round.

    checker compare interview.txt summary.md

    checker compare original.ru.txt translation.md --kind translation

    checker compare --pairs summaries.jsonl --format jsonl
    """
    from ..config import load
    from ..pairs import from_file, of_files
    from ..run import Wanted, run
    from ..setup import engine

    settled = load(Path.cwd()).over(rules=packs, select=chosen, ignore=ignored, fail_on=fail_on)
    made, troubles = engine(settled)
    found = from_file(pairs) if pairs else of_files(paths or [], kind, allow_net)
    wanted = Wanted(format, tuple(output or ()), None, settled.fail_on, notes, claims)
    raise typer.Exit(run(made, found, wanted, troubles))
