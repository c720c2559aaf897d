"""Review: the page on which an editor works through findings, and what was decided, "checker review drafts/"."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .compare import Kind
from .options import FactsFile, Ignore, Packs, Paths, RatesFile, Select

if TYPE_CHECKING:
    from ..review.shelf import Shelf

Kept = Annotated[Path, typer.Option("--book", metavar="FILE", help="Where decisions are kept.")]
Sources = Annotated[
    list[str] | None, typer.Option("--source", metavar="FILE", help="What the texts were made from; repeatable.")
]
Who = Annotated[str | None, typer.Option("--who", metavar="NAME", help="Who decides; your login, unless told.")]
PLACE = Path(".checker", "reviews.sqlite")


def review(
    paths: Paths,
    book: Kept = PLACE,
    who: Who = None,
    sources: Sources = None,
    kind: Kind = "summary",
    port: Annotated[int, typer.Option(help="Of 127.0.0.1; 0 is any that is free.")] = 0,
    browser: Annotated[bool, typer.Option("--open/--no-open", help="Open the page in a browser.")] = True,
    chosen: Select = None,
    ignored: Ignore = None,
    packs: Packs = None,
    rates: RatesFile = None,
    facts: FactsFile = None,
) -> None:
    """Work through findings on a page of this machine: accept, dismiss, fix; decisions survive edits (extra: review).

    A PATH may be a report of `checker audit --format json`: its texts are read again, and shown with its findings.

    checker review drafts/

    checker review report.json

    checker review translation.md --source original.ru.txt --kind translation
    """
    from ..config import load
    from ..review import serve
    from ..setup import engine
    from ..wording import visible

    _extra()
    settled = load(Path.cwd()).over(facts=facts, rates=rates, rules=packs, select=chosen, ignore=ignored)
    made, troubles = engine(settled)
    typer.echo(f"hearing {', '.join(paths)} ...", err=True)
    shelf = _shelf(paths, sources or [], kind)
    typer.echo("".join(f"checker: {visible(str(t))}\n" for t in (*troubles, *shelf.amiss)), nl=False, err=True)
    serve(shelf, made, book, who, port, browser, typer.echo)


def _extra() -> None:
    """Raises TroubleError where what the page needs is not installed."""
    from ..trouble import TroubleError

    try:
        import starlette  # noqa: F401
        import uvicorn  # noqa: F401
    except ImportError as e:
        raise TroubleError("the review page needs more: pip install 'claim-checker[review]'") from e


def _shelf(paths: list[str], sources: list[str], kind: str) -> Shelf:
    """What is reviewed. Raises TroubleError for a report that is none, or that stands beside other paths."""
    from ..review.opened import SUFFIX, opened
    from ..review.shelf import of_paths, of_sources
    from ..trouble import TroubleError

    reports = [Path(p) for p in paths if Path(p).suffix.lower() == SUFFIX and not Path(p).is_dir()]
    if reports and len(paths) > 1:
        raise TroubleError(f"{reports[0]}: a report is reviewed by itself, not beside other paths")
    if reports and sources:
        raise TroubleError(f"{reports[0]}: a report names its sources itself; leave out --source")
    if reports:
        return opened(reports[0])
    return of_sources(paths, sources, kind) if sources else of_paths(paths)


def stats(book: Kept = PLACE) -> None:
    """Tell how often the findings of each rule were judged right in this newsroom."""
    from ..review.book import VERDICTS, Book, precision
    from ..trouble import TroubleError

    if not book.is_file():
        raise TroubleError(f"{book}: nothing was decided yet; `checker review` keeps decisions there")
    typer.echo(f"{'rule':<32}{''.join(f'{v:>11}' for v in VERDICTS)}{'precision':>11}")
    for rule, n, right in precision(Book(book).standing().values()):
        typer.echo(f"{rule:<32}{''.join(f'{n[v]:>11}' for v in VERDICTS)}{right:>11.0%}")
