"""Html: a web page, its article told from what stands around it, "<article><h1>Storm kills 34</h1>"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from datetime import date
from html import unescape
from typing import Any

import msgspec

from ..furniture import day
from ..lang import lexicon
from ..model import Comment, Document, Role
from ..sheet import Run, Sheet
from ..tags import AROUND, BLOCKS, CLOSES, DROPPED, FENCES, PARAGRAPH, VOID, Token, comments, tokens
from ..trouble import TroubleError
from . import decode

SUFFIXES: tuple[str, ...] = (".html", ".htm", ".xhtml")

DEEPEST = 500  # elements within elements; deeper ones count as standing there
LOOK = 1000  # characters at the top by which a text is told to be HTML
LONGEST_DATA = 1_000_000  # characters of JSON-LD that are read
PAGE = re.compile(
    r"\s*(?:<\?xml[^<>]{0,200}>\s*)?(?:<!--.{0,500}?-->\s*)?<(?:!doctype html|html|head|body)\b", re.I | re.S
)
CHARSET = re.compile(rb"<meta[^<>]{0,200}charset\s{0,5}=\s{0,5}[\"']?([\w-]{1,40})", re.I)
LINE = re.compile(r"line (\d+)$")  # of a place
LINE_END = re.compile(r"\r\n?|\n")
PARTS = re.compile(
    r"(?:^|[\s_-])(?:ad|ads|advert\w{0,12}|banner|breadcrumbs?|comments?|cookies?|consent|disqus|footer|gdpr|masthead|"
    r"menu|modal|nav|navbar|navigation|newsletter|outbrain|pagination|paywall|popup|promo|recommend\w{0,8}|related|"
    r"share|sharing|sidebar|skip|social|sponsor\w{0,4}|subscribe|taboola|tags|toolbar|trending|widget)(?:$|[\s_-])"
)
CREDITS: tuple[tuple[re.Pattern[str], Role], ...] = (
    (re.compile(r"(?:^|[\s_-])(?:byline|author)(?:$|[\s_-])"), "byline"),
    (re.compile(r"(?:^|[\s_-])(?:dateline)(?:$|[\s_-])"), "dateline"),
    (re.compile(r"(?:^|[\s_-])(?:dek|standfirst|subtitle|subhead|deck)(?:$|[\s_-])"), "dek"),
)
ROLES: dict[str, Role] = {
    "h1": "headline",
    "blockquote": "quote",
    "figcaption": "caption",
    "caption": "caption",
    "li": "list",
    "dd": "list",
    "dt": "list",
    "pre": "code",
}
DATES = ("article:published_time", "datepublished", "date", "pubdate", "publishdate", "dc.date", "dc.date.issued",
         "dcterms.created", "parsely-pub-date", "sailthru.date", "og:published_time")  # fmt: skip
HEADLINES = ("og:title", "twitter:title", "dc.title")


class Element(msgspec.Struct, gc=False):
    """An open element: its place in the page, and what it makes of the words in it."""

    name: str
    path: str
    role: Role
    article: int  # the number of the article it is in, 0 for none
    dropped: bool
    counts: Counter[str]


class Part(msgspec.Struct):
    """A paragraph of the page, or a table, before it is known which article is the page's own."""

    role: Role
    article: int
    runs: list[Run]
    rows: list[list[Run]] | None = None
    linked: int = 0

    @property
    def size(self) -> int:
        """How many characters it has."""
        return sum(len(w) for w, _ in self.runs)


def read(data: bytes, name: str) -> Iterator[Document | TroubleError]:
    """The one document of a page. Raises TroubleError where it is no text, or holds none."""
    charset = CHARSET.search(data[:4096])
    if charset and charset[1].lower() in (b"iso-8859-1", b"latin1", b"windows-1252", b"cp1252"):
        data = data.decode("cp1252", "replace").encode()
    yield document(decode(data, name), name)


def looks_like(text: str) -> bool:
    """Whether a text of unknown kind is a page: it opens as one."""
    return PAGE.match(text[:LOOK]) is not None


def document(text: str, name: str, lang: str = "en", headline: str = "") -> Document:
    """A page as a document: its article, and boilerplate around it; headline and day as its data or words tell."""
    page = _Page(text)
    lang = page.lang or lang
    sheet = Sheet(name, lang)
    sizes = Counter[int]()
    for part in page.parts:
        if part.article and part.role != "boilerplate":
            sizes[part.article] += part.size
    own = sizes.most_common(1)[0][0] if sizes else 0
    titled = any(p.role == "headline" and p.runs for p in page.parts)
    told = headline or next((page.data[k] for k in (*HEADLINES, "headline", "title") if page.data.get(k)), "")
    if told and not titled:
        sheet.add([(told, "head")], "headline")
    for part in page.parts:
        outside = own and part.article != own and part.role != "headline"
        if part.rows is not None and not outside and part.role == "table":
            sheet.table(part.rows)
        else:
            linked = part.linked * 10 > part.size * 8 and part.role != "headline"
            sheet.add(part.runs, "boilerplate" if outside or linked else part.role)
    read = sheet.document(_published(page.data, lang))
    return msgspec.structs.replace(read, comments=tuple(_comments(text, read, page.lines)))


def _comments(html: str, document: Document, lines: list[int]) -> Iterator[Comment]:
    """The comments of a page, each with where the words begin that follow it."""
    starts = [(int(m[1]), at) for at, place in document.sources if (m := LINE.search(place))]
    for place, words in comments(html):
        line = bisect_right(lines, place)
        yield Comment(next((at for n, at in starts if n >= line), len(document.text)), words, f"line {line}")


def _published(data: dict[str, str], lang: str) -> date | None:
    lex = lexicon(lang)
    return next((found for key in (*DATES, "time") if key in data and (found := day(data[key], lex))), None)


class _Page:
    """One pass over a page: its paragraphs, and what its head and its data tell of it."""

    def __init__(self, html: str) -> None:
        self.lines = [0, *(m.end() for m in LINE_END.finditer(html))]
        self.parts: list[Part] = []
        self.data: dict[str, str] = {}
        self.lang, self.articles, self.raw = "", 0, ""
        self.open = [Element("", "", "body", 0, False, Counter())]
        self.part: Part | None = None
        self.rows: list[list[Run]] | None = None
        for token in tokens(html):
            if token.kind == "words":
                self._words(token)
            elif token.kind == "open":
                self._enter(token)
            else:
                self._leave(token.name)
        self._flush()

    def _words(self, token: Token) -> None:
        top = self.open[-1]
        if self.raw:
            self._data(self.raw, token.text)
            self.raw = ""
        elif not top.dropped and top.name != "head":
            words = unescape(token.text)
            run = (words, f"{top.path}, line {bisect_right(self.lines, token.at)}")
            if self.rows is not None and top.role != "caption":
                if self.rows and self.rows[-1]:
                    before, place = self.rows[-1][-1]
                    self.rows[-1][-1] = (before + words, place or run[1])
                return
            if not self.part and words.strip():
                self.part = Part(top.role, top.article, [])
            if self.part:
                self.part.runs.append(run)
                self.part.linked += len(words) if any(e.name == "a" for e in self.open[-6:]) else 0

    def _enter(self, token: Token) -> None:
        name = token.name
        given = token.attributes if token.text.strip(" /\n") else {}
        if name in ("meta", "time"):
            self._meta(name, given)
        self.lang = self.lang or (given.get("lang", "").lower().partition("-")[0] if name == "html" else "")
        if name == "br" and (self.part or self.rows):
            self._words(Token(token.at, "words", text="\n"))
        if name in BLOCKS and not (self.rows is not None and name != "table"):
            self._flush()
        if name in VOID:
            return
        if name in BLOCKS:
            self._close(CLOSES.get(name, PARAGRAPH))
        self._row(name, given)
        self._push(name, given)
        if name == "title" or (name == "script" and given.get("type") == "application/ld+json"):
            self.raw = name

    def _row(self, name: str, given: dict[str, str]) -> None:
        if name == "table":
            self._end_table()
            self.rows = []
        elif self.rows is not None and name == "tr":
            self.rows.append([])
        elif self.rows and name in ("td", "th"):
            span = given.get("colspan", "1")
            self.rows[-1] += [("", "")] * max(0, min(int(span), 50) - 1 if span.isdecimal() else 0)
            self.rows[-1].append(("", ""))

    def _push(self, name: str, given: dict[str, str]) -> None:
        if len(self.open) >= DEEPEST:
            return
        above = self.open[-1]
        above.counts[name] += 1
        nth = above.counts[name]
        article = above.article
        if name in ("article", "main") or given.get("itemprop") == "articleBody":
            article = above.article or self._new_article()
        path = f"{above.path}/{name}" + (f"[{nth}]" if nth > 1 else "") if len(above.path) < 300 else above.path
        hidden = "hidden" in given or given.get("aria-hidden") == "true"
        dropped = above.dropped or name in DROPPED or (hidden and name != "html")
        self.open.append(Element(name, path, self._role(name, given, above), article, dropped, Counter()))

    def _new_article(self) -> int:
        self.articles += 1
        return self.articles

    def _role(self, name: str, given: dict[str, str], above: Element) -> Role:
        signs = f"{given.get('class', '')} {given.get('id', '')} {given.get('rel', '')}".lower()
        around = name in AROUND or (name == "header" and not above.article)
        if above.role == "boilerplate" and name != "h1":
            return "boilerplate"
        if name not in ("html", "body", "article", "main", "h1") and (around or PARTS.search(signs)):
            return "boilerplate"
        credit = next((role for sign, role in CREDITS if sign.search(signs)), None)
        if credit and name not in ("html", "body", "article", "main", "section"):
            return credit
        return "table" if name == "table" else ROLES.get(name, above.role)

    def _leave(self, name: str) -> None:
        if name in VOID:
            return
        if name in BLOCKS and self.rows is None:
            self._flush()
        if name == "table":
            self._end_table()
        self._close(frozenset((name,)), every=True)

    def _close(self, names: frozenset[str], every: bool = False) -> None:
        """Closes the innermost element of such a name with all inside it, or, every apart, what it cannot hold."""
        for n in range(len(self.open) - 1, max(0, len(self.open) - 60), -1):
            element = self.open[n].name
            if element in names:
                if element in BLOCKS and self.rows is None:
                    self._flush()
                del self.open[n:]
                if every:
                    return
            elif element in FENCES and not every:
                return

    def _flush(self) -> None:
        if self.part:
            self.parts.append(self.part)
        self.part = None

    def _end_table(self) -> None:
        rows, self.rows = self.rows, None
        if rows:
            top = next((e for e in reversed(self.open) if e.name == "table"), self.open[-1])
            plain = max(map(len, rows)) < 2  # a table that only lays out
            runs = [(f"{words} ", place) for row in rows for words, place in row]
            role: Role = "body" if plain and top.role == "table" else top.role
            self.parts.append(Part(role, top.article, runs, None if plain else rows))

    def _meta(self, name: str, given: dict[str, str]) -> None:
        if name == "time":
            self.data.setdefault("time", given.get("datetime", ""))
        key = (given.get("property") or given.get("name") or given.get("itemprop") or "").lower()
        if name == "meta" and key and given.get("content", "").strip():
            self.data.setdefault(key, given["content"])

    def _data(self, kind: str, words: str) -> None:
        if kind == "title":
            self.data.setdefault("title", unescape(words).strip())
        elif len(words) <= LONGEST_DATA:
            for thing in _things(words):
                for key in ("datePublished", "headline"):
                    if isinstance(thing.get(key), str):
                        self.data.setdefault(key.lower(), thing[key])


def _things(words: str) -> list[dict[str, Any]]:
    """The objects of JSON-LD, those of its lists and its graph one by one; none where it cannot be read."""
    try:
        found = msgspec.json.decode(words.strip())
    except (ValueError, RecursionError):
        return []
    top = found if isinstance(found, list) else [found]
    inner = [x for t in top if isinstance(t, dict) and isinstance(t.get("@graph"), list) for x in t["@graph"]]
    return [x for x in (*top, *inner) if isinstance(x, dict)]
