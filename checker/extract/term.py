"""Term: a word that others could stand for, "Friday", "third quarter", "rose", "not"."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Claim
from ..terms import terms
from ..text import Text
from . import claim


def extract(text: Text) -> Iterator[Claim]:
    """The words of the calendar, of time, of opposites and of negation."""
    return (claim("term", text, span, term) for span, term in text.once(terms))
