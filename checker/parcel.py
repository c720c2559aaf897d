"""Parcel: a zipped document's parts, unpacked within bounds, "word/document.xml of a DOCX file"."""

from __future__ import annotations

import io
import zlib
from functools import cached_property
from typing import TYPE_CHECKING

from .trouble import TroubleError

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

LARGEST = 32_000_000  # bytes of one part, unpacked
MOST_PARTS = 20_000
SIGN = b"PK\x03\x04"
REFUSED = (b"<!DOCTYPE", b"<!ENTITY", b"\0")  # entities can grow without end or name other files; zeros hide them


class Parcel:
    """A zip archive of which parts are read in memory and never written anywhere."""

    def __init__(self, data: bytes, name: str) -> None:
        from zipfile import BadZipFile, ZipFile  # dear to import, and most texts are in no archive

        self.name = name
        try:
            self._zip = ZipFile(io.BytesIO(data))
        except (BadZipFile, ValueError, OSError, NotImplementedError) as e:
            raise TroubleError(f"{name}: damaged, it cannot be unpacked ({e})") from e

    @cached_property
    def parts(self) -> frozenset[str]:
        """The names of all parts."""
        names = self._zip.namelist()
        if len(names) > MOST_PARTS:
            raise TroubleError(f"{self.name}: {len(names):,} parts; no document has so many")
        return frozenset(names)

    def part(self, path: str) -> bytes:
        """One part. Raises TroubleError where there is none, it is locked, damaged, or grows beyond bounds."""
        from zipfile import BadZipFile

        try:
            with self._zip.open(path) as file:
                found = file.read(LARGEST + 1)
        except KeyError:
            raise TroubleError(f"{self.name}: damaged, it has no {path}") from None
        except RuntimeError as e:
            raise TroubleError(f"{self.name}: locked by a password; save it without one") from e
        except (BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError) as e:
            raise TroubleError(f"{self.name}: damaged, {path} cannot be unpacked ({e})") from e
        if len(found) > LARGEST:
            raise TroubleError(f"{self.name}: {path} unpacks to more than {LARGEST // 1_000_000} MB")
        return found

    def xml(self, path: str) -> Element:
        """A part that is XML. Raises TroubleError where it is not, or declares entities."""
        from xml.etree import ElementTree as ET  # dear to import

        data = self.part(path)
        if any(sign in data for sign in REFUSED):
            raise TroubleError(f"{self.name}: {path} declares entities of its own; no such document is read")
        try:
            return ET.fromstring(data)
        except (ET.ParseError, ValueError, LookupError) as e:
            raise TroubleError(f"{self.name}: damaged, {path} is not XML ({e})") from e


def packed(data: bytes, part: str) -> bool:
    """Whether the bytes are a zip archive that has such a part."""
    if not data.startswith(SIGN):
        return False
    from zipfile import BadZipFile, ZipFile

    try:
        return part in ZipFile(io.BytesIO(data)).NameToInfo
    except (BadZipFile, ValueError, OSError, NotImplementedError):
        return False
