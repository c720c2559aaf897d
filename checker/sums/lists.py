"""Lists: figures that announce a list, and how many things it names, "three counties: Kent, Essex and Surrey"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

import msgspec

from ..facts import standard
from ..figures import Figure
from ..figures.hedges import hedge_after, hedge_before
from ..lang import Lexicon
from ..measures.nouns import counted
from ..model import Span
from ..text import Text
from .items import OPENS, items_below

FEWEST, MOST = 2, 40  # things that a figure may announce and a list name
LOOK = 60  # characters before a figure that tell whether it announces anything
REACH = 500  # characters of a list in a sentence
ANNOUNCED = 260  # characters between a figure and the list below it
LONGEST_ITEM = 60  # characters; what is longer is no item but a clause
ITEM_WORDS = 5
BEFORE = re.compile(r"[^,:;.()\n—–]{1,80}?(:\s+|,\s+|\s[-–—]+\s|—|\s\()")
ENDS = {
    ",": re.compile(r"[.;:?!(—–\n]|\s-+\s"),
    "-": re.compile(r"\s[-–—]+\s|[—.;:?!(\n]"),
    "(": re.compile(r"[).;:?!\n]"),
    ":": re.compile(r"[.?!](?=[\s\"”’)]|$)|\n\s*\n|\s[-–—]+\s|—|[;:]"),
}
BRACKETS = re.compile(r"\([^()\n]{0,120}\)")
STOP = re.compile(r"(?<![\w.])((?:[A-Z]\.)+|[^\W\d_]{1,6}\.)(?=[\s,;]|$)")
NUMBERED = re.compile(r"[0-9$£€]")
WORD = re.compile(r"[^\W_]+(?:[.’'&-]+[^\W_]+)*\.?|&")


class Listed(msgspec.Struct, frozen=True, gc=False):
    """A figure that announces things, what they are, how many things the list can be read to name, and the list."""

    figure: Span
    span: Span
    stated: int
    counts: tuple[int, ...]
    items: Span


def lists(text: Text) -> list[Listed]:
    """The lists whose number the text tells, in order."""
    below = {item.span.start: item for item in _below(text)}
    beside = (_beside(text, f) for f in text.figures if f.start not in below)
    return sorted([*below.values(), *(x for x in beside if x)], key=lambda x: x.span)


def _announces(text: Text, f: Figure) -> bool:
    """Whether a figure may tell how many things are listed: whole, small, not hedged."""
    written = text.document.text[f.start : f.end]
    whole = f.form in ("digits", "words") and f.scale == 1 and not f.vague and "." not in written
    if (
        not whole
        or not FEWEST <= f.value <= MOST
        or f.value % 1
        or text.document.text[f.end : f.end + 1] in ("%", "-", ".", ",")
    ):
        return False
    start, lex = max(text.sentence(f.start).start, f.start - LOOK), text.lexicon
    before = text[Span(start, f.start)]
    hedged = hedge_before(before, len(before), lex) or hedge_after(text.lower, f.end, lex)
    named = text.document.text[f.start].isupper() and before.strip('*_"“‘(-– ') != ""
    return not hedged and not named and not text.dated(f.start) and before[-1:] not in ("$", "£", "€")


def _beside(text: Text, f: Figure) -> Listed | None:
    """A list in the sentence of its number: "four counties: A, B, C and D", "the four counties, A, B, C and D, are"."""
    opens = BEFORE.match(text.document.text, f.end, text.sentence(f.start).end)
    if not opens or text.word_after(f.end) == text.lexicon.words.of:  # "two of the lakes – Como, Garda and Iseo"
        return None
    noun = counted(text, f) if _announces(text, f) else None
    if not noun or noun[0] in text.lexicon.units or noun[1] > opens.start(1):
        return None
    how = opens[1].strip()[:1]
    how = "-" if how in "–—" else how
    told_of_it = how in ":-" and text.lexicon.words.of not in text.lower[noun[1] : opens.start(1)].split()
    if noun[1] != opens.start(1) and not (how == ":" or told_of_it):
        return None
    source = text.document.text[opens.end() : opens.end() + REACH]
    plain = _without_stops(source if how == "(" else BRACKETS.sub(_blank, source), text.lexicon)
    end = ENDS[how].search(plain)
    if not end:
        return None
    counts = _count(plain[: end.start()], how == ":", text.lexicon)
    if not counts or (int(f.value) not in counts and _told_too(text, f, opens.end(), counts)):
        return None
    items = Span(opens.end(), opens.end() + end.start())
    return Listed(Span(f.start, f.end), Span(f.start, noun[1]), int(f.value), counts, items)


def _blank(m: re.Match[str]) -> str:
    return "_" * len(m[0])


def _without_stops(words: str, lex: Lexicon) -> str:
    """The words with the full stops of initials and abbreviations blanked, which end nothing."""

    def blanked(m: re.Match[str]) -> str:
        initials = m[1].replace(".", "").isupper() and len(m[1]) != len("OK.")
        known = initials or m[1].rstrip(".").lower() in lex.abbreviations
        return m[1].replace(".", "_") if known else m[1]

    return STOP.sub(blanked, words)


def _told_too(text: Text, f: Figure, at: int, counts: tuple[int, ...]) -> bool:
    """Whether another figure before a list is the number of the list: "three of the five counties, A, B and C"."""
    start = max(text.sentence(f.start).start, f.start - ANNOUNCED)
    i = bisect_left(text.figures, start, key=lambda x: x.start)
    while i < len(text.figures) and text.figures[i].start < at:
        if text.figures[i].value in counts and text.figures[i] is not f:
            return True
        i += 1
    return False


def _count(items: str, loose: bool, lex: Lexicon) -> tuple[int, ...]:
    """How many things a list can be read to name; none where it may be no list, or not the whole of one.

    Its last chunk is the first that opens with an "and", or the first that holds one and is not gone on from.
    """
    chunks, ands = [c.strip(" _\n") for c in items.split(";" if items.count(";") > 1 else ",")], lex.sums.list_joins
    opened = next((n for n, c in enumerate(chunks) if ands.match(c)), None)
    held = next((n for n, c in enumerate(chunks) if ands.search(c, 1)), None)
    counts = set(_named(chunks[: opened + 1], loose, lex)) if opened is not None else set[int]()
    if held is not None and (opened is None or held < opened):
        ends = held + 1 == len(chunks) or not _is_item(ands.sub("", chunks[held + 1], count=1), False, lex)
        counts |= set(_named(chunks[: held + 1], loose, lex)) if ends else set()
        counts = counts if ends or opened is not None else set()
    if any(name in items for name in _joined_names(lex.words.joins[0])):
        counts |= {n - 1 for n in counts}
    return tuple(sorted(counts))


def _named(chunks: list[str], loose: bool, lex: Lexicon) -> range:
    """How many things some chunks can be read to name, the last of which opens with an "and" or holds one."""
    ands = lex.sums.list_joins
    names = [x.strip() for c in chunks for x in ands.split(c) if x.strip()]
    if len(names) <= FEWEST or not all(_is_item(x, loose, lex) for x in names):
        return range(0)
    spare = sum(len(ands.findall(c)) for c in chunks) - 1
    return range(len(names) - spare, len(names) + 1)


def _is_item(words: str, loose: bool, lex: Lexicon) -> bool:
    """Whether words name a thing: a name, or, behind a colon, a few words without a figure."""
    parts = WORD.findall(words)
    if (
        not parts
        or len(words) > LONGEST_ITEM
        or parts[0].lower() in lex.sums.not_whole
        or parts[-1].lower() in lex.sums.not_whole
    ):
        return False
    if NUMBERED.match(words) or parts[0].lower() in lex.number_words:
        return False
    first = parts[0][0].isupper() or parts[0] in lex.words.determiners
    named = first and all(p[0].isupper() or p in lex.words.name_links for p in parts) and parts[-1][0].isupper()
    plain = (
        loose and len(parts) <= ITEM_WORDS and lex.not_counted.isdisjoint(p.lower() for p in parts if p != lex.words.of)
    )
    return named or plain


@cache
def _joined_names(join: str) -> tuple[str, ...]:
    """States with an "and" in their name."""
    return tuple(name for name in standard().names("state") if f" {join} " in name)


def _below(text: Text) -> Iterator[Listed]:
    """Lists below their number, an item a line: "Three things stood out:"."""
    for m in OPENS.finditer(text.document.text):
        if not text.in_prose(m.start()):
            continue
        told = list(_announcing(text, m.start()))
        found = items_below(text.document.text, m.start("item")) if told else None
        told = [f for f in told if found and not _repeated(text, f, found.starts)]
        if told and found:
            f = min(told, key=lambda f: min(abs(n - f.value) for n in found.counts))
            noun = counted(text, f)
            span = Span(f.start, min(noun[1], m.start()) if noun else f.end)
            yield Listed(Span(f.start, f.end), span, int(f.value), found.counts, found.span)


def _announcing(text: Text, at: int) -> Iterator[Figure]:
    """The figures of the sentence before a list below it that may tell how many things it has."""
    start = max(text.sentence(at - 1).start, at - ANNOUNCED)
    i = bisect_left(text.figures, start, key=lambda f: f.start)
    while i < len(text.figures) and text.figures[i].start < at:
        if _announces(text, text.figures[i]) and _of_things(text, text.figures[i], at):
            yield text.figures[i]
        i += 1


def _repeated(text: Text, f: Figure, items: tuple[int, ...]) -> bool:
    """Whether an item opens with the figure: "two systems: - Two desks - Two phones"."""
    firsts = [text.figure_after(at) for at in items]
    return any(x and x.start - at <= 2 and x.value == f.value for x, at in zip(firsts, items, strict=True))


def _of_things(text: Text, f: Figure, end: int) -> bool:
    """Whether a figure counts things, "three criteria:", and no time or units."""
    noun = counted(text, f)
    if noun is None:
        left = text.lower[f.end : end].split()
        last = f.form == "words" and len(left) == 1 and left[0].isalpha() and not text.lexicon.is_unit(left[0])
        return last or text.word_after(f.end) in text.lexicon.words.which
    return noun[0] not in text.lexicon.units and noun[1] <= end
