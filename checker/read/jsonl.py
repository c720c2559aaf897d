"""Jsonl: an archive of articles, one JSON record a line, '{"id": "a1", "headline": "Storm kills 34", "text": "…"}'."""

from __future__ import annotations

import io
import re
from codecs import BOM_UTF8
from collections.abc import Iterator
from datetime import date
from typing import Any

import msgspec

from ..furniture import day
from ..lang import lexicon
from ..model import Document
from ..trouble import TroubleError
from . import LARGEST, MB, as_format, decode, is_wide, solid

SUFFIXES: tuple[str, ...] = (".jsonl", ".ndjson")

HALF = re.compile(rb"\\u[dD][89a-fA-F]")
TELLING = frozenset(("text", "body"))  # a first line that is an object with one of these makes a text JSON Lines


class Record(msgspec.Struct, frozen=True, gc=False):
    """A line as written; of two names for one thing the first that is given counts, other fields are ignored."""

    id: Any = None
    headline: Any = None
    title: Any = None
    text: Any = None
    body: Any = None
    published: Any = None
    date: Any = None
    lang: Any = None
    format: Any = None


def read(data: bytes, name: str) -> Iterator[Document | TroubleError]:
    """A document for each record and, for each that cannot be read, a TroubleError with its line and the reason.

    Blank lines are skipped. Raises TroubleError where the file holds no text at all.
    """
    if is_wide(data):
        data = decode(data, name).encode()
    solid(data, name)
    lines = io.BytesIO(data)  # shares the bytes, so that a large file is held once
    lines.seek(len(BOM_UTF8) if data.startswith(BOM_UTF8) else 0)
    for number, line in enumerate(lines, 1):
        if len(line) > LARGEST:
            yield TroubleError(f"{name}, line {number}: a record larger than {LARGEST // MB} MB; split it")
        elif not line.isspace():
            try:
                yield _document(_record(line), f"{name}:{number}")
            except TroubleError as e:
                yield TroubleError(f"{name}, line {number}: {e}")


def looks_like(text: str) -> bool:
    """Whether a text of unknown kind is JSON Lines: its first line is an object with a text."""
    first = text.lstrip()
    if not first.startswith("{"):
        return False
    try:
        record = msgspec.json.decode(first.partition("\n")[0])
    except (ValueError, RecursionError):
        return False
    return isinstance(record, dict) and not TELLING.isdisjoint(record)


def _record(line: bytes) -> Record:
    try:
        return msgspec.json.decode(line, type=Record)
    except msgspec.ValidationError as e:
        raise TroubleError("not a JSON object; write one record a line, {…}") from e
    except UnicodeDecodeError as e:
        raise TroubleError(f"byte {e.start} of a string is not UTF-8; save the file as UTF-8") from e
    except msgspec.DecodeError as e:
        raise TroubleError(f"not JSON: {_reason(e, line)}") from e
    except RecursionError as e:
        raise TroubleError("not JSON that can be read: nested too deeply") from e


def _reason(error: msgspec.DecodeError, line: bytes) -> str:
    """The decoder's reason; a lone half of a character (\\ud800), which no UTF-8 can hold, it calls input cut short."""
    return f"{error}" + ("; a \\u escape may be half a character" if HALF.search(line) else "")


def _document(record: Record, place: str) -> Document:
    """The document of a record. Raises TroubleError, without the place, for what is wrong with it."""
    headline = _string(record, "headline", "title") or ""
    text = _string(record, "text", "body")
    if text is None:
        raise TroubleError('no text; give it as "text" or "body"')
    lang = (_string(record, "lang") or "en").lower().replace("_", "-").partition("-")[0]
    published = _day(_string(record, "published", "date"), lang)
    format = _string(record, "format") or "plain"
    document = as_format(format, text, _name(record, place), lang, headline)
    return msgspec.structs.replace(document, published=published) if published else document


def _name(record: Record, place: str) -> str:
    """The record's id, or its place in the file."""
    if isinstance(record.id, str | int) and not isinstance(record.id, bool):
        return str(record.id).strip() or place
    return place


def _string(record: Record, *fields: str) -> str | None:
    """The first of the fields that holds more than white space. Raises TroubleError where one is no string."""
    for field in fields:
        value = getattr(record, field)
        if value is not None and not isinstance(value, str):
            raise TroubleError(f'"{field}" is not a string')
        if value and not value.isspace():
            return str(value)
    return None


def _day(written: str | None, lang: str) -> date | None:
    if written is None:
        return None
    found = day(written, lexicon(lang))
    if found is None:
        raise TroubleError(f'unreadable date "{written[:40]}"; write it as 2021-05-14')
    return found
