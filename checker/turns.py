"""Turns: words of a text for which its sources have others, "Sunday" for "Friday", "rose" for "fell"."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator
from decimal import Decimal
from itertools import takewhile

from .aligned import BAR, nearest
from .carried import abreast, with_neighbours
from .dates.almanac import MONTHS_OF
from .interval import significant
from .measures.ranges import joined
from .model import Claim, Span, Term
from .phrases import instead
from .sources import RARE, ahead
from .terms import CALENDAR, CENTURY, DAY, HALF, IN_TURN, MONTH, NOT, ORDINAL, PERIOD, QUARTER, WEEKDAY, YEAR
from .text import Text

LOOSE = 0.1  # of the words around, that a sentence has to share where the source has a word nowhere else
LEAST = 0.35  # where it may well have it elsewhere
FIRM = 0.6  # where it has it elsewhere
FAIR = 0.7  # of that, for the sentences next to the best
MOST = 3  # witnesses
FEW = 2  # days or months of a source, each of which may be the one that was changed
REACH = 30  # characters behind a sum in which stands when it is paid
MONTH_DAYS = Decimal("30.44")
LENGTHS = {"day": Decimal(1), "week": Decimal(7), **{unit: n * MONTH_DAYS for unit, n in MONTHS_OF.items()}}  # days
ABOUT = Decimal("0.1")  # of it, by which a time may be off that is told in another unit
TIED = frozenset((PERIOD, MONTH, WEEKDAY, QUARTER, HALF))
WHEN = frozenset((*CALENDAR, *IN_TURN, YEAR))
ALSO = {
    DAY: (ORDINAL,),
    ORDINAL: (DAY, QUARTER, HALF),
    QUARTER: (ORDINAL,),
    HALF: (ORDINAL,),
    CENTURY: (ORDINAL,),
}  # series that tell the same in other company
Tie = tuple[str, Decimal]  # a sum or a percentage
Turn = tuple[Claim, tuple[Claim, ...]]
Rows = dict[Span, list[Claim]]


def elsewhere(text: Text, claims: tuple[Claim, ...], series: tuple[str, ...]) -> Iterator[Turn]:
    """Words of some series that no source has, with those of the series in the sentences that tell the same.

    What a figure measures is the figure's business. Of a translation those count that it has not as often.
    """
    there = [c for c in claims if c.span.doc]
    told = {term(c) for c in there}
    there = list(_left_over(text, claims, there))
    for claim in own(claims, frozenset(series)):
        own_term = term(claim)
        same = (own_term, *(Term(other, own_term.member) for other in ALSO.get(own_term.series, ())))
        lasting = any(_as_long(text, claim, c) for c in there)
        if told.isdisjoint(same) and not (lasting or _measured(text, claim) or _runs_ahead(text, claim)):
            found = _siblings(text, claim, [c for c in there if term(c).series == own_term.series])
            if found:
                yield claim, found[:MOST]


def _left_over(text: Text, claims: tuple[Claim, ...], there: list[Claim]) -> Iterator[Claim]:
    """Those of a source that may have been changed: in another language those that the text has less often."""
    here = Counter(term(c) for c in claims if not c.span.doc)
    often = Counter((c.span.doc, term(c)) for c in there)
    for c in there:
        if text.of(c.span).lexicon.lang == text.lexicon.lang or often[c.span.doc, term(c)] > here[term(c)]:
            yield c


def replaced(text: Text, claims: tuple[Claim, ...], series: tuple[str, ...]) -> Iterator[Turn]:
    """Words of some series in whose very surroundings a source has another, be they elsewhere in it or not."""
    there = [c for c in claims if c.span.doc]
    for claim in own(claims, frozenset(series)):
        beside = [c for c in there if term(c).series == term(claim).series]
        same = [c for c in beside if term(c) == term(claim)]
        others = [c for c in beside if term(c) != term(claim)]
        if same and (found := instead(text, claim, same, others)) and not _runs_ahead(text, claim):
            yield claim, found


def untied(text: Text, claims: tuple[Claim, ...], series: tuple[str, ...]) -> Iterator[Turn]:
    """Words of some series behind a sum or a percentage behind which a source has others: "10% on the first year"."""
    there: dict[Tie, list[tuple[Claim, ...]]] = defaultdict(list)
    for n, source in enumerate(text.sources, 1):
        if source.lexicon.lang != text.lexicon.lang:
            continue  # another language has other words right behind a sum
        for tie, found in _tied(source, [c for c in claims if c.span.doc == n]):
            there[tie].append(found)
    for tie, (claim, *_) in _tied(text, [c for c in claims if not c.span.doc]) if there else ():
        rivals = there.get(tie, ())
        if term(claim).series in series and rivals and all(_is_other(text, claim, found) for found in rivals):
            yield claim, tuple(found[0] for found in rivals[:MOST])


def _tied(text: Text, claims: list[Claim]) -> Iterator[tuple[Tie, tuple[Claim, ...]]]:
    """The sums and percentages of a text, each with the words that tell when right behind it, if there are any."""
    when = [c for c in claims if term(c).series in TIED]
    starts = [c.span.start for c in when]
    sums = [m for m in text.once(joined) if m.kind in ("money", "percent")] if when else []
    for m, after in zip(sums, [*sums[1:], None], strict=False):
        end = min(m.end + REACH, text.sentence(m.start).end, after.start if after else m.end + REACH)
        if found := tuple(when[bisect_left(starts, m.end) : bisect_left(starts, end)]):
            yield (m.kind, m.low.value), found


def _is_other(text: Text, claim: Claim, found: tuple[Claim, ...]) -> bool:
    """Whether none of some words is the same as one, nor as long as it."""
    alike = any(_as_long(text, claim, c) for c in found)
    return term(found[0]).series == term(claim).series and not alike and all(term(c) != term(claim) for c in found)


def _as_long(text: Text, claim: Claim, other: Claim) -> bool:
    """Whether both tell a time, and about the same: "a decade" and "ten years"."""
    days = _days(text, claim)
    return days > 0 and abs(_days(text, other) / days - 1) <= ABOUT


def _days(text: Text, claim: Claim) -> Decimal:
    """How long a unit of time lasts with the figure before it, 0 for what is none."""
    figure = text.of(claim.span).figure_before(claim.span.start) if _measured(text, claim) else None
    return LENGTHS.get(term(claim).member, Decimal(0)) * (figure.value if figure else Decimal(1))


def misplaced(text: Text, claims: tuple[Claim, ...]) -> Iterator[Turn]:
    """Words of the calendar that are in no sentence of a source that plainly tells the same, though others are.

    Tables tell of many periods at once: where a source has some, its sentences do not tell all.
    """
    if any(BAR in source.document.text for source in text.sources):
        return
    there = by_sentence(claims, True)
    for claim in own(claims, frozenset((QUARTER, MONTH, YEAR))):
        found = [] if _runs_ahead(text, claim) else likest(text, claim, FIRM)
        beside = [c for s in found for c in there.get(s, ()) if term(c).series == term(claim).series]
        if found and beside and all(term(c) != term(claim) for c in beside) and beside[0] in there.get(found[0], ()):
            yield claim, tuple(beside[:MOST])


def moved(text: Text, claims: tuple[Claim, ...]) -> Iterator[Turn]:
    """Words of the calendar that an original in another language has, but not where it tells the same.

    There it has one that the text has nowhere near.
    """
    here, there = by_sentence(claims, False), by_sentence(claims, True)
    for n, (source, pairs) in enumerate(zip(text.sources, text.once(_abreast), strict=True), 1):
        told = {s: there.get(Span(s.start, s.end, n), []) for s in source.sentences} if pairs else {}
        for claim in own(claims, frozenset((MONTH, WEEKDAY, YEAR))) if told else ():
            goes = pairs.get(claim.sentence, [])
            near = with_neighbours([claim.sentence], text.sentences)
            same = {term(c) for s in near for c in here.get(s, ())}
            if any(term(c) == term(claim) for s in with_neighbours(goes, source.sentences) for c in told[s]):
                continue
            left = [c for s in goes for c in told[s] if term(c).series == term(claim).series and term(c) not in same]
            if len({term(c) for c in left}) == 1:
                yield claim, tuple(left[:1])


def opposed(text: Text, claims: tuple[Claim, ...]) -> Iterator[Turn]:
    """Words whose opposite stands in the sentence of a source that tells the same and denies as much, they in none."""
    here, there = by_sentence(claims, False), by_sentence(claims, True)
    for claim in own(claims, frozenset(term(c).series for c in claims) - WHEN - {NOT}):
        found = likest(text, claim)
        if found and denies(there, found[0]) == denies(here, claim.sentence):
            rivals = [c for s in found for c in there.get(s, ()) if term(c).series == term(claim).series]
            if rivals and rivals[0] in there.get(found[0], ()) and all(term(c) != term(claim) for c in rivals):
                yield claim, tuple(rivals[:1])


def own(claims: tuple[Claim, ...], series: frozenset[str]) -> Iterator[Claim]:
    """The text's own words of some series."""
    return (c for c in claims if not c.span.doc and term(c).series in series)


def _measured(text: Text, claim: Claim) -> bool:
    figure = text.of(claim.span).figure_before(claim.span.start)
    return term(claim).series == PERIOD and figure is not None and claim.span.start - figure.end <= 1


def _runs_ahead(text: Text, claim: Claim) -> bool:
    """Whether it may be a fiscal year."""
    year = term(claim)
    return year.series == YEAR and any(ahead(text, claim.span, int(year.member), s) for s in text.sources)


def _siblings(text: Text, claim: Claim, there: list[Claim]) -> tuple[Claim, ...]:
    """Those in sentences that share its words, of the calendar also in those that it translates, or where few are."""
    found, dated = list[Claim](), term(claim).series in CALENDAR
    for n, source in enumerate(text.sources, 1):
        rivals = [c for c in there if c.span.doc == n]
        sentences = [s for share, s in nearest(text, claim, source) if share >= LOOSE] if rivals else []
        if rivals and dated and not sentences:
            sentences = text.once(_abreast)[n - 1].get(claim.sentence, [])
        found += (c for s in sentences for c in rivals if s.covers(c.span))
    few = there if len({term(c) for c in there}) <= FEW and dated else ()
    return tuple(dict.fromkeys((*found, *few)))


def _abreast(text: Text) -> list[dict[Span, list[Span]]]:
    """The sentences of each source in another language that those of a text go with."""
    return [abreast(text, s) if s.lexicon.lang != text.lexicon.lang else {} for s in text.sources]


def likest(text: Text, claim: Claim, least: float = LEAST) -> list[Span]:
    """The sentences of all sources that tell the same, the likest first; none where that one is not like enough.

    Where a source has a figure of the clause, it is a sentence with this figure that tells the same.
    """
    clause = text.clause(claim.span.start)
    found = [
        (share, Span(s.start, s.end, n))
        for n, source in enumerate(text.sources, 1)
        for share, s in nearest(text, claim, source, clause)
        if BAR not in source[s]
    ]
    figures = _telling(text, clause)
    if any(figures & s.once(_values) for s in text.sources):
        found = [x for x in found if figures & _telling(text.of(x[1]), x[1])]
    found.sort(key=lambda x: (-x[0], x[1]))
    return [s for share, s in found if share >= FAIR * least] if found and found[0][0] >= least else []


def _values(text: Text) -> frozenset[Decimal]:
    """All figures of a text."""
    return frozenset(f.value for f in text.figures)


def _telling(text: Text, span: Span) -> set[Decimal]:
    """The figures of a stretch that are not written by chance, by which it is known again."""
    inside = takewhile(lambda f: f.start < span.end, text.figures[text.figure_at(span.start) :])
    return {f.value for f in inside if significant(f.value) >= RARE and not text.dated(f.start)}


def by_sentence(claims: tuple[Claim, ...], of_sources: bool) -> Rows:
    """The words by their sentences."""
    rows: Rows = {}
    for c in claims:
        if bool(c.span.doc) == of_sources:
            rows.setdefault(Span(c.sentence.start, c.sentence.end, c.span.doc), []).append(c)
    return rows


def denies(rows: Rows, sentence: Span) -> bool:
    """Whether a sentence has a word that denies."""
    return any(term(c).series == NOT for c in rows.get(sentence, ()))


def term(claim: Claim) -> Term:
    """What a claim of a word says."""
    assert isinstance(claim.value, Term)
    return claim.value
