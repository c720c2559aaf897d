"""Model: the nouns that pass between the verbs, all frozen, "a claim of $70 billion in the headline"."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Literal

import msgspec

from .interval import Interval

Role = Literal[
    "headline", "dek", "byline", "dateline", "body", "quote", "caption", "table", "list", "code", "boilerplate"
]
Mood = Literal["denied", "conditional", "forecast", "historical"]
Severity = Literal["error", "warning", "note"]
Grain = Literal["day", "week", "fortnight", "month", "quarter", "season", "half", "year", "decade", "century", "range"]
Sign = Literal["=", "<", ">"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")  # loudest first
UNREAD: frozenset[Role] = frozenset({"code", "boilerplate"})  # nothing in these is a claim


class Span(msgspec.Struct, frozen=True, order=True, gc=False):
    """A stretch of a document's text, in code points: from start up to, not including, end."""

    start: int
    end: int

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


class Document(msgspec.Struct, frozen=True):
    """A text as read, never altered: every offset anywhere counts code points of `text`.

    blocks follow one another and do not overlap; masked are stretches inside them that are not prose (addresses,
    markup, inline code); published is the day from which the text speaks, where it or its reader says so.
    """

    name: str
    text: str
    blocks: tuple[Block, ...]
    lang: str = "en"
    published: date | None = None
    masked: tuple[Span, ...] = ()

    @property
    def headline(self) -> str | None:
        """The first headline as it stands, or None."""
        return next((self.text[b.span.start : b.span.end] for b in self.blocks if b.role == "headline"), None)


class Amount(msgspec.Struct, frozen=True, gc=False):
    """A figure as stated (one number, or two for a range, in the plain unit), what it can mean, and of what.

    unit is the name of a unit, or the noun that is counted; per what it is for one of ("a barrel").
    currencies are the ISO codes the marks can stand for, the likeliest first; marks are the currency's signs and
    words as written.
    """

    stated: tuple[Decimal, ...]
    interval: Interval
    currencies: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    unit: str | None = None
    per: str | None = None


class When(msgspec.Struct, frozen=True, gc=False):
    """A day or a period: first and last day, both included, and what sort of period it is.

    weekday is the one that stands beside a day, Monday 0, be it right or wrong. A day is guessed where its year is not
    written: it is then the last such day before the text's own.
    """

    first: date
    last: date
    grain: Grain
    weekday: int | None = None
    guessed: bool = False


class Clock(msgspec.Struct, frozen=True, gc=False):
    """A time of day, in minutes since midnight."""

    minutes: int


class Quotation(msgspec.Struct, frozen=True, gc=False):
    """The mark that opens a quotation, and whether one closes it; the claim's span is then the whole quotation."""

    mark: str
    closed: bool


class Membership(msgspec.Struct, frozen=True, gc=False):
    """A state said to belong to an organisation, both by the names the reference tables use."""

    state: str
    organisation: str


class Measurement(msgspec.Struct, frozen=True, gc=False):
    """A quantity with the word for what it measures, "area", and the dimension that the word asks for."""

    word: str
    quality: str
    amount: Amount


class Name(msgspec.Struct, frozen=True, gc=False):
    """A name as written, what bears it where that can be told, and the title before it: "foreign minister"."""

    written: str
    sort: Literal["person", "place", "organisation"] | None = None
    title: str = ""


class Statistic(msgspec.Struct, frozen=True, gc=False):
    """The result of a test with its p, figures as written, "t(28) = 2.20, p = .03".

    test is None where a p stands alone, p_sign where none is told; "ns" has a sign and no p. tails are 1 or 2 where
    the text says so; corrected tells that it speaks of p as corrected for many tests.
    """

    test: str | None = None
    df: tuple[Decimal, ...] = ()
    sign: Sign = "="
    value: Decimal | None = None
    p_sign: Sign | None = None
    p: Decimal | None = None
    tails: int | None = None
    corrected: bool = False


class Mean(msgspec.Struct, frozen=True, gc=False):
    """A sample's mean, its standard deviation and size, as written, "M = 5.19, SD = 1.1, n = 28".

    percent is a mean that is a share, of so many; items go into each score; binary data are yes or no; what is
    measured, in seconds or kilograms, need not be whole.
    """

    mean: Decimal
    deviation: Decimal | None = None
    size: int | None = None
    percent: bool = False
    items: int = 1
    binary: bool = False
    measured: bool = False


class Estimate(msgspec.Struct, frozen=True, gc=False):
    """The limits of an interval as written, and what may be its estimate: any of the values, none where it is not told.

    logarithms: the values may be those of which the interval holds the power of e.
    """

    low: Decimal
    high: Decimal
    values: tuple[Decimal, ...] = ()
    logarithms: bool = False


class Course(msgspec.Struct, frozen=True, gc=False):
    """Which way something went, and the words for what did: one of a headline, those around it in a lead."""

    way: Literal["up", "down"]
    subjects: frozenset[str]


class Promise(msgspec.Struct, frozen=True, gc=False):
    """That something is going to be, or with reserve only that it may."""

    reserved: bool


class Listing(msgspec.Struct, frozen=True, gc=False):
    """A number of things, how many the list that follows can be read to name, and the list as written."""

    stated: int
    counts: tuple[int, ...]
    items: str


class Total(msgspec.Struct, frozen=True, gc=False):
    """A total as stated, the parts it is made of, and the sums that they can come to."""

    stated: Amount
    parts: tuple[Amount, ...]
    sums: tuple[Interval, ...]


Value = (
    Amount
    | When
    | Clock
    | Quotation
    | Membership
    | Measurement
    | Name
    | Statistic
    | Mean
    | Estimate
    | Course
    | Promise
    | Listing
    | Total
)


class Claim(msgspec.Struct, frozen=True, gc=False):
    """Something the text states, at its place.

    when is the period that the sentence names; hedge is a name from
    `interval.HEDGES`. change is the way a verb of change takes the figure, part its place in that: what it rose from,
    to or by. mood tells that the author does not plainly assert it of now; said_by is where its source is named.
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
    said_by: Span | None = None


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

    grave: a conclusion of the text hangs on what does not hold.
    """

    holds: bool | None
    facts: dict[str, str] = {}
    reason: str = ""
    grave: bool = False


class Finding(msgspec.Struct, frozen=True):
    """What one rule says of one link: contradicted (with a severity), checked, or undecided (with a reason)."""

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

    known are findings that somebody has answered for already.
    """

    document: Document
    findings: tuple[Finding, ...]
    checked: tuple[Finding, ...]
    undecided: tuple[Finding, ...]
    claims: tuple[Claim, ...] | None = None
    known: tuple[Finding, ...] = ()
