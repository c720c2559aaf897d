"""Tested: a p is what its test gives, "t(28) = 2.20 gives p = .036"."""

from __future__ import annotations

from decimal import Decimal

import msgspec

from ..context import Context
from ..distributions import TWO_SIDED, beyond, known
from ..interval import INFINITY, ONE, ZERO, Interval, as_written
from ..model import Link, Sign, Statistic, Verdict

FACTS = ("test", "stated", "recomputed", "range", "alpha", "conclusion")

LEAST_PLACES, MOST_PLACES = 3, 6  # decimals of a p in a finding
SLACK = Decimal("1e-9")  # to which the distributions are computed
TAILS = {1: "one-tailed", 2: "two-tailed"}
SPELLED = {"chi2": "χ²"}
CONCLUSIONS = {True: "significant", False: "not significant"}


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """alpha: what is significant; zero: whether "p = .000" is let pass where the p is smaller than it can show."""

    alpha: Decimal = Decimal("0.05")
    zero: bool = False


def relate(link: Link, p: Params, ctx: Context) -> Verdict:
    """Holds where some value that rounds to the one stated gives a p that rounds to the stated one.

    One tail counts where the text says so, or shows it by an exact p that fits; a p is never zero. Grave is a p on the
    other side of alpha, in one tail as in two.
    """
    s = link.claim.value
    assert isinstance(s, Statistic)
    unknown = _unknown(s)
    if unknown:
        return Verdict(None, {}, unknown)
    stated = _stated(s, p.alpha)
    allowed = [_allowed(s, tails) for tails in _tails(s)]
    fits = [
        stated.meets(a) and (t == 2 or s.tails == 1 or s.p_sign == "=") for t, a in zip(_tails(s), allowed, strict=True)
    ]
    tails, values = next(((t, a) for t, a, fit in zip(_tails(s), allowed, fits, strict=True) if fit), (2, allowed[0]))
    facts = _facts(s, values, tails, p.alpha)
    if any(fits) and (p.zero or s.p != 0 or s.p_sign == ">"):
        return Verdict(True, facts)
    if s.corrected and s.p and allowed[0].hi is not None and s.p > allowed[0].hi:
        return Verdict(
            None, facts, "the text speaks of corrected tests, and a corrected p is larger than the test's own"
        )
    reported, recomputed = _reported(s, p.alpha), _recomputed(allowed, p.alpha)
    grave = None not in (reported, recomputed) and reported != recomputed
    if grave and recomputed is not None:
        facts |= {"conclusion": CONCLUSIONS[recomputed]}
    return Verdict(False, facts, grave=grave)


def _unknown(s: Statistic) -> str:
    """Why there is nothing to compute, or nothing to compare."""
    if s.test is None or s.value is None:
        return "no test stands beside this p"
    if s.p_sign is None:
        return "no p stands beside this test"
    return "" if known(s.test, [float(d) for d in s.df]) else "the test's degrees of freedom are not told, or too many"


def _tails(s: Statistic) -> tuple[int, ...]:
    """Both tails, and one where that can be meant: a test without a direction has only its upper one."""
    either = s.test in TWO_SIDED or (s.tails == 1 and s.df[:1] == (ONE,))
    return (2, 1) if either and s.tails != 2 else (2,)


def _stated(s: Statistic, alpha: Decimal) -> Interval:
    """Every p that the statement allows."""
    if s.p is None:
        return Interval(alpha, ONE)
    if s.p_sign == "=":
        return as_written(s.p)
    return Interval(ZERO, s.p) if s.p_sign == "<" else Interval(s.p, ONE)


def _allowed(s: Statistic, tails: int) -> Interval:
    """Every p that a value can give which rounds to the stated one."""
    assert s.test
    assert s.value is not None
    near = as_written(abs(s.value))
    least = ZERO if s.sign == "<" else max(near.lo or ZERO, ZERO)
    most = INFINITY if s.sign == ">" else near.hi or ZERO
    ends = [Decimal(_p(s, float(x), tails)) for x in (most, least)]
    return Interval(max(ends[0] - SLACK, ZERO), min(ends[1] + SLACK, ONE))


def _p(s: Statistic, x: float, tails: int) -> float:
    assert s.test
    x = min(x, 1.0) if s.test == "r" else x
    both = beyond(s.test, x, [float(d) for d in s.df])
    return both / 2 if tails == 1 else both


def _facts(s: Statistic, values: Interval, tails: int, alpha: Decimal) -> dict[str, str]:
    places = max(LEAST_PLACES, min(MOST_PLACES, -int(s.p.as_tuple().exponent) if s.p is not None else 0))
    exact = Decimal(_p(s, abs(float(s.value or 0)), tails))
    sign: Sign = {"=": "=", "<": ">", ">": "<"}[s.sign]  # type: ignore[assignment]
    side = f" ({TAILS[tails]})" if s.test in TWO_SIDED or tails == 1 else ""
    return {
        "test": _name(s),
        "stated": "ns" if s.p is None else f"p {s.p_sign} {_short(s.p)}",
        "recomputed": _told(exact, sign, places) + side,
        "range": _range(values.lo or ZERO, values.hi or ONE, places + 1),
        "alpha": _short(alpha),
    }


def _name(s: Statistic) -> str:
    """ "χ²(1) = 4.2"."""
    df = f"({', '.join(f'{d:f}' for d in s.df)})" if s.df else ""
    return f"{SPELLED.get(s.test or '', s.test)}{df} {s.sign} {s.value:f}"


def _told(p: Decimal, sign: Sign, places: int) -> str:
    """ "p = .036", "p < .001", "p > .999"."""
    unit = Decimal(1).scaleb(-places)
    if p < unit / 2 and sign == "=":
        return f"p < {_short(unit)}"
    if p > 1 - unit / 2 and sign == "=":
        return f"p > {_short(1 - unit)}"
    return f"p {sign} {_plain(p, places)}"


def _range(least: Decimal, most: Decimal, places: int) -> str:
    """ "from .0358 to .0366", "below .0001"."""
    unit = Decimal(1).scaleb(-places)
    return f"below {_short(unit)}" if most < unit else f"from {_plain(least, places)} to {_plain(most, places)}"


def _plain(p: Decimal, places: int) -> str:
    return _short(p.quantize(Decimal(1).scaleb(-places)))


def _short(p: Decimal) -> str:
    """Without the zero before the point."""
    return f"{p:f}".removeprefix("0") if 0 < p < 1 or (not p and "." in f"{p:f}") else f"{p:f}"


def _reported(s: Statistic, alpha: Decimal) -> bool | None:
    """Whether the text takes the result for significant, where that is plain."""
    if s.p is None:
        return False
    if s.p_sign == "=":
        return s.p <= alpha
    if s.p_sign == "<":
        return True if s.p <= alpha else None
    return False if s.p >= alpha else None


def _recomputed(allowed: list[Interval], alpha: Decimal) -> bool | None:
    if all(a.lo is not None and a.lo > alpha for a in allowed):
        return False
    return True if all(a.hi is not None and a.hi <= alpha for a in allowed) else None
