"""Start: what a newsroom begins with, "checker.toml, a workflow, and what is known already"."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from shlex import quote

from .outputs import write
from .trouble import TroubleError

TEMPLATES = Path(__file__).parent / "templates"
WORKFLOWS = {"github": Path(".github/workflows/checker.yml"), "gitlab": Path("checker.gitlab-ci.yml")}
CONFIG = Path("checker.toml")
BASELINE = Path("checker-baseline.jsonl")  # as that settles
PLACE = "$PATHS"  # in a template: what is audited


def files(ci: str, paths: list[str]) -> Iterator[tuple[Path, str]]:
    """The files to write, with what they hold. Raises TroubleError for a workflow that there is not."""
    if ci not in (*WORKFLOWS, "none"):
        raise TroubleError(f"--ci {ci}: there are {', '.join(WORKFLOWS)} and none")
    yield CONFIG, (TEMPLATES / CONFIG.name).read_text("utf-8")
    if ci in WORKFLOWS:
        told = (TEMPLATES / f"{ci}.yml").read_text("utf-8")
        yield WORKFLOWS[ci], told.replace(PLACE, " ".join(map(quote, paths)))


def begin(folder: Path, ci: str, paths: list[str], force: bool) -> list[Path]:
    """Writes them below a folder, and returns where. Raises TroubleError where one is there already."""
    wanted = [(folder / path, told) for path, told in files(ci, paths)]
    there = [path for path in (*(path for path, _ in wanted), folder / BASELINE) if path.exists()]
    if there and not force:
        raise TroubleError(f"{', '.join(map(str, there))}: there already; --force writes it anew")
    for path, told in wanted:
        path.parent.mkdir(parents=True, exist_ok=True)
        write([told], path)
    return [path for path, _ in wanted]
