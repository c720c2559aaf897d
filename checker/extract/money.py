"""Money: a figure with its currency, "about 70 billion rubles", "$5–7 million"."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from ..measures.marks import told_of
from ..model import Amount, Claim, Span
from ..text import Text
from . import measured, times

MINUS = re.compile(r"(?:^|[\s(])[-−–]$")


def extract(text: Text) -> Iterator[Claim]:
    """The amounts of money that a text names, ranges as one claim.

    A mark that many currencies share stands for the likeliest and for those whose home the text tells of.
    """
    for m, claim in measured("money", text):
        assert m.mark
        assert isinstance(claim.value, Amount)
        value = times(claim.value, m.mark.worth)
        value = msgspec.structs.replace(value, currencies=told_of(text, m.mark.currencies), marks=m.mark.marks)
        minus = MINUS.search(text.document.text, max(0, m.start - 2), m.start)
        if minus:
            stated = tuple(-x for x in value.stated)
            value = msgspec.structs.replace(value, stated=stated, interval=-value.interval)
        yield msgspec.structs.replace(claim, value=value, span=Span(m.start - bool(minus), m.end))
