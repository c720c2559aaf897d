"""Config: the command that tells what is settled, and where, "checker config show --origin"."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(help="Tell what checker.toml, or [tool.checker] of pyproject.toml, settles.", no_args_is_help=True)


@app.callback()
def start() -> None:
    """Nothing of its own."""


@app.command()
def show(
    origin: Annotated[bool, typer.Option("--origin", help="Tell of each setting where it is from.")] = False,
) -> None:
    """Every setting as it holds in this folder, and the file that says so."""
    import msgspec

    from ..config import KEYS, load

    settings = load(Path.cwd())
    values = msgspec.to_builtins({key: getattr(settings, key.replace("-", "_")) for key in KEYS})
    for key, value in values.items():
        told = msgspec.json.encode(value).decode() if value is not None else "none"
        where = f"  # {settings.origins.get(key, 'as shipped')}" if origin else ""
        typer.echo(f"{key} = {told}{where}")
    typer.echo(f"from {settings.file}" if settings.file else "from nowhere: no checker.toml here or above")
