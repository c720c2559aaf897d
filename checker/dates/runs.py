"""Runs: the stretches of a text that hold nothing but words and digits of dates, "the 7th of April, 2015"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .digits import digits
from .parts import Page, Token

MOST_TOKENS = 60  # of one run; what is longer is cut
REACH = 30  # characters before an anchor in which its run may begin
TOKEN = re.compile(r"(?:\r?\n){2}|[0-9]+|[^\W\d_]+|\S")
PUNCTUATION = {"–": "-", "—": "-", **{c: c for c in ",.-/'"}}


def runs(page: Page) -> Iterator[list[Token]]:
    """The runs around every name and every figure that may be of a date, in order."""
    names = {token.start: token for token in _names(page)}
    places = sorted([*names, *(m.start() for m in page.words.digit_finder.finditer(page.lower))])
    done = 0
    for at in places:
        if at >= done:
            run, done = _run(page, names, at, done)
            if run:
                yield run


def _names(page: Page) -> Iterator[Token]:
    """The words without which there is no date, where they stand as words."""
    text, lower, anchors = page.text, page.lower, page.words.anchors
    for n, start, end in page.words.finder.find_matches_as_indexes(lower):
        if not (lower[start - 1 : start].isalpha() or lower[end : end + 1].isalpha()):
            _, number, small, capital = anchors[n]
            letter = capital if text[start].isupper() else small
            if letter:
                yield Token(letter, start, end, number)


def _run(page: Page, names: dict[int, Token], anchor: int, floor: int) -> tuple[list[Token], int]:
    """The run around an anchor, not beginning before a place, and where the next may begin."""
    run: list[Token] = []
    end = start = _beginning(page, names, anchor, floor)
    for m in TOKEN.finditer(page.lower, start):
        if m.start() < end:
            continue
        if token := names.get(m.start()) or _token(page, m, run[-1] if run else None):
            run.append(token)
            end = token.end
            if len(run) == MOST_TOKENS:
                break
        elif m.start() > anchor:
            break
        else:
            run.clear()
            floor = m.end()
    return run, run[-1].end if run else floor


def _beginning(page: Page, names: dict[int, Token], anchor: int, floor: int) -> int:
    """Where the words before an anchor that may be of its date begin, none of them before a place."""
    start = max(floor, anchor - REACH)
    if start > floor:
        start = page.lower.find(" ", start, anchor) + 1 or anchor
    for m in reversed(list(TOKEN.finditer(page.lower, start, anchor))):
        word, at = m[0], m.start()
        if not (word in page.words.little or word[0].isdigit() or word in PUNCTUATION or at in names):
            return m.end()
    return start


def _token(page: Page, m: re.Match[str], before: Token | None) -> Token | None:
    word = m[0]
    if word in PUNCTUATION:
        return Token(PUNCTUATION[word], *m.span()) if _goes_on(page, word, before) else None
    if word[0].isdigit():
        return digits(page, m, before)
    letter, number = page.words.little.get(word, ("", 0))
    return Token(letter, *m.span(), number) if letter else None


def _goes_on(page: Page, mark: str, before: Token | None) -> bool:
    """Whether a date may go on after a mark, which ends no sentence and opens nothing but the '90s."""
    if mark == ".":
        return before is not None and page.lower[before.start : before.end] in page.lex.abbreviations
    return before is not None or mark == "'"
