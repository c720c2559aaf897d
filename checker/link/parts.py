"""Parts: a total and the parts that ought to make it, "27 people: 14 women and 16 men"."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Claim, Link
from ..sums import Sums, off_by_a_slip
from ..text import Text

BESIDE, APART = 0.95, 0.85  # how sure it is that the parts are those of the total: right behind it, or near


def link(text: Text, claims: tuple[Claim, ...]) -> Iterator[Link]:
    """Each total with its parts; one that stands apart from them only where it may be a slip."""
    for parts, total, beside in Sums(text, claims).totals():
        if beside:
            yield Link(total, parts.claims, "the parts stand behind their total", BESIDE)
        elif off_by_a_slip(total, parts):
            yield Link(total, parts.claims, "the parts are told of the same people or money", APART)
