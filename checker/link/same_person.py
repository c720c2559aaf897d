"""Same person: the ages of one name, "Flint, 14, said" and "the 15-year-old Flint"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from ..model import Claim, Link
from ..text import Text

SURE = 0.9
BEFORE = re.compile(r"(?<![^\W_])([A-ZÀ-Þ][\w'’-]+ [A-ZÀ-Þ][\w'’-]{2,}), $")
AFTER = re.compile(r" ((?:[A-ZÀ-Þ][\w'’.-]* ){0,2}[A-ZÀ-Þ][\w'’-]{2,})(?![\w'’-]| [A-ZÀ-Þ])")
NAME = 50  # characters of a name before an age
OTHER_TIMES = ("historical", "conditional")


def link(text: Text, claims: tuple[Claim, ...]) -> Iterator[Link]:
    """Each later age of a name with its first, unless either sentence tells of another time."""
    ages: dict[str, list[tuple[str, Claim]]] = defaultdict(list)
    for c in claims:
        name = _name(text, c)
        if name and not _other_time(text, c):
            first, _, surname = name.rpartition(" ")
            ages[surname].append((first, c))
    for of_surname in ages.values():
        if len({first for first, _ in of_surname if first}) == 1:  # else they are relatives
            first_told, *later = (c for _, c in of_surname)
            for c in later:
                yield Link(c, (first_told,), "both are the age of one name", SURE)


def _name(text: Text, c: Claim) -> str | None:
    """The name that stands right before an age, or right behind it."""
    source = text.document.text
    told = text.word_before(c.span.start) or ""
    start = c.span.start - (len(told) + 1) * (told in text.lexicon.words.ages["before"])  # "Karim Nazarov, aged 61"
    before = BEFORE.search(source, max(c.sentence.start, start - NAME), start)
    after = AFTER.match(source, c.span.end, c.sentence.end)
    return before[1] if before else after[1] if after else None


def _other_time(text: Text, c: Claim) -> bool:
    words = text.words(c.sentence.start, c.sentence.end)
    return c.mood in OTHER_TIMES or any(w in text.lexicon.words.timeline.get("then", ()) for w in words)
