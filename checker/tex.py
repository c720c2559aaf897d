"""Tex: the tokens of LaTeX and the letters that they set, "caf\\'e" as "café", "5\\,\\%" as "5 %"."""

from __future__ import annotations

import re
from unicodedata import normalize

TOKEN = re.compile(
    r"%[^\n]*(?:\n(?![ \t\r]*\n)[ \t]*)?|\\(?P<edge>begin|end)\s{0,5}\{(?P<name>[^{}\n]{1,40})\}"
    r"|\\verb\*?(?P<mark>[^\w\s*])(?P<verb>[^\n]{0,300}?)(?P=mark)"
    r"|\\(?P<accent>['`^\"~=.]|[cvHku](?![a-zA-Z]))\s{0,3}"
    r"(?:\{(?P<braced>\\[ij]|[a-zA-Z]?)\}|(?P<letter>\\[ij](?![a-zA-Z])|[a-zA-Z]))"
    r"|\\(?P<command>[a-zA-Z@]{1,60})\*?[ \t\r]*(?:\n(?![ \t\r]*\n)[ \t]*)?"
    r"|(?P<formula>\\[(\[]|\${1,2})|\\(?P<sign>.)"
    r"|(?P<open>\{)|(?P<close>\})|(?P<tie>~)|(?P<cell>&)|(?P<blank>\n[ \t\r]*\n\s*)|(?P<words>\n|[^%\\${}~&\n]+)",
    re.DOTALL,
)
SKIPPED = {  # how many groups behind a command hold no words
    **dict.fromkeys(
        ("newcommand", "renewcommand", "providecommand", "multicolumn", "multirow", "setlength", "addtolength",
         "definecolor", "setcounter", "fontsize", "rule", "wrapfigure"), 2),
    "addcontentsline": 3,
    **dict.fromkeys(
        ("label", "ref", "eqref", "pageref", "autoref", "cref", "Cref", "nameref", "cite", "citep", "citet",
         "parencite", "textcite", "footcite", "autocite", "citeauthor", "citeyear", "nocite", "includegraphics",
         "input", "include", "bibliography", "bibliographystyle", "usepackage", "documentclass", "vspace", "hspace",
         "hypertarget", "href", "textcolor", "color", "pagestyle", "thispagestyle", "index", "bibitem", "cmidrule",
         "cline", "hyperlink", "phantom", "selectlanguage", "foreignlanguage", "ensuremath", "minipage", "multicols",
         "column", "spacing", "thebibliography"), 1),
}  # fmt: skip
LETTERS = {"ss": "ß", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "aa": "å",
           "AA": "Å", "i": "ı", "j": "ȷ", "textendash": "–", "textemdash": "—", "ldots": "…", "dots": "…",
           "texteuro": "€", "euro": "€", "EUR": "€", "pounds": "£", "textsterling": "£", "textdollar": "$",
           "textyen": "¥", "S": "§", "textdegree": "°", "degree": "°", "textquoteright": "’", "textquoteleft": "‘",
           "textquotedblleft": "“", "textquotedblright": "”",
           "textquotesingle": "'", "textasciitilde": "~",
           "textbackslash": "\\", "and": "/ ",
           "LaTeX": "LaTeX", "TeX": "TeX", "newline": "\n", "quad": " ", "qquad": " ", "textbullet": "•"}  # fmt: skip
SIGNS = {",": "\u2009", ";": " ", ":": " ", " ": " ", "\n": " ", "-": "", "/": "", "@": "", "!": ""}
ACCENTS = {"'": "\u0301", "`": "\u0300", "^": "\u0302", '"': "\u0308", "~": "\u0303", "=": "\u0304", ".": "\u0307",
           "c": "\u0327", "v": "\u030c", "H": "\u030b", "k": "\u0328", "u": "\u0306"}  # fmt: skip
PRINTED = (("---", "—"), ("--", "–"), ("``", "“"), ("''", "”"), ("`", "‘"))


def words(m: re.Match[str]) -> str:
    """The letters that a token sets."""
    if m["accent"]:
        letter = (m["braced"] or m["letter"] or "").removeprefix("\\")
        return normalize("NFC", letter + ACCENTS[m["accent"]]) if letter else ""
    if m["verb"]:
        return str(m["verb"])
    if m["sign"]:
        return SIGNS.get(m["sign"], m["sign"])
    if m["tie"]:
        return "\xa0"
    plain: str = m["words"] or ""
    for signs, letter in PRINTED:
        plain = plain.replace(signs, letter)
    return plain
