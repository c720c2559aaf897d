"""Pen: marks put into the bytes of a part of a document of Word, between two characters of its words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

PRESERVED = ' xml:space="preserve"'


class _Seen:
    """Where an element stands in the bytes: from where to where, and of its words piece by piece.

    run is the run that it is in, look the properties of a run as they are written.
    """

    def __init__(self, start: int, run: _Seen | None) -> None:
        self.start = self.end = self.close = start
        self.run, self.look = run, b""
        self.pieces: list[tuple[int, str]] = []

    def at(self, character: int) -> int:
        """The byte before which a character stands."""
        ends = [*(at for at, _ in self.pieces[1:]), self.close]
        for (at, words), end in zip(self.pieces, ends, strict=True):
            if character < len(words):
                return at + len(words[:character].encode())
            character -= len(words)
            last = end
        return last


class Pen:
    """Writes into a part, which keeps all that it has byte for byte; w is how names of its namespace begin."""

    def __init__(self, part: bytes, root: Element, namespace: str) -> None:
        prefix = re.search(rb"xmlns:(\w+)=[\"']" + namespace.encode() + rb"[\"']", part)
        self.w = f"{prefix[1].decode()}:" if prefix else ""
        self.part, self.order = part, {element: n for n, element in enumerate(root.iter())}
        self.seen = self._all()
        self.marks: dict[int, list[str]] = {}

    def put(self, element: Element, character: int, mark: str, behind: bool = False) -> None:
        """Ends the run before a character of an element, or behind it, and begins another like it after the mark.

        A run is not split within what is no words, a tab or a break: there the mark stands before it, or behind.
        """
        seen = self.seen[self.order[element]]
        run = seen.run or seen
        if not seen.pieces:
            return self._at(run.end if behind else run.start, mark)
        tag = self.part[seen.start : seen.pieces[0][0]]
        if b"xml:space" not in tag and PRESERVED not in self.marks.get(seen.start + tag.rindex(b">"), ()):
            self._at(seen.start + tag.rindex(b">"), PRESERVED)
        again = f"<{self.w}r>{run.look.decode()}<{self.w}t{PRESERVED}>"
        return self._at(seen.at(character + behind), f"</{self.w}t></{self.w}r>{mark}{again}")

    def written(self) -> bytes:
        """The part with all marks."""
        pieces, done = list[bytes](), 0
        for at in sorted(self.marks):
            pieces += [self.part[done:at], *(mark.encode() for mark in self.marks[at])]
            done = at
        return b"".join([*pieces, self.part[done:]])

    def _at(self, byte: int, mark: str) -> None:
        self.marks.setdefault(byte, []).append(mark)

    def _all(self) -> list[_Seen]:
        """All elements in their order."""
        from xml.parsers import expat

        found, open_ = list[_Seen](), list[tuple[str, _Seen]]()
        parser = expat.ParserCreate()

        def start(tag: str, _: Any) -> None:
            above = open_[-1] if open_ else ("", None)
            run = above[1] if above[0] == f"{self.w}r" else above[1].run if above[1] else None
            found.append(_Seen(parser.CurrentByteIndex, run))
            open_.append((tag, found[-1]))

        def words(told: str) -> None:
            open_[-1][1].pieces.append((parser.CurrentByteIndex, told))

        def end(tag: str) -> None:
            seen = open_.pop()[1]
            seen.close = parser.CurrentByteIndex
            seen.end = self.part.index(b">", seen.close) + 1
            if tag == f"{self.w}rPr" and seen.run and open_[-1][1] is seen.run:
                seen.run.look = self.part[seen.start : seen.end]

        parser.StartElementHandler, parser.CharacterDataHandler, parser.EndElementHandler = start, words, end
        parser.Parse(self.part, True)
        return found
