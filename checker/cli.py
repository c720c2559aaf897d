"""Cli: the commands, each a thin door to one public function, "checker audit article.md"."""

from __future__ import annotations

import sys
from pathlib import Path
from pkgutil import iter_modules
from typing import Annotated

import typer

from . import __version__
from .trouble import TroubleError

UNUSABLE = 2  # exit code

app = typer.Typer(
    help="Finds where a text contradicts itself, arithmetic, the exchange rate or a reference table.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

Paths = Annotated[list[str], typer.Argument(metavar="PATH...", help="Files, folders, globs, or - for standard input.")]
FORMATS = ", ".join(m.name for m in iter_modules([str(Path(__file__).parent / "report")]))
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
    str, typer.Option(metavar="SEVERITY", help="Exit with 1 from this severity up: error, warning, note or never.")
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
Live = Annotated[
    bool, typer.Option("--live-rates", help="Ask a service for rates that the tables lack (needs a network).")
]


@app.callback(invoke_without_command=True)
def start(
    version: Annotated[bool, typer.Option("--version", help="Print the version and stop.", is_eager=True)] = False,
) -> None:
    """Nothing of its own but --version."""
    if version:
        typer.echo(f"checker {__version__}")
        raise typer.Exit


@app.command()
def audit(
    paths: Paths,
    published: Published = None,
    format: Format = "text",
    output: Output = None,
    fail_on: FailOn = "error",
    chosen: Select = None,
    ignored: Ignore = None,
    packs: Packs = None,
    rates: RatesFile = None,
    live_rates: Live = False,
    notes: Annotated[bool, typer.Option("--notes", help="Show notes as well as errors and warnings.")] = False,
    claims: Annotated[bool, typer.Option("--claims", help="List every claim that was read.")] = False,
) -> None:
    """Audit texts: exit 0 if nothing is contradicted, 1 if something is, 2 if something could not be read.

    checker audit article.md

    checker audit drafts/ --output text:- --output sarif:report.sarif

    checker audit - --published 2015-04-07 < wire.txt
    """
    from .engine import Engine
    from .facts import standard as shipped_facts
    from .rates import standard as embedded_rates
    from .rules import gather
    from .run import Wanted, run

    chosen_rules, troubles = gather(packs or (), chosen or (), ignored or ())
    engine = Engine(chosen_rules, embedded_rates(rates, live_rates), shipped_facts())
    wanted = Wanted(format, tuple(output or ()), published, fail_on, notes, claims)
    raise typer.Exit(run(engine, paths, wanted, troubles))


@app.command()
def claims(paths: Paths, format: Format = "text", output: Output = None, published: Published = None) -> None:
    """List what a text claims, as the checker reads it: every figure with its meaning, nothing judged."""
    from .engine import Engine
    from .facts import standard as shipped_facts
    from .rates import standard as embedded_rates
    from .run import Wanted, run

    engine = Engine((), embedded_rates(), shipped_facts())
    raise typer.Exit(run(engine, paths, Wanted(format, tuple(output or ()), published, claims=True)))


@app.command()
def rules(
    packs: Packs = None,
    markdown: Annotated[bool, typer.Option("--markdown", help="As a page, with examples.")] = False,
) -> None:
    """List the rules: id, severity and why."""
    from . import catalogue
    from .rules import load

    shown = catalogue.page if markdown else catalogue.table
    typer.echo(shown(load(packs or ())))


@app.command()
def explain(rule: Annotated[str, typer.Argument(metavar="RULE")], packs: Packs = None) -> None:
    """Explain a rule, or a family of rules: what it catches, why, how it decides, and what it lets pass."""
    from . import catalogue
    from .rules import load, select

    typer.echo("\n\n".join(catalogue.entry(r) for r in select(load(packs or ()), [rule])))


@app.command()
def schema() -> None:
    """Print the JSON Schema of `--format json`; a line of jsonl is one of its documents."""
    from .contract import schema as text

    typer.echo(text())


def main() -> None:
    """The command `checker`."""
    try:
        app(prog_name="checker")
    except TroubleError as e:
        from .wording import visible

        typer.echo(f"checker: {visible(str(e))}", err=True)
        sys.exit(UNUSABLE)
