"""Values: what a claim can state, "70 billion rubles", "a Wednesday in January 2019", "t(28) = 2.20"."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Literal

import msgspec

from ..interval import Interval

Grain = Literal["day", "week", "fortnight", "month", "quarter", "season", "half", "year", "decade", "century", "range"]
Sign = Literal["=", "<", ">"]


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
    """The mark that opens a quotation, and whether one closes it; the claim's span is then the whole quotation.

    words are those of a whole one, in lower case.
    """

    mark: str
    closed: bool
    words: tuple[str, ...] = ()


class Membership(msgspec.Struct, frozen=True, gc=False):
    """A state said to belong to an organisation, both by the names the reference tables use."""

    state: str
    organisation: str


class Roll(msgspec.Struct, frozen=True, gc=False):
    """An organisation and the states that are said to be all its members, by the names the reference tables use."""

    organisation: str
    states: tuple[str, ...]


class Measurement(msgspec.Struct, frozen=True, gc=False):
    """A quantity with the word for what it measures, "area", and the dimension that the word asks for."""

    word: str
    quality: str
    amount: Amount


class Name(msgspec.Struct, frozen=True, gc=False):
    """A name as written, what bears it where that can be told, the title before it, the words of an acronym."""

    written: str
    sort: Literal["person", "place", "organisation"] | None = None
    title: str = ""
    words: str = ""


class Record(msgspec.Struct, frozen=True, gc=False):
    """Something said of a thing in the terms of a table of facts: "Canberra", "capital of", "Australia".

    amount is a figure said of the subject, whose object is then empty.
    """

    subject: str
    predicate: str
    object: str
    amount: Amount | None = None


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


class Term(msgspec.Struct, frozen=True, gc=False):
    """A word that stands in a series with others, and which of them it is: "weekday" 4, "rise", "order" after.

    Of series "not" is every word that turns its clause round.
    """

    series: str
    member: str


class Passage(msgspec.Struct, frozen=True, gc=False):
    """A sentence in its words; beside is the source's that it is set against: which source, and its start."""

    words: str
    beside: tuple[int, int] | None = None


class Answer(msgspec.Struct, frozen=True, gc=False):
    """What an editor answers to findings: of which rules or families, for what reason, and how far that goes.

    whole is for the whole document, not for the next block alone; fingerprint for one finding alone. place is where it
    is said, if not in the text, and beside that this is a file of its own.
    """

    rules: tuple[str, ...]
    reason: str
    whole: bool = False
    fingerprint: str = ""
    place: str = ""
    beside: bool = False


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
    | Roll
    | Measurement
    | Name
    | Statistic
    | Mean
    | Estimate
    | Course
    | Answer
    | Promise
    | Term
    | Passage
    | Record
    | Listing
    | Total
)
