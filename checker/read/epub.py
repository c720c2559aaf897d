"""Epub: a book's chapters in the order of its spine, each read as the page that it is, "text/ch001.xhtml"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from posixpath import dirname, join, normpath
from typing import TYPE_CHECKING
from urllib.parse import unquote

import msgspec

from ..furniture import day
from ..lang import lexicon
from ..model import Document
from ..parcel import Parcel, packed
from ..sheet import Sheet
from ..trouble import TroubleError
from . import as_format, decode

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

SUFFIXES: tuple[str, ...] = (".epub",)

LARGEST = 64_000_000  # bytes of all chapters, unpacked
MAIN, LOCKS = "META-INF/container.xml", "META-INF/encryption.xml"
PACKAGE = ".//{urn:oasis:names:tc:opendocument:xmlns:container}rootfile"
OPF, DC = "{http://www.idpf.org/2007/opf}", "{http://purl.org/dc/elements/1.1/}"
LOCKED = ".//{http://www.w3.org/2001/04/xmlenc#}CipherReference"
TITLE = re.compile(r"<title\b[^<>]{0,200}>[^<]{0,1000}</title>", re.I)  # a book's or a file's, no chapter's
CLOSED = re.compile(r"<(title|script|style|iframe|textarea)\b([^<>]*)/>", re.I)  # as XML has it and HTML has not
LANGUAGE = re.compile(r"[a-z]{2,3}\b")


def holds(data: bytes) -> bool:
    """Whether the bytes are a book."""
    return packed(data, MAIN)


def read(data: bytes, name: str) -> Iterator[Document | TroubleError]:
    """The one document of a book. Raises TroubleError where it is damaged, locked, has no spine or no text."""
    parcel = Parcel(data, name)
    root = parcel.xml(MAIN).find(PACKAGE)
    path = root.get("full-path", "") if root is not None else ""
    package = parcel.xml(path)
    chapters = _chapters(package, path)
    if not chapters:
        raise TroubleError(f"{name}: a book without a spine, nothing says what its chapters are")
    _unlocked(parcel, chapters)
    told = LANGUAGE.match(_told(package, "language").lower())
    sheet = Sheet(name, told[0] if told else "en")
    title = _told(package, "title")
    sheet.add([(title, "title")], "headline")
    sheet.add([(_told(package, "creator"), "creator")], "byline")
    _fill(sheet, parcel, chapters, title)
    document = sheet.document()
    published = document.published or day(_told(package, "date"), lexicon(sheet.lang))
    yield msgspec.structs.replace(document, published=published)


def _told(package: Element, what: str) -> str:
    """What a book tells of itself: the first of that name."""
    return " ".join(package.findtext(f".//{DC}{what}", "").split())


def _chapters(package: Element, path: str) -> list[str]:
    """The parts that are read one after the other; what stands beside them, and the table of contents, is left out."""
    items = {i.get("id"): i for i in package.iter(f"{OPF}item") if "nav" not in i.get("properties", "").split()}
    spine = (i.get("idref") for i in package.iter(f"{OPF}itemref") if i.get("linear") != "no")
    hrefs = (items[i].get("href", "") for i in spine if i in items)
    return [normpath(join(dirname(path), unquote(href))) for href in hrefs]


def _unlocked(parcel: Parcel, chapters: list[str]) -> None:
    """Raises TroubleError where a chapter is encrypted; fonts may be."""
    if LOCKS in parcel.parts:
        locked = {unquote(e.get("URI", "")) for e in parcel.xml(LOCKS).iterfind(LOCKED)}
        if not locked.isdisjoint(chapters):
            raise TroubleError(f"{parcel.name}: a book locked against copying; give it without its lock")


def _fill(sheet: Sheet, parcel: Parcel, chapters: list[str], title: str) -> None:
    size, text = 0, False
    for path in chapters:
        data = parcel.part(path)
        size += len(data)
        if size > LARGEST:
            raise TroubleError(f"{parcel.name}: its chapters unpack to more than {LARGEST // 1_000_000} MB")
        page = decode(data, f"{parcel.name}, {path}") if data.strip() else ""
        page = CLOSED.sub(r"<\1\2></\1>", TITLE.sub("", page))
        with suppress(TroubleError):  # a cover holds no text
            chapter = as_format("html", page, path, sheet.lang)
            own = tuple(b for b in chapter.blocks if chapter.text[b.span.start : b.span.end] != title)
            sheet.join(msgspec.structs.replace(chapter, blocks=own), path)
            text = text or bool(own)
    if not text:
        raise TroubleError(f"{parcel.name}: a book without text, perhaps of pictures")
