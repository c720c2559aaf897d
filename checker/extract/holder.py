"""Holder: someone whom the text calls the holder of an office, "Molnar, the foreign minister"."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Claim, Name
from ..names.offices import holders
from ..text import Text
from . import claim


def extract(text: Text) -> Iterator[Claim]:
    """Every office with its holder, by the name of the holder."""
    for h in text.once(holders):
        yield claim("holder", text, h.span, Name(" ".join(h.name.words), "person", h.office))
