"""Quotation: words between quotation marks, or a mark that is never closed, "“We reaffirmed our commitment”"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from html import unescape
from itertools import zip_longest

import msgspec

from ..lang import Lexicon
from ..model import Block, Claim, Quotation, Span
from ..text import Text
from . import claim

OPENS_BEFORE = re.compile(r"[\s(\[—–-]$")  # what stands before a straight mark that opens
WORD = re.compile(r"(?<![#&\w])[^\W_]+(?:[’'.,-][^\W_]+){0,8}")
FIRST = 16  # characters of a block in which its first mark stands
ENDS = re.compile(r"[.!?…][^\w\s]{0,3}\s*$")  # a block that ends otherwise goes on in the next: a list, a broken line
LAST = 8  # characters of a block among which the mark stands that ends it
ENTITY = r"#?[a-z0-9]{2,6};"  # a mark as markup may write it: &rdquo;


class Marks(msgspec.Struct, frozen=True):
    """A block's quotation marks: those that open, with whether they close, and whether some mark closes nothing."""

    opened: list[tuple[Span, str, bool]]
    stray: bool


def extract(text: Text) -> Iterator[Claim]:
    """Every quotation that opens, block by block.

    One that is still open at the end of its block is closed where the next block opens or closes it again, and where
    its own block does not end a sentence.
    """
    marks = _pattern(text.lexicon)
    blocks = [(b, _marks(text, b, marks)) for b in text.prose]
    for (block, found), after in zip_longest(blocks, blocks[1:]):
        still = found.opened and (not _ends(text, block) or (after is not None and after[1].stray))
        onward = _beginning(text, after)
        for span, mark, closed in found.opened:
            words = tuple(WORD.findall(text.lower, span.start, span.end)) if closed else ()
            value = Quotation(mark, bool(closed or still or onward.startswith(mark)), words)
            yield claim("quotation", text, span, value)


def _ends(text: Text, block: Block) -> bool:
    """Whether a block ends a sentence."""
    return bool(ENDS.search(text.document.text, max(block.span.start, block.span.end - LAST), block.span.end))


def _beginning(text: Text, after: tuple[Block, Marks] | None) -> str:
    """How the next block begins."""
    start = after[0].span.start if after else 0
    return unescape(text.document.text[start : start + FIRST].lstrip()) if after else ""


@cache
def _pattern(lex: Lexicon) -> re.Pattern[str]:
    """Every mark; it opens with the class of what marks begin with, which is what makes it fast."""
    words = lex.words
    marks = "".join(sorted({*words.quotes, *words.quotes.values(), words.straight_quote}))
    pairs = [f"(?<={pair[0]}){pair[1:]}" for pair in words.paired_quotes]
    heads = "".join([marks, *(pair[0] for pair in words.paired_quotes)])
    return re.compile("|".join([f"[{heads}&](?:(?<=[{marks}])", f"(?<=&){ENTITY}", *pairs]) + ")")


def _marks(text: Text, block: Block, pattern: re.Pattern[str]) -> Marks:
    """Pairs the marks of a block, the innermost first."""
    words = text.lexicon.words
    open_, found, stray = list[tuple[Span, str]](), list[tuple[Span, str, bool]](), False
    for m in pattern.finditer(text.document.text, block.span.start, block.span.end):
        mark = unescape(m[0])
        if open_ and _closes(text, m, mark, open_[-1][1]):
            begun, opened = open_.pop()
            found.append((Span(begun.start, m.end()), opened, True))
        elif mark in words.quotes or (mark == words.straight_quote and _may_open(text, m)):
            open_.append((Span(*m.span()), mark))
        elif mark in words.quotes.values():
            stray = True
    return Marks(sorted([*found, *((span, mark, False) for span, mark in open_)]), stray)


def _closes(text: Text, m: re.Match[str], mark: str, opened: str) -> bool:
    """Whether a mark closes the one that is open; writers mix curly and straight ones."""
    words = text.lexicon.words
    quotes, straight = words.quotes, words.straight_quote
    if mark in words.paired_quotes:
        return True
    if mark == straight:
        return opened == straight or not _may_open(text, m)
    return mark == quotes.get(opened) or (opened == straight and mark in quotes.values() and mark not in quotes)


def _may_open(text: Text, m: re.Match[str]) -> bool:
    """A straight mark after a space or bracket and before a letter: after a digit it is inches."""
    source = text.document.text
    before = m.start() == 0 or bool(OPENS_BEFORE.search(source, m.start() - 1, m.start()))
    return before and not source[m.end() : m.end() + 1].isspace()
