"""Roll: the states that are said to be all of an organisation, "the union consists of Armenia and Belarus"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..facts.mentions import Mention, finder, within
from ..model import Claim, Roll, Span
from ..text import Text
from . import claim

NEAR = 12  # characters between an organisation and its verb
FEWEST = 2  # states of a list
BETWEEN = re.compile(r",?(?: and)? (?:the )?|: ?")
END = re.compile(r"\s*(?:[.;]|$)")


def extract(text: Text) -> Iterator[Claim]:
    """Lists of states behind "consists of" that end with their sentence, so that nobody is left to be named."""
    organisations = list(finder("organisation")(text.document.text)) if text.lexicon.words.wholly else []
    if not organisations:
        return
    verbs = re.compile("|".join(map(re.escape, text.lexicon.words.wholly)))
    states = list(finder("state")(text.document.text))
    for verb in verbs.finditer(text.lower):
        sentence = text.sentence(verb.start())
        before = [o for o in within(organisations, sentence) if 0 <= verb.start() - o.span.end <= NEAR]
        listed = _listed(text, verb.end(), [s for s in within(states, sentence) if s.span.start >= verb.end()])
        if (
            len(before) == 1
            and len(listed) >= FEWEST
            and END.match(text.document.text, listed[-1].span.end, sentence.end)
        ):
            span = Span(listed[0].span.start, listed[-1].span.end)
            yield claim("roll", text, span, Roll(before[0].name, tuple(s.name for s in listed)))


def _listed(text: Text, at: int, states: list[Mention]) -> list[Mention]:
    """The states that follow one another, with nothing but commas and "and" between them."""
    found = list[Mention]()
    for state in states:
        if not BETWEEN.fullmatch(text.document.text, at, state.span.start):
            break
        found.append(state)
        at = state.span.end
    return found
