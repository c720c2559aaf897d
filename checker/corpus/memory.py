"""Memory: how much a document may take, beyond what its process held before, "one of 2 GB is given up at 1 GB"."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

MB = 1 << 20
STATUS = Path("/proc/self/status")  # where Linux tells what a process holds
HELD = "VmData:"  # which line of it the limit counts
KEPT = sys.platform == "linux" and STATUS.is_file()  # other systems take such a limit and do not keep it


@contextmanager
def at_most(megabytes: int) -> Iterator[None]:
    """Lets this process take so much more for a while; whoever asks beyond gets a MemoryError. 0 is no limit.

    Two at a time, in threads, share what the later one was given.
    """
    if not (megabytes and KEPT):
        yield
        return
    import resource

    soft, hard = _first()
    wanted = held() + megabytes * MB
    resource.setrlimit(resource.RLIMIT_DATA, (wanted if soft < 0 else min(wanted, soft), hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_DATA, (soft, hard))


@cache
def _first() -> tuple[int, int]:
    """The limit that this process was started with; less than 0 is none."""
    import resource

    return resource.getrlimit(resource.RLIMIT_DATA)


def held() -> int:
    """Bytes that this process has asked for."""
    line = next(x for x in STATUS.read_text("ascii").splitlines() if x.startswith(HELD))
    return int(line.split()[1]) * 1024
