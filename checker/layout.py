"""Layout: paragraphs with their styles laid out as a document, "a title, a line of credit, then the article"."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from .furniture import credit, is_boilerplate, lead_day
from .lang import Lexicon, lexicon
from .masks import merged, not_prose
from .model import Block, Document, Role, Span
from .trouble import TroubleError

SHORT = 120  # characters; a longer paragraph is no headline and no credit
ENDS = (".", "!", "?", ":", ";", ",")  # with which no headline ends
GAP = "\n\n"
Part = tuple[Role | None, str]  # what its style says that a paragraph is, if anything, and its words


def laid_out(parts: Iterable[Part], name: str, lang: str = "en") -> Document:
    """The paragraphs one below another, a blank line between, each a block; empty ones are left out.

    Where no style names a headline, a short first line that ends no sentence is one. Raises TroubleError where there
    are no words at all.
    """
    told = [(role, words.strip()) for role, words in parts if words.strip()]
    if not told:
        raise TroubleError(f"{name}: holds no text")
    page = _Page(lexicon(lang), titled=any(role == "headline" for role, _ in told))
    at, blocks = 0, list[Block]()
    for role, words in told:
        blocks.append(Block(Span(at, at + len(words)), role or page.role(words)))
        at += len(words) + len(GAP)
    text = GAP.join(words for _, words in told)
    return Document(name, text, tuple(blocks), lang, page.published, merged(not_prose(text)))


def row(cells: Iterable[str]) -> str:
    """A row of a table as a line, "| Leeds | 34 |"."""
    return f"| {' | '.join(' '.join(c.split()).replace('|', chr(92) + '|') for c in cells)} |"


def table(rows: list[list[str]]) -> str:
    """A table as lines, its header ruled off."""
    lines = [row(cells) for cells in rows]
    return "\n".join([*lines[:1], row(["---"] * len(rows[0])), *lines[1:]]) if rows else ""


class _Page:
    """What has been laid out so far: whether there is a headline, whether the article has begun, and its day."""

    def __init__(self, lex: Lexicon, titled: bool) -> None:
        self.lex, self.titled, self.begun = lex, titled, False
        self.published: date | None = None

    def role(self, words: str) -> Role:
        """What a paragraph without a style is."""
        if not self.begun and len(words) <= SHORT:
            told, day = credit(words, self.lex)
            self.published = self.published or day
            if told:
                return told
            if not self.titled and not words.endswith(ENDS):
                self.titled = True
                return "headline"
        if is_boilerplate(words, self.lex):
            return "boilerplate"
        if not self.begun:
            self.begun, self.published = True, self.published or lead_day(words[:SHORT], self.lex)
        return "body"
