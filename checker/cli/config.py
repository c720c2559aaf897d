"""Config: the command that tells what is settled, and where, "checker config show"."""

from __future__ import annotations

from pathlib import Path

import typer

app = typer.Typer(help="Tell what checker.toml, or [tool.checker] of pyproject.toml, settles.", no_args_is_help=True)


@app.callback()
def start() -> None:
    """Nothing of its own."""


@app.command()
def show() -> None:
    """Every setting as it holds in this folder, and the file that says so."""
    import msgspec

    from ..config import KEYS, load

    settings = load(Path.cwd())
    values = msgspec.to_builtins({key: getattr(settings, key.replace("-", "_")) for key in KEYS})
    for key, value in values.items():
        told = msgspec.json.encode(value).decode() if value is not None else "none"
        typer.echo(f"{key} = {told}")
    typer.echo(f"from {settings.file}" if settings.file else "from nowhere: no checker.toml here or above")
