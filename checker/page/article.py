"""Article: a text as read with what is told of it marked in place, every letter of it kept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from html import escape
from itertools import pairwise
from types import MappingProxyType

import msgspec

from ..model import Block, Role, Span
from ..text import Text
from ..wording import visible

TAGS: dict[Role, str] = {"headline": "h3", "quote": "blockquote", "table": "pre", "code": "pre"}
NOTHING: Mapping[int, str] = MappingProxyType({})
RANKS = ("error", "warning", "note", "witness", "open", "holds", "plain")  # what shows where several meet


class Marked(msgspec.Struct, frozen=True, order=True):
    """A stretch that something is told of: how it shows, what it is called, by whose id, and the anchor to it."""

    span: Span
    look: str
    title: str = ""
    of: str = ""
    anchor: str = ""


def article(text: Text, marks: Iterable[Marked], before: Mapping[int, str] = NOTHING) -> Iterator[str]:
    """The words of a text in their blocks; what stands between blocks is kept, and not shown.

    before tells by places what to put there.
    """
    told, source, at = sorted(marks), text.document.text, 0
    for block in text.document.blocks:
        yield _between(source[at : block.span.start])
        tag = TAGS.get(block.role, "p")
        inside = [m for m in told if m.span.touches(block.span)]
        yield f'<{tag} class="{block.role}" dir="auto">{"".join(_block(source, block, inside, before))}</{tag}>'
        at = block.span.end
    yield _between(source[at:])


def _between(words: str) -> str:
    return f"<span hidden>{_shown(words)}</span>" if words else ""


def _block(source: str, block: Block, marks: list[Marked], before: Mapping[int, str]) -> Iterator[str]:
    """The pieces of a block between the places where some mark begins or ends."""
    start, end = block.span.start, block.span.end
    places = (*before, *(c for m in marks for c in (m.span.start, m.span.end)))
    cuts = sorted({start, end, *(c for c in places if start < c < end)})
    begins = defaultdict[int, list[Marked]](list)
    for m in marks:
        begins[max(start, m.span.start)].append(m)
    for a, b in pairwise(cuts):
        yield "".join(f'<span class="anchor" id="{m.anchor}"></span>' for m in begins[a] if m.anchor)
        yield before.get(a, "")
        here = sorted((m for m in marks if m.span.start <= a and b <= m.span.end), key=lambda m: RANKS.index(m.look))
        yield _piece(source[a:b], here)


def _piece(words: str, marks: list[Marked]) -> str:
    if not marks:
        return _shown(words)
    of = " ".join(dict.fromkeys(m.of for m in marks if m.of))
    title = escape(visible("; ".join(dict.fromkeys(m.title for m in marks if m.title))))
    link = next((m.of for m in marks if m.of), "")
    told = f'<a href="#{link}">{_shown(words)}</a>' if link else _shown(words)
    return (
        f'<mark class="{marks[0].look}"{f" data-of={chr(34)}{of}{chr(34)}" if of else ""} title="{title}">{told}</mark>'
    )


def _shown(words: str) -> str:
    """Words that can do nothing in a page; of those that could turn its letters round the name is shown."""
    return escape(words).replace("\x00", "\ufffd")
