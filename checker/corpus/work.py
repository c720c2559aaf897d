"""Work: one partition heard, a pure function of its pieces and the settings, the same in a pool and on a cluster."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import msgspec

from ..config import Settings
from ..engine import Engine
from ..trouble import TroubleError
from . import tables
from .memory import at_most
from .pieces import Partition, Piece, document


class Order(msgspec.Struct, frozen=True):
    """How a document is heard, where its rows go, and what it may take: seconds, and megabytes (0 is no limit)."""

    settings: bytes  # as MessagePack
    folder: str
    seconds: float
    memory: int


def hear(partition: Partition, order: Order) -> tuple[int, int, int]:
    """Hears a partition, writes its tables, and returns how many documents, findings and failures it has."""
    heard = (one(piece, partition.number, row, order) for row, piece in enumerate(partition.pieces))
    return written(tables.joined(heard), order.folder, partition.number)


def one(piece: Piece, part: int, row: int, order: Order) -> tables.Rows:
    """The rows of one document; of one that cannot be read or heard, why."""
    engine = _engine(order.settings)
    try:
        with at_most(order.memory):
            return tables.of(engine.audit(document(piece), claims=True), part, row, piece.name)
    except MemoryError:
        return tables.failed(part, row, piece.name, f"took more than {order.memory:,} MB of memory")
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
    """The engine of a process, built once, and what else is loaded once and no document's doing."""
    import datasketch  # noqa: F401

    from ..setup import engine

    told = msgspec.msgpack.decode(settings, type=Settings)
    return engine(msgspec.structs.replace(told, cache=False))[0]
