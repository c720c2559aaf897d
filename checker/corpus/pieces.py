"""Pieces: what a corpus is read from, a document each, in partitions, "archive.jsonl, 200 lines at a time"."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterable, Iterator
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
COLUMNS = (
    "id",
    "headline",
    "title",
    "text",
    "body",
    "published",
    "date",
    "lang",
    "format",
)  # as of a record
ROWS = 1_000  # of a table that are held at once
PAGE = "text/html"


class Piece(msgspec.Struct, frozen=True):
    """The bytes of one document, the name of a file that they are read as, and what the document is called."""

    name: str
    read_as: str
    data: bytes


class Partition(msgspec.Struct, frozen=True):
    """So many pieces, by their number, and the hash of all that they hold."""

    number: int
    pieces: tuple[Piece, ...]
    seal: str


def partitions(inputs: Iterable[str], size: int) -> Iterator[Partition]:
    """The pieces of files, folders and addresses (s3://, gs://, hdfs://, by fsspec), in order, none twice, none lost.

    Raises TroubleError for an input that is not there or that nothing reads.
    """
    stream, number = (p for name in inputs for p in _pieces(name)), 0
    while pieces := tuple(islice(stream, size)):
        told = hashlib.blake2b(digest_size=16)
        for p in pieces:
            told.update(msgspec.msgpack.encode(p))
        yield Partition(number, pieces, told.hexdigest())
        number += 1


def document(piece: Piece) -> Document:
    """The document of a piece. Raises TroubleError where it cannot be read."""
    for read_one in read(piece.data, piece.read_as):
        if isinstance(read_one, TroubleError):
            raise read_one
        unnamed = read_one.name.startswith(piece.read_as)
        return msgspec.structs.replace(read_one, name=piece.name) if unnamed else read_one
    raise TroubleError("holds no text")


def _pieces(name: str) -> Iterator[Piece]:
    if "://" in name:
        import fsspec

        for opened in fsspec.open_files(name, "rb"):
            with opened as f:
                yield from _of_a_file(str(opened.full_name), f)
        return
    path = Path(name)
    if not path.exists():
        raise TroubleError(f"{name}: there is no such file or folder")
    known = (*suffixes(), *RECORDS, *TABLES, *CRAWLS)
    inside = (p for p in path.rglob("*") if p.is_file() and p.name.lower().endswith(known))
    for file in sorted(inside) if path.is_dir() else [path]:
        with file.open("rb") as f:
            yield from _of_a_file(str(file), f)


def _of_a_file(name: str, f: IO[bytes]) -> Iterator[Piece]:
    low = name.lower()
    if low.endswith(RECORDS):
        yield from (Piece(f"{name}:{n}", "record.jsonl", line) for n, line in enumerate(f, 1) if line.strip())
    elif low.endswith(".parquet"):
        yield from _of_rows(name, _parquet(f))
    elif low.endswith(".csv"):
        yield from _of_rows(name, _csv(f))
    elif low.endswith(CRAWLS):
        yield from _of_a_crawl(f)
    else:
        yield Piece(name, name, f.read())


def _of_rows(name: str, rows: Iterator[dict[str, Any]]) -> Iterator[Piece]:
    """The rows of a table as records, by the columns that a record has."""
    for n, row in enumerate(rows, 1):
        told = {key: str(row[key]) for key in COLUMNS if row.get(key) not in (None, "")}
        yield Piece(f"{name}:{n}", "record.jsonl", msgspec.json.encode(told))


def _parquet(f: IO[bytes]) -> Iterator[dict[str, Any]]:
    import pyarrow.parquet as pq

    for batch in pq.ParquetFile(f).iter_batches(batch_size=ROWS):
        yield from batch.to_pylist()


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
