"""Pieces: what a corpus is read from, a document each, in partitions, "archive.jsonl, 200 lines at a time"."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import islice
from pathlib import Path
from typing import IO, Any

import msgspec

from ..model import Document
from ..read import read, suffixes
from ..trouble import TroubleError

RECORDS = (".jsonl", ".ndjson")
TABLES = (".parquet", ".csv")
CRAWLS = (".warc", ".warc.gz")
COLUMNS = ("id", "headline", "title", "text", "body", "published", "date", "lang", "format")  # as of a record
ROWS = 1_000  # of a table that are held at once
PAGE = "text/html"


class Piece(msgspec.Struct, frozen=True):
    """The bytes of one document, the name of a file that they are read as, and what the document is called."""

    name: str
    read_as: str
    data: bytes


class Partition(msgspec.Struct, frozen=True):
    """So many pieces, by their number, the hash of all that they hold, and which part of all input bytes they are."""

    number: int
    pieces: tuple[Piece, ...]
    seal: str
    share: float


class File(msgspec.Struct, frozen=True):
    """A file that pieces are read from, how it is opened, and its bytes."""

    name: str
    opened: Callable[[], Any]
    size: int


Placed = tuple[Piece, float]  # a piece, and how much of its file is read with it, from 0 to 1


def partitions(inputs: Iterable[str], size: int) -> Iterator[Partition]:
    """The pieces of files, folders and addresses (s3://, gs://, hdfs://, by fsspec), in order, none twice, none lost.

    Raises TroubleError for an input that is not there or that nothing reads.
    """
    files = [f for name in inputs for f in _files(name)]
    total, told = max(1, sum(f.size for f in files)), 0.0
    stream, number = _placed(files, total), 0
    while several := tuple(islice(stream, size)):
        seal, upto = hashlib.blake2b(digest_size=16), several[-1][1]
        for piece, _ in several:
            seal.update(msgspec.msgpack.encode(piece))
        yield Partition(number, tuple(p for p, _ in several), seal.hexdigest(), max(0.0, upto - told))
        number, told = number + 1, max(told, upto)


def document(piece: Piece) -> Document:
    """The document of a piece. Raises TroubleError where it cannot be read."""
    for read_one in read(piece.data, piece.read_as):
        if isinstance(read_one, TroubleError):
            raise read_one
        unnamed = read_one.name.startswith(piece.read_as)
        return msgspec.structs.replace(read_one, name=piece.name) if unnamed else read_one
    raise TroubleError("holds no text")


def _files(name: str) -> Iterator[File]:
    if "://" in name:
        import fsspec

        yield from (File(str(f.full_name), f.open, f.fs.size(f.path) or 0) for f in fsspec.open_files(name, "rb"))
        return
    path = Path(name)
    if not path.exists():
        raise TroubleError(f"{name}: there is no such file or folder")
    known = (*suffixes(), *RECORDS, *TABLES, *CRAWLS)
    inside = (p for p in path.rglob("*") if p.is_file() and p.name.lower().endswith(known))
    for file in sorted(inside) if path.is_dir() else [path]:
        yield File(str(file), partial(file.open, "rb"), file.stat().st_size)


def _placed(files: list[File], total: int) -> Iterator[Placed]:
    """The pieces of all files, each with how much of them all is read with it."""
    before = 0
    for file in files:
        with file.opened() as f:
            yield from ((piece, (before + at * file.size) / total) for piece, at in _of_a_file(file, f))
        before += file.size


def _of_a_file(file: File, f: IO[bytes]) -> Iterator[Placed]:
    low, name, size = file.name.lower(), file.name, max(1, file.size)
    if low.endswith(RECORDS):
        at = 0
        for n, line in enumerate(f, 1):
            at += len(line)
            if line.strip():
                yield Piece(f"{name}:{n}", "record.jsonl", line), at / size
    elif low.endswith(".parquet"):
        yield from _of_rows(name, _parquet(f))
    elif low.endswith(".csv"):
        yield from _of_rows(name, ((row, f.tell() / size) for row in _csv(f)))
    elif low.endswith(CRAWLS):
        yield from ((page, f.tell() / size) for page in _of_a_crawl(f))
    else:
        yield Piece(name, name, f.read()), 1.0


def _of_rows(name: str, rows: Iterable[tuple[dict[str, Any], float]]) -> Iterator[Placed]:
    """The rows of a table as records, by the columns that a record has."""
    for n, (row, at) in enumerate(rows, 1):
        told = {key: str(row[key]) for key in COLUMNS if row.get(key) not in (None, "")}
        yield Piece(f"{name}:{n}", "record.jsonl", msgspec.json.encode(told)), at


def _parquet(f: IO[bytes]) -> Iterator[tuple[dict[str, Any], float]]:
    import pyarrow.parquet as pq

    table = pq.ParquetFile(f)
    rows = (row for batch in table.iter_batches(batch_size=ROWS) for row in batch.to_pylist())
    yield from ((row, n / table.metadata.num_rows) for n, row in enumerate(rows, 1))


def _csv(f: IO[bytes]) -> Iterator[dict[str, Any]]:
    import csv

    return csv.DictReader(io.TextIOWrapper(f, "utf-8-sig", newline=""))


def _of_a_crawl(f: IO[bytes]) -> Iterator[Piece]:
    """The pages of a WARC file that were fetched well."""
    try:
        from warcio.archiveiterator import ArchiveIterator
    except ImportError as e:
        raise TroubleError("WARC needs its reader: pip install 'claim-checker[warc]'") from e
    for record in ArchiveIterator(f):
        if record.rec_type == "response" and PAGE in (record.http_headers.get_header("Content-Type") or ""):
            address = record.rec_headers.get_header("WARC-Target-URI") or "page"
            yield Piece(address, "page.html", record.content_stream().read())
