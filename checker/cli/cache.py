"""Cache: the commands about what is kept from run to run, "checker cache clear"."""

from __future__ import annotations

import typer

app = typer.Typer(
    help="The audits, and what a judge said, that are kept, so that unchanged texts cost nothing.", no_args_is_help=True
)


@app.command()
def where() -> None:
    """The file that they are kept in."""
    from ..cache import place

    typer.echo(str(place()))


@app.command()
def clear() -> None:
    """Remove them; nothing but time is lost, and what a judge takes for its answers."""
    from .. import cache

    typer.echo(f"{cache.clear(cache.place()) + cache.clear(cache.opinions()):,} bytes removed")
