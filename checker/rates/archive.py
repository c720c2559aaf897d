"""Archive: one file out of a zip, without the 8 ms that importing zipfile costs, "RUB.csv of ecb.zip"."""

from __future__ import annotations

import struct
import zlib
from functools import cache
from pathlib import Path

END = struct.Struct("<10xHII2x")  # the end of a zip without comment: entries, size and start of the directory
ENTRY = struct.Struct("<20xI4xHHH8xI")  # packed size, lengths of name, extra and comment, where the file starts
ENTRY_SIZE, HEADER = 46, struct.Struct("<26xHH")  # in bytes; before a file, lengths of name and extra
RAW_DEFLATE = -zlib.MAX_WBITS


def read(path: Path, name: str) -> str | None:
    """The text of one deflated ASCII file in a zip that `checker.rates.pack` wrote; None where it has no such file."""
    place = _directory(path).get(name)
    if place is None:
        return None
    start, packed = place
    with path.open("rb") as file:
        file.seek(start)
        file.seek(sum(HEADER.unpack(file.read(HEADER.size))), 1)
        return zlib.decompress(file.read(packed), RAW_DEFLATE).decode("ascii")


@cache
def _directory(path: Path) -> dict[str, tuple[int, int]]:
    """Where each file starts and how many bytes it takes, packed."""
    with path.open("rb") as file:
        file.seek(-END.size, 2)
        entries, size, start = END.unpack(file.read(END.size))
        file.seek(start)
        directory = file.read(size)
    places, at = {}, 0
    for _ in range(entries):
        packed, name, extra, comment, begins = ENTRY.unpack_from(directory, at)
        at += ENTRY_SIZE
        places[directory[at : at + name].decode("ascii")] = (begins, packed)
        at += name + extra + comment
    return places
