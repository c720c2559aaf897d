"""Variants: two spellings of one name in a text, "Zelinksi" once and "Zelinski" often, "Kyiv" and "Kiev"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

import msgspec

from ..model import Span
from ..text import Text
from . import POSSESSIVE, Mention, mentions
from .known import exonyms, given_names, is_known
from .slips import PART, is_slip

TOKEN = re.compile(r"\w+")
SHORTEST, SHORT = 4, 5  # letters of a name that is compared, and of one that nothing else speaks for
OFTEN, SETTLED = 2, 3  # mentions of a name that another may be a slip for, and after which its spelling is plain
SURE, LIKELY, DOUBTFUL = 0.95, 0.85, 0.5
Uses = dict[str, "list[Use]"]


class Use(msgspec.Struct, frozen=True, gc=False):
    """One word of a name at its place."""

    mention: Mention
    at: int

    @property
    def word(self) -> str:
        """The word as written, without the ending of a possessive."""
        return _plain(self.mention.words[self.at])

    @property
    def before(self) -> str:
        """The word of the name before it."""
        return self.mention.words[self.at - 1] if self.at else ""

    @property
    def after(self) -> str:
        """The word of the name after it."""
        return "".join(self.mention.words[self.at + 1 : self.at + 2])

    @property
    def alone(self) -> bool:
        """Whether it is all there is of the name."""
        return len(self.mention.words) == 1

    @property
    def span(self) -> Span:
        """Where it stands."""
        start = self.mention.span.start + sum(len(w) + 1 for w in self.mention.words[: self.at])
        return Span(start, start + len(self.word))


class Variant(msgspec.Struct, frozen=True, gc=False):
    """The less used spelling, the uses of the other, how sure it is that the two are one name, and why."""

    rare: Use
    common: tuple[Use, ...]
    sure: float
    why: str


def variants(text: Text) -> tuple[Variant, ...]:
    """The names that a text is likely to spell in two ways."""
    uses = _uses(text)
    return (*_slips(text, uses), *_exonyms(text, uses))


def _uses(text: Text) -> Uses:
    """The words of all names, by how they are written."""
    uses = defaultdict[str, list[Use]](list)
    for mention in text.once(mentions):
        for n, word in enumerate(mention.words):
            if len(word) >= SHORTEST and not word.isupper() and word[0].isupper():
                uses[_plain(word)].append(Use(mention, n))
    return uses


def _plain(word: str) -> str:
    return word[:-2] if word.endswith(POSSESSIVE) else word


def _slips(text: Text, uses: Uses) -> Iterator[Variant]:
    """Words that stand once and are a slip away from one that stands often, each with the likeliest."""
    often = defaultdict[str, list[tuple[str, list[Use]]]](list)
    for word, found in uses.items():
        if len(found) >= OFTEN:
            often[word[0]].append((word, found))
    for word, found in uses.items():
        if len(found) == 1 and word[0] in often:
            near = [c for other, c in often[word[0]] if abs(len(word) - len(other)) <= 1 and _is_near(found[0], c)]
            judged = [Variant(found[0], tuple(common), *_judged(text, found[0], common)) for common in near]
            yield from sorted((v for v in judged if v.sure), key=lambda v: -v.sure)[:1]


def _is_near(rare: Use, common: list[Use]) -> bool:
    """Whether one is the other with a slip, in the last letter only where nobody presents the rare one."""
    word, other = rare.word, common[0].word
    return is_slip(word, other) or (word[:-1] == other[:-1] and _presented(rare, common))


def _judged(text: Text, rare: Use, common: list[Use]) -> tuple[float, str]:
    """How sure it is that a rare spelling is a slip for a common one, 0 where they may be two names."""
    word, other = rare.word, common[0].word
    if is_known(word, "words", "places") or word in exonyms() or _in_small_letters(text, word):
        return 0, ""
    if _two_people(rare, common) or text.house.same(word, other):
        return 0, ""
    if _presented(rare, common) and not _side_by_side(text, rare, common):
        return LIKELY, f"the text presents {other} by a first name, and {word} nowhere"
    if is_known(word, "given", "surnames"):
        return 0, ""
    if rare.before and rare.before in {u.before for u in common}:
        return SURE, f"both follow {rare.before}"
    if rare.after and rare.after in {u.after for u in common}:
        return SURE, f"both stand before {rare.after}"
    if len(word) >= SHORT and is_known(other, "words"):
        return LIKELY, "one is a word, the other is none"
    if len(word) < SHORT or _side_by_side(text, rare, common):
        return DOUBTFUL, "they are a letter apart"
    if is_known(other, "given", "surnames", "places"):
        return LIKELY, "one is a known name, the other is none"
    if rare.alone or len(word) != len(other) or sorted(word) == sorted(other):
        return LIKELY, "they are a letter apart, and one stands only once"
    return DOUBTFUL, "they are a letter apart"


def _in_small_letters(text: Text, word: str) -> bool:
    return text.once(_tokens).issuperset(PART.split(word.lower()))


def _tokens(text: Text) -> frozenset[str]:
    return frozenset(TOKEN.findall(text.document.text))


def _two_people(rare: Use, common: list[Use]) -> bool:
    """Whether each has a first name, and none of them the same."""
    firsts = {u.before for u in common if u.before.lower() in given_names()}
    return rare.before.lower() in given_names() and bool(firsts) and rare.before not in firsts


def _presented(rare: Use, common: list[Use]) -> bool:
    """Whether the common name is somebody's, told in full and then by surname, and the rare one stands for nobody."""
    full = any(u.before.lower() in given_names() for u in common)
    return rare.alone and not rare.mention.title and full and any(u.alone for u in common)


def _side_by_side(text: Text, rare: Use, common: list[Use]) -> bool:
    """Whether one sentence names both, as it does people who play together."""
    sentence = text.sentence(rare.span.start)
    return any(sentence.covers(u.span) for u in common)


def _exonyms(text: Text, uses: Uses) -> Iterator[Variant]:
    """Towns by two of their names, where the text does not say that both are."""
    for name in uses.keys() & exonyms().keys():
        for other, note in exonyms()[name].items():
            here, there = ([u for u in uses.get(n, ()) if u.alone] for n in (name, other))
            apart = here and there and (len(here), other) < (len(there), name)
            if apart and not _declared(text, here, there) and not text.house.same(name, other):
                yield Variant(here[0], tuple(there), LIKELY, f"two names of one town ({note})")


def _declared(text: Text, here: list[Use], there: list[Use]) -> bool:
    """Whether some sentence names the town both ways: "Kyiv (Kiev in Russian)"."""
    sentences = {text.sentence(u.span.start) for u in here}
    return any(text.sentence(u.span.start) in sentences for u in there)
