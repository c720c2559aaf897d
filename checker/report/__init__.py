"""Report: what is told of the audits, a file per format: `report(audits, rules) -> Iterator[str]`, piece by piece."""

from __future__ import annotations

import re

COLOUR = re.compile(r"\x1b\[[0-9;]*m")


def plain(piece: str) -> str:
    """A piece of a report without the codes that colour it on a terminal."""
    return COLOUR.sub("", piece)
