"""Cli: the commands, each a thin door to one public function, "checker audit article.md"."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from .. import __version__
from ..trouble import TroubleError
from . import audit, baseline, cache, compare, config, corpus, editor, review, rules
from . import start as begin
from .options import UNUSABLE

app = typer.Typer(
    help="Finds where a text contradicts itself, arithmetic, the exchange rate or a reference table.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for command in (
    *(audit.audit, compare.compare, audit.claims, rules.rules, rules.explain, rules.schema),
    *(begin.init, review.review, review.stats, editor.lsp),
):
    app.command()(command)
app.add_typer(baseline.app, name="baseline")
app.add_typer(config.app, name="config")
app.add_typer(cache.app, name="cache")
app.add_typer(corpus.app, name="corpus")


@app.callback(invoke_without_command=True)
def start(
    version: Annotated[bool, typer.Option("--version", help="Print the version and stop.", is_eager=True)] = False,
) -> None:
    """Nothing of its own but --version."""
    if version:
        typer.echo(f"checker {__version__}")
        raise typer.Exit


def main() -> None:
    """The command `checker`."""
    try:
        app(prog_name="checker")
    except TroubleError as e:
        from ..wording import visible

        typer.echo(f"checker: {visible(str(e))}", err=True)
        sys.exit(UNUSABLE)
