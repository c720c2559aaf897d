"""Number words: numbers spelled out, "seventy billion", "half a million", "two thirds", "tens of thousands"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import islice

import msgspec

from ..lang import Lexicon
from .hedges import LEFT, TOKEN, hedge_before
from .word_sums import DOZEN, INSIDE, ONE, Spelled, Sum, Words, of_a_scale, ratio

MOST_WORDS = 40  # of one number
APOSTROPHE = r"['’ʼ][\u0400-\u04ff]"  # a letter in words of Cyrillic, п'ять
LETTERS = re.compile(rf"[^\W\d_]+(?:{APOSTROPHE}[^\W\d_]*)?")
WORD = re.compile(rf"[ \u00a0\u202f-]?({LETTERS.pattern})")
APART = re.compile(r" - ([^\W\d_]+)")
TEN = Decimal(10)
TENS = frozenset(map(Decimal, range(20, 100, 10)))
TIED = re.compile(r"[^\W\d_]+-[^\W\d_]+")
LINKED = re.compile(r"[ \u00a0\u202f]([^\W\d_]+(?:['’]|(?=[ \u00a0\u202f])))[ \u00a0\u202f]?(?=[^\s\d])")


def in_words(lower: str, at: int, end: int, lex: Lexicon) -> Spelled | None:
    """The number in words that begins at a place."""
    words = list(islice(_run(lower, at, end, lex), MOST_WORDS))
    if not words:
        return None
    first, w = words[0][0], lex.words
    if first in w.few:
        return _few(words, lex)
    if first in w.many and not (first in w.alone and hedge_before(lower, at, lex)):  # "более тысячи" is one thousand
        return _many(lower, words, lex)
    part = _part(lower, at, words, lex)
    if part or first in w.halves or first in w.part:
        return part
    if first in w.scales and first not in w.alone and not _after_article(lower, at, lex):
        return None
    return _digit_count(lower, Sum(words, lex).read(), lex)


def and_a_half(lower: str, at: int, end: int, lex: Lexicon) -> tuple[Decimal, int] | None:
    """What is added in words to a number in digits, "5 and a half", and where it ends."""
    if not lower.startswith(lex.numbering.spaced_joins, at):
        return None
    words = list(islice(_run(lower, at + 1, end, lex), MOST_WORDS))
    article = len(words) > 1 and words[1][0] in lex.words.articles
    found = ratio(words, 1 + article, lex, article)
    return (found[0], words[found[1] - 1][1]) if found else None


def linked(lower: str, end: int, links: list[str]) -> int:
    """Where a number ends that a linking word ties to what it counts: "dozens of", "millions d'"."""
    m = LINKED.match(lower, end) if links else None
    return m.end(1) if m and m[1] in links else end


def abbreviated(lower: str, word: str, end: int, lex: Lexicon) -> int:
    """Where a scale ends with the full stop that belongs to it."""
    return end + (lower[end : end + 1] == "." and f"{word}." in lex.words.scales)


def _after_article(lower: str, at: int, lex: Lexicon) -> bool:
    """ "a million" is a figure; "several million" is none."""
    return _before(lower, at) in lex.words.articles


def _before(lower: str, at: int) -> str:
    before = TOKEN.findall(lower, max(0, at - LEFT), at)
    return before[-1] if before else ""


def _run(lower: str, at: int, end: int, lex: Lexicon) -> Iterator[tuple[str, int]]:
    """The number words in a row from here on, each with its end."""
    numbering, stop = lex.numbering, at
    while m := LETTERS.match(lower, stop, end):
        tied = TIED.match(lower, stop, end) if lower[m.end() : m.end() + 1] == "-" else None
        m = tied if tied and tied[0] in numbering.known else m
        tail = lex.tail.search(m[0])
        *inner, last = numbering.pieces(m[0][: tail.start()] if tail else m[0]) or ("",)
        if not last:
            return
        yield from ((piece, INSIDE) for piece in inner)
        stop = m.start() + tail.start() if tail else abbreviated(lower, last, m.end(), lex)
        yield last, stop
        if tail:
            return
        gap = WORD.match(lower, stop, end) or _apart(lower, stop, end, last, lex)
        if not gap:
            return
        stop = gap.start(1)


def _apart(lower: str, at: int, end: int, ten: str, lex: Lexicon) -> re.Match[str] | None:
    """A unit that speech written down sets apart from its ten: "twenty - five"."""
    gap, numbers = APART.match(lower, at, end), lex.words.numbers
    fits = gap and numbers.get(ten, ONE) in TENS and 1 <= numbers.get(gap[1], TEN) < TEN
    return gap if fits else None


def _few(words: Words, lex: Lexicon) -> Spelled | None:
    """ "several hundred thousand", "a few dozen" """
    scale, end = ONE, 0
    for word, stop in words[1:]:
        worth = lex.words.scales.get(word) or lex.words.many.get(word)
        if not worth:
            break
        scale, end = scale * worth, stop
    return Spelled(ONE, scale, end, "vague", lex.words.few[words[0][0]]) if end else None


def _many(lower: str, words: Words, lex: Lexicon) -> Spelled | None:
    """ "dozens", "tens of thousands" """
    w, value, end, plurals = lex.words, ONE, 0, 0
    for n, (word, stop) in enumerate(words):
        worth = w.many.get(word) or w.scales.get(word)
        if worth and (n == 0 or words[n - 1][0] in w.links or not w.links):
            value, end, plurals = value * worth, stop, plurals + 1
        elif not (word in w.links and n):
            break
    if plurals == 1 and words[0][0] in w.only_many:
        return None
    return Spelled(ONE, value, linked(lower, end, w.links), "vague", "many")


def _digit_count(lower: str, read: Spelled | None, lex: Lexicon) -> Spelled | None:
    """ "a six-figure sum" """
    for phrase in lex.words.digit_counts if read and 2 <= read.written <= DOZEN else ():
        assert read
        end = read.end + len(phrase)
        if lower.startswith(phrase, read.end) and not lower[end : end + 1].isalpha():
            return Spelled(ONE, ONE.scaleb(int(read.written) - 1), end, "vague", "digits")
    return read


def _part(lower: str, at: int, words: Words, lex: Lexicon) -> Spelled | None:
    """A fraction that begins a run: "two-thirds", "a third of", or of a scale: "half a million"."""
    led = len(words) > 1 and words[0][0] in lex.words.articles  # "un demi-million"
    found = ratio(words, int(led), lex, led or not lex.words.articles or _after_article(lower, at, lex))
    if not found:
        return None
    share, i = found
    scaled = of_a_scale(words, i, lex)
    if scaled:
        return Spelled(share, *scaled)
    word, end = words[i - 1]
    return _alone(lower, at, word, share, end, lex)


def _alone(lower: str, at: int, word: str, share: Decimal, end: int, lex: Lexicon) -> Spelled | None:
    """A fraction with no scale after it, where it is one: no "third man", "half-time" or "three quarters in a row"."""
    w, gap = lex.words, WORD.match(lower, end)
    follows = gap[1] if gap else ""
    hyphen = lower[end : end + 1] == "-"
    spaced = bool(gap) and not hyphen
    read = Spelled(share, ONE, end, "fraction")
    if word in w.halves and (word not in w.part or lower.startswith(word, at)):
        return _half(lower, at, read, word, follows if spaced else "", lex)
    if word in w.parts and share * w.parts[word] != 1:
        tied = lower[end - len(word) - 1] == "-"
        return read if tied or word not in w.also_periods or follows in w.links else None
    if not w.part_goes_on:
        return read  # a language in which no ordinal looks like a part
    told = follows in w.links or follows in w.part_goes_on or (follows in lex.stopwords and _by_so_much(lower, at, lex))
    return read if (told if spaced else not hyphen) else None


def _by_so_much(lower: str, at: int, lex: Lexicon) -> bool:
    """ "by a third": whether a word that tells how much something changed stands before a place and its article."""
    article = _before(lower, at)
    before = lower[: at - len(article) - 1] if article in lex.words.articles else ""
    return _before(before, len(before)) in lex.words.change_parts.get("by", ())


def _half(lower: str, at: int, half: Spelled, word: str, follows: str, lex: Lexicon) -> Spelled | None:
    """ "half of them", "half the price", "half an hour"; "metà settembre" is no half"""
    w, before = lex.words, _before(lower, at)
    if word in w.half_nouns:
        ordered = before in w.not_half_after and lex.calendar.letter(before) != "t"
        return None if ordered or lex.calendar.letter(follows) == "M" else half
    if not follows or before in w.not_half_after:
        return None
    if follows in w.articles:
        return msgspec.structs.replace(half, end=half.end + 1 + len(follows))
    of = follows in w.links and not w.half_nouns  # "una media de cinco" is a mean
    return half if of or follows in w.half_of else None
