"""Listing: a number of things and the list of them, "three counties: Kent, Essex and Surrey"."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Claim, Listing
from ..sums.lists import lists
from ..text import Text
from . import claim


def extract(text: Text) -> Iterator[Claim]:
    """The numbers of things that are then listed, in order."""
    for x in text.once(lists):
        yield claim("listing", text, x.span, Listing(x.stated, x.counts, text[x.items]))
