"""Measurement: a quantity with the word for what is measured, "an area of 900 kilometres"."""

from __future__ import annotations

from collections.abc import Iterator

from ..measures.ranges import joined
from ..model import Amount, Claim, Measurement, Span
from ..text import Text
from . import claim, measured

ENDS = (".", ",", ";", ":", ")", "!", "?", "”", '"', "")  # after a quantity that is told whole
REACH = 40  # characters before a quantity in which the word and its hedge stand


def extract(text: Text) -> Iterator[Claim]:
    """Quantities right after "an area of", "a speed of about", where nothing but the end of the phrase follows."""
    if not any(m.kind == "quantity" for m in text.once(joined)):
        return
    for _, quantity in measured("quantity", text):
        word, value = _measures(text, quantity.span), quantity.value
        assert isinstance(value, Amount)
        if word and value.unit and _told_whole(text, quantity.span.end, bool(value.per)):
            told = Measurement(word, text.lexicon.qualities[word], value)
            yield claim("measurement", text, quantity.span, told, quantity.hedge)


def _measures(text: Text, span: Span) -> str | None:
    """The word for what is measured that stands before "of", a hedge between them or none."""
    lex, sentence = text.lexicon, text.sentence(span.start).start
    before = " ".join(text.lower[max(sentence, span.start - REACH) : span.start].split())
    hedge = max((h for h in lex.hedges if before.endswith(f" {h}")), key=len, default="")
    words = before.removesuffix(hedge).split()
    named = len(words) > 2 and words[-1] == lex.words.of and words[-2] in lex.qualities
    return words[-2] if named and lex.words.within not in words[-5:-2] else None


def _told_whole(text: Text, at: int, per: bool) -> bool:
    """Whether the phrase ends there: "an area of 5 km around the plant" and "of 5 km by 3" go on."""
    after = text.document.text[at : at + 1]
    word = text.word_after(at)
    return per or after in ENDS or (after.isspace() and (word is None or word in text.lexicon.words.phrase_ends))
