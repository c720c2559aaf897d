"""Names: the capitalised names of a text and the people among them, "Foreign Minister Anna Kocsis"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import accumulate

import msgspec

from ..lang import Lexicon
from ..model import Span
from ..text import Text
from .known import given_names

CAPITAL = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĻŁŃŅŇŌŐŒŘŚŞŠŢŤŪŮŰŲŹŻŽ"
PART = rf"[{CAPITAL}][^\W\d_]{{0,30}}(?:[’'-][^\W\d_]{{1,30}}){{0,3}}"
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
    run, source = _run(text.lexicon), text.document.text
    for block in text.prose:
        for m in run.finditer(source, block.span.start, block.span.end):
            if not text.masked(m.start()):
                yield from _parsed(m[0], m.start(), text.lexicon)


def _parsed(run: str, at: int, lex: Lexicon) -> Iterator[Mention]:
    """The name in a run, behind what opens its sentence ("But Anna Kocsis") and behind its last title."""
    words = run.split(" ")
    first = next((n for n, word in enumerate(words) if word.lower() not in lex.stopwords), len(words))
    named = next((n for n in range(len(words) - 1, first, -1) if words[n - 1].lower().rstrip(".") in lex.titles), first)
    words[-1:] = [words[-1].removesuffix("’s").removesuffix("'s")] if words else []
    if named < len(words):
        starts = list(accumulate((len(w) + 1 for w in words), initial=at))
        title = " ".join(words[first:named]).lower().replace(".", "")
        span = Span(starts[named], starts[-1] - 1)
        yield Mention(span, tuple(words[named:]), title, Span(starts[first], starts[named] - 1) if title else None)


@cache
def _run(lex: Lexicon) -> re.Pattern[str]:
    """Capitalised words one after the other, with the small ones that names hold between them."""
    short = "|".join(t.title() for t in sorted(lex.titles) if len(t) <= ABBREVIATED)
    links = "|".join(map(re.escape, lex.words.name_particles)) or "(?!)"
    word = rf"(?:(?:{short or '(?!)'}|[{CAPITAL}])\.(?= [{CAPITAL}])|{PART})"
    return re.compile(rf"(?=[{CAPITAL}])(?<![\w&#@/-]){word}(?: (?:(?:{links}) )?{word}){{0,7}}")


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
