"""Shelf: the texts that are reviewed, those of some paths or those of a report, "drafts/", "report.json"."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import chain

import msgspec

from ..inputs import documents
from ..model import Audit, Document
from ..pairs import made_as, of_files
from ..trouble import TroubleError

Found = Iterable[Document | TroubleError]


class Shelf(msgspec.Struct, frozen=True):
    """The files to watch, how their texts are read, and what a report says of them, as long as they stand as it says.

    amiss are those of a report that cannot be reviewed, and why.
    """

    files: tuple[str, ...]
    read: Callable[[], Found]
    reported: dict[str, Audit] = {}
    amiss: tuple[TroubleError, ...] = ()

    def told(self, document: Document) -> Audit | None:
        """What the report says of a text; nothing where there is none, or the text is another by now."""
        audit = self.reported.get(document.name)
        return audit if audit and audit.document == document else None


def of_paths(paths: list[str]) -> Shelf:
    """The texts of files, folders and globs."""
    return Shelf(tuple(paths), lambda: documents(paths))


def of_sources(paths: list[str], sources: list[str], kind: str) -> Shelf:
    """Each of some texts held against what it was made from. Raises TroubleError for a kind that is none."""
    made_as(kind)
    return Shelf((*paths, *sources), lambda: chain.from_iterable(of_files([*sources, p], kind) for p in paths))
