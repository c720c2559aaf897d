"""Change: a percentage and the two levels that it was made from, "up 15% to $56m from $66m"."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from ..model import Claim, Link
from ..moves import moves
from ..text import Text

SURE, LESS_SURE = 0.95, 0.85  # where the earlier level is one that a thing went "from", and where it is set against


def link(text: Text, claims: tuple[Claim, ...]) -> Iterator[Link]:
    """Each percentage that tells a change, with the later level and the earlier; both may be in one claim."""
    for m in moves(text, claims):
        if m.by:
            levels = (m.new,) if m.new is m.old else (m.new, m.old)
            claim = msgspec.structs.replace(m.by.claim, change=m.by.way)
            yield Link(claim, levels, "the change is told beside its levels", SURE if m.plainly else LESS_SURE)
