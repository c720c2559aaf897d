"""Again: a quotation that is told twice, "We will build the bridge" and "We will sell the bridge"."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Claim, Link, Quotation
from ..text import Text

LEAST = 6  # words of a quotation that is known again
SHINGLE = 3  # words in a row that both have
SHORTENED = ("…", "...", "[", "]")  # with these a writer says that words are left out or put in
MOST = 60  # quotations of a text that are looked at
SURE = 0.9


def link(text: Text, claims: tuple[Claim, ...]) -> Iterator[Link]:
    """The later of two quotations that are whole, as long, and the same but for a word or two in their midst."""
    whole = [c for c in claims if isinstance(c.value, Quotation) and c.value.closed and not _other(text[c.span])]
    seen: dict[tuple[str, ...], Claim] = {}
    for later in [c for c in whole if len(_words(c)) >= LEAST][:MOST]:
        said = _words(later)
        shingles = [said[i : i + SHINGLE] for i in range(len(said) - SHINGLE + 1)]
        for earlier in dict.fromkeys(seen[s] for s in shingles if s in seen):
            if _same_but_for_a_word(_words(earlier), said):
                yield Link(later, (earlier,), "the same quotation is told twice", SURE)
        for shingle in shingles:
            seen.setdefault(shingle, later)


def _words(claim: Claim) -> tuple[str, ...]:
    assert isinstance(claim.value, Quotation)
    return claim.value.words


def _other(said: str) -> bool:
    """Whether words are left out or put in, or what stands between the marks is a title: "Event Model"."""
    words = said.split()
    titled = 2 * sum(w.strip("\"“‘'")[:1].isupper() for w in words) > len(words)
    return titled or any(mark in said for mark in SHORTENED)


def _same_but_for_a_word(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether both begin and end alike, and one or two words in between are others."""
    if len(one) != len(other) or one == other:
        return len(one) == len(other)
    apart = [n for n, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    return len(apart) <= max(1, len(one) // 8) and apart[0] > 0 and apart[-1] < len(one) - 1
