"""Same currency: two mentions of one amount name one currency; if not, how far apart the rates put them."""

from __future__ import annotations

import msgspec

from ..context import Context
from ..days import in_words
from ..exchange import exchange, windows
from ..model import Amount, Link, Verdict
from ..rates import RatesUnavailable
from ..wording import money, rate, times

FACTS = ("recomputed", "times", "way", "rate", "day", "source")


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Days around the text's date in which a rate is looked for."""

    days_before: int = 14
    days_after: int = 1


def relate(link: Link, p: Params, ctx: Context) -> Verdict:
    """Holds where some currency can be meant by both; the workings say what the amounts are worth on the text's day."""
    claim, other = link.claim.value, link.witnesses[0].value
    assert isinstance(claim, Amount)
    assert isinstance(other, Amount)
    if not set(claim.currencies).isdisjoint(other.currencies):
        return Verdict(True)
    return Verdict(False, _apart(claim, other, link, p, ctx))


def _apart(claim: Amount, other: Amount, link: Link, p: Params, ctx: Context) -> dict[str, str]:
    """What the witness comes to in the claim's currency near the text's date; nothing where no rate is known."""
    if ctx.published is None:
        return {}
    to, base = claim.currencies[0], other.currencies[0]
    [(first, last)] = windows(None, ctx.published, p.days_before, p.days_after)
    try:
        quotes = ctx.rates.quotes(base, to, first, last)
    except RatesUnavailable:
        return {}
    quote = min(quotes, key=lambda q: abs(q.day - ctx.published))  # type: ignore[operator]
    worth = exchange(other.stated[0], quote)
    factor, way = times(claim.stated[0], worth)
    return {
        "recomputed": money(worth, to),
        "times": factor,
        "way": way,
        "rate": rate(quote),
        "day": in_words(quote.day),
        "source": quote.source,
    }
