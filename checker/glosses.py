"""Glosses: where one amount explains another, "(about $1.23 billion)"."""

from __future__ import annotations

import re
from typing import Literal

from .model import Amount, Claim
from .text import Text

REACH = 40  # characters between an amount and the bracket that converts it
OPENING = re.compile(rf"[^()\[\]\n.;:!?]{{0,{REACH}}}?[(\[]\s?")
CLOSES = (")", "]", ";", ",", "/")
AGAIN = re.compile(r"\s?[;,/]\s?")
ALIKE = re.compile(r",\s(?=or\b)|\s?/\s?")


def converts(text: Text, before: Claim, after: Claim) -> Literal["first", "again"] | None:
    """Whether the second of two amounts, in another currency, is put beside the first as its conversion.

    "again" is a further conversion in the same brackets, "first" any other.
    """
    if not isinstance(before.value, Amount) or not isinstance(after.value, Amount):
        return None
    between = text.document.text[before.span.end : after.span.start]
    if len(between) > 2 * REACH or set(before.value.currencies) == set(after.value.currencies):
        return None
    if AGAIN.fullmatch(between) and _in_brackets(text, before):
        return "again"
    bracket = OPENING.match(between)
    opening = bracket or ALIKE.match(between)
    if not opening or (bracket and not _ends_there(text, after)):
        return None
    return "first" if _only_opens(text, between[opening.end() :]) else None


def _ends_there(text: Text, after: Claim) -> bool:
    """Whether the bracket tells the amount itself: "($1.1 billion of it abroad)" tells of a part."""
    if text.document.text[after.span.end : after.span.end + 1] in CLOSES:
        return True
    word = text.word_after(after.span.end)
    return word is not None and word in text.lexicon.words.gloss_goes_on


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
