"""Audit: the commands that read texts, "checker audit article.md", "checker claims article.md"."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .options import (
    Changed,
    FactsFile,
    FailOn,
    Format,
    Fresh,
    Ignore,
    Known,
    KnownAt,
    Live,
    Net,
    Output,
    Packs,
    Paths,
    Published,
    RatesFile,
    Select,
    Watch,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..engine import Engine
    from ..model import Document
    from ..run import Step

    Aside = tuple[Callable[[Document], bool] | None, tuple[Step, ...]]


def audit(
    paths: Paths,
    published: Published = None,
    format: Format = "text",
    output: Output = None,
    fail_on: FailOn = None,
    chosen: Select = None,
    ignored: Ignore = None,
    packs: Packs = None,
    rates: RatesFile = None,
    facts: FactsFile = None,
    live_rates: Live = False,
    allow_net: Net = False,
    baseline: Known = None,
    baseline_commit: KnownAt = None,
    changed: Changed = None,
    fresh: Fresh = False,
    watch: Watch = False,
    notes: Annotated[bool, typer.Option("--notes", help="Show notes as well as errors and warnings.")] = False,
    claims: Annotated[bool, typer.Option("--claims", help="List every claim that was read.")] = False,
) -> None:
    """Audit texts: exit 0 if nothing is contradicted, 1 if something is, 2 if something could not be read.

    checker audit article.md

    checker audit drafts/ --baseline checker-baseline.jsonl --changed origin/main
    """
    from ..config import load
    from ..inputs import documents
    from ..run import Wanted, run, written
    from ..setup import engine

    told = {"facts": facts, "rates": rates, "rules": packs, "select": chosen, "ignore": ignored, "fail_on": fail_on}
    settled = (shared := load(Path.cwd())).over(**told, baseline=baseline, cache=False if fresh else None)
    made, troubles = engine(settled, live_rates)
    aside, languages = _aside(made, settled.baseline, baseline_commit, changed), tuple(settled.languages)
    wanted = Wanted(format, tuple(output or ()), published, settled.fail_on, notes, claims, *aside, languages)
    own = [*written(output or ()), *(Path(book) for book in (shared.baseline, settled.baseline) if book)]
    raise typer.Exit(_heard(paths, own, watch, lambda p: run(made, documents(p, own, allow_net), wanted, troubles)))


def _heard(paths: list[str], own: list[Path], again: bool, hear: Callable[[list[str]], int]) -> int:
    """Hears the texts once, or whenever they are saved; own are files that the checker writes."""
    if not again:
        return hear(paths)
    from ..watch import keep

    return keep(paths, own, hear)


def _aside(engine: Engine, baseline: str | None, commit: str | None, changed: str | None) -> Aside:
    """Which documents are looked at, and what sets findings aside; nothing is loaded where neither is wanted."""
    if not (baseline or commit or changed):
        return None, ()
    from .. import history

    keep = history.is_changed(changed) if changed else None
    return keep, history.aside(engine, baseline, commit, changed)


def claims(
    paths: Paths,
    format: Format = "text",
    output: Output = None,
    published: Published = None,
    allow_net: Net = False,
) -> None:
    """List what a text claims, as the checker reads it: every figure with its meaning, nothing judged."""
    from ..engine import Engine
    from ..facts import standard as shipped_facts
    from ..inputs import documents
    from ..rates import standard as embedded_rates
    from ..run import Wanted, run

    engine = Engine((), embedded_rates(), shipped_facts())
    raise typer.Exit(
        run(engine, documents(paths, net=allow_net), Wanted(format, tuple(output or ()), published, claims=True))
    )
