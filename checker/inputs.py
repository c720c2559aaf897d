"""Inputs: what a user names on the command line, as documents, "article.md drafts/ '**/*.txt' -"."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from glob import iglob
from pathlib import Path

from .model import Document
from .read import read, suffixes
from .trouble import TroubleError

STDIN = Path("-")
WILD = frozenset("*?[")


def documents(names: Iterable[str]) -> Iterator[Document | TroubleError]:
    """Every document in files, folders, globs or "-", each file once; in place of what cannot be read, its trouble."""
    seen = set[Path]()
    for name in names:
        try:
            for path in _files(name):
                if path.resolve() not in seen:
                    seen.add(path.resolve())
                    yield from _read(path)
        except TroubleError as e:
            yield e


def _read(path: Path) -> Iterator[Document | TroubleError]:
    try:
        yield from read(sys.stdin.buffer.read() if path == STDIN else path.read_bytes(), str(path))
    except OSError as e:
        yield TroubleError(f"{path}: cannot be read: {e.strerror or e}")
    except TroubleError as e:
        yield e


def _files(name: str) -> Iterator[Path]:
    """The files a name stands for. Raises TroubleError where there are none."""
    path = Path(name)
    if path == STDIN:
        yield path
    elif path.is_dir():
        inside = (p for p in sorted(path.rglob("*")) if p.suffix.lower() in suffixes())
        yield from _some(inside, name, "holds no text")
    elif WILD & set(name) and not path.exists():
        yield from _some(map(Path, sorted(iglob(name, recursive=True))), name, "matches no file")  # noqa: PTH207
    elif not path.exists():
        raise TroubleError(f"{name}: there is no such file or folder")
    else:
        yield path


def _some(paths: Iterable[Path], name: str, otherwise: str) -> list[Path]:
    files = [p for p in paths if p.is_file()]
    if not files:
        raise TroubleError(f"{name}: {otherwise} ({', '.join(suffixes())})")
    return files
