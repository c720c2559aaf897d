"""Names: the capitalised names of a text and the people among them, "Foreign Minister Anna Kocsis"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

import msgspec

from ..lang import Lexicon
from ..model import Span
from ..text import Text
from .known import given_names

CAPITAL = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĻŁŃŅŇŌŐŒŘŚŞŠŢŤŪŮŰŲŹŻŽ"
PART = rf"[{CAPITAL}][^\W\d_]{{0,30}}(?:[’'-][^\W\d_]{{1,30}}){{0,3}}"
HEAD = re.compile(rf"[{CAPITAL}](?<![\w&#@/-][{CAPITAL}])")  # a capital that begins a word
POSSESSIVE = ("’s", "'s")
LONGEST = 4  # words of a person's name
ABBREVIATED = 5  # letters of a title that may have a full stop: "Capt."


class Mention(msgspec.Struct, frozen=True, gc=False):
    """A name at its place: its words as written, the title before it in small letters, and the title's own place."""

    span: Span
    words: tuple[str, ...]
    title: str = ""
    titled: Span | None = None


class Person(msgspec.Struct, frozen=True):
    """Someone the text names, by surname and first names as far as it tells them, with every mention in order."""

    first: tuple[str, ...]
    last: str
    mentions: tuple[Mention, ...]


def mentions(text: Text) -> tuple[Mention, ...]:
    """All names of a text's prose, in order: runs of capitalised words without the titles before them."""
    return tuple(_mentions(text))


def people(text: Text) -> tuple[Person, ...]:
    """The people that a text names: those with a first name or a title, and their surname wherever it stands alone."""
    return tuple(_people(text))


def _mentions(text: Text) -> Iterator[Mention]:
    run, source, lex = _run(text.lexicon), text.document.text, text.lexicon
    skipped, titles, masks = lex.stopwords, lex.titles, bool(text.document.masked)
    for block in text.prose:
        for m in _runs(source, block.span, run):
            if masks and text.masked(m.start()):
                continue
            words = m[0].split(" ")
            if words[-1].endswith(POSSESSIVE):
                words[-1] = words[-1][:-2]
            if len(words) > 1:
                yield from _parsed(words, m.start(), skipped, titles)
            elif words[0].lower() not in skipped:
                yield Mention(Span(m.start(), m.start() + len(words[0])), (words[0],))


def _parsed(words: list[str], at: int, skipped: frozenset[str], titles: frozenset[str]) -> Iterator[Mention]:
    """The name in a run, behind what opens its sentence ("But Anna Kocsis") and behind its last title."""
    end = at + sum(map(len, words)) + len(words) - 1
    while words and words[0].lower() in skipped:
        at += len(words.pop(0)) + 1
    named = next((n for n in range(len(words) - 1, 0, -1) if words[n - 1].lower().rstrip(".") in titles), 0)
    if named:
        title = " ".join(words[:named])
        start = at + len(title) + 1
        told = title.lower().replace(".", "")
        name = _owner(words[named:])
        yield Mention(Span(start, start + len(" ".join(name))), name, told, Span(at, start - 1))
    elif words:
        yield Mention(Span(at, end), tuple(words))


def _owner(words: list[str]) -> tuple[str, ...]:
    """The name in front of what is its own: "Rowe" of "Rowe's White House"."""
    last = next((n for n, word in enumerate(words) if word.endswith(POSSESSIVE)), None)
    return tuple(words) if last is None else (*words[:last], words[last][:-2])


@cache
def _run(lex: Lexicon) -> re.Pattern[str]:
    """Capitalised words one after the other, with the small ones that names hold between them."""
    short = "|".join(t.title() for t in sorted(lex.titles) if len(t) <= ABBREVIATED)
    links = "|".join(map(re.escape, lex.words.name_particles)) or "(?!)"
    word = rf"(?:(?:{short or '(?!)'}|[{CAPITAL}])\.(?= [{CAPITAL}])|{PART})"
    return re.compile(rf"{word}(?: (?:(?:{links}) )?{word}){{0,7}}")


def _runs(source: str, within: Span, run: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """The runs of a stretch, each sought at a capital, as capitals are found fast."""
    at = within.start
    while head := HEAD.search(source, at, within.end):
        m = run.match(source, head.start(), within.end)
        at = m.end() if m else head.end()
        if m:
            yield m


def _people(text: Text) -> Iterator[Person]:
    found: dict[str, list[list[Mention]]] = defaultdict(list)
    alone: list[Mention] = []
    for mention in text.once(mentions):
        if len(mention.words) > 1 and _is_person(mention):
            _join(found[mention.words[-1]], mention)
        elif len(mention.words) == 1:
            alone.append(mention)
    for mention in alone:
        if mention.words[0] in found:
            _join(found[mention.words[0]], mention)
        elif mention.title:
            found[mention.words[0]].append([mention])
    for last, groups in found.items():
        for group in groups:
            fullest = max(group, key=lambda m: len(m.words))
            yield Person(fullest.words[:-1], last, tuple(sorted(group, key=lambda m: m.span)))


def _is_person(mention: Mention) -> bool:
    if len(mention.words) > LONGEST or mention.words[-1].isupper():
        return False
    return bool(mention.title) or mention.words[0].endswith(".") or mention.words[0].lower() in given_names()


def _join(groups: list[list[Mention]], mention: Mention) -> None:
    """Puts a mention with those of the same surname whose first name may be its own; alone it goes with the last."""
    first = mention.words[:-1]
    same = next((g for g in reversed(groups) if not first or _may_be_one(g[0].words[:-1], first)), None)
    if same is None:
        groups.append([mention])
    else:
        same.append(mention)


def _may_be_one(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two first names can be one person's: none, the same, an initial, or the one short for the other."""
    if not a or not b:
        return True
    one, other = a[0].rstrip(".").lower(), b[0].rstrip(".").lower()
    return one == other or (min(len(one), len(other)) <= len("tom") and one[0] == other[0]) or one in other
