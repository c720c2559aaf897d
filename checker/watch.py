"""Watch: texts heard again whenever they are saved, "checker audit drafts/ --watch"."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from .trouble import TroubleError


def saved(paths: list[str]) -> Iterator[list[str]]:
    """The files below some paths that were saved, each time some are; it ends with the user's Ctrl-C.

    Raises TroubleError where a path is no file and no folder, and where what watches is not installed.
    """
    missing = [p for p in paths if not Path(p).exists()]
    if missing:
        raise TroubleError(f"--watch: {', '.join(missing)}: no file and no folder")
    try:
        from watchfiles import Change, watch
    except ImportError as e:
        raise TroubleError("--watch needs what watches files: pip install 'claim-checker[watch]'") from e
    for changes in watch(*paths, raise_interrupt=False):
        files = sorted({file for change, file in changes if change != Change.deleted and Path(file).is_file()})
        if files:
            yield files


def keep(paths: list[str], own: list[Path], hear: Callable[[list[str]], int]) -> int:
    """Hears everything once, then what is saved but for the checker's own files, and returns how that ended last."""
    from .read import suffixes

    code, written = hear(paths), {path.resolve() for path in own}
    for files in saved(paths):
        texts = [f for f in files if Path(f).suffix.lower() in suffixes() and Path(f).resolve() not in written]
        code = hear(texts) if texts else code
    return code
