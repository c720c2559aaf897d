"""Options: what several commands ask in the same way, "--published 2015-04-07"."""

from __future__ import annotations

from pathlib import Path
from pkgutil import iter_modules
from typing import Annotated

import typer

UNUSABLE = 2  # exit code
FORMATS = ", ".join(m.name for m in iter_modules([str(Path(__file__).parent.parent / "report")]))

Paths = Annotated[
    list[str], typer.Argument(metavar="PATH...", help="Files, folders, globs, addresses, or - for standard input.")
]
Format = Annotated[str, typer.Option("--format", "-f", metavar="FORMAT", help=f"How it is told: {FORMATS}.")]
Output = Annotated[
    list[str] | None,
    typer.Option(
        "--output",
        "-o",
        metavar="[FORMAT:]FILE",
        help="Write there, whole or not at all, instead of to the screen (-); may be repeated.",
    ),
]
Packs = Annotated[
    list[Path] | None,
    typer.Option("--rules", metavar="PACK", help="A rule pack (YAML) beside the shipped ones; may be repeated."),
]
Published = Annotated[
    str | None, typer.Option(metavar="YYYY-MM-DD", help="The day the text speaks from, if not the one it names.")
]
FailOn = Annotated[
    str | None,
    typer.Option(
        metavar="SEVERITY", help="Exit with 1 from this severity up: error (the default), warning, note or never."
    ),
]
Select = Annotated[
    list[str] | None,
    typer.Option("--select", metavar="RULE", help="Only these rules or families; may be repeated."),
]
Ignore = Annotated[
    list[str] | None, typer.Option("--ignore", metavar="RULE", help="Not these rules or families; may be repeated.")
]
RatesFile = Annotated[
    Path | None, typer.Option("--rates", metavar="CSV", help="House rates, which win: date,base,quote,rate,source.")
]
FactsFile = Annotated[
    list[Path] | None,
    typer.Option(
        "--facts", metavar="CSV", help="House facts: subject,predicate,object,from,to,source; may be repeated."
    ),
]
Live = Annotated[
    bool, typer.Option("--live-rates", help="Ask a service for rates that the tables lack (needs a network).")
]
Net = Annotated[bool, typer.Option("--allow-net", help="Fetch inputs that are addresses, https://… (needs a network).")]
Judge = Annotated[
    str | None,
    typer.Option(
        "--judge",
        metavar="FOLDER|URL",
        help="Ask a model whether sentences contradict the source's: an ONNX folder (extra: judge), or an address that "
        "speaks as OpenAI's does (needs a network; its key in CHECKER_JUDGE_KEY).",
    ),
]
JudgeModel = Annotated[
    str | None, typer.Option("--judge-model", metavar="NAME", help="The model to ask for at the address of the judge.")
]
Fresh = Annotated[bool, typer.Option("--no-cache", help="Hear every text anew, and keep nothing.")]
Watch = Annotated[bool, typer.Option("--watch", help="Hear texts again whenever they are saved (extra: watch).")]
Known = Annotated[
    Path | None, typer.Option("--baseline", metavar="FILE", help="What it lists is known, and fails nothing.")
]
KnownAt = Annotated[
    str | None,
    typer.Option(metavar="REF", help="What a document had at this commit is known, and fails nothing."),
]
Changed = Annotated[
    str | None,
    typer.Option(metavar="REF", help="Only changed documents, and findings of which a place has changed since REF."),
]
