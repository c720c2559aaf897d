"""Hedges: words around a figure that widen or bound it, "not more than", "or so"."""

from __future__ import annotations

import re
from functools import cache

from ..lang import Lexicon

LEFT = 32  # characters before a figure in which a hedge is looked for
HEDGE_WORDS = 4
TO_LEFT = 3  # words before "to" among which the figure is that it leads from
TOKEN = re.compile(r"[^\W_]+(?:['’.][^\W_]+)*\.?|[~≈<>≥≤+=-]")
OPEN = re.compile(r"[\s'’]")  # what stands between a hedge and its figure: "plus d'un milliard"
OPPOSITE = {"more than": "at most", "less than": "at least"}


def hedge_before(text: str, at: int, lex: Lexicon) -> str | None:
    """The hedge that stands right before a place, its polarity turned by a negation: "not more than" is at most."""
    if lex.unspaced:
        return lex.unspaced.hedge_before(text, at)
    tokens = [t.lower() for t in TOKEN.findall(text, max(0, at - LEFT), at)]
    if not tokens or tokens[-1] not in _last_words(lex):
        return None
    if not OPEN.match(text, max(0, at - 1), at) and not (tokens and not tokens[-1][0].isalnum()):
        return None
    for n in range(min(HEDGE_WORDS, len(tokens)), 0, -1):
        phrase = " ".join(tokens[-n:])
        hedge = lex.hedges.get(phrase)
        if hedge and phrase in lex.words.to and any(t[0].isdigit() for t in tokens[-n - TO_LEFT : -n]):
            return None  # "с 10 до 15": the word that bounds a figure stands here between two
        if hedge:
            turned = len(tokens) > n and tokens[-n - 1] in lex.words.negations
            return OPPOSITE.get(hedge, hedge) if turned else hedge
    return None


@cache
def _last_words(lex: Lexicon) -> frozenset[str]:
    """Those without which no hedge ends."""
    return frozenset(phrase.rpartition(" ")[2] for phrase in lex.hedges)


def hedge_after(lower: str, at: int, lex: Lexicon) -> str | None:
    """The hedge that stands right after a place: "or so", "or more"."""
    if not lower.startswith(lex.hedge_tails, at):
        return None
    return next((h for phrase, h in lex.hedges_after.items() if _follows(lower, at, phrase, lex)), None)


def past_hedge(lower: str, at: int, lex: Lexicon) -> int:
    """Where a hedge that stands right after a place ends, or the place: "50-plus people", "30 or so men"."""
    if not lower.startswith(lex.hedge_tails, at):
        return at
    found = (phrase for phrase in lex.hedges_after if _follows(lower, at, phrase, lex))
    return max((at + len(p) + (lower[at : at + 1] == " " and p[0].isalpha()) for p in found), default=at)


def _follows(lower: str, at: int, phrase: str, lex: Lexicon) -> bool:
    start = at + (lower[at : at + 1] == " " and phrase[0].isalpha())
    ends = bool(lex.unspaced) or not lower[start + len(phrase) : start + len(phrase) + 1].isalnum()
    return lower.startswith(phrase, start) and ends
