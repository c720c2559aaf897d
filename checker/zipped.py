"""Zipped: the XML inside an office document, read within bounds, "word/document.xml of article.docx"."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from .trouble import TroubleError

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element
    from zipfile import ZipFile

MB = 1_000_000  # bytes
LARGEST = 64 * MB  # of one part when unpacked: a book of a thousand pages has a tenth of it
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # how a file begins that is encrypted, or of the time before zip


def opened(data: bytes, name: str, kind: str) -> ZipFile:
    """The zip file that an office document is. Raises TroubleError where it is none."""
    from zipfile import BadZipFile, ZipFile  # few runs read one

    if data.startswith(OLD):
        raise TroubleError(f"{name}: is encrypted, or of an old format; save it as {kind} without a password")
    try:
        return ZipFile(io.BytesIO(data))
    except (BadZipFile, OSError, ValueError) as e:
        raise TroubleError(f"{name}: is no {kind} file: {e}") from e


def part(archive: ZipFile, path: str, name: str) -> Element | None:
    """One part of it as a tree, None where there is no such part.

    Raises TroubleError where it is encrypted, broken, larger than a text can be, or declares entities of its own.
    """
    import xml.etree.ElementTree as ET
    import zlib
    from zipfile import BadZipFile

    if path not in archive.namelist():
        return None
    try:
        with archive.open(path) as member:
            data = member.read(LARGEST + 1)
        if len(data) > LARGEST:
            raise TroubleError(f"{name}: {path} unpacks to more than {LARGEST // MB} MB: split it")
        if b"<!DOCTYPE" in data[:1024] or b"<!ENTITY" in data:
            raise TroubleError(f"{name}: {path} declares entities of its own, which no office program writes")
        return ET.fromstring(data)
    except (BadZipFile, EOFError, NotImplementedError, OSError, RuntimeError, ValueError, zlib.error) as e:
        raise TroubleError(f"{name}: {path} cannot be unpacked: {e}") from e
    except ET.ParseError as e:
        raise TroubleError(f"{name}: {path} is broken: {e}") from e
