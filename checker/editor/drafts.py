"""Drafts: a text in an editor as the checker hears it, its findings at their places, and what answers them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from ..comments import answer
from ..engine import Engine
from ..model import Document, Finding, Span
from ..places import in_bytes, region
from ..read import read
from ..text import Text
from ..trouble import TroubleError
from ..wording import counted

Place = tuple[int, int]  # a line and a column, from 0, the column in the editor's unit

UNTOLD = ("a", "b", "a_role", "b_role", "mentions")  # facts that the message gives in words


def in_halves(words: str) -> int:
    """How long words are in UTF-16, the unit of most editors.

    >>> in_halves("a𝒳")
    3
    """
    return len(words.encode("utf-16-le", "surrogatepass")) // 2


UNITS: dict[str, Callable[[str], int]] = {"utf-8": in_bytes, "utf-16": in_halves, "utf-32": len}


class Draft:
    """One text as it stands in an editor, heard once; trouble says why one cannot be read, and is empty otherwise."""

    def __init__(self, engine: Engine, path: Path, source: str, unit: str) -> None:
        self.path, self.unit, self.trouble = path, UNITS[unit], ""
        try:
            document = next(read(source.encode("utf-8", "surrogatepass"), str(path)))
        except TroubleError as e:
            document = e
        except StopIteration:
            document = Document(str(path), "", ())
        if isinstance(document, TroubleError):
            self.trouble, document = str(document), Document(str(path), "", ())
        self.text = Text(document)
        self.audit = engine.audit(document)

    def range(self, span: Span) -> tuple[Place, Place]:
        """Where a stretch begins and ends in the file."""
        at = region(self.text, span, self.unit)
        return (at.line - 1, at.column - 1), (at.end_line - 1, at.end_column - 1)

    def at(self, place: Place) -> list[Finding]:
        """The findings at a line and column, those of which a witness stands there among them."""
        return [f for f in self.audit.findings if any(self._over(span, place) for span in (f.span, *f.witnesses))]

    def _over(self, span: Span, place: Place) -> bool:
        start, end = self.range(span)
        return start <= place <= end

    def told(self, finding: Finding) -> str:
        """What an editor shows of a finding, in Markdown: what it says, what to write, its workings."""
        rows = (f"- {k.replace('_', ' ')}: {v}" for k, v in finding.facts.items() if v and k not in UNTOLD)
        better = [f"Suggestion: **{finding.suggestion}**"] if finding.suggestion else []
        head = f"**{finding.rule}** ({finding.severity})"
        return "\n\n".join((head, finding.message, *better, "\n".join(rows)))

    def answer(self, finding: Finding) -> tuple[Place, str] | None:
        """The comment that answers for a finding, and where it goes; none in a format without comments."""
        comment = answer(self.path.name, finding.rule)
        if not comment:
            return None
        line = self.range(self.text.block(finding.span.start).span)[0][0]
        return (line, 0), f"{comment}\n\n"

    def headline(self) -> tuple[Place, str] | None:
        """Where the headline stands, and what is to be said above it."""
        block = next((b for b in self.text.prose if b.role == "headline"), None)
        if block is None:
            return None
        told = f"{counted(len(self.audit.findings), 'finding')}, {len(self.audit.checked)} checked and hold"
        return self.range(block.span)[0], told
