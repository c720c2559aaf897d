"""Pairs: texts with what they were made from, '{"id": "p1", "source": "…", "text": "…", "kind": "summary"}'."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import cast, get_args

import msgspec

from .inputs import documents
from .lang.guess import guess
from .model import Document, Made
from .read import as_format
from .trouble import TroubleError

KINDS: tuple[str, ...] = get_args(Made)


class Pair(msgspec.Struct, frozen=True):
    """A line as written; a text may have several sources, and each side a language, which is guessed if not told."""

    source: str | list[str]
    text: str
    id: str | int | None = None
    kind: str = "summary"
    headline: str = ""
    lang: str | None = None
    source_lang: str | None = None


def from_file(path: Path) -> Iterator[Document | TroubleError]:
    """A document for every line of a file, and for every line that cannot be used its trouble."""
    try:
        lines = path.read_bytes().splitlines()
    except OSError as e:
        yield TroubleError(f"{path}: cannot be read: {e.strerror or e}")
        return
    for n, line in enumerate(lines, 1):
        if line.strip():
            try:
                yield _document(msgspec.json.decode(line, type=Pair), f"{path}:{n}")
            except (msgspec.DecodeError, UnicodeDecodeError, TroubleError) as e:
                yield TroubleError(f'{path}, line {n}: {e}; write {{"id", "source", "text", "kind"}}')


def of_files(paths: list[str], kind: str, net: bool = False) -> Iterator[Document | TroubleError]:
    """The last of some files as a text that was made from the others; net allows addresses to be fetched.

    Raises TroubleError where there are fewer than two, and for a kind that is none.
    """
    if len(paths) < 2:
        raise TroubleError("a text and what it was made from are two files at least: checker compare SOURCE TEXT")
    made = made_as(kind)
    *originals, text = (list(documents([p], net=net)) for p in paths)
    troubles = [d for read in (*originals, text) for d in read if isinstance(d, TroubleError)]
    if troubles:
        yield from troubles
        return
    known = tuple(told(d) for read in originals for d in read if isinstance(d, Document))
    yield from (joined(told(d), known, made) for d in text if isinstance(d, Document))


def joined(document: Document, originals: tuple[Document, ...], made: Made) -> Document:
    """A text with what it was made from."""
    return msgspec.structs.replace(document, originals=originals, made=made)


def told(document: Document) -> Document:
    """A document of a file in the language that its words tell."""
    return msgspec.structs.replace(document, lang=guess(document.text))


def _document(pair: Pair, place: str) -> Document:
    name = str(pair.id) if pair.id is not None else place
    sources = [pair.source] if isinstance(pair.source, str) else pair.source
    if not sources:
        raise TroubleError("no source")
    names = [f"{name}, source{'' if len(sources) == 1 else f' {n}'}" for n in range(1, len(sources) + 1)]
    originals = tuple(plain(s, n, pair.source_lang) for s, n in zip(sources, names, strict=True))
    return joined(plain(pair.text, name, pair.lang, pair.headline), originals, made_as(pair.kind))


def plain(text: str, name: str, lang: str | None = None, headline: str = "") -> Document:
    """A plain text in its language, which is guessed where it is not told."""
    return as_format("plain", text, name, lang or guess(text), headline)


def made_as(kind: str) -> Made:
    """What a text is of its source, by its name. Raises TroubleError for a name that is none."""
    if kind not in KINDS:
        raise TroubleError(f"{kind}: no such kind; there are {', '.join(KINDS)}")
    return cast("Made", kind)
