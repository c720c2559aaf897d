"""Work: one partition heard, a pure function of its pieces and the settings, the same in a pool and on a cluster."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import msgspec

from ..config import Settings
from ..engine import Engine
from ..trouble import TroubleError
from . import tables
from .pieces import Partition, Piece, document


def hear(partition: Partition, settings: bytes, folder: str) -> tuple[int, int, int]:
    """Hears a partition, writes its tables, and returns how many documents, findings and failures it has."""
    heard = (one(piece, partition.number, row, settings) for row, piece in enumerate(partition.pieces))
    return written(tables.joined(heard), folder, partition.number)


def one(piece: Piece, part: int, row: int, settings: bytes) -> tables.Rows:
    """The rows of one document; of one that cannot be read or heard, why."""
    try:
        return tables.of(_engine(settings).audit(document(piece), claims=True), part, row)
    except TroubleError as e:
        return tables.failed(part, row, piece.name, str(e))
    except Exception as e:  # a mistake of the checker's own takes no other document with it
        return tables.failed(part, row, piece.name, f"{type(e).__name__}: {e}")


def written(rows: tables.Rows, folder: str, part: int) -> tuple[int, int, int]:
    """Writes rows as a partition's, and counts them."""
    tables.write(rows, Path(folder), part)
    return len(rows["documents"]), len(rows["findings"]), len(rows["failures"])


@cache
def _engine(settings: bytes) -> Engine:
    """The engine of a process, built once."""
    from ..setup import engine

    told = msgspec.msgpack.decode(settings, type=Settings)
    return engine(msgspec.structs.replace(told, cache=False))[0]
