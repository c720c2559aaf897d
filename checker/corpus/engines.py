"""Engines: where partitions are heard, a pool on this machine or a Dask cluster, each of which loses none."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from ..trouble import TroubleError
from . import tables, work
from .conflicts import COLUMNS, Asked, among, here
from .pieces import Partition

if TYPE_CHECKING:
    from pandas import DataFrame

AHEAD = 2  # partitions in hand for each worker
GENEROUS = 50  # times the time of a document that a partition may take
ANEW = 30  # seconds that a worker of a cluster may take to begin anew
ABORTED = -6  # how a process ends that a library ends
Told = tuple[Partition, tuple[int, int, int]]


class Pool:
    """Processes on this machine, watched: one that dies or hangs is replaced, and its documents heard one by one."""

    versions = staticmethod(here)

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

    What its workers may hold is their own setting: a limit of a document's would be one of the threads beside it too,
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
        """Every partition with its counts, as they are done; no new one before those that failed are heard again."""
        stream, waiting, failed = iter(partitions), dict[Any, Partition](), list[Partition]()
        while True:
            while not failed and len(waiting) < self._room() and (partition := next(stream, None)):
                waiting[self._begun(work.hear, partition, self.order)] = partition
            if not waiting and not failed:
                return
            if not waiting:
                yield from ((p, self._one_by_one(p)) for p in failed)
                failed.clear()
                continue
            for future in self._done(waiting):
                partition = waiting.pop(future)
                if future.status == "finished":
                    yield partition, future.result()
                else:
                    failed.append(partition)

    def versions(self, folder: Path, told: Asked) -> DataFrame:
        """The versions of a corpus by a shuffle: all claims of a name come to one worker, which joins them."""
        from dask import dataframe

        named = [("names", "!=", "")]
        claims = dataframe.read_parquet(f"{folder}/claims/*.parquet", columns=list(COLUMNS), filters=named)
        found = claims.shuffle("names").map_partitions(among, told, meta=among(claims._meta, told))
        joined: DataFrame = self.client.compute(found).result()
        return joined

    def _room(self) -> int:
        return AHEAD * max(1, len(self.client.scheduler_info()["workers"]))

    def _begun(self, *call: Any) -> Any:
        return self.client.submit(*call, pure=False)

    def _done(self, waiting: dict[Any, Partition]) -> Iterable[Any]:
        """Those that are done; where none is for too long, all are given up, and their workers begin anew."""
        try:
            done: Iterable[Any] = self.dask.wait(
                list(waiting), timeout=GENEROUS * self.order.seconds, return_when="FIRST_COMPLETED"
            ).done
        except TimeoutError:
            self._given_up(list(waiting))
            return list(waiting)
        return done

    def _given_up(self, futures: list[Any]) -> None:
        """Ends the workers that hang, as nothing else ends what they do; their nannies begin them anew."""
        ours = {f.key for f in futures}
        hanging = [worker for worker, keys in self.client.processing().items() if ours & {*keys}]
        if not hanging:
            raise TroubleError("no worker of the cluster takes any work; the same command goes on where it was")
        self.client.cancel(futures, force=True)
        try:
            self.client.run(_killed, workers=hanging, nanny=True)
        except (OSError, ValueError) as e:
            raise TroubleError(f"a worker of the cluster hangs, and no nanny can end it: {e}") from e

    def _one_by_one(self, partition: Partition) -> tuple[int, int, int]:
        """A partition that a cluster gave up: each document by itself, as a bad one's neighbours are blamed with it."""
        rows, seconds = list[tables.Rows](), self.order.seconds
        for row, piece in enumerate(partition.pieces):
            future = self._begun(work.one, piece, partition.number, row, self.order)
            try:
                rows.append(future.result(timeout=seconds + ANEW))
                continue
            except TimeoutError:
                self._given_up([future])
                reason = f"took more than {seconds:g} seconds"
            except Exception as e:  # whatever a worker dies of is the document's reason
                reason = f"took its worker with it: {type(e).__name__}"
            rows.append(tables.failed(partition.number, row, piece.name, reason))
        return work.written(tables.joined(rows), self.order.folder, partition.number)

    def close(self, at_once: bool = False) -> None:
        """Lets go of the cluster, and ends it where it is our own."""
        self.client.close()
        if self.cluster:
            self.cluster.close()


def _killed(dask_worker: Any) -> None:
    """Ends the process that a nanny watches over, whatever it does."""
    os.kill(dask_worker.pid, getattr(signal, "SIGKILL", signal.SIGTERM))


def _perhaps(order: work.Order, code: int) -> str:
    """What a library does that gets no more memory: it ends its process, and no Python is left to tell why."""
    told = order.memory and code == ABORTED
    return f", perhaps as it needed more than {order.memory:,} MB of memory" if told else ""
