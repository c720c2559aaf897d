"""Tabulated: a total in a table and the cells it is made of, "| Total | 30 |"."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Claim
from ..sums.tables import totals
from ..text import Text
from . import claim


def extract(text: Text) -> Iterator[Claim]:
    """The totals of tables, in order."""
    return (claim("tabulated", text, span, total) for span, total in totals(text))
