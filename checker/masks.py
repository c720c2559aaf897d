"""Masks: stretches inside prose that are not prose, "https://example.org/?id=70"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from string import ascii_letters, digits

from .model import Span

WEB = re.compile(r"(?:://|[wW]{3}\.)[^\s<>\"“”«»]{1,2000}")
AT = re.compile(r"@[\w-]{1,63}(?:\.[\w-]{1,63}){0,6}")
HASHTAG = re.compile(r"#(?<![\w&/]#)\d{0,8}[^\W\d]\w{0,100}")
SLASHED = re.compile(r"/[\w.~%+-]{1,100}(?:/[\w.~%+-]{0,100}){0,20}")
ON_A_DRIVE = re.compile(r":\\[^\s<>\"|]{1,300}")
ROOT = re.compile(r"~|\.{1,2}|(?:[\w-]{1,63}\.){1,5}[a-zA-Z]{2,24}")  # ~/notes, ../notes, example.org/notes
EXTENSION = re.compile(r"\.[a-z][a-z0-9]{1,4}$")
LONGEST_NAME = 64  # characters before the sign by which an address or path is known
NAMING = f"{ascii_letters}{digits}._+-~"  # what a mailbox, host, folder or scheme is written in
NUMERIC = "@0123456789.-"
TRAILING = ".,;:!?'’*_"  # ends the sentence, not the address


def not_prose(text: str) -> Iterator[Span]:
    """Web and mail addresses, paths of files, @handles and #hashtags; they may overlap."""
    for m in WEB.finditer(text) if "://" in text or "www." in text.lower() else ():
        yield Span(_begin(text, m.start()) if m[0][0] == ":" else m.start(), _end(m))
    for m in AT.finditer(text):
        start = _begin(text, m.start())
        if m[0].strip(NUMERIC) and (start < m.start() or not m[0][1].isdigit()):  # "300 @5" is a price
            yield Span(start, _end(m))
    for m in HASHTAG.finditer(text):
        yield Span(*m.span())
    for m in SLASHED.finditer(text):
        start = _begin(text, m.start())
        rooted = start == m.start() and "/" in m[0][1:] and not text[start - 1 : start].isalnum()
        if rooted or ROOT.fullmatch(text, start, m.start()) or (start < m.start() and EXTENSION.search(m[0])):
            yield Span(start, _end(m))
    for m in ON_A_DRIVE.finditer(text):
        if text[m.start() - 1 : m.start()].isalpha():
            yield Span(m.start() - 1, _end(m))


def _end(m: re.Match[str]) -> int:
    kept = m[0].rstrip(TRAILING)
    return m.start() + len(kept.rstrip(")]") if "(" not in kept and "[" not in kept else kept)


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans in order, those that touch or overlap made one, the empty ones dropped."""
    out: list[Span] = []
    for span in sorted(s for s in spans if s.start < s.end):
        if out and span.start <= out[-1].end:
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return tuple(out)


def _begin(text: str, at: int) -> int:
    """Where the name of a mailbox, host, folder or scheme that ends at a place begins; the place, if none does."""
    before = text[max(0, at - LONGEST_NAME) : at]
    return at - len(before) + len(before.rstrip(NAMING))
