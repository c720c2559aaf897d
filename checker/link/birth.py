"""Birth: how old somebody is, and when they were born, "Whitlock, 32 (born 1981)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model import Amount, Claim, Link, When
from ..text import Text

BESIDE, TOLD = 0.95, 0.85  # how sure it is that both are of one person: right behind, or alone in a sentence
OLDEST = 125
LATER = 30  # characters between an age and its birth in brackets


def link(text: Text, claims: tuple[Claim, ...]) -> Iterator[Link]:
    """Ages with the date of birth that stands in brackets behind them, or alone with them in their sentence."""
    births = [c for c in claims if isinstance(c.value, When) and _born(text, c)]
    for birth in births:
        before = [c for c in claims if c.sentence == birth.sentence and _an_age(c) and c.span.end <= birth.span.start]
        if before and _bracketed(text, before[-1], birth):
            yield Link(before[-1], (birth,), "the year of birth stands behind the age", BESIDE)
        else:
            ages = [c for c in claims if c.sentence == birth.sentence and c.kind == "age"]
            dates = [c for c in claims if c.sentence == birth.sentence and isinstance(c.value, When)]
            if len(ages) == 1 and len(dates) == 1 and not _then(text, birth):
                yield Link(ages[0], (birth,), "the sentence tells an age and a date of birth", TOLD)


def _an_age(c: Claim) -> bool:
    return c.kind in ("age", "figure") and isinstance(c.value, Amount) and 0 < c.value.stated[0] <= OLDEST


def _born(text: Text, date: Claim) -> bool:
    """ "born 1981", "born in May 1981", "b. 1981"."""
    words, before = (
        text.lexicon.words.timeline,
        text.lower[max(date.sentence.start, date.span.start - 16) : date.span.start],
    )
    told = "|".join(map(re.escape, words.get("born", ())))
    at = "|".join(map(re.escape, words.get("at", ())))
    return bool(told) and re.search(rf"(?<![^\W_])(?:{told})\.?(?: (?:{at}))? $", before) is not None


def _bracketed(text: Text, age: Claim, birth: Claim) -> bool:
    between = text.document.text[age.span.end : birth.span.start]
    return len(between) <= LATER and between.lstrip().startswith("(") and ")" not in between


def _then(text: Text, birth: Claim) -> bool:
    """Whether the sentence tells of another time, "was 25 when"."""
    words = text.words(birth.sentence.start, birth.sentence.end)
    return not text.lexicon.words.timeline.get("then", []) or any(
        w in text.lexicon.words.timeline["then"] for w in words
    )
