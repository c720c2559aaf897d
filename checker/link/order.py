"""Order: two days of which one has to come first, "(1897-1912)", "from 1958 to 1964", "born … died"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, groupby, islice, pairwise

from ..model import Claim, Link, When
from ..text import Text
from ..timeline import period

SURE = 0.93
DASHES = ("-", "–", "—")
BEHIND = 14  # characters behind a year in which "BC" may stand
FEW = 8  # dates of a sentence that are looked at


def link(text: Text, claims: tuple[Claim, ...]) -> Iterator[Link]:
    """The later one with the earlier, as the text has them."""
    days = [c for c in claims if isinstance(c.value, When)]
    taken = {at for d in days for at in range(d.span.start, d.span.end)}
    dated = [c for c in claims if period(c) and (isinstance(c.value, When) or c.span.start not in taken)]
    for first, second in pairwise(dated):
        if (_life(text, first, second) or _from_to(text, first, second)) and not _before_christ(text, second):
            yield Link(second, (first,), "one has to come before the other", SURE)
    for _, here in groupby(days, key=lambda c: c.sentence):
        for one, other in combinations(islice(here, FEW), 2):
            if _said(text, one, "born") and _said(text, other, "died") and not _before_christ(text, other):
                yield Link(other, (one,), "nobody dies before birth", SURE)


def _life(text: Text, first: Claim, second: Claim) -> bool:
    """ "Ada Whitlock (1897-1912)": two bare years in brackets behind a name."""
    source, start, end = text.document.text, first.span.start, second.span.end
    apart = source[first.span.end : second.span.start].strip()
    named = source[max(0, start - 31) : max(0, start - 1)].rstrip().split(" ")[-1:]
    bracketed = source[start - 1 : start] == "(" and source[end : end + 1] == ")"
    return bracketed and apart in DASHES and bool(named and named[0][:1].isupper()) and _years(text, first, second)


def _years(text: Text, *claims: Claim) -> bool:
    return all(len(text[c.span]) == 4 and text[c.span].isdigit() for c in claims)


def _from_to(text: Text, first: Claim, second: Claim) -> bool:
    """ "from 1958 to 1964", of two dates that are told alike."""
    words = text.lexicon.words.timeline
    between, start = text.lower[first.span.end : second.span.start].strip(), text.word_before(first.span.start)
    alike = isinstance(first.value, When) and isinstance(second.value, When) and first.value.grain == second.value.grain
    plain = alike and not any(c.value.guessed for c in (first, second) if isinstance(c.value, When))
    if not plain or between not in words.get("ends", ()) or start not in words.get("starts", ()):
        return False
    verb = text.word_before(text.lower.rindex(start or "", 0, first.span.start))
    return verb not in words.get("moved", ())


def _said(text: Text, claim: Claim, what: str) -> bool:
    """Whether the word for it stands right before the date, "born in 1950", "died on 4 May 1950"."""
    words, before = text.lexicon.words, text.word_before(claim.span.start)
    if before in words.timeline.get(what, ()):
        return True
    at = text.lower.rfind(before or "\n", 0, claim.span.start)
    return before in words.timeline.get("at", ()) and text.word_before(at) in words.timeline.get(what, ())


def _before_christ(text: Text, claim: Claim) -> bool:
    behind = text.lower[claim.span.end : claim.span.end + BEHIND]
    return any(word in behind for word in text.lexicon.words.timeline.get("before_christ", ()))
