"""Numbers: those that lead from a sentence of a translation to its original's, and back, "3 The bank will lend"."""

from __future__ import annotations

from ..carried import abreast
from ..model import Span
from ..text import Text

Numbers = dict[int, str]  # what to put before a sentence, by where it begins


def numbers(text: Text, id: str) -> tuple[Numbers, Numbers]:
    """Of a translation and of its first original; none where a text is something else."""
    here, there = Numbers(), Numbers()
    if text.document.made == "translation" and text.sources:
        for n, (sentence, original) in enumerate(_pairs(text, text.sources[0]), 1):
            here[sentence.start] = _number(n, f"{id}-t{n}", f"{id}-o{n}", "in the original")
            there[original.start] = _number(n, f"{id}-o{n}", f"{id}-t{n}", "in the translation")
    return here, there


def _pairs(text: Text, original: Text) -> list[tuple[Span, Span]]:
    """The first sentences of those that go together, on either side each once."""
    pairs: dict[Span, Span] = {}
    for sentence, others in sorted(abreast(text, original).items()):
        if others:
            pairs.setdefault(min(others), sentence)
    return [(sentence, other) for other, sentence in pairs.items()]


def _number(n: int, own: str, other: str, where: str) -> str:
    return f'<a class="pair" id="{own}" href="#{other}" aria-label="sentence {n} {where}">{n}</a>'
