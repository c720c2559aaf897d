"""Rules: the commands that tell what is checked, "checker explain money/wrong-conversion"."""

from __future__ import annotations

from typing import Annotated

import typer

from .options import Packs


def rules(
    packs: Packs = None,
    markdown: Annotated[bool, typer.Option("--markdown", help="As a page, with examples.")] = False,
) -> None:
    """List the rules: id, severity and why."""
    from .. import catalogue
    from ..rules import load

    shown = catalogue.page if markdown else catalogue.table
    typer.echo(shown(load(packs or ())))


def explain(rule: Annotated[str, typer.Argument(metavar="RULE")], packs: Packs = None) -> None:
    """Explain a rule, or a family of rules: what it catches, why, how it decides, and what it lets pass."""
    from .. import catalogue
    from ..rules import load, select

    typer.echo("\n\n".join(catalogue.entry(r) for r in select(load(packs or ()), [rule])))


def schema() -> None:
    """Print the JSON Schema of `--format json`; a line of jsonl is one of its documents."""
    from ..contract import schema as text

    typer.echo(text())
