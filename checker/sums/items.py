"""Items: the items of a list that stands below a line, one a line, "- A" or "1. A"."""

from __future__ import annotations

import re

import msgspec

from ..model import Span

MARKER = re.compile(r"([ \t]{0,12})(?:[-*+•]|([0-9]{1,2})[.)])([ \t]+)(?=\S)")
OPENS = re.compile(
    r":[*_]{0,3}[^\S\r\n]{0,4}\r?\n(?:[^\S\r\n]{0,4}\r?\n){0,2}(?P<item>[ \t]{0,8}(?:[-*+•]|[0-9]{1,2}[.)])[ \t]+\S)"
)
INLINE = re.compile(r"\S [-–—*•] (?=[A-Z])|\S [(]?[0-9]{1,2}[.)] (?=[A-Z])")  # an item that begins within a line
LINE = re.compile(r"[^\n]*\n?")
HEADING = re.compile(r"^#", re.MULTILINE)
ITEM = re.compile(r"^[ \t]{0,8}(?:[-*+•]|([0-9]{1,2})[.)])[ \t]+\S", re.MULTILINE)
LONGEST = 200  # lines
AFTER = 3000  # characters below a list in which it may go on


class Items(msgspec.Struct, frozen=True, gc=False):
    """Where a list stands, how many items it can be said to have, and where each begins."""

    span: Span
    counts: tuple[int, ...]
    starts: tuple[int, ...]


def items_below(text: str, at: int) -> Items | None:
    """The items from a place on, those within items left out; None where it cannot be told where they end."""
    first = MARKER.match(text, at)
    if not first:
        return None
    column, numbered = first.end() - at, first[2] is not None
    numbers, starts, end, blank, place = [int(first[2] or 1)], [first.end()], at, False, at
    for _ in range(LONGEST):
        m = LINE.match(text, place)
        if not m or not m[0]:
            break
        item = MARKER.match(text, place) if place > at else None
        if item and len(item[1]) < column and (item[2] is not None) == numbered:
            numbers.append(int(item[2] or len(numbers) + 1))
            starts.append(item.end())
        elif m[0].strip() and place > at and _ends(m[0], blank, column):
            break
        blank = not m[0].strip()
        place = m.end()
        end = end if blank else place
    if not numbered and _goes_on(text, place):
        return None
    last = _last_number(text, place, numbers[-1]) if numbered else 0
    counts = {len(numbers), numbers[-1], last} if numbered and numbers[0] == 1 else {len(numbers)}
    counts |= {len(numbers) + n + 1 for n in range(len(INLINE.findall(text, starts[0], end)))}
    return Items(Span(at, end), tuple(sorted(counts)), tuple(starts))


def _ends(line: str, blank: bool, column: int) -> bool:
    """Whether a line that is no item ends the list: it stands at the margin behind a blank line, or is a heading."""
    indent = len(line) - len(line.lstrip())
    return (blank and indent < min(column, 2)) or line.startswith("#")


def _goes_on(text: str, at: int) -> bool:
    """Whether items follow again below what stands between, which does not announce them as a list of their own."""
    heading = HEADING.search(text, at, at + AFTER)
    for m in ITEM.finditer(text, at, heading.start() if heading else at + AFTER):
        if m[1] is None:
            return not text[at : m.start()].rstrip(" \t\r\n*_").endswith(":")
    return False


def _last_number(text: str, at: int, last: int) -> int:
    """The number of the last item, where items are counted on below what stands between them."""
    heading = HEADING.search(text, at, at + AFTER)
    for m in ITEM.finditer(text, at, heading.start() if heading else at + AFTER):
        last += m[1] is not None and int(m[1]) == last + 1
    return last
