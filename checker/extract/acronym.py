"""Acronym: letters in brackets with the words that they stand for, "World Health Organization (WHO)"."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Claim, Name
from ..names.acronyms import acronyms
from ..text import Text
from . import claim


def extract(text: Text) -> Iterator[Claim]:
    """Every acronym that is told with its words."""
    for a in text.once(acronyms):
        yield claim("acronym", text, a.span, Name(a.letters, "organisation", words=a.words))
