"""Compare: the command that holds a text against what it was made from, "checker compare release.md article.md"."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from .options import FailOn, Format, Ignore, Judge, JudgeModel, Net, Output, Packs, Select

SourcesAndText = Annotated[
    list[str] | None, typer.Argument(metavar="SOURCE... TEXT", help="One source or more, then the text.")
]
Pairs = Annotated[
    Path | None,
    typer.Option("--pairs", metavar="FILE", help='JSON Lines of {"id", "source", "text", "kind"} instead.'),
]
Kind = Annotated[
    str, typer.Option("--kind", metavar="KIND", help="What the text is of its source: summary, translation, release.")
]


def compare(
    paths: SourcesAndText = None,
    pairs: Pairs = None,
    kind: Kind = "summary",
    format: Format = "text",
    output: Output = None,
    fail_on: FailOn = None,
    chosen: Select = None,
    ignored: Ignore = None,
    packs: Packs = None,
    allow_net: Net = False,
    judge: Judge = None,
    judge_model: JudgeModel = None,
    notes: Annotated[bool, typer.Option("--notes", help="Show notes as well as errors and warnings.")] = False,
    claims: Annotated[bool, typer.Option("--claims", help="List every claim of the text that was read.")] = False,
) -> None:
    """Hold a text against the source that it was made from: figures, dates, names, and words turned round.

    checker compare interview.txt summary.md

    checker compare original.ru.txt translation.md --kind translation

    checker compare --pairs summaries.jsonl --format jsonl

    checker compare interview.txt summary.md --judge http://127.0.0.1:8080/v1 --notes
    """
    from ..config import load
    from ..pairs import from_file, of_files
    from ..run import Wanted, run
    from ..setup import engine

    told = {"rules": packs, "select": chosen, "ignore": ignored, "judge": judge, "judge_model": judge_model}
    settled = load(Path.cwd()).over(**told, fail_on=fail_on)
    made, troubles = engine(settled, judging=True, net=allow_net or bool(judge))
    found = from_file(pairs) if pairs else of_files(paths or [], kind, allow_net)
    wanted = Wanted(format, tuple(output or ()), None, settled.fail_on, notes, claims)
    raise typer.Exit(run(made, found, wanted, troubles))
