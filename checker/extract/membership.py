"""Membership: a state said to belong to an organisation, "Kyrgyzstan has already joined"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..facts.mentions import Mention, finder, within
from ..model import Claim, Membership, Span
from ..text import Text
from . import claim


def extract(text: Text) -> Iterator[Claim]:
    """States that the author plainly says are members; a sentence with a doubt, a denial or a past says nothing."""
    organisations = list(finder("organisation")(text.document.text))
    if not organisations:
        return
    states = list(finder("state")(text.document.text))
    for before, sentence in zip([None, *text.sentences], text.sentences, strict=False):
        here = within(states, sentence)
        if here and not _doubted(text, sentence):
            earlier = within(organisations, before) if before else []
            yield from _joined(text, sentence, here, within(organisations, sentence), earlier)
            yield from _belongs(text, here, within(organisations, sentence))
            yield from _holds(text, sentence, here, within(organisations, sentence) or earlier)


def _doubted(text: Text, sentence: Span) -> bool:
    words = set(re.findall(r"[^\W\d_]+", text.lower[sentence.start : sentence.end]))
    return not words.isdisjoint(text.lexicon.words.doubts)


def _joined(
    text: Text, sentence: Span, states: list[Mention], here: list[Mention], earlier: list[Mention]
) -> Iterator[Claim]:
    """ "Kyrgyzstan has already joined [the union] along with Armenia"; the union may stand in the sentence before."""
    lex = text.lexicon.words
    verbs = _any_of(lex.joined).finditer(text.lower, sentence.start, sentence.end)
    for verb in verbs:
        subject = next((s for s in reversed(states) if s.span.end <= verb.start()), None)
        named = [o for o in here if 0 <= o.span.start - verb.end() <= 5]
        left_out = [
            o
            for o in earlier
            if not here and _any_of(lex.joining).search(text.lower, max(0, o.span.start - 20), o.span.start)
        ]
        organisation = named or left_out
        if not subject or len(organisation) != 1 or not _only_verb_between(text, subject.span.end, verb.start()):
            continue
        others = [
            s for s in states if s.span.start > verb.end() and _follows(text, verb.end(), s.span.start, lex.along_with)
        ]
        for state, end in [(subject, verb.end()), *((s, s.span.end) for s in others)]:
            yield _claim(text, Span(state.span.start, end), state.name, organisation[0].name)


def _only_verb_between(text: Text, start: int, end: int) -> bool:
    return bool(re.fullmatch(r" (?:(?:has|have) )?(?:(?:already|just|recently|also) )?", text.lower[start:end]))


def _follows(text: Text, start: int, end: int, phrases: list[str]) -> bool:
    return bool(_any_of(phrases).fullmatch(text.lower[start:end].strip()))


def _belongs(text: Text, states: list[Mention], organisations: list[Mention]) -> Iterator[Claim]:
    """ "Hungary, a member of the EU", "Hungary is a member of NATO"."""
    phrases = _any_of(text.lexicon.words.member_of)
    for state in states:
        for organisation in organisations:
            between = text.lower[state.span.end : organisation.span.start]
            if len(between) <= 40 and phrases.fullmatch(between.strip(" ,").removesuffix(" the")):
                yield _claim(text, Span(state.span.start, organisation.span.end), state.name, organisation.name)


def _holds(text: Text, sentence: Span, states: list[Mention], organisations: list[Mention]) -> Iterator[Claim]:
    """ "The bloc includes Armenia, Belarus and Tajikistan"."""
    lex = text.lexicon.words
    verb = _any_of(lex.holds).search(text.lower, sentence.start, sentence.end)
    if not verb or len({o.name for o in organisations}) != 1:
        return
    subject = text.lower[sentence.start : verb.start()]
    if organisations[0].span.start < sentence.start and not _any_of(lex.bloc).search(subject):
        return
    at = verb.end()
    for state in states:
        gap = text.lower[at : state.span.start].strip()
        if state.span.start >= verb.end() and re.fullmatch(r"(?:,|and|, and|:)?(?: ?the)?", gap):
            yield _claim(text, state.span, state.name, organisations[0].name)
            at = state.span.end


def _any_of(phrases: list[str]) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(map(re.escape, phrases)) + r")\b")


def _claim(text: Text, span: Span, state: str, organisation: str) -> Claim:
    return claim("membership", text, span, Membership(state, organisation))
