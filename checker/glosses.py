"""Glosses: where one amount explains another, "(about $1.23 billion)", "50-km (31-mile)"."""

from __future__ import annotations

import re
from typing import Literal

from .model import Amount, Claim
from .text import Text
from .units import in_two_units

REACH = 40  # characters between an amount and the bracket that converts it
OPENING = re.compile(rf"[^()\[\]\n.;:!?]{{0,{REACH}}}?[(\[]\s?")
CLOSES = (")", "]", ";", ",", "/")
AGAIN = re.compile(r"\s?[;,/]\s?")
ALIKE = re.compile(r",\s(?=or\b)|\s?/\s?")
CUT = re.compile(r",\s\d{3}(?!\d)")  # thousands that a space keeps from their figure, "$30, 000"
CLOSED = re.compile(r"[)\]]")
FURTHER = re.compile(r"\d[\d.,]{0,12}[\s-]?([^\W\d_]+)")


def converts(text: Text, before: Claim, after: Claim) -> Literal["first", "again"] | None:
    """Whether the second of two amounts, in another currency or unit, is put beside the first as its conversion.

    "again" is a further conversion in the same brackets, "first" any other.
    """
    if not isinstance(before.value, Amount) or not isinstance(after.value, Amount):
        return None
    between = text.document.text[before.span.end : after.span.start]
    if len(between) > 2 * REACH or CUT.match(between) or not _told_otherwise(before.value, after.value):
        return None
    if AGAIN.fullmatch(between) and _in_brackets(text, before):
        return "again"
    bracket = OPENING.match(between)
    opening = bracket or ALIKE.match(between)
    if not opening or not _ends_there(text, after, between, bool(bracket)) or _lists(text, after):
        return None
    return "first" if _only_opens(text, between[opening.end() :]) else None


def _told_otherwise(one: Amount, other: Amount) -> bool:
    """Whether two amounts can be one in two currencies, or in two units of one dimension.

    "Five thousand dollars ($5,000)" is told twice in one currency, though one mark leaves more of them open.
    """
    mine, theirs = set(one.currencies), set(other.currencies)
    if mine or theirs:
        return mine != theirs and not (mine & theirs and one.stated == other.stated)
    return in_two_units(one, other)


def _ends_there(text: Text, after: Claim, between: str, bracket: bool) -> bool:
    """Whether the gloss tells the amount itself: "($1.1 billion of it abroad)" tells of a part.

    "6 metres high (20 feet high)" tells it, "6 metres long (3 feet wide)" does not, nor does "58 F, or 1 degree above".
    """
    if not bracket and _is_a_choice(text, after):
        return False
    if text.document.text[after.span.end : after.span.end + 1] in CLOSES:
        return True
    if not bracket:
        assert isinstance(after.value, Amount)
        return bool(after.value.currencies)
    word, words = text.word_after(after.span.end), text.lexicon.words
    return word is not None and (word in words.gloss_goes_on or (word in words.dimensions and word in between.lower()))


def _is_a_choice(text: Text, after: Claim) -> bool:
    """ "200m, or 50 yards, whichever you like"."""
    rest = text.lower[after.span.end : min(after.sentence.end, after.span.end + REACH)]
    return not set(rest.replace(",", " ").split()).isdisjoint(text.lexicon.words.choices)


def _lists(text: Text, after: Claim) -> bool:
    """Whether what the bracket goes on with is in the same unit: "4m by 2m (13ft, 7ft)"."""
    assert isinstance(after.value, Amount)
    if after.value.currencies or not _in_brackets(text, after):
        return False
    closed = CLOSED.search(text.document.text, after.span.end, after.span.end + REACH)
    further = FURTHER.search(text.lower, after.span.end, closed.start() if closed else after.span.end + REACH)
    return bool(further) and text.lexicon.units.get(further[1], ("", ""))[1] == after.value.unit  # type: ignore[index]


def _in_brackets(text: Text, claim: Claim) -> bool:
    left = text.document.text[max(0, claim.span.start - REACH) : claim.span.start]
    return max(left.rfind("("), left.rfind("[")) > max(left.rfind(")"), left.rfind("]"))


def _only_opens(text: Text, words: str) -> bool:
    """Whether nothing but "about", "or", "equal to" and their like stand between the bracket and the amount."""
    phrase = " ".join(words.lower().replace(",", " ").split())
    known = (*text.lexicon.hedges, *text.lexicon.words.gloss)
    while phrase:
        opener = next((p for p in sorted(known, key=len, reverse=True) if f"{phrase} ".startswith(f"{p} ")), None)
        if opener is None:
            return False
        phrase = phrase[len(opener) :].strip()
    return True
