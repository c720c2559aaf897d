"""Plain: an article as plain text, "a headline, the place and day, then paragraphs with blank lines between"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import islice

import msgspec

from ..furniture import LONGEST_NOTICE, credit, is_boilerplate, lead_day
from ..lang import Lexicon, lexicon
from ..masks import merged, not_prose
from ..model import Block, Document, Role, Span
from ..trouble import TroubleError
from . import decode, trimmed

SUFFIXES: tuple[str, ...] = (".txt", ".text")

SHORT_WORDS, SHORT_CHARS = 20, 120  # a longer line is no headline, dek, byline or dateline
TOP_LINES = 8  # headline, dateline and their like are looked for no further down
CODE_LOOK = 4000  # characters of a line by which it is judged
CODE_SHARE = 0.1  # of a line of code are marks that prose seldom has; the seldomest make a line code alone at
BARE_SHARE = 0.3
TAG_SHARE = 0.5  # of a line of HTML are tags; in one with less of them there is prose

BREAK = re.compile(r"(?>\r\n?|\n)[^\S\r\n]*+(?>\r\n?|\n)\s*+")
LINE = re.compile(r"[^\r\n]+")
STOP = re.compile(r"([\w.]{0,20})\.[\"”’»)\]]{0,3}(?:\s|$)")
RULED = re.compile(r"[-=_*~#+·•—–\s]{3,200}")
SEEMS_CODE = re.compile(r"[{}<>=;]")
TAG = re.compile(
    r"<(?:!--[^<>]{0,300}--|/?[a-z][a-z0-9]{0,20}(?:\s[^<>]{0,300})?/?)>"
)  # not the <Daimler-Benz> of the wires
CALL = re.compile(r"=>|function\s?\(|\.push\(|\w\([^()]{0,200}\);|\b(?:var|let|const) \w{1,40} ?=")
KEYED = re.compile(r"[;=]|[\"'] ?:")  # what a script's braces hold and a sentence's do not
RARE, COMMON = "{}<>=;", "()[]:'\"_"


def read(data: bytes, name: str) -> Iterator[Document | TroubleError]:
    """The one document of a plain-text file. Raises TroubleError where the bytes are no text in UTF-8."""
    yield document(decode(data, name), name)


def document(text: str, name: str, lang: str = "en", headline: str = "") -> Document:
    """A plain text as a document: headline, dek, byline and dateline at its top, then body and boilerplate.

    A headline that is known apart from it becomes the first block, a blank line after it, and the only headline.
    """
    lex, headed = lexicon(lang), len(headline)
    text = f"{headline}\n\n{text}" if headline else text
    top = _Top(text, lex, headed)
    start = top.read(headed)
    blocks, published, begun = top.blocks, top.published, False
    for paragraph in _paragraphs(text, start):
        judged = list(_judged(text, paragraph, lex))
        if not begun and any(b.role == "body" for b in judged):
            published = published or lead_day(text[paragraph.start : paragraph.start + SHORT_CHARS], lex)
            begun = True
        blocks += judged
    return Document(name, text, tuple(blocks), lang, published, merged(not_prose(text)))


class _Line(msgspec.Struct, frozen=True, gc=False):
    """A line at the top, with the role and the day that its own words give."""

    span: Span
    role: Role | None
    day: date | None


class _Top:
    """What stands above an article's first paragraph, taken line by line: blocks, and the day they give."""

    def __init__(self, text: str, lex: Lexicon, headed: int) -> None:
        self.text, self.lex, self.headed = text, lex, headed > 0
        self.blocks: list[Block] = [Block(trimmed(text, 0, headed), "headline")] if headed else []
        self.published: date | None = None
        self.titled, self.credited = self.headed, False

    def read(self, start: int) -> int:
        """Takes what stands above the article; gives the place at which the article starts."""
        top, article, sure = self._short(start)
        if len(top) == 1 and article == len(self.text) and not self.headed:
            return start  # one line is a text, and nothing's headline
        for number, lines in enumerate(top):
            alone = not any(line.role for line in lines)
            last = article == len(self.text) and number == len(top) - 1
            if alone and (last or self.headed or (self.titled and not sure)):
                return lines[0].span.start
            for n, line in enumerate(lines):
                if line.role is None and n and self._speaks(line.span):
                    return line.span.start
                self._take(line, line.role or self._role_beside(line.span, n, lines))
        return article

    def _short(self, start: int) -> tuple[list[list[_Line]], int, bool]:
        """The paragraphs at the top that do not speak in sentences, where the next starts, and whether it does."""
        top: list[list[_Line]] = []
        for paragraph in _paragraphs(self.text, start):
            found = islice(LINE.finditer(self.text, paragraph.start, paragraph.end), TOP_LINES + 1)
            lines = [self._line(Span(*m.span())) for m in found if m.end() - m.start() > SHORT_CHARS or m[0].strip()]
            by_others = any(line.role in ("byline", "dateline") for line in lines[1:])
            if not lines[0].role and (self._speaks(lines[0].span) or (len(lines) > 1 and not by_others)):
                return top, paragraph.start, True
            if sum(map(len, top)) + len(lines) > TOP_LINES:
                return top, paragraph.start, False
            top.append(lines)
        return top, len(self.text), False

    def _line(self, span: Span) -> _Line:
        """A line with the role and the day that its own words give."""
        if span.end - span.start > LONGEST_NOTICE:
            return _Line(span, None, None)
        words = self.text[span.start : span.end].strip()
        role, day = ("boilerplate", None) if _is_code(words) else credit(words, self.lex)
        if role == "byline" and self.text[span.end : span.end + 3].lstrip("\r\n")[:1].islower():
            role = None  # a sentence broken over two lines
        return _Line(span, role, day)

    def _speaks(self, line: Span) -> bool:
        """Whether a line is a sentence or as long as one."""
        if line.end - line.start > SHORT_CHARS:
            return True
        words = self.text[line.start : line.end]
        stops = (m[1].lower() for m in STOP.finditer(words))
        ended = any(len(word) != 1 and word not in self.lex.abbreviations for word in stops)
        return ended or words.rstrip().endswith((":", ",", ";")) or len(words.split()) > SHORT_WORDS

    def _role_beside(self, span: Span, n: int, lines: list[_Line]) -> Role:
        """The role of a short line that has none of its own: by those in its paragraph, then by what went before."""
        words = self.text[span.start : span.end].split()
        names = sum(w[0].isupper() for w in words) * 2 >= len(words)
        if names and len(lines) > 1 and (self.titled or n):
            return "byline"
        return "dek" if self.titled and not self.credited else "headline"

    def _take(self, line: _Line, role: Role) -> None:
        self.blocks.append(Block(trimmed(self.text, line.span.start, line.span.end), role))
        self.published = self.published or line.day
        self.titled = self.titled or role == "headline"
        self.credited = role in ("byline", "dateline") or (self.credited and role == "boilerplate")


def _paragraphs(text: str, start: int) -> Iterator[Span]:
    """The stretches between blank lines, without the white space around them."""
    at = start
    for m in BREAK.finditer(text, start):
        if (span := trimmed(text, at, m.start())).start < span.end:
            yield span
        at = m.end()
    if (span := trimmed(text, at, len(text))).start < span.end:
        yield span


def _judged(text: str, paragraph: Span, lex: Lexicon) -> Iterator[Block]:
    """A paragraph as blocks: one, or its runs of prose and of boilerplate."""
    start = end = paragraph.start
    role: Role | None = None
    for m in LINE.finditer(text, paragraph.start, paragraph.end):
        line = m[0].strip()
        if not line:
            continue
        new: Role = "boilerplate" if is_boilerplate(line, lex) or _is_code(line) else "body"
        if role and new != role:
            yield Block(trimmed(text, start, end), role)
            start = m.start()
        role, end = new, m.end()
    if role:
        yield Block(trimmed(text, start, end), role)


def _is_code(line: str) -> bool:
    """Whether a line is a script, markup or a drawn line, not a sentence with a brace or a semicolon in it."""
    if not SEEMS_CODE.search(line):
        return bool(RULED.fullmatch(line))
    line = line[:CODE_LOOK]
    rare = sum(map(line.count, RARE))
    if rare >= BARE_SHARE * len(line) or ("<" in line and sum(map(len, TAG.findall(line))) >= TAG_SHARE * len(line)):
        return True
    if rare + sum(map(line.count, COMMON)) < CODE_SHARE * len(line):
        return False
    return bool(CALL.search(line) or ("{" in line and "}" in line and KEYED.search(line)))
