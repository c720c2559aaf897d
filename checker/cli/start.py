"""Start: the command that a newsroom begins with, "checker init articles/"."""

from __future__ import annotations

import os
from pathlib import Path
from shlex import quote
from typing import Annotated

import typer


def init(
    paths: Annotated[
        list[str] | None, typer.Argument(metavar="PATH...", help="What is audited; all, if not told.")
    ] = None,
    ci: Annotated[str, typer.Option(metavar="WHERE", help="The workflow to write: github, gitlab or none.")] = "github",
    force: Annotated[bool, typer.Option("--force", help="Write anew what is there.")] = False,
) -> None:
    """Begin: write checker.toml, a workflow, and a first baseline of what is found now, and say what to do next.

    checker init articles/

    checker init articles/ --ci gitlab
    """
    from ..config import load
    from ..inputs import documents
    from ..run import Wanted, run
    from ..setup import engine
    from ..start import begin

    wanted = paths or ["."]
    for path in begin(Path.cwd(), ci, wanted, force):
        typer.echo(f"wrote {path.relative_to(Path.cwd())}")
    settled = load(Path.cwd())
    assert settled.baseline
    made, troubles = engine(settled)
    run(
        made,
        documents(wanted, [Path(settled.baseline)]),
        Wanted("baseline", (f"baseline:{settled.baseline}",)),
        troubles,
    )
    known = sum(1 for _ in Path(settled.baseline).read_text("utf-8").splitlines())
    typer.echo(f"wrote {Path(settled.baseline).name}: {known} findings are known now, and fail nothing")
    told = " ".join(map(quote, wanted))
    if ci == "gitlab":
        typer.echo("next: in .gitlab-ci.yml, `include: checker.gitlab-ci.yml`;")
    typer.echo(f"next: commit these files; mend what `checker audit {told} --baseline {os.devnull}` shows;")
    typer.echo(f"then `checker baseline prune {told}` takes it off the list")
