"""Mail: an e-mail's own words, "Subject: Storm kills 34"; what it quotes and its signature are boilerplate."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING

from ..lines import Lines
from ..model import Document, Role
from ..sheet import Run, Sheet
from ..trouble import TroubleError
from . import LARGEST, MB, as_format

if TYPE_CHECKING:
    from email.message import Message

SUFFIXES: tuple[str, ...] = (".eml",)

MOST_PARTS = 50  # parts within parts, each of which makes every line slower to read
LONGEST_FIELD = 2000  # characters of a field of the head that are read
ENDLESS = re.compile(rb"^content-(?:type|disposition):(?:[^\n]|\n[ \t]){5000}", re.I | re.M)  # slow to take apart
QUOTED = re.compile(r"\s{0,3}>")
ITEM = re.compile(r"\s{0,8}(?:[-*•–]|\d{1,3}[.)])\s+\S")
ADDRESS = re.compile(r"\s*<[^<>]*>")
SIGNATURE = "-- "


def read(data: bytes, name: str) -> Iterator[Document | TroubleError]:
    """The one document of an e-mail. Raises TroubleError where it is none, or holds no text but attachments."""
    mail = _mail(data, name)
    part, kind = _part(mail, name)
    text = _text(part)
    sheet = Sheet(name)
    sheet.add([(_field(mail, "Subject"), "Subject")], "headline")
    sheet.add([(ADDRESS.sub("", _field(mail, "From")), "From")], "byline")
    if not text.strip():
        raise TroubleError(f"{name}: an e-mail without text")
    if kind == "text/html":
        sheet.join(as_format("html", text, name), kind)
    else:
        for role, runs in _paragraphs(Lines(text)):
            sheet.add(runs, role)
    yield sheet.document(_day(mail))


def _mail(data: bytes, name: str) -> Message:
    """The e-mail with its parts. Raises TroubleError where it has no head, or too many parts."""
    from email import message_from_bytes  # dear to import, and most texts are no e-mail

    if len(data) > LARGEST:
        raise TroubleError(f"{name}: an e-mail of more than {LARGEST // MB} MB; save its text alone")
    if data.lower().count(b"boundary=") > MOST_PARTS:
        raise TroubleError(f"{name}: an e-mail of more than {MOST_PARTS} parts within parts; save its text alone")
    if ENDLESS.search(data):
        raise TroubleError(f"{name}: an e-mail with a field of its head that has no end; save its text alone")
    mail = message_from_bytes(data)
    if not any(field in mail for field in ("From", "Subject", "Date")):
        raise TroubleError(f"{name}: no e-mail, it has no From, Subject or Date at its head")
    return mail


def _part(mail: Message, name: str) -> tuple[Message, str]:
    """The part that holds the text: plain, else a page. Raises TroubleError where none does."""
    own = [p for p in mail.walk() if not p.is_multipart() and p.get_content_disposition() != "attachment"]
    for kind in ("text/plain", "text/html"):
        if part := next((p for p in own if p.get_content_type() == kind), None):
            return part, kind
    locked = mail.get_content_type() in ("multipart/encrypted", "application/pkcs7-mime")
    raise TroubleError(f"{name}: an e-mail that is encrypted" if locked else f"{name}: an e-mail without text")


def _text(part: Message) -> str:
    """The words of a part; bytes that are not of its charset are told as unknown."""
    held = part.get_payload(decode=True)
    data = held if isinstance(held, bytes) else b""
    charset = str(part.get_param("charset") or "utf-8")
    try:
        return data.decode(charset, "replace")
    except (LookupError, ValueError):  # a charset nobody knows
        return data.decode("utf-8", "replace")


def _field(mail: Message, field: str) -> str:
    """A field of the head in its own letters, "=?utf-8?q?caf=C3=A9?=" as "café"."""
    from email.errors import HeaderParseError
    from email.header import decode_header, make_header

    written = str(mail.get(field, ""))[:LONGEST_FIELD]
    with suppress(HeaderParseError, LookupError, ValueError):  # then its letters stay as they came
        written = str(make_header(decode_header(written)))
    return written.encode("utf-8", "replace").decode()


def _day(mail: Message) -> date | None:
    from email.utils import parsedate_tz

    found = parsedate_tz(str(mail.get("Date", ""))[:LONGEST_FIELD])
    try:
        return date(*found[:3]) if found else None
    except ValueError:
        return None


def _paragraphs(lines: Lines) -> Iterator[tuple[Role, list[Run]]]:
    """The paragraphs with their roles; what is quoted or stands below the signature's dashes is not its own."""
    runs, role, signed = list[Run](), "", False
    for at, line in lines:
        signed = signed or line == SIGNATURE
        new: Role = "boilerplate" if signed or QUOTED.match(line) else "list" if ITEM.match(line) else "body"
        goes_on = role == "list" and new == "body"  # an item of several lines
        if runs and (not line.strip() or new == "list" or (new != role and not goes_on)):
            yield role, runs  # type: ignore[misc]
            runs = []
        if line.strip():
            role = role if runs and goes_on else new
            runs.append((f"{line} ", f"text, {lines.place(at)}"))
    if runs:
        yield role, runs  # type: ignore[misc]
