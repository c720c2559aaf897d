"""Asciidoc: a text by its signs and fences, "= Storm kills 34", ":revdate: 2015-04-07", "|===", "----"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from ..furniture import day
from ..lang import lexicon
from ..lines import Lines
from ..model import Document, Role
from ..sheet import Run, Sheet
from ..trouble import TroubleError
from . import decode

SUFFIXES: tuple[str, ...] = (".adoc", ".asciidoc")

MOST_COLUMNS, MOST_CELLS = 100, 500_000  # of a table
MOST_PUT = 1_000_000  # characters put in the place of attributes; those after them stay as they are written
FENCE = re.compile(r"-{4,}|\.{4,}|/{4,}|\+{4,}|={4,}|\*{4,}|_{4,}|--|`{3,}\w{0,20}|\|={3,}")
CODES, DROPPED = "-.`", "/+"  # by its first sign what a fence holds is code, or no text
HEADING = re.compile(r"={1,6}[ \t]+(?=\S)")
ATTRIBUTE = re.compile(r":(!?[\w-]{1,60}!?):(?:\s+(.*))?")
STYLE = re.compile(r"\[[^\[\]]{0,500}\]|\[\[[^\[\]]{0,100}\]\]")
CREDIT = re.compile(r"([^\W\d][^<>|]{0,200}?)\s*(?:<[^<>\s]{1,200}>)?")
ITEM = re.compile(r"\s*(?:\*{1,5}|-|\.{1,5}|\d{1,4}\.|[a-z]\.|<(?:\d{1,3}|\.)>)\s+(?:\[[ x*]\]\s+)?(?=\S)")
TERM = re.compile(r"(\S.{0,200}?)(?::{2,4}|;;)(?:\s+|$)")
BREAK = re.compile(r"'{3,}|<{3,}|-{3}|\*{3}|\+|//(?!/).*|(?:image|include|toc|video|audio|ifn?def|ifeval|endif)::.*")
TITLE = re.compile(r"\.(?=[^\s.])")
COLUMNS = re.compile(r"cols=\"?([^\"\]]{0,300})")
CELL = re.compile(r"(?:(?:(?<=\s)|^)(?:(\d{1,2})?(?:\.\d{1,3})?([*+]))?[.<>^]{0,4}[aehlmsdv]?|(?<!\\))\|")
SIGNS = re.compile(
    r"\\(?P<escaped>[*_`#^~{\[<|])|\{(?P<attribute>[\w-]{1,60})\}|\[\[[^\[\]]{0,100}\]\]|\s\+$"
    r"|<<[^<>,]{0,100}(?:,\s*(?P<anchor>[^<>]{1,300}))?>>|footnote(?:ref)?:[\w-]{0,60}\[(?P<note>[^\[\]]{1,2000})\]"
    r"|(?:stem|latexmath|asciimath|indexterm|image|icon|anchor):[^\s\[\]]{0,200}\[[^\[\]]{0,500}\]"
    r"|\b(?:(?:link|xref|mailto|https?|kbd|btn|menu|pass):[^\s\[\]<>]{0,500})\[(?P<link>[^\[\]]{0,500})\]"
    r"|(?:\[[^\[\]\n]{1,100}\])?(?:\*{1,2}(?P<strong>[^\s*][^*\n]{0,500})\*{1,2}|(?<!\w)_{1,2}(?P<stressed>[^\s_][^_\n]{0,500})_{1,2}"
    r"|`{1,2}(?P<code>[^\s`][^`\n]{0,500})`{1,2}|##?(?P<marked>[^\s#][^#\n]{0,500})##?)(?!\w)"
    r"|~(?P<below>[^\s~]{1,50})~|\+\+(?P<passed>[^+]{1,500})\+\+",
    re.MULTILINE,
)


def read(data: bytes, name: str) -> Iterator[Document | TroubleError]:
    """The one document of a file. Raises TroubleError where it is no text in UTF-8, or holds none."""
    walk = _Walk(Lines(decode(data, name)), name)
    yield walk.sheet.document(walk.published)


class _Walk:
    """One pass over the lines of a text: its head, its paragraphs with their roles, its notes last."""

    def __init__(self, lines: Lines, name: str) -> None:
        self.lines, self.sheet, self.rows = lines, Sheet(name), list(lines)
        self.attributes, self.notes = {"nbsp": "\xa0", "apos": "'", "empty": ""}, list[Run]()
        self.published: date | None = None
        self.put = 0
        self.style, self.fences = "", list[tuple[str, Role]]()
        self.start = self.end = 0  # of the open paragraph
        self.role: Role = "body"
        i = self._head()
        while i < len(self.rows):
            i = self._line(i)
        self._flush()
        for note in self.notes:
            self.sheet.add([note], "footnote")

    def _head(self) -> int:
        """The title, the author, the revision and the attributes, up to the first blank line."""
        i = next((i for i, (_, line) in enumerate(self.rows) if line.strip() and not line.startswith("//")), 0)
        if title := re.match(r"=[ \t]+", self.rows[i][1]):
            self._add(self.rows[i], title.end(), "headline")
            i += 1
            credits = 0
            while i < len(self.rows) and self.rows[i][1].strip() and not self.rows[i][1].startswith(("[", ".")):
                at, line = self.rows[i]
                if not self._attribute(at, line) and not line.startswith("//"):
                    credits += 1
                    author = CREDIT.fullmatch(line.strip()) if credits == 1 else None
                    if author:
                        self.sheet.add([(author[1], self.lines.place(at))], "byline")
                    self.published = self.published or day(line, lexicon("en"))
                i += 1
        return i

    def _attribute(self, at: int, line: str) -> bool:
        """Whether a line sets an attribute; of some the text has the author and the day."""
        found = ATTRIBUTE.fullmatch(line)
        if found:
            key, value = found[1].lower(), (found[2] or "").strip()
            self.attributes[key] = value
            if key in ("author", "authors"):
                self.sheet.add([(value, self.lines.place(at + found.start(2)))], "byline")
            elif key in ("revdate", "date"):
                self.published = self.published or day(value, lexicon("en"))
        return found is not None

    def _line(self, i: int) -> int:
        """A line; gives the number of the next."""
        at, line = self.rows[i]
        bare = line.rstrip()
        if FENCE.fullmatch(bare):
            return self._fence(i, bare)
        marked = HEADING.match(line) or TITLE.match(line) or ITEM.match(line) or TERM.match(line)
        if not bare or BREAK.fullmatch(bare) or self._attribute(at, bare):
            self._flush()
        elif STYLE.fullmatch(bare):
            self._flush()
            self.style = bare
        elif marked:
            self._flush()
            self._marked(at, line, marked)
        else:
            self._open(at, line, "code" if line[0] in " \t" and not self.end else self._around())
        return i + 1

    def _marked(self, at: int, line: str, sign: re.Match[str]) -> None:
        if sign.re is ITEM:
            self._open(at + sign.end(), line[sign.end() :], "list")
        elif sign.re is TERM:
            self.sheet.add(self._runs(at, at + sign.end(1)), "list")
            if line[sign.end() :].strip():
                self._open(at + sign.end(), line[sign.end() :], "list")
        else:
            role: Role = "caption" if sign.re is TITLE else "headline" if sign[0].strip() == "=" else "body"
            self._add((at, line), sign.end(), role)

    def _fence(self, i: int, fence: str) -> int:
        """A line that fences a block off: all of it where it is code, no text or a table, else only its role."""
        self._flush()
        style, self.style = self.style, ""
        closing = "```" if fence[0] == "`" else fence
        if self.fences and self.fences[-1][0] == fence:
            self.fences.pop()
            return i + 1
        code = (fence[0] in CODES and fence != "--") or style.startswith(("[source", "[listing", "[literal"))
        if not code and fence[0] not in DROPPED and fence[0] != "|":
            quoted = fence[0] == "_" or style.startswith(("[quote", "[verse"))
            self.fences.append((fence, "quote" if quoted else self._around()))
            return i + 1
        end = next((n for n in range(i + 1, len(self.rows)) if self.rows[n][1].rstrip() == closing), len(self.rows))
        if end > i + 1 and fence[0] == "|":
            self._table(self.rows[i + 1 : end], style)
        elif end > i + 1 and code:
            last, line = self.rows[end - 1]
            self.sheet.add(
                [(self.lines.text[self.rows[i + 1][0] : last + len(line)], self.lines.place(self.rows[i + 1][0]))],
                "code",
            )
        return end + 1

    def _around(self) -> Role:
        quoted = self.style.startswith(("[quote", "[verse"))
        return "quote" if quoted else self.fences[-1][1] if self.fences else "body"

    def _table(self, rows: Sequence[tuple[int, str]], style: str) -> None:
        """A table of cells, one behind or below the other; its columns are told, or those of its first line."""
        cells, columns = list[Run](), _columns(style)
        for at, line in rows:
            signs = list(CELL.finditer(line))
            ends = [*(m.start() for m in signs[1:]), len(line)]
            if cells and (before := line[: signs[0].start() if signs else None].strip()):
                cells[-1] = (f"{cells[-1][0]} {before}", cells[-1][1])
            for m, end in zip(signs, ends[: len(signs)], strict=True):
                words = "".join(w for w, _ in self._runs(at + m.end(), at + end))
                cell, times = (words, self.lines.place(at + m.end())), min(int(m[1] or 1), MOST_COLUMNS)
                cells += [cell] * times if m[2] == "*" else [cell, *[("", cell[1])] * (times - 1)]
            columns = columns or len(cells)
            if len(cells) > MOST_CELLS:
                raise TroubleError(
                    f"{self.sheet.name}, {self.lines.place(at)}: a table of more than {MOST_CELLS:,} cells"
                )
        columns = columns or 1
        self.sheet.table([cells[i : i + columns] for i in range(0, len(cells), columns)])

    def _open(self, at: int, line: str, role: Role) -> None:
        """A line begins a paragraph, or goes on with one."""
        if not self.end:
            self.start, self.role = at, role
        self.end = at + len(line)

    def _flush(self) -> None:
        if self.end:
            self.sheet.add(self._runs(self.start, self.end), self.role)
            self.style = ""
        self.end = 0

    def _add(self, row: tuple[int, str], skip: int, role: Role) -> None:
        self.sheet.add(self._runs(row[0] + skip, row[0] + len(row[1])), role)

    def _runs(self, start: int, end: int) -> list[Run]:
        return self.lines.runs(start, end, SIGNS, self._told)

    def _told(self, m: re.Match[str]) -> str:
        """The words of something marked within a line, signs in it told too; those of a note are kept for the end."""
        if m["attribute"]:
            value = self.attributes.get(m["attribute"].lower(), m[0])
            self.put += len(value)
            return value if self.put < MOST_PUT else m[0]
        if m["note"]:
            self.notes.append((SIGNS.sub(self._told, m["note"]), f"footnote {len(self.notes) + 1}"))
            return ""
        held = next((words for words in m.groupdict().values() if words), "")
        return held if m["code"] or m["escaped"] or m["passed"] else SIGNS.sub(self._told, held)


def _columns(style: str) -> int:
    """How many columns the line above a table tells; 0 where it does not.

    >>> _columns('[cols="1,2*",options="header"]')
    3
    """
    told = COLUMNS.search(style)
    parts = re.split(r"[,;]", told[1]) if told else []
    times = (re.match(r"(\d{1,2})\*", part.strip()) for part in parts)
    return min(sum(int(m[1]) if m else 1 for m in times), MOST_COLUMNS)
