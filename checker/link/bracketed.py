"""Bracketed: a figure in words with the same one in digits in brackets behind it, "thirty (30) days"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ..model import Claim, Link
from ..text import Text

SURE = 0.93


def link(text: Text, claims: tuple[Claim, ...]) -> Iterator[Link]:
    """The digits of every pair of figures of which one stands in words, and the other alone in brackets behind it."""
    source = text.document.text
    for words, digits in pairwise(claims):
        told = (
            source[words.span.end : digits.span.start].strip() == "("
            and source[digits.span.end : digits.span.end + 1] == ")"
        )
        if told and source[words.span.start].isalpha() and source[digits.span.start].isdigit():
            yield Link(digits, (words,), "one figure is told in words and in digits", SURE)
