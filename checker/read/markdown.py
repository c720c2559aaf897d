"""Markdown: an article with front matter, headings, lists and links, "title: Storm kills 34"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import accumulate, pairwise
from typing import Any

import msgspec

from ..furniture import day, settled
from ..lang import Lexicon, lexicon
from ..masks import merged, not_prose
from ..model import Block, Document, Role, Span
from ..trouble import TroubleError
from . import decode, trimmed

SUFFIXES: tuple[str, ...] = (".md", ".markdown")

LONGEST_FRONT = 65_536  # characters; front matter that goes on for longer is none
DEEPEST_FRONT = 20  # lists within lists; deeper ones are no front matter, and slow to read
MARKS_TO_TELL = 3  # as many marks of Markdown at the top of a text of unknown kind make it Markdown
LOOK = 20_000  # characters at the top in which they are looked for

FIELDS: dict[str, Role] = {
    **dict.fromkeys(("title",), "headline"),
    **dict.fromkeys(("summary", "description", "dek", "deck"), "dek"),
    **dict.fromkeys(("author", "authors", "byline"), "byline"),
}
DATES = ("date", "published", "published_date")
WHOLE: dict[str, Role] = {"CodeBlock": "code", "HtmlBlock": "code", "Table": "table"}
INLINE = frozenset(("Emphasis", "Strong", "Strikethrough", "Superscript", "Subscript", "Link", "Image"))
NO_PROSE = frozenset(("Code", "InlineHtml", "FootnoteReference", "InlineMath", "DisplayMath"))

OPEN = re.compile(r"---[ \t]{0,20}\r?\n(?=\s{0,20}(?:[\w-]{1,80} ?:|#|---))")
CLOSE = re.compile(r"^(?:---|\.\.\.)[ \t]{0,20}\r?$", re.MULTILINE)
SIGNS = re.compile(r"\{\{[^{}]{0,500}\}\}|\[\^[^\]\s]{1,60}\]:?|&#?\w{1,10};")  # short codes, footnote marks, entities
MARK = re.compile(r"^(?:#{1,6} \S|```|\|.{1,200}\|)|\]\(\S|\*\*\w", re.MULTILINE)


def read(data: bytes, name: str) -> Iterator[Document | TroubleError]:
    """The one document of a Markdown file. Raises TroubleError where the bytes are no text in UTF-8."""
    yield document(decode(data, name), name)


def looks_like(text: str) -> bool:
    """Whether a text of unknown kind is Markdown: it opens with front matter, or has several of its marks."""
    return bool(_front(text)) or len(MARK.findall(text[:LOOK])) >= MARKS_TO_TELL


def document(text: str, name: str, lang: str = "en", headline: str = "") -> Document:
    """A Markdown text as a document; front matter gives headline, dek, bylines and day, where it can be read.

    A headline that is known apart from the text is left out: Markdown holds its own.
    """
    lex = lexicon(lang)
    start = _front(text)
    front, published = _fields(text, start, lex)
    walk = _Walk(text[start:], start)
    prose, day_in_text = settled(text, walk.blocks, any(b.role == "headline" for b in front), lex)
    masked = merged((*walk.masked, *not_prose(text), *(Span(*m.span()) for m in SIGNS.finditer(text))))
    blocks = [*front, *(_seen(text, b, masked) for b in prose)]
    return Document(name, text, tuple(blocks), lang, published or day_in_text, masked)


def _front(text: str) -> int:
    """The place at which front matter ends; 0 where there is none."""
    opens = OPEN.match(text)
    closes = CLOSE.search(text, opens.end(), opens.end() + LONGEST_FRONT) if opens else None
    return closes.end() if closes else 0


def _fields(text: str, end: int, lex: Lexicon) -> tuple[list[Block], date | None]:
    """The values of the front matter that have a role, each where it stands, and boilerplate between them."""
    found, published = [], None
    for key, value in _pairs(text[:end]):
        if key in DATES:
            published = published or day(value.value, lex)
        elif key in FIELDS and value.value.strip():
            found.append(Block(_inside(value, text[:end]), FIELDS[key]))
    ends = [0, *(at for b in found for at in (b.span.start, b.span.end)), end]
    between = [trimmed(text, a, b) for a, b in zip(ends[::2], ends[1::2], strict=True)]
    blocks = [*found, *(Block(s, "boilerplate") for s in between)]
    return sorted((b for b in blocks if b.span.start < b.span.end), key=lambda b: b.span), published


def _pairs(front: str) -> list[tuple[str, Any]]:
    """The keys of front matter with their values, those of a list one by one; none where it is not YAML.

    Read event by event, since composing nodes would recurse as deep as the text likes to nest.
    """
    import yaml  # dear to import, and most texts have no front matter

    loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # makes nothing but strings
    pairs, key, around = [], None, [""]
    try:
        for event in yaml.parse(front.rpartition("\n")[0], loader):
            if len(around) > DEEPEST_FRONT:
                return []
            if isinstance(event, yaml.CollectionStartEvent):
                around.append("map" if isinstance(event, yaml.MappingStartEvent) else "list")
            elif isinstance(event, yaml.CollectionEndEvent):
                around.pop()
            elif isinstance(event, yaml.ScalarEvent) and key and around[1:] in (["map"], ["map", "list"]):
                pairs.append((key, event))
            if around[1:] == ["map"] and not isinstance(event, yaml.MappingStartEvent):
                key = event.value.lower() if key is None and isinstance(event, yaml.ScalarEvent) else None
    except (yaml.YAMLError, ValueError):
        return []
    return pairs


def _inside(value: Any, front: str) -> Span:
    """Where the text of a value stands, without its quotation marks."""
    start, end = value.start_mark.index, value.end_mark.index
    if value.style in ("'", '"'):
        start, end = start + 1, end - 1
    elif value.style in ("|", ">"):
        start = front.find("\n", start, end) + 1
    return trimmed(front, start, end)


def _seen(text: str, block: Block, masked: tuple[Span, ...]) -> Block:
    """The block; code, if all of it is masked."""
    i = bisect_right(masked, block.span.start, key=lambda s: s.start) - 1
    hidden = i >= 0 and block.role in ("body", "list", "quote") and masked[i].end >= block.span.end
    return msgspec.structs.replace(block, role="code") if hidden else block


def _events(text: str) -> Iterable[tuple[Any, Any]]:
    """The events of a Markdown text with their ranges in bytes of UTF-8."""
    from pyromark import Options, events_with_range  # dear to import where no text is Markdown

    tables, notes = Options.ENABLE_TABLES, Options.ENABLE_FOOTNOTES | Options.ENABLE_TASKLISTS
    more = Options.ENABLE_STRIKETHROUGH | Options.ENABLE_HEADING_ATTRIBUTES
    return events_with_range(text, options=tables | notes | more)


class _Walk:
    """One pass over the events of a Markdown text: its blocks and its masked stretches, first in bytes of UTF-8."""

    def __init__(self, text: str, offset: int) -> None:
        self.runs: list[tuple[int, int, Role]] = []
        self.hidden: list[tuple[int, int]] = []
        self.around: list[Role] = ["body"]  # roles of the containers around the present place, the innermost last
        self.links: list[
            list[int]
        ] = []  # of each open link: where its text has come to so far, and whether it hides all
        self.run: tuple[int, int] | None = None  # the present stretch of prose
        self.alt: tuple[int, int] | None = None  # the text of its images
        self.images, self.whole, self.only_images = 0, 0, True
        for event, span in _events(text):
            self._take(event, span["start"], span["end"])
        self._flush()
        at = _code_points(text, (x for pair in (*self.hidden, *(r[:2] for r in self.runs)) for x in pair), offset)
        spans = ((trimmed(text, at[a] - offset, at[b] - offset), role) for a, b, role in self.runs)
        self.blocks = [Block(Span(s.start + offset, s.end + offset), role) for s, role in spans if s.start < s.end]
        self.masked = [Span(at[a], at[b]) for a, b in self.hidden]

    def _take(self, event: Any, start: int, end: int) -> None:
        kind = event if isinstance(event, str) else next(iter(event))
        if kind not in ("Start", "End"):
            self._word(kind, start, end)
            return
        detail = event[kind]
        tag = detail if isinstance(detail, str) else next(iter(detail))
        if tag in INLINE:
            (self._open if kind == "Start" else self._close)(tag, detail, start, end)
        elif kind == "Start":
            self._enter(tag, detail, start, end)
        else:
            self._leave(tag)

    def _word(self, kind: str, start: int, end: int) -> None:
        """Something within a line."""
        if kind in NO_PROSE:
            self.hidden.append((start, end))
        if kind == "Rule" or self.whole:
            return
        self.only_images = self.only_images and (self.images > 0 or kind in ("SoftBreak", "HardBreak"))
        if self.images:
            self.alt = (self.alt[0] if self.alt else start, end)
        self._reach(start, end)

    def _reach(self, start: int, end: int) -> None:
        if self.links:
            self.links[-1][0] = end
        self.run = (self.run[0] if self.run else start, end)

    def _open(self, tag: str, detail: Any, start: int, end: int) -> None:
        bare = isinstance(detail, dict) and detail[tag].get("link_type") in ("Autolink", "Email")
        if tag in ("Link", "Image"):
            self.links.append([start, bare])
        self.images += tag == "Image"
        if not self.whole and not self.run:
            self.run = (start, start)

    def _close(self, tag: str, detail: Any, start: int, end: int) -> None:
        if tag in ("Link", "Image"):
            reached, bare = self.links.pop()
            self.hidden.append((start if bare else reached, end))
        self.images -= tag == "Image"
        if not self.whole:
            self._reach(start, end)
        elif self.links:
            self.links[-1][0] = end

    def _enter(self, tag: str, detail: Any, start: int, end: int) -> None:
        """A paragraph, list or other block begins."""
        self._flush()
        if tag in WHOLE and not self.whole:
            self.runs.append((start, end, WHOLE[tag]))
        self.whole += tag in WHOLE
        role: Role = self.around[-1]
        if tag == "Heading" and detail[tag]["level"] == "H1" and role == "body":
            role = "headline"
        self.around.append({"BlockQuote": "quote", "Item": "list"}.get(tag, role))  # type: ignore[arg-type]

    def _leave(self, tag: str) -> None:
        self._flush()
        self.whole -= tag in WHOLE
        self.around.pop()

    def _flush(self) -> None:
        """The present stretch of prose is a block."""
        if self.run and not (self.only_images and not self.alt):
            images = self.alt if self.only_images else None
            self.runs.append((*(images or self.run), "caption" if images else self.around[-1]))
        self.run = self.alt = None
        self.only_images = True


def _code_points(text: str, offsets: Iterable[int], base: int) -> dict[int, int]:
    """Offsets in bytes of UTF-8 → places in code points, counted from base on."""
    places = sorted({0, *offsets})
    if text.isascii():
        return {place: place + base for place in places}
    data = text.encode()
    lengths = (len(data[a:b].decode()) for a, b in pairwise(places))
    return dict(zip(places, accumulate(lengths, initial=base), strict=True))
