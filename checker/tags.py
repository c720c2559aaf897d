"""Tags: the tokens of HTML, each where it stands, "<p class=dek>", "Storm kills 34", "</p>"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

import msgspec

TAG = re.compile(r"<(?:!--|[!?]|(/?)([a-zA-Z][\w:-]{0,60}))")
REST = re.compile(r"(?:[^\"'<>]|\"[^\"]{0,20000}\"|'[^']{0,20000}'){0,20000}>")  # of a tag, a > in quotes apart
ATTRIBUTE = re.compile(r"([^\s\"'<>/=]{1,100})(?:\s{0,20}=\s{0,20}(?:\"([^\"]*+)\"|'([^']*+)'|([^\s\"'=<>`]++)))?")
COMMENT = re.compile(r"<!--((?:(?!-->).){0,2000})-->", re.DOTALL)
NAMES = re.compile(r"\w+")


def _names(words: str) -> frozenset[str]:
    return frozenset(NAMES.findall(words))


RAW = _names("script style textarea title xmp iframe noembed noframes")  # what is in these holds no tags
VOID = _names("area base br col embed hr img input link meta param source track wbr")  # these hold nothing
DROPPED = _names("script style noscript template svg math iframe object canvas audio video select button textarea")
AROUND = _names("nav aside footer form dialog menu")  # these are no part of an article
BLOCKS = _names("""address article aside blockquote body caption dd details dialog div dl dt fieldset figcaption figure
    footer form h1 h2 h3 h4 h5 h6 head header hr html li main nav ol p pre section summary table tbody td tfoot th thead
    tr ul""")
PARAGRAPH = _names("p")
CELL, TERM = _names("td th p"), _names("dd dt p")
CLOSES = {"li": _names("li p"), "td": CELL, "th": CELL, "tr": _names("tr td th p"), "dd": TERM, "dt": TERM}
FENCES = _names("ul ol dl table blockquote div article section main")  # a tag that opens closes nothing around these


class Token(msgspec.Struct, frozen=True, gc=False):
    """A tag that opens or closes, or words between tags; at is where it begins."""

    at: int
    kind: str  # "open", "close" or "words"
    name: str = ""
    text: str = ""

    @property
    def attributes(self) -> dict[str, str]:
        """The attributes of a tag that opens, names in lower case."""
        found = ATTRIBUTE.findall(self.text)
        return {name.lower(): unescape(a or b or c) for name, a, b, c in reversed(found)}


def tokens(html: str) -> Iterator[Token]:
    """The tags and words of a page, comments left out, what scripts and the like hold as it stands."""
    at, size = 0, len(html)
    for_ever = set[str]()  # ends that come no more: not to be sought again and again
    while at < size:
        tag = TAG.search(html, at)
        if not tag:
            yield Token(at, "words", text=html[at:])
            return
        if tag.start() > at:
            yield Token(at, "words", text=html[at : tag.start()])
        name = (tag[2] or "").lower()
        if not name:
            at = _past("-->" if tag[0] == "<!--" else ">", html, tag.end(), for_ever)
            continue
        rest = REST.match(html, tag.end())
        at = rest.end() if rest else _past(">", html, tag.end(), for_ever)
        yield Token(tag.start(), "close" if tag[1] else "open", name, html[tag.end() : max(tag.end(), at - 1)])
        if name in RAW and not tag[1]:
            end = _end_of(name, html, at)
            yield Token(at, "words", text=html[at:end])
            at = end


def comments(html: str) -> Iterator[tuple[int, str]]:
    """The shorter comments of a page, each with its place."""
    return ((m.start(), m[1]) for m in COMMENT.finditer(html))


def _past(sign: str, html: str, at: int, for_ever: set[str]) -> int:
    found = -1 if sign in for_ever else html.find(sign, at)
    if found < 0:
        for_ever.add(sign)
        return len(html) if sign == "-->" else at
    return found + len(sign)


def _end_of(name: str, html: str, at: int) -> int:
    """Where the closing tag of an element stands that holds no tags; the end of the page, if it has none."""
    found = re.compile(f"</{name}(?=[\\s/>])", re.IGNORECASE).search(html, at)
    return found.start() if found else len(html)
