"""Model: the nouns that pass between the verbs, all frozen, "a claim of $70 billion in the headline"."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date
from typing import Literal

import msgspec

from .values import (
    Amount,
    Answer,
    Clock,
    Course,
    Estimate,
    Grain,
    Listing,
    Mean,
    Measurement,
    Membership,
    Name,
    Passage,
    Promise,
    Quotation,
    Record,
    Roll,
    Sign,
    Statistic,
    Term,
    Total,
    Value,
    When,
)

Role = Literal[
    "headline",
    "dek",
    "byline",
    "dateline",
    "body",
    "quote",
    "caption",
    "table",
    "list",
    "footnote",
    "code",
    "boilerplate",
]
Mood = Literal["denied", "conditional", "forecast", "historical"]
Made = Literal["summary", "translation", "release"]
Severity = Literal["error", "warning", "note"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")  # loudest first
UNREAD: frozenset[Role] = frozenset({"code", "boilerplate"})  # nothing in these is a claim

__all__ = [
    "SEVERITIES",
    "UNREAD",
    "Amount",
    "Answer",
    "Audit",
    "Block",
    "Claim",
    "Clock",
    "Comment",
    "Course",
    "Document",
    "Estimate",
    "Finding",
    "Grain",
    "Link",
    "Listing",
    "Made",
    "Mean",
    "Measurement",
    "Membership",
    "Mood",
    "Name",
    "Passage",
    "Promise",
    "Quotation",
    "Record",
    "Role",
    "Roll",
    "Severity",
    "Sign",
    "Span",
    "Statistic",
    "Term",
    "Total",
    "Value",
    "Verdict",
    "When",
]


class Span(msgspec.Struct, frozen=True, order=True, gc=False):
    """A stretch of a document's text, in code points: from start up to, not including, end.

    doc is 0 in the document that is audited, and n in the n-th of its originals.
    """

    start: int
    end: int
    doc: int = 0

    def covers(self, other: Span) -> bool:
        """Whether the other lies inside this one."""
        return self.start <= other.start and other.end <= self.end

    def touches(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end


class Block(msgspec.Struct, frozen=True, gc=False):
    """A paragraph or its like, and the part it plays in the article."""

    span: Span
    role: Role


class Comment(msgspec.Struct, frozen=True, gc=False):
    """A comment that the text does not have: the offset of what follows it, and its place, in the file or beside it."""

    at: int
    words: str
    place: str
    beside: bool = False


class Document(msgspec.Struct, frozen=True):
    """A text as read, never altered: every offset anywhere counts code points of `text`.

    blocks follow one another and do not overlap; masked are stretches inside them that are not prose (addresses,
    markup, inline code); published is the day from which the text speaks, where it or its reader says so.
    sources are places of the file that the text was made from, each with the offset at which its words begin; a file
    that is text itself has none, its lines tell. originals are the texts that it was made from, and made says how;
    comments are those of the file that are no part of the text.
    """

    name: str
    text: str
    blocks: tuple[Block, ...]
    lang: str = "en"
    published: date | None = None
    masked: tuple[Span, ...] = ()
    sources: tuple[tuple[int, str], ...] = ()
    originals: tuple[Document, ...] = ()
    made: Made = "summary"
    comments: tuple[Comment, ...] = ()

    def source(self, at: int) -> str | None:
        """The place of the file that the words at an offset come from, "paragraph 3, run 1"; None where lines tell."""
        i = bisect_right(self.sources, at, key=lambda s: s[0])
        return self.sources[i - 1][1] if i else None

    @property
    def headline(self) -> str | None:
        """The first headline as it stands, or None."""
        return next((self.text[b.span.start : b.span.end] for b in self.blocks if b.role == "headline"), None)


class Claim(msgspec.Struct, frozen=True, gc=False):
    """Something the text states, at its place.

    when is the period that the sentence names; hedge is a name from
    `interval.HEDGES`. change is the way a verb of change takes the figure, part its place in that: what it rose from,
    to or by. mood tells that the author does not plainly assert it of now.
    """

    kind: str
    span: Span
    value: Value
    role: Role
    sentence: Span
    hedge: str | None = None
    when: When | None = None
    change: Literal["up", "down"] | None = None
    part: Literal["from", "to", "by"] | None = None
    mood: Mood | None = None


class Link(msgspec.Struct, frozen=True, gc=False):
    """A claim and those it ought to agree with, why, and how sure that is, from 0 to 1. The only guess there is.

    peers are other such pairs of the text, claim and witness, that show what its author goes by.
    """

    claim: Claim
    witnesses: tuple[Claim, ...]
    why: str
    strength: float
    peers: tuple[tuple[Claim, Claim], ...] = ()


class Verdict(msgspec.Struct, frozen=True):
    """Whether a link holds, or None where that cannot be told and why; facts are the workings, by name.

    grave: a conclusion of the text hangs on what does not hold. sure: how sure whoever was asked is, 0 to 1.
    """

    holds: bool | None
    facts: dict[str, str] = {}
    reason: str = ""
    grave: bool = False
    sure: float = 1.0


class Finding(msgspec.Struct, frozen=True):
    """What one rule says of one link: contradicted (with a severity), checked, or undecided (with a reason).

    The reason of one that is contradicted and known is the one that somebody gave for letting it stand.
    """

    rule: str
    message: str
    confidence: float
    span: Span
    witnesses: tuple[Span, ...]
    facts: dict[str, str]
    fingerprint: str
    severity: Severity | None = None
    suggestion: str | None = None
    reason: str | None = None


class Audit(msgspec.Struct, frozen=True):
    """All that was found in one document; claims only where they were asked for.

    known are findings that somebody has answered for already, in a baseline or in the text itself.
    """

    document: Document
    findings: tuple[Finding, ...]
    checked: tuple[Finding, ...]
    undecided: tuple[Finding, ...]
    claims: tuple[Claim, ...] | None = None
    known: tuple[Finding, ...] = ()
