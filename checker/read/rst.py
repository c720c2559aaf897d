"""Rst: a text in reStructuredText by its indents and signs, ":Date: 2015-04-07", ".. note:: It rained."."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

import msgspec

from ..furniture import day
from ..lang import lexicon
from ..lines import Lines
from ..model import Document, Role
from ..sheet import Run, Sheet
from ..trouble import TroubleError
from . import decode

SUFFIXES: tuple[str, ...] = (".rst", ".rest")

DEEPEST = 50  # blocks within blocks
ADORNED = re.compile(r"([!-/:-@\[-`{-~])\1{2,}")
ITEM = re.compile(r"(?:[-*+•]|(?:\d{1,4}|[a-zA-Z#])[.)]|\((?:\d{1,4}|[a-zA-Z#])\))\s+(?=\S)")
FIELD = re.compile(r":(\w[^:]{0,60}):(?:\s+|$)")
EXPLICIT = re.compile(r"\.\.(?:\s+|$)")
DIRECTIVE = re.compile(r"(?:\|[^|]{1,60}\| )?([\w:.+-]{1,60}?) ?::(?:\s+|$)")
NOTE = re.compile(r"\[[^\]]{1,60}\]\s+")
SIMPLE = re.compile(r"=+(?: +=+)+")
RULE = re.compile(r"[-= ]+")
CODE = re.compile(r"(?:code|code-block|sourcecode|parsed-literal|prompt|doctest|testcode|literalinclude)")
SILENT = re.compile(
    r"(?:raw|math|image|include|toctree|contents|highlight|index|meta|only|default-role|role|graphviz|replace|unicode|"
    r"date|title|sectnum|header|footer|target-notes|auto\w+|currentmodule|module)"
)
ROLES: dict[str, Role] = {"figure": "caption", "epigraph": "quote", "pull-quote": "quote", "highlights": "quote",
                          "subtitle": "dek", "author": "byline", "authors": "byline"}  # fmt: skip
SIGNS = re.compile(
    r"\\(?P<escaped>\S)|\\\s|``(?P<literal>[^`]{1,500})``|\*\*(?P<strong>[^\s*][^*]{0,500})\*\*"
    r"|(?::(?P<role>[\w.+-]{1,40}(?::[\w.+-]{1,40})?):)?`(?P<text>[^`<>]{1,500}?)\s*(?:<[^<>`]{1,500}>)?`_{0,2}"
    r"|(?<![\w*])\*(?P<stressed>[^\s*][^*]{0,500})\*(?!\w)| ?\[(?:#\w{0,60}|\*|\w{1,60})\]_"
    r"|\|(?P<put>[^|\s][^|]{0,60})\|_{0,2}|(?<=\w)__?(?!\w)"
)


class Row(msgspec.Struct, frozen=True, gc=False):
    """A line: where its words begin, how far they are indented, and what they are; none, if it is blank."""

    at: int
    indent: int
    words: str

    def after(self, size: int) -> Row:
        """What is left of it behind a sign."""
        return Row(self.at + size, self.indent + size, self.words[size:])


def read(data: bytes, name: str) -> Iterator[Document | TroubleError]:
    """The one document of a file. Raises TroubleError where it is no text in UTF-8, or holds none."""
    walk = _Walk(Lines(decode(data, name)), name)
    yield walk.sheet.document(walk.published)


def _told(m: re.Match[str]) -> str:
    """The words of something marked within a line; of a formula, or a mark that leads elsewhere, none."""
    if m["role"] == "math":
        return ""
    return next((words for key, words in m.groupdict().items() if words and key != "role"), "")


class _Walk:
    """One pass over the blocks of a text; the first sign below a heading is that of the headline."""

    def __init__(self, lines: Lines, name: str) -> None:
        self.lines, self.sheet = lines, Sheet(name)
        self.published: date | None = None
        self.sign = ""
        self.rows = list[Row]()
        for at, line in lines:
            words = line.strip()
            indent = len(line) - len(line.lstrip())
            self.rows.append(Row(at + indent, len(line[:indent].expandtabs()), words))
        self._blocks(self.rows, "body", 0)

    def _blocks(self, rows: Sequence[Row], role: Role, depth: int) -> None:
        """The blocks one below the other; what is indented further belongs to the block above it."""
        if depth > DEEPEST:
            raise TroubleError(f"{self.sheet.name}, {self.lines.place(rows[0].at)}: more than {DEEPEST} blocks deep")
        i = 0
        while i < len(rows):
            row = rows[i]
            if not row.words:
                i += 1
            elif height := self._heading(rows[i : i + 3], role):
                i += height
            elif sign := EXPLICIT.match(row.words) or ITEM.match(row.words) or FIELD.match(row.words):
                end = _below(rows, i + 1, row.indent)
                self._marked(sign, [row.after(sign.end()), *rows[i + 1 : end]], role, depth)
                i = end
            elif row.words.startswith("+-") or SIMPLE.fullmatch(row.words):
                end = _table_end(rows, i)
                self._table(rows[i:end])
                i = end
            else:
                i = self._paragraph(rows, i, role, depth)

    def _heading(self, rows: Sequence[Row], role: Role) -> int:
        """How many lines a heading takes, its lines of signs with it; a line of signs alone parts what is around it."""
        first, second, third = (*rows, *[Row(0, 0, "")] * 2)[:3]
        over = ADORNED.fullmatch(first.words)
        under = ADORNED.fullmatch(second.words)
        if over and third.words == first.words and second.words and not under:
            title, sign, height = second, first.words[0] * 2, 3
        elif under and not over and second.indent == first.indent and len(second.words) * 3 >= len(first.words) * 2:
            title, sign, height = first, second.words[0], 2
        else:
            return 1 if over and not second.words else 0
        self.sign = self.sign or sign
        self._add([title], "headline" if sign == self.sign and role == "body" else role)
        return height

    def _marked(self, sign: re.Match[str], rows: list[Row], role: Role, depth: int) -> None:
        """A block that a sign opens: an item of a list, a field, a directive, a note or a comment."""
        if sign.re is ITEM:
            self._blocks(rows, "list" if role == "body" else role, depth + 1)
        elif sign.re is FIELD:
            name = sign[1].lower()
            if name in ("date", "published"):
                self.published = self.published or day(rows[0].words, lexicon("en"))
            elif name in ("author", "authors", "subtitle", "abstract", "summary"):
                self._add(rows, ROLES.get(name, "dek"))
            else:
                self._blocks(rows, "boilerplate", depth + 1)
        elif directive := DIRECTIVE.match(rows[0].words):
            self._directive(directive[1].lower(), rows[0].after(directive.end()), rows[1:], role, depth)
        elif note := NOTE.match(rows[0].words):
            self._blocks([rows[0].after(note.end()), *rows[1:]], "footnote", depth + 1)

    def _directive(self, name: str, first: Row, rows: list[Row], role: Role, depth: int) -> None:
        while rows and FIELD.match(rows[0].words):
            rows = rows[1:]
        if CODE.fullmatch(name):
            self._add(rows, "code")
        elif name in ("list-table", "csv-table", "table"):
            self._add([first], "caption")
            if name == "table":
                self._blocks(rows, role, depth + 1)
            else:
                (self._list_table if name == "list-table" else self._csv_table)(rows)
        elif not SILENT.fullmatch(name):
            own = rows if name == "figure" else [first, *rows]
            self._blocks(own, ROLES.get(name, role), depth + 1)

    def _paragraph(self, rows: Sequence[Row], i: int, role: Role, depth: int) -> int:
        """A paragraph, and what is indented below it: what it quotes, defines, or gives as it stands after a "::"."""
        first, end = rows[i], i + 1
        role = "quote" if role == "body" and first.indent and not depth else role
        while end < len(rows) and rows[end].words and rows[end].indent == first.indent:
            end += 1
        own, below = rows[i:end], _below(rows, end, first.indent)
        inner, last = rows[end:below], own[-1]
        code = last.words.endswith("::")
        if code:
            own = [*own[:-1], Row(last.at, last.indent, last.words[:-2] + ":" * (len(last.words) > 2))]
        if first.words.startswith("| "):
            for row in own:
                self._add([row.after(2)], role)
        else:
            self._add(own, "code" if first.words.startswith(">>>") else role)
        if code:
            self._add(inner, "code")
        elif inner:
            quoted = role == "body" and not depth and not inner[0].words
            self._blocks(inner, "quote" if quoted else role, depth + 1)
        return below

    def _add(self, rows: Sequence[Row], role: Role) -> None:
        runs = list[Run]()
        if rows:
            runs = self.lines.runs(rows[0].at, rows[-1].at + len(rows[-1].words), SIGNS, _told)
        self.sheet.add(runs, role)

    def _table(self, rows: Sequence[Row]) -> None:
        """A table drawn by signs: columns are where its first line has them."""
        grid = rows[0].words.startswith("+")
        edges = [m.span() for m in re.finditer(r"-+" if grid else r"=+", rows[0].words)]
        cells = list[list[list[Run]]]()
        fresh = True
        for row in rows[1:]:
            if (grid and row.words.startswith("+")) or RULE.fullmatch(row.words) or not row.words:
                fresh = True
                continue
            shift = row.indent - rows[0].indent
            spans = [(max(0, a - shift), max(0, b - shift)) for a, b in edges]
            if not grid:
                spans[-1] = (spans[-1][0], max(len(row.words), spans[-1][0]))
            if fresh or (not grid and row.words[slice(*spans[0])].strip()):
                cells.append([[] for _ in edges])
            fresh = False
            for cell, (a, b) in zip(cells[-1], spans, strict=True):
                cell += [*self.lines.runs(row.at + a, row.at + min(b, len(row.words)), SIGNS, _told), (" ", "")]
        self._rows(cells)

    def _list_table(self, rows: Sequence[Row]) -> None:
        cells = list[list[list[Run]]]()
        for row in rows:
            if row.words.startswith("* "):
                cells.append([])
                row = row.after(2 + len(row.words[2:]) - len(row.words[2:].lstrip()))
            if cells and row.words.startswith("-"):
                cells[-1].append([])
                row = row.after(1)
            if cells and cells[-1]:
                cells[-1][-1] += [*self.lines.runs(row.at, row.at + len(row.words), SIGNS, _told), (" ", "")]
        self._rows(cells)

    def _csv_table(self, rows: Sequence[Row]) -> None:
        import csv  # needless where no table is read

        filled = [row for row in rows if row.words]
        try:
            table = list(csv.reader([row.words for row in filled], skipinitialspace=True))
        except csv.Error:  # a cell longer than any
            return
        places = [self.lines.place(row.at) for row in filled]
        self.sheet.table([[(cell, place) for cell in cells] for cells, place in zip(table, places, strict=False)])

    def _rows(self, cells: list[list[list[Run]]]) -> None:
        """Rows of cells, each cell its runs; the place of a cell is where its words begin."""
        table = [[("".join(w for w, _ in runs), runs[0][1] if runs else "") for runs in row] for row in cells]
        self.sheet.table(table)


def _below(rows: Sequence[Row], i: int, indent: int) -> int:
    """Where what is indented below a line ends, blank lines after it left out."""
    end = i
    while i < len(rows) and (not rows[i].words or rows[i].indent > indent):
        i += 1
        end = i if rows[i - 1].words else end
    return end


def _table_end(rows: Sequence[Row], i: int) -> int:
    """Where a table ends: at a blank line, in one of simple columns only after its closing line."""
    start = i
    while i < len(rows) and (rows[i].words or (rows[start].words[0] == "=" and rows[i - 1].words != rows[start].words)):
        i += 1
    return i
