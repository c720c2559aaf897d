"""Inputs: what a user names on the command line, as documents, "article.md drafts/ '**/*.txt' -"."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from glob import iglob
from pathlib import Path

from .comments import commented
from .model import Document
from .read import LARGEST as LARGEST_TEXT
from .read import read, suffixes
from .trouble import TroubleError
from .web import UnansweredError, answer, is_address

STDIN = Path("-")
LARGEST = 2_000_000_000  # bytes of a file, of any number of records
DESCRIPTORS = (Path("/dev/fd"), Path("/proc/self/fd"))  # what a shell makes of <(…)
WILD = frozenset("*?[")
ACCEPTED = {"Accept": "text/html, text/*, application/pdf, */*;q=0.5"}
DEADLINE = 20.0  # seconds for one page, from the first byte asked for to the last one read


def documents(
    names: Iterable[str], without: Iterable[Path] = (), net: bool = False
) -> Iterator[Document | TroubleError]:
    """Every document in files, folders, globs or "-", each file once; in place of what cannot be read, its trouble.

    without are files that are no texts, because the checker itself writes them; net allows addresses to be fetched.
    """
    seen = {path.resolve() for path in without}
    for name in names:
        try:
            if is_address(name):
                yield from _page(name, net)
                continue
            for path in _files(name):
                if path.resolve() not in seen:
                    seen.add(path.resolve())
                    yield from _read(path)
        except TroubleError as e:
            yield e
        except (OSError, RuntimeError) as e:  # links that lead round in a circle
            yield TroubleError(f"{name}: cannot be reached: {e}")


def _read(path: Path) -> Iterator[Document | TroubleError]:
    try:
        if path != STDIN and not path.is_file() and path.parent not in DESCRIPTORS:
            raise TroubleError(f"{path}: not a file but a pipe or a device; give what it holds by -")
        data = sys.stdin.buffer.read() if path == STDIN else _bytes(path)
        yield from (commented(d, data, path) if isinstance(d, Document) else d for d in read(data, str(path)))
    except OSError as e:
        yield TroubleError(f"{path}: cannot be read: {e.strerror or e}")
    except TroubleError as e:
        yield e


def _bytes(path: Path) -> bytes:
    """What a file holds; of one that goes on growing, what it holds as it is opened."""
    with path.open("rb") as file:
        size = os.fstat(file.fileno()).st_size
        if size > LARGEST:
            raise TroubleError(f"{path}: larger than {LARGEST // 1_000_000} MB; split it")
        return file.read(size or -1)  # a pipe tells no size


def _page(address: str, net: bool) -> Iterator[Document | TroubleError]:
    """The text of a page. Raises TroubleError where it cannot be had."""
    if not net:
        raise TroubleError(f"{address}: an address is fetched only with --allow-net; or save the page")
    yield from read(fetched(address), address)


def fetched(address: str, seconds: float = DEADLINE) -> bytes:
    """What an address answers with. Raises TroubleError where that is an error, comes too late or is too large."""
    try:
        return answer(address, ACCEPTED, LARGEST_TEXT, seconds)
    except UnansweredError as why:
        raise TroubleError(f"{address}: cannot be fetched: {why}") from None


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
        if path.is_symlink():
            raise TroubleError(f"{name}: a link that leads to nothing, or round in a circle")
        raise TroubleError(f"{name}: there is no such file or folder")
    else:
        yield path


def _some(paths: Iterable[Path], name: str, otherwise: str) -> list[Path]:
    files = [p for p in paths if p.is_file()]
    if not files:
        raise TroubleError(f"{name}: {otherwise} ({', '.join(suffixes())})")
    return files
