"""Run: a corpus heard into a folder of tables, which a run that was killed goes on with where it was."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import msgspec

from .. import __version__
from ..config import Settings
from ..rules import Rule
from ..trouble import TroubleError
from . import engines
from .conflicts import LINK, Conflict, find
from .pieces import Partition, partitions
from .progress import Progress
from .tables import VERSION
from .work import Order

MANIFEST, DONE = "manifest.json", "done"


class Manifest(msgspec.Struct, frozen=True):
    """What a folder of tables was made with; a run that goes on has to be made with the same."""

    version: str
    rules: str
    size: int
    inputs: list[str]
    tables: int = 1  # the version of their columns, which the first ones do not tell


class Done(msgspec.Struct, frozen=True):
    """A partition that is written: the seal of what it was made from, and what came of it."""

    seal: str
    documents: int
    findings: int
    failures: int


def run(
    inputs: list[str], order: Order, rules: tuple[Rule, ...], workers: int, scheduler: str | None,
    restart: bool = False, size: int = 200,
) -> tuple[Progress, list[Conflict]]:  # fmt: skip
    """Hears all of a corpus that a folder does not hold yet, and joins what its documents tell.

    Raises TroubleError where the folder was made otherwise, or cannot be written.
    """
    folder = Path(order.folder)
    _manifest(folder, Manifest(__version__, _seal(rules), size, inputs, VERSION), restart)
    engine = engines.Dask(scheduler, workers, order) if scheduler else engines.Pool(workers, order)
    joined = False
    try:
        progress = _heard(engine, inputs, folder, size)
        found = find(folder, rules, engine.versions)
        joined = True
    except OSError as e:
        raise TroubleError(f"{folder}: cannot be written: {e.strerror or e}; the same command goes on there") from e
    finally:
        engine.close(at_once=not joined)
    return progress, found


def _heard(engine: engines.Pool | engines.Dask, inputs: list[str], folder: Path, size: int) -> Progress:
    """Hears what is missing, and notes each partition as done once its tables are there."""
    progress, ended = Progress(), False
    try:
        for partition, counts in engine.hear(_missing(inputs, folder, size, progress)):
            _write(folder / DONE / f"{partition.number:06}.json", Done(partition.seal, *counts))
            progress.add(counts, partition.share)
        ended = True
    finally:
        progress.end(whole=ended)
    return progress


def order(settings: Settings, folder: Path, seconds: float, memory: int) -> Order:
    """How documents are heard, in a form that goes to any worker."""
    told = msgspec.structs.replace(settings, file=None)
    return Order(msgspec.msgpack.encode(told), str(folder), seconds, memory)


def _missing(inputs: list[str], folder: Path, size: int, progress: Progress) -> Iterator[Partition]:
    """The partitions that are not done, or were made from something else."""
    for partition in partitions(inputs, size):
        done = folder / DONE / f"{partition.number:06}.json"
        kept = msgspec.json.decode(done.read_bytes(), type=Done) if done.is_file() else None
        if kept and kept.seal == partition.seal:
            progress.add((kept.documents, kept.findings, kept.failures), partition.share, kept=True)
        else:
            yield partition


def _manifest(folder: Path, wanted: Manifest, restart: bool) -> None:
    path = folder / MANIFEST
    if restart and folder.exists():
        import shutil

        if not path.is_file():
            raise TroubleError(f"{folder}: --restart clears only what a run has made, and this has no {MANIFEST}")
        shutil.rmtree(folder)
    if path.is_file():
        kept = msgspec.json.decode(path.read_bytes(), type=Manifest)
        other = [f.name for f in msgspec.structs.fields(Manifest) if getattr(kept, f.name) != getattr(wanted, f.name)]
        if other:
            raise TroubleError(f"{folder}: made with other {', '.join(other)}; --restart makes it anew")
    elif folder.exists() and any(folder.iterdir()):
        raise TroubleError(f"{folder}: holds something else; give a folder of its own")
    (folder / DONE).mkdir(parents=True, exist_ok=True)
    _write(path, wanted)


def _seal(rules: tuple[Rule, ...]) -> str:
    """Names the rules by which documents are heard; those between documents go over all of them anew each time."""
    heard = [r for r in rules if r.link != LINK]
    return hashlib.blake2b(msgspec.json.encode(heard), digest_size=16).hexdigest()


def _write(path: Path, told: msgspec.Struct) -> None:
    half = path.with_name(f".{path.name}.half")
    half.write_bytes(msgspec.json.encode(told))
    half.replace(path)
