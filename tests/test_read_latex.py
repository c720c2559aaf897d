r"""Latex: the words that LaTeX sets, each at its line and column, and nothing that it does not."""

from __future__ import annotations

import time

import pytest

from checker.read import read
from checker.trouble import TroubleError
from tests.test_read import one, roles

TEXT = r"""% comment 43
\documentclass[12pt]{article}
\newcommand{\x}[1]{The #1 words 9}
\title{Storm kills \textbf{34}}
\author{Ada Whitlock\thanks{Of the \emph{North}.} \and Leo Marsh}
\date{7 April 2015}
\begin{document}
\maketitle

\section{Next}\label{sec:1}
It \textbf{rained} on $34$ boats\footnote{A note
of 5.} and % not 43
on, not $a = 3$.
\begin{equation}
 b = 70
\end{equation}
See \href{http://x.example}{the port} \cite[p.~3]{x} \verb|code| \(x=2\) \noindent [Reuters].

\begin{quote}
We counted 3.
\end{quote}
\begin{itemize}
\item one item
  goes on
\item[Term] two
\end{itemize}
\begin{verbatim}
x = 70 % \begin{foo}
\end{verbatim}
\begin{table}[h]
\caption[short]{Ships}
\begin{tabular}{@{}ll@{}}
\hline
Port & Boats \\[2pt] \hline
\multicolumn{2}{c}{all} \\
South & 6
 more
\end{tabular}
\end{table}
\end{document}
no text
"""


def test_what_is_set_has_its_role_and_what_is_not_is_left_out() -> None:
    document = one(TEXT, "a.tex")
    assert str(document.published) == "2015-04-07"
    assert roles(document) == [
        ("headline", "Storm kills 34"),
        ("byline", "Ada Whitlock / Leo Marsh"),
        ("dateline", "7 April 2015"),
        ("body", "Next"),
        ("body", "It rained on 34 boats and on, not . See the port code [Reuters]."),
        ("quote", "We counted 3."),
        ("list", "one item goes on"),
        ("list", "Term two"),
        ("code", "x = 70 % \\begin{foo}"),
        ("caption", "Ships"),
        ("table", "| Port | Boats |\n| all |  |\n| South | 6 more |"),
        ("footnote", "Of the North."),
        ("footnote", "A note of 5."),
    ]


@pytest.mark.parametrize("words", ["kills", "rained", "the port", "goes on", "We counted", "South"])
def test_each_word_knows_its_line(words: str) -> None:
    document = one(TEXT, "a.tex")
    before = TEXT[: TEXT.index(words)]
    told = str(document.source(document.text.index(words)))
    assert told.startswith(f"line {before.count(chr(10)) + 1}, column ")


@pytest.mark.parametrize(
    ("written", "words"),
    [
        (r"5\% of \$48~million \& 3\,\% \#1 a\_b \{c\}", "5% of $48\xa0million & 3\u2009% #1 a_b {c}"),
        ("1990--2000 --- ``so'' it's", "1990–2000 — “so” it's"),
        (r"caf\'e caf\'{e} na\"{\i}ve \c{c} stra\ss e \v{S}koda \O re", "café café naïve ç straße Škoda Øre"),
        (r"{\bf 34} \emph{boats \textit{there}}\ldots\ now", "34 boats there… now"),
        ("one%\n  two\n\n%\n\nthree", "onetwo\n\nthree"),
        (r"$5\%$ and $x_3 = \$4$ costs \$9", "5% and costs $9"),
        (r"a \[ x = 4 \] b $$ y = 5 $$ c", "a b c"),
        (r"\def\z#1{9}\newcommand{\y}[2]{8} x", "x"),
        (r"\newcommand*{\n}{34}\def\cost{70 euros}\n{} boats for \cost.", "34 boats for 70 euros."),
        (r"\pair{3}{4} boats", "3 4 boats"),
        ("\u200f34\u200e boats", "\u200f34\u200e boats"),
        ("34 boats \\", "34 boats"),
        ("\\begin{tabular}{l}\n\n", None),
        ("}}} {x \\title{y", "x\n\ny"),
    ],
)
def test_signs_are_told_as_their_letters(written: str, words: str | None) -> None:
    if words is None:
        with pytest.raises(TroubleError, match="holds no text"):
            one(written, "a.tex")
    else:
        assert one(written, "a.tex").text == words


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"% only a comment", "holds no text"),
        (b"\\begin{document}\\end{document}", "holds no text"),
        (b"caf\xe9", "line 1: byte 3 is not UTF-8"),
        (b"\xed\xa0\x80", "is not UTF-8"),
        (b"a\0b", "binary"),
        (b"a" + b"{" * 2000, "line 1, column 1002: groups within groups, more than 1,000 deep"),
    ],
)
def test_what_cannot_be_read_is_told(data: bytes, why: str) -> None:
    with pytest.raises(TroubleError, match=f"a.tex.*{why}"):
        list(read(data, "a.tex"))


@pytest.mark.parametrize(
    "worst",
    [
        "$a ",
        "\\[",
        "\\begin{verbatim}",
        "\\begin{quote}",
        "\\begin{tabular}{l}&",
        "{}",
        "\\a[",
        "% ",
        "\\verb|",
        "\\a \t",
        "\\footnote{a}",
    ],
)
def test_no_text_takes_long(worst: str) -> None:
    start = time.process_time()
    for text in (worst * (200_000 // len(worst)), "{" * 900 + worst * (100_000 // len(worst))):
        try:
            list(read(text.encode(), "a.tex"))
        except TroubleError:
            continue
    assert time.process_time() - start < 8
