"""Extract: what a text states, a file per kind of claim: `extract(text) -> Iterator[Claim]`."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import msgspec

from ..changes import change, climbs
from ..figures.hedges import hedge_after, hedge_before
from ..interval import exactly
from ..measures import Measure
from ..measures.ranges import joined
from ..model import Amount, Claim, Mood, Role, Span, Value, When
from ..text import Text
from ..voices import mood


class Around(msgspec.Struct, frozen=True, gc=False):
    """What the block, the sentence and the clause of a claim say of it."""

    role: Role
    sentence: Span
    when: When | None
    mood: Mood | None


def claim(kind: str, text: Text, span: Span, value: Value, hedge: str | None = None) -> Claim:
    """A claim with what stands around it."""
    around = _around(text, span.start)
    way, part = change(text, span) if isinstance(value, Amount) else (None, None)
    return Claim(
        kind,
        span,
        value,
        around.role,
        around.sentence,
        hedge=hedge,
        when=around.when,
        change=way,
        part=part,
        mood=around.mood,
    )


def _around(text: Text, at: int) -> Around:
    known, clause = text.once(_clauses), text.clause(at)
    if clause not in known:
        sentence = text.sentence(at)
        role, when = text.block(at).role, text.when(sentence)
        known[clause] = Around(role, sentence, when, mood(text, clause))
    return known[clause]


def _clauses(text: Text) -> dict[Span, Around]:
    """The clauses that some claim stands in, each looked at once."""
    return {}


def measured(kind: str, text: Text) -> Iterator[tuple[Measure, Claim]]:
    """The measures of one kind as claims: span, figure as stated, what it can mean behind its hedge."""
    for m in text.once(joined):
        if m.kind == kind:
            hedge = hedge_before(text.document.text, m.start, text.lexicon)
            hedge = None if hedge and climbs(text, m.start) else hedge
            if m.low is m.high:
                ends = dict.fromkeys((m.end, m.low.end))
                hedge = hedge or next(filter(None, (hedge_after(text.lower, e, text.lexicon) for e in ends)), None)
            yield m, claim(kind, text, Span(m.start, m.end), _amount(m, hedge), hedge)


def _amount(m: Measure, hedge: str | None) -> Amount:
    if m.low is m.high:
        return Amount(m.low.stated, m.low.meaning(hedge), unit=m.unit, per=m.per)
    interval = m.low.meaning(None).hull(m.high.meaning(None))
    return Amount((m.low.value, m.high.value), interval, unit=m.unit, per=m.per)


def times(amount: Amount, worth: Decimal) -> Amount:
    """The amount in a unit so many times smaller."""
    if worth == 1:
        return amount
    stated = tuple(x * worth for x in amount.stated)
    return Amount(stated, amount.interval * exactly(worth), amount.currencies, amount.marks, amount.unit, amount.per)
