"""Report: what is told of the audits, a file per format: `report(audits, rules) -> Iterator[str]`, piece by piece."""

from __future__ import annotations

import re

import msgspec

from ..model import Finding
from ..wording import visible

COLOUR = re.compile(r"\x1b\[[0-9;]*m")


def plain(piece: str) -> str:
    """A piece of a report without the codes that colour it on a terminal."""
    return COLOUR.sub("", piece)


def told(finding: Finding) -> str:
    """What a finding says, with its suggestion, in one line."""
    return visible(f"{finding.message} Suggestion: {finding.suggestion}" if finding.suggestion else finding.message)


def indented(value: object) -> str:
    """A value as JSON that people can read."""
    return msgspec.json.format(msgspec.json.encode(value), indent=2).decode() + "\n"
