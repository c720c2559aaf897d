r"""Rtf: a rich text by its styles, tracked changes taken as accepted, "{\rtf1 {\b Storm kills 34}\par It rained.}"."""

from __future__ import annotations

import codecs
import re
from collections import defaultdict
from collections.abc import Iterator

import msgspec

from ..model import Document, Role
from ..sheet import Run, Sheet, role_of
from ..trouble import TroubleError
from . import LARGEST, MB

SUFFIXES: tuple[str, ...] = (".rtf",)

DEEPEST = 1000  # groups within groups
TOKEN = re.compile(
    r"\\(?:(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})? ?|'(?P<byte>[0-9a-fA-F]{2})|(?P<sign>[^a-zA-Z]))"
    r"|(?P<open>\{)|(?P<close>\})|[\r\n\0]+|(?P<words>[^\\{}\r\n\0]+)"
)
GONE = frozenset(re.findall(r"\w+", """annotation atnauthor atndate atnid atrfend atrfstart bkmkend bkmkstart colortbl
    comment datafield do fldinst footer footerf footerl footerr ftncn ftnsep ftnsepc header headerf headerl headerr
    listoverridetable listtable listtext nonshppict objdata operator pict pntext private1 revtbl rxe tc themedata txe
    xe"""))  # fmt: skip
KEPT = frozenset(("fonttbl", "footnote", "info", "stylesheet", "title"))  # what has words, but not the text's own
LISTED = frozenset(("listtext", "pntext"))  # what stands before an item of a list
ENDS = frozenset(("par", "sect", "cell", "row"))
SIGNS = {
    "tab": "\t", "line": "\n", "emdash": "—", "endash": "–", "emspace": "\u2003", "enspace": "\u2002",
    "qmspace": " ", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•",
    "page": "\n", "column": "\n", "softline": "\n", "nestcell": " ", "nestrow": " ", "zwj": "\u200d",
    "zwnj": "\u200c", "ltrmark": "\u200e", "rtlmark": "\u200f",
}  # fmt: skip
ESCAPED = {"~": "\xa0", "_": "\u2011", "\\": "\\", "{": "{", "}": "}", "\t": "\t"}
CHARSETS = {77: "mac_roman", 128: "cp932", 129: "cp949", 134: "cp936", 136: "cp950", 161: "cp1253", 162: "cp1254",
            163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874",
            238: "cp1250"}  # fmt: skip
BULLETS = "•·▪◦\uf0b7"


Block = tuple[Role, list[list[Run]]]  # a paragraph is a row of runs, a table rows of cells


class State(msgspec.Struct, gc=False):
    """What a group inherits from the one around it."""

    into: str = ""  # whose words these are, "" the text's own, "gone" nobody's
    role: Role = "body"
    in_table: bool = False
    hidden: bool = False
    page: str = "cp1252"  # by which bytes are letters
    stand_in: int = 1  # characters after one of Unicode, for programs that know none


def holds(data: bytes) -> bool:
    """Whether the bytes are rich text: its sign stands at their start."""
    return data[:100].lstrip().startswith(b"{\\rtf")


def read(data: bytes, name: str) -> Iterator[Document | TroubleError]:
    """The one document of a file. Raises TroubleError where it is cut short, nested too deep or holds no text."""
    if len(data) > LARGEST:
        raise TroubleError(f"{name}: more than {LARGEST // MB} MB of rich text; split it")
    text, sheet = _Text(data.decode("latin-1"), name), Sheet(name)
    if text.title and not any(role == "headline" for role, _ in text.blocks):
        sheet.add([(text.title, "title")], "headline")
    for role, rows in text.blocks + text.notes:
        if role == "table":
            sheet.table(rows)
        else:
            sheet.add(rows[0], role)
    yield sheet.document()


class _Text:
    """One pass over the groups of a rich text: its title, its paragraphs and tables with their roles, its notes."""

    def __init__(self, source: str, name: str) -> None:
        self.title, self.blocks, self.notes = "", list[Block](), list[Block]()
        self.words: defaultdict[str, list[str]] = defaultdict(list)  # those not yet ended, by whose they are
        self.raw, self.skipping, self.starred, self.listed = bytearray(), 0, False, False
        self.styles, self.fonts = dict[int, Role](), dict[int, str]()
        self.ansi, self.number, self.font, self.style = "cp1252", 1, 0, 0
        self.rows, self.row = list[list[Run]](), list[Run]()
        self.state, self.around = State(), list[State]()
        at = 0
        while m := TOKEN.match(source, at):
            at = m.end() + self._take(m)
            if len(self.around) > DEEPEST:
                raise TroubleError(f"{name}: groups within groups, more than {DEEPEST:,} deep; save it anew")
            if not self.around:
                break
        if self.around:
            raise TroubleError(f"{name}: cut short, {len(self.around)} groups of its rich text are not closed")
        self._paragraph()
        self._table()

    def _take(self, m: re.Match[str]) -> int:
        """A token; gives how many bytes of no text follow it."""
        if m["word"]:
            number = int(m["number"]) if m["number"] else None
            if m["word"] == "bin":
                return max(0, number or 0)
            self._command(m["word"], 1 if number is None else number)
        elif m["open"]:
            self._letters()
            self.around.append(msgspec.structs.replace(self.state))
            self.skipping = 0
        elif m["close"]:
            self._leave()
        elif m["sign"] == "*":
            self.starred = True
        elif m["sign"] and m["sign"] in "\r\n":
            self._command("par", 1)
        elif m["sign"]:
            self._put(ESCAPED.get(m["sign"], ""))
        elif m["byte"] or m["words"]:
            found = bytes.fromhex(m["byte"]) if m["byte"] else m["words"].encode("latin-1")
            self.raw += found[self.skipping :]
            self.skipping = max(0, self.skipping - len(found))
        return 0

    def _letters(self) -> None:
        """The bytes so far are letters of the present code page."""
        if self.raw:
            self._say(self.raw.decode(self.state.page, "replace"))
            self.raw.clear()

    def _put(self, words: str) -> None:
        self._letters()
        self._say(words)

    def _say(self, words: str) -> None:
        if self.state.into != "gone" and not self.state.hidden:
            self.words[self.state.into].append(words)

    def _taken(self, whose: str) -> str:
        """The words of a destination, halves of characters beyond the first plane made whole; then it has none."""
        words = "".join(self.words.pop(whose, ()))
        return words.encode("utf-16", "surrogatepass").decode("utf-16", "replace")

    def _leave(self) -> None:
        """A group closes."""
        self._letters()
        self.skipping, self.starred = 0, False
        inner, self.state = self.state.into, self.around.pop() if self.around else State()
        if inner == "stylesheet":
            if role := role_of(self._taken(inner).strip(" ;")):
                self.styles[self.style] = role
        elif inner != self.state.into and inner == "footnote":
            self.notes.append(("footnote", [[(self._taken(inner), f"footnote {len(self.notes) + 1}")]]))
        elif inner == "title":
            self.title = self._taken(inner).strip()

    def _command(self, word: str, number: int) -> None:
        starred, self.starred = self.starred, False
        if self.skipping:
            self.skipping -= 1
        elif word == "u":
            self._put(chr(number % 0x10000))
            self.skipping = self.state.stand_in
        elif word in SIGNS:
            self._put(SIGNS[word])
        else:
            self._letters()
            if word in GONE or (starred and word not in KEPT):
                self.listed = self.listed or word in LISTED
                self.state.into = "gone"
            elif word in KEPT and self.state.into != "gone":
                self.state.into = word
            elif word in ENDS and self.state.into in ("", "footnote"):
                self._end(word)
            else:
                self._format(word, number)

    def _format(self, word: str, number: int) -> None:
        """What holds from here on, for bytes or for a paragraph."""
        state = self.state
        if word == "ansicpg":
            self.ansi = state.page = _page(f"cp{number}")
        elif word == "f":
            self.font, state.page = number, self.fonts.get(number, self.ansi)
        elif word == "fcharset" and number in CHARSETS:
            self.fonts[self.font] = CHARSETS[number]
        elif word == "uc":
            state.stand_in = max(0, min(number, 10))
        elif word in ("v", "deleted"):
            state.hidden = number != 0
        elif word == "plain":
            state.hidden = False
        elif word == "pard":
            state.role, state.in_table = "body", False
        elif word == "s":
            self.style, state.role = number, self.styles.get(number, "body")
        elif word == "outlinelevel" and number == 0:
            state.role = "headline"
        elif word == "ls" and number:
            state.role = "list" if state.role == "body" else state.role
        elif word == "intbl":
            state.in_table = True

    def _end(self, word: str) -> None:
        """A paragraph, cell or row ends."""
        if word == "cell":
            self.row.append((self._taken(""), f"table after paragraph {self.number - 1}, row {len(self.rows) + 1}"))
        elif word == "row":
            self.rows.append(self.row)
            self.row = []
        elif self.state.into or self.state.in_table:
            self._put(" ")
        else:
            self._paragraph()

    def _paragraph(self) -> None:
        words = self._taken("")
        if words.strip():
            self._table()
            bare = words.lstrip().lstrip(BULLETS)
            listed = self.state.role == "body" and (self.listed or bare != words.lstrip())
            self.blocks.append(("list" if listed else self.state.role, [[(bare, f"paragraph {self.number}")]]))
            self.number += 1
        self.listed = False

    def _table(self) -> None:
        if self.row:  # one that nothing ends
            self.rows.append(self.row)
            self.row = []
        if self.rows:
            self.blocks.append(("table", self.rows))
        self.rows = []


def _page(name: str) -> str:
    """A code page that is known; that of Windows for all others."""
    try:
        return codecs.lookup({"cp65001": "utf-8", "cp10000": "mac_roman"}.get(name, name)).name
    except LookupError:
        return "cp1252"
