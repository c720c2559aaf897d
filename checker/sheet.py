"""Sheet: a text put together from a document that is none itself, "a heading, a paragraph of run 3, a table's row"."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from datetime import date
from operator import itemgetter

from .furniture import settled
from .lang import lexicon
from .masks import merged, not_prose
from .model import Block, Document, Role, Span
from .trouble import TroubleError

LARGEST = 32_000_000  # characters of the text that is put together
BLANKS = re.compile(r"[ \t\r\n\f\v\u200b\ufeff]+")
UNKNOWN = str.maketrans("\0\ufffe\uffff", "   ")
STYLES: tuple[tuple[str, Role], ...] = (  # by how a style's name in a program begins
    ("title", "headline"),
    ("heading 1", "headline"),
    ("headline", "headline"),
    ("subtitle", "dek"),
    ("byline", "byline"),
    ("author", "byline"),
    ("dateline", "dateline"),
    ("quote", "quote"),
    ("intense quote", "quote"),
    ("block text", "quote"),
    ("quotation", "quote"),
    ("caption", "caption"),
    ("list", "list"),
    ("footnote", "footnote"),
    ("endnote", "footnote"),
    ("html preformatted", "code"),
    ("source code", "code"),
    ("preformatted", "code"),
    ("header", "boilerplate"),
    ("footer", "boilerplate"),
    ("toc", "boilerplate"),
)
Run = tuple[str, str]  # words, and the place in the source that they come from


class Sheet:
    """The text so far, its blocks, and where in the source each stretch of it stood.

    Tables stand in it as rows of cells between bars, the form in which sums are read from every table.
    """

    def __init__(self, name: str, lang: str = "en") -> None:
        self.name, self.lang = name, lang
        self.pieces: list[str] = []
        self.blocks: list[Block] = []
        self.sources: list[tuple[int, str]] = []
        self.length = 0
        self.published: date | None = None

    def add(self, runs: Iterable[Run], role: Role = "body") -> None:
        """A paragraph from its runs, white space made one blank as every program shows it; nothing, if it is empty."""
        start = self.length + (2 if self.pieces else 0)
        pieces, at, open_ = list[str](), start, False
        for words, source in runs:
            tidy = BLANKS.sub(" ", words.translate(UNKNOWN))
            tidy = tidy if open_ else tidy.lstrip(" ")
            if tidy:
                self._from(at, source)
                pieces.append(tidy)
                at, open_ = at + len(tidy), not tidy.endswith(" ")
        self._put("".join(pieces).rstrip(" "), role, start)

    def table(self, rows: Sequence[Sequence[Run]]) -> None:
        """A table of rows of cells, the first its header."""
        start = self.length + (2 if self.pieces else 0)
        pieces, at = list[str](), start
        for n, row in enumerate(rows):
            at += len("\n" * bool(n))
            line = "|"
            for words, source in row:
                self._from(at + len(line) - (len(line) == 1), source)
                line += f" {BLANKS.sub(' ', words.translate(UNKNOWN)).strip().replace('|', '/')} |"
            pieces.append(line)
            at += len(line)
        if any(words.strip() for row in rows for words, _ in row):
            self._put("\n".join(pieces), "table", start)
        else:
            self._put("", "table", start)

    def join(self, document: Document, part: str) -> None:
        """The blocks of a document that is part of this one, its places behind the part's, its day if none is known."""
        self.published = self.published or document.published
        sources = document.sources
        for block in document.blocks:
            start = self.length + (2 if self.pieces else 0)
            first = max(0, bisect_right(sources, block.span.start, key=itemgetter(0)) - 1)
            for at, source in sources[first : bisect_left(sources, block.span.end, key=itemgetter(0))]:
                self._from(start + max(0, at - block.span.start), f"{part}, {source}")
            self._put(document.text[block.span.start : block.span.end], block.role, start)

    def document(self, published: date | None = None) -> Document:
        """All of it as a document, the roles of its top lines told by their words.

        Raises TroubleError where it holds no text.
        """
        if not self.pieces:
            raise TroubleError(f"{self.name}: holds no text")
        text = "".join(self.pieces)
        blocks, day = settled(text, self.blocks, titled=False, lex=lexicon(self.lang))
        masked, sources = merged(not_prose(text)), tuple(self.sources)
        return Document(self.name, text, tuple(blocks), self.lang, published or self.published or day, masked, sources)

    def _from(self, at: int, source: str) -> None:
        if not self.sources or self.sources[-1][1] != source:
            self.sources.append((at, source))

    def _put(self, words: str, role: Role, start: int) -> None:
        if not words:
            while self.sources and self.sources[-1][0] >= start:
                self.sources.pop()
            return
        if start + len(words) > LARGEST:
            raise TroubleError(f"{self.name}: more than {LARGEST // 1_000_000} MB of text; split it")
        self.pieces += ["\n\n", words] if self.pieces else [words]
        self.length = start + len(words)
        self.blocks.append(Block(Span(start, self.length), role))


def role_of(style: str) -> Role | None:
    """What paragraphs of a style are, by its name.

    >>> role_of("heading 1"), role_of("Text body")
    ('headline', None)
    """
    return next((role for begin, role in STYLES if style.lower().startswith(begin)), None)
