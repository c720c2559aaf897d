r"""Latex: the words that a text in LaTeX sets, its formulas left out, "\title{Storm kills 34} It rained ..."."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

import msgspec

from ..furniture import day
from ..lang import lexicon
from ..lines import Lines
from ..model import Document, Role
from ..sheet import Run, Sheet
from ..tex import LETTERS, SKIPPED, TOKEN, words
from ..trouble import TroubleError
from . import decode

SUFFIXES: tuple[str, ...] = (".tex", ".latex", ".ltx")

DEEPEST = 1000  # groups within groups
MOST_COLUMNS = 50  # that one cell spans
OPTIONAL = re.compile(r"\s{0,20}\[(?:[^\[\]{}]|\{[^{}]{0,200}\}){0,300}\]")
NUMBER = re.compile(r"\$(-?\d[\d.,]{0,30}(?:\\%)?)\$")  # a formula that is none
ITEM = re.compile(r"\s{0,20}\[([^\[\]{}\\$]{0,200})\]")
SPAN = re.compile(r"\s{0,5}\{(\d{1,3})\}")
DEFINED = re.compile(r"\s{0,5}\\[a-zA-Z@]{1,60}[^{}\n\\]{0,50}")
APART = re.compile(r"\d\}\{\d")  # figures of two groups, which a command may set in whatever way
SHORTHAND = re.compile(  # a command that stands for plain words: \newcommand{\victims}{34}
    r"\\(?:(?:re|provide)?newcommand\*?|def)\s{0,5}\{?\\([a-zA-Z]{1,60})\}?\s{0,5}\{([^{}\\$#]{1,200})\}"
)
FORMULAS = re.compile(
    r"(?:equation|align|alignat|gather|multline|eqnarray|displaymath|math|flalign|tikzpicture|comment)\*?"
)
CODES = re.compile(r"(?:[vV]erbatim|lstlisting|minted|alltt)\*?")
TABLES = {"tabular": 1, "longtable": 1, "array": 1, "tabu": 1, "tabular*": 2, "tabularx": 2, "tabulary": 2}
ROLES: dict[str, Role] = {
    "title": "headline", "subtitle": "dek", "author": "byline", "date": "dateline", "caption": "caption",
    "footnote": "footnote", "footnotetext": "footnote", "thanks": "footnote", "endnote": "footnote",
    **dict.fromkeys(("part", "chapter", "section", "subsection", "subsubsection"), "body"),
    "quote": "quote", "quotation": "quote", "verse": "quote", "displayquote": "quote", "abstract": "dek",
    "itemize": "list", "enumerate": "list", "description": "list", "thebibliography": "boilerplate",
}  # fmt: skip
BEFORE = frozenset(("title", "subtitle", "author", "date"))  # what counts of that before \begin{document}
FORMULA_ENDS = {"\\(": "\\)", "\\[": "\\]", "$": "$", "$$": "$$"}


class Group(msgspec.Struct, gc=False):
    """An open group: whose words it holds, and what goes on behind it."""

    role: Role | None = None  # of a paragraph of its own
    silent: bool = False
    runs: list[Run] = []  # those before it, where it has its own
    then: int = 0  # groups behind it that hold no words


def read(data: bytes, name: str) -> Iterator[Document | TroubleError]:
    """The one document of a file. Raises TroubleError where it is no text in UTF-8, or holds none."""
    walk = _Walk(Lines(decode(data, name)), name)
    yield walk.sheet.document(walk.published)


class _Walk:
    """One pass over the commands, groups and words of a text."""

    def __init__(self, lines: Lines, name: str) -> None:
        self.lines, self.text, self.sheet = lines, lines.text, Sheet(name)
        self.published: date | None = None
        self.silent = "\\begin{document}" in self.text
        self.groups, self.around = list[Group](), list[tuple[str, Role]]()
        self.runs, self.notes = list[Run](), list[list[Run]]()
        self.rows: list[list[Run]] | None = None
        self.span, self.owned = 1, 0  # columns of the open cell, and groups around it that are paragraphs
        self.role: Role | None = None  # of the next group
        self.skips = 0  # groups to come that hold no words
        self.shorthand = dict(SHORTHAND.findall(self.text))
        self.over = set[str]()  # ends that come no more: not to be sought again and again
        at = 0
        while at < len(self.text) and (m := TOKEN.match(self.text, at)):
            at = self._take(m)
        while self.groups:  # a part of a text may leave them open
            self._leave(at)
        self._flush()
        for note in self.notes:
            self.sheet.add(note, "footnote")

    def _take(self, m: re.Match[str]) -> int:
        """A token; gives the place at which the next is looked for."""
        kind = m.lastgroup
        if kind == "open":
            self._enter(m)
        elif kind == "close":
            return self._leave(m.end())
        elif kind == "command":
            return self._command(m["command"], m)
        elif kind == "name":
            return self._environment(m["edge"] == "begin", m["name"], m)
        elif kind == "formula":
            if number := NUMBER.match(self.text, m.start()):
                self._put(number[1].replace("\\%", "%"), m.start())
                return number.end()
            return self._past(FORMULA_ENDS[m["formula"]], m.end())
        elif kind == "blank":
            self._flush()
        elif kind == "cell" or m["sign"] == "\\":
            return self._part(kind == "cell", m)
        elif kind:
            self._put(words(m), m.start())
        return m.end()

    def _put(self, words: str, at: int) -> None:
        if words.strip():
            self.role, self.skips = None, 0
        if not self.silent:
            self.runs.append((words, self.lines.place(at)))

    def _enter(self, m: re.Match[str]) -> None:
        if len(self.groups) >= DEEPEST:
            where = self.lines.place(m.start())
            raise TroubleError(f"{self.sheet.name}, {where}: groups within groups, more than {DEEPEST:,} deep")
        group = Group(None if self.skips else self.role, self.silent, self.runs, max(0, self.skips - 1))
        if group.role:
            self.runs, self.silent, self.role = [], False, None
            self.owned += 1
        self.silent = self.silent or self.skips > 0
        self.skips = 0
        self.groups.append(group)

    def _leave(self, at: int) -> int:
        """A group closes; one that is a paragraph of its own is set."""
        group = self.groups.pop() if self.groups else Group(None, self.silent)
        self.silent, self.skips = group.silent, group.then
        if group.role:
            own, self.runs = self.runs, group.runs
            self.owned -= 1
            self._set(own, group.role)
        if APART.match(self.text, max(0, at - 2)):
            self._put(" ", at)
        optional = OPTIONAL.match(self.text, at) if self.skips else None
        return optional.end() if optional else at

    def _set(self, runs: list[Run], role: Role) -> None:
        if role == "footnote":
            self.notes.append(runs)
            return
        if role == "dateline":
            self.published = self.published or day("".join(w for w, _ in runs), lexicon("en"))
        self.sheet.add(runs, role)

    def _command(self, name: str, m: re.Match[str]) -> int:
        at = m.end()
        if name in LETTERS:
            self._put(LETTERS[name], m.start())
            return at
        if name in self.shorthand:
            self._put(self.shorthand[name], m.start())
            return at + len("{}") * self.text.startswith("{}", at)
        optional = OPTIONAL.match(self.text, at) if name in SKIPPED or name in ROLES or m[0][-1].isalpha() else None
        if name in ("par", "item"):
            self._flush()
            if term := ITEM.match(self.text, at):
                self._put(f"{term[1]} ", at)
            return term.end() if term else at
        self.skips = SKIPPED.get(name, 0)
        if name in ("def", "let", "newcommand", "renewcommand") and (defined := DEFINED.match(self.text, at)):
            at, self.skips = defined.end(), int(name != "let")
        if name in ROLES and (not self.silent or name in BEFORE):
            self.role = ROLES[name]
            if self.role != "footnote":
                self._flush()
        if name == "multicolumn" and (span := SPAN.match(self.text, at)):
            self.span = min(int(span[1]), MOST_COLUMNS)
        return optional.end() if optional and optional.start() == at else at

    def _environment(self, begins: bool, name: str, m: re.Match[str]) -> int:
        at, bare = m.end(), name.rstrip("*")
        if name == "document":
            self.silent = not begins
        elif begins and (FORMULAS.fullmatch(name) or CODES.fullmatch(name)):
            end = self._past(f"\\end{{{name}}}", at)
            if CODES.fullmatch(name) and not self.silent:
                self._flush()
                held = self.text[at:end].removesuffix(f"\\end{{{name}}}")
                self.sheet.add([(held, self.lines.place(at))], "code")
            return end
        elif name in TABLES:
            self._end_table()
            self.rows, self.skips = ([[]], TABLES[name]) if begins else (None, 0)
        elif begins:
            self._flush()
            self.skips = SKIPPED.get(bare, 0)
            self.around.append((name, ROLES.get(bare, self.around[-1][1] if self.around else "body")))
        else:
            self._flush()
            if self.around and self.around[-1][0] == name:
                self.around.pop()
        optional = OPTIONAL.match(self.text, at) if begins else None
        return optional.end() if optional else at

    def _past(self, sign: str, at: int) -> int:
        """The place behind the next such sign; where none comes, the same place."""
        found = None if sign in self.over else re.compile(rf"(?<!\\){re.escape(sign)}").search(self.text, at)
        if not found:
            self.over.add(sign)
        return found.end() if found else at

    def _flush(self) -> None:
        """A paragraph ends; within a table, or in a group that is one, it goes on."""
        if self.owned or self.rows is not None:
            self.runs.append((" ", ""))
        else:
            self.sheet.add(self.runs, self.around[-1][1] if self.around else "body")
            self.runs = []

    def _part(self, cell: bool, m: re.Match[str]) -> int:
        """The sign that ends a cell, or a row or line."""
        if self.rows is None or self.owned:
            self._put(" ", m.start())
        else:
            self._end_cell()
            if not cell:
                self.rows.append([])
        optional = None if cell else OPTIONAL.match(self.text, m.end())
        return optional.end() if optional else m.end()

    def _end_cell(self) -> None:
        if self.rows is not None:
            place = next((place for words, place in self.runs if words.strip()), "")
            self.rows[-1].append(("".join(words for words, _ in self.runs), place))
            self.rows[-1] += [("", place)] * (self.span - 1)
        self.runs, self.span = [], 1

    def _end_table(self) -> None:
        self._end_cell() if self.rows is not None else self._flush()
        rows, self.rows = self.rows or [], None
        self.sheet.table([row for row in rows if any(words.strip() for words, _ in row)])
