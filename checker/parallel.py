"""Parallel: which sentences of a translation go with which of its original, by their order, length and figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .model import Span

MOVES = ((1, 1), (1, 2), (2, 1), (1, 0), (0, 1))  # sentences of the translation and of the original that go together
COSTS = {(1, 1): 0.0, (1, 2): 0.4, (2, 1): 0.4, (1, 0): 1.0, (0, 1): 1.0}
SHARED = 1.5  # what a figure that both have is worth
MOST = 2_000  # sentences of a side; a longer text is not aligned
ASTRAY = 60  # sentences that one side may be ahead of where its length has it

Marks = dict[Span, frozenset[object]]  # what each sentence tells that any language tells alike
Cell = tuple[float, tuple[int, int]]


def parallel(text: list[Span], original: list[Span], told: Marks, told_there: Marks) -> dict[Span, list[Span]]:
    """Each sentence of the translation with those of the original that it goes with, in order on both sides."""
    if not text or not original or max(len(text), len(original)) > MOST:
        return {}
    scale = _length(original) / max(1, _length(text))
    best: dict[tuple[int, int], Cell] = {(0, 0): (0.0, (0, 0))}
    for i, j in _cells(len(text), len(original)):
        steps = ((best[i - a, j - b][0], a, b) for a, b in MOVES if (i - a, j - b) in best and (i, j) != (0, 0))
        costs = [
            (before + _cost(text[i - a : i], original[j - b : j], scale, told, told_there), (a, b))
            for before, a, b in steps
        ]
        if costs:
            best[i, j] = min(costs)
    return _way(text, original, best)


def _cells(rows: int, columns: int) -> Iterator[tuple[int, int]]:
    """The places of the grid near its diagonal, of which each row reaches the next."""
    reach = ASTRAY + columns // rows
    for i in range(rows + 1):
        middle = i * columns // rows
        yield from ((i, j) for j in range(max(0, middle - reach), min(columns, middle + reach) + 1))


def _way(text: list[Span], original: list[Span], best: dict[tuple[int, int], Cell]) -> dict[Span, list[Span]]:
    """The cheapest way back from the end."""
    found: dict[Span, list[Span]] = {}
    i, j = len(text), len(original)
    while (i, j) != (0, 0):
        a, b = best[i, j][1]
        found |= dict.fromkeys(text[i - a : i], original[j - b : j])
        i, j = i - a, j - b
    return found


def _cost(here: list[Span], there: list[Span], scale: float, told: Marks, told_there: Marks) -> float:
    """How ill two rows of sentences go together: by kind of step, by length, less for every mark that both have."""
    cost = COSTS[len(here), len(there)]
    if here and there:
        one, other = _length(here) * scale, _length(there)
        cost += abs(one - other) / max(one, other, 1)
        cost -= SHARED * len(_marks(here, told) & _marks(there, told_there))
    return cost


def _marks(sentences: Iterable[Span], told: Marks) -> frozenset[object]:
    return frozenset().union(*(told.get(s, frozenset()) for s in sentences))


def _length(sentences: Iterable[Span]) -> int:
    return sum(s.end - s.start for s in sentences)
