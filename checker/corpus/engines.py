"""Engines: where partitions are heard, a pool on this machine or a Dask cluster, each of which loses none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from ..trouble import TroubleError
from . import tables, work
from .conflicts import COLUMNS, among, here
from .pieces import Partition

if TYPE_CHECKING:
    from pandas import DataFrame

AHEAD = 2  # partitions in hand for each worker
GENEROUS = 50  # times the time of a document that a partition may take
ABORTED = -6  # how a process ends that a library ends
Told = tuple[Partition, tuple[int, int, int]]


class Pool:
    """Processes on this machine, watched: one that dies or hangs is replaced, and its documents heard one by one."""

    def __init__(self, workers: int, order: work.Order) -> None:
        try:
            from pebble import ProcessPool
        except ImportError as e:
            raise TroubleError("a corpus needs more: pip install 'claim-checker[corpus]'") from e
        import multiprocessing

        self.workers, self.order = workers, order
        self.pool: Any = ProcessPool(max_workers=workers, context=multiprocessing.get_context("spawn"))

    def hear(self, partitions: Iterable[Partition]) -> Iterator[Told]:
        """Every partition with its counts, as they are done; no more than a few are in hand at once."""
        stream, waiting = iter(partitions), list[tuple[Partition, Any]]()
        while True:
            while len(waiting) < AHEAD * self.workers and (partition := next(stream, None)):
                waiting.append((partition, self._begun(partition)))
            if not waiting:
                return
            partition, future = waiting.pop(0)
            yield partition, self._ended(partition, future)

    def versions(self, folder: Path, told: dict[str, Any]) -> DataFrame:
        """The versions of a corpus, joined on this machine."""
        return here(folder, told)

    def _begun(self, partition: Partition) -> Any:
        return self.pool.schedule(work.hear, (partition, self.order), timeout=GENEROUS * self.order.seconds)

    def _ended(self, partition: Partition, future: Any) -> tuple[int, int, int]:
        try:
            counts: tuple[int, int, int] = future.result()
        except (OSError, TimeoutError, RuntimeError) as e:
            if isinstance(e, OSError) and isinstance(e.errno, int):  # the disk, not a document
                raise
            return self._one_by_one(partition)
        return counts

    def _one_by_one(self, partition: Partition) -> tuple[int, int, int]:
        """A partition that took a process with it: the documents that do so are told, the others heard."""
        rows, seconds = list[tables.Rows](), self.order.seconds
        for row, piece in enumerate(partition.pieces):
            future = self.pool.schedule(work.one, (piece, partition.number, row, self.order), timeout=seconds)
            try:
                rows.append(future.result())
                continue
            except TimeoutError:
                reason = f"took more than {seconds:g} seconds"
            except (OSError, RuntimeError) as e:
                reason = f"took its process with it: {e}{_perhaps(self.order, getattr(e, 'exitcode', 0))}"
            rows.append(tables.failed(partition.number, row, piece.name, reason))
        return work.written(tables.joined(rows), self.order.folder, partition.number)

    def close(self, at_once: bool = False) -> None:
        """Ends the processes, at once or when they are done."""
        self.pool.stop() if at_once else self.pool.close()
        self.pool.join()


class Dask:
    """A Dask cluster by its address, or "local" for one on this machine.

    What its workers may take is their own setting: a limit of a document's would be one of the threads beside it too,
    which speak with the cluster.
    """

    def __init__(self, address: str, workers: int, order: work.Order) -> None:
        try:
            import distributed
        except ImportError as e:
            raise TroubleError("a cluster needs more: pip install 'claim-checker[dask]'") from e
        self.order = msgspec.structs.replace(order, memory=0)
        own = {"n_workers": workers, "threads_per_worker": 1, "dashboard_address": None}
        self.dask: Any = distributed
        self.cluster = self.dask.LocalCluster(**own) if address == "local" else None
        self.client = self.dask.Client(self.cluster or address)

    def hear(self, partitions: Iterable[Partition]) -> Iterator[Told]:
        """Every partition with its counts, as they are done."""
        stream, waiting = iter(partitions), dict[Any, Partition]()
        while True:
            room = AHEAD * max(1, len(self.client.scheduler_info()["workers"])) - len(waiting)
            for _ in range(room):
                if partition := next(stream, None):
                    future = self.client.submit(work.hear, partition, self.order, pure=False, retries=1)
                    waiting[future] = partition
            if not waiting:
                return
            for future in self.dask.wait(list(waiting), return_when="FIRST_COMPLETED").done:
                partition = waiting.pop(future)
                yield partition, future.result() if future.status == "finished" else self._one_by_one(partition)

    def versions(self, folder: Path, told: dict[str, Any]) -> DataFrame:
        """The versions of a corpus by a shuffle: all claims of a name come to one worker, which joins them."""
        from dask import dataframe

        named = [("names", "!=", "")]
        claims = dataframe.read_parquet(f"{folder}/claims/*.parquet", columns=list(COLUMNS), filters=named)
        found = claims.shuffle("names").map_partitions(among, told, meta=among(claims._meta, told))
        joined: DataFrame = self.client.compute(found).result()
        return joined

    def _one_by_one(self, partition: Partition) -> tuple[int, int, int]:
        """A partition that a cluster gave up: each document by itself, as a bad one's neighbours are blamed with it."""
        rows = list[tables.Rows]()
        for row, piece in enumerate(partition.pieces):
            future = self.client.submit(work.one, piece, partition.number, row, self.order, pure=False, retries=0)
            try:
                rows.append(future.result())
            except Exception as e:  # whatever a worker dies of is the document's reason
                reason = f"took its worker with it: {type(e).__name__}"
                rows.append(tables.failed(partition.number, row, piece.name, reason))
        return work.written(tables.joined(rows), self.order.folder, partition.number)

    def close(self, at_once: bool = False) -> None:
        """Lets go of the cluster, and ends it where it is our own."""
        self.client.close()
        if self.cluster:
            self.cluster.close()


def _perhaps(order: work.Order, code: int) -> str:
    """What a library does that gets no more memory: it ends its process, and no Python is left to tell why."""
    told = order.memory and code == ABORTED
    return f", perhaps as it needed more than {order.memory:,} MB of memory" if told else ""
