"""Distributions: how much of a test's distribution lies beyond a value, "t(28) = 2.20 leaves .036 in both tails"."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import erfc, exp, inf, isinf, lgamma, log, log1p, pi, sqrt

TINY = 1e-300  # stands for nothing in a continued fraction, which cannot divide by it
CLOSE = 1e-16  # share of a sum or product below which a term changes nothing
MOST_TERMS = 20_000
MOST_DF = 10**6  # degrees of freedom beyond which nobody's sample goes and the terms grow many
STIRLING = (1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188)  # of lgamma, beside its leading terms
LARGE = 20.0  # arguments from which Stirling's series gives every digit


def normal(x: float) -> float:
    """Both tails of the standard normal distribution beyond x.

    >>> round(normal(1.96), 6)
    0.049996
    """
    return erfc(abs(x) / sqrt(2))


def t(x: float, df: float) -> float:
    """Both tails of Student's distribution beyond x.

    >>> round(t(2.20, 28), 6)
    0.036225
    """
    return 0.0 if isinf(x) else beta(df / 2, 0.5, df / (df + x * x), x * x / (df + x * x))


def r(x: float, df: float) -> float:
    """Both tails of the correlation of two unrelated samples beyond x, on n - 2 degrees of freedom.

    >>> round(r(0.34, 46), 6)
    0.018059
    """
    return beta(df / 2, 0.5, (1 - x) * (1 + x), x * x)


def f(x: float, df1: float, df2: float) -> float:
    """The upper tail of Fisher's distribution beyond x.

    >>> round(f(3.4, 2, 45), 6)
    0.042156
    """
    return 0.0 if isinf(x) else beta(df2 / 2, df1 / 2, df2 / (df2 + df1 * x), df1 * x / (df2 + df1 * x))


def chi2(x: float, df: float) -> float:
    """The upper tail of the chi-square distribution beyond x.

    >>> round(chi2(4.2, 1), 6)
    0.040424
    """
    return 0.0 if isinf(x) else upper_gamma(df / 2, x / 2)


TAILS: dict[str, Callable[..., float]] = {"t": t, "F": f, "chi2": chi2, "Q": chi2, "r": r, "z": normal}
DEGREES = {"t": 1, "F": 2, "chi2": 1, "Q": 1, "r": 1, "z": 0}  # of freedom that a test has: so many figures
TWO_SIDED = frozenset({"t", "r", "z"})  # those that a sign gives a direction


def known(test: str, df: Sequence[float]) -> bool:
    """Whether a p follows: the degrees of freedom are as many as the test has, and of a size to compute with."""
    return len(df) == DEGREES[test] and all(0 < d <= MOST_DF for d in df)


def beyond(test: str, x: float, df: Sequence[float]) -> float:
    """The p of a test's value: both tails for a test with a direction, the upper tail for the others."""
    return TAILS[test](x, *df)


def beta(a: float, b: float, x: float, y: float) -> float:
    """The regularised incomplete beta function of x, where y is 1 - x, given apart so that no digit is lost."""
    if x <= 0 or y <= 0:
        return 0.0 if x <= 0 else 1.0
    front = exp(_log_front(a, b, x, y))
    if x < (a + 1) / (a + b + 2):
        return front * _beta_fraction(a, b, x) / a
    return 1 - front * _beta_fraction(b, a, y) / b


def upper_gamma(a: float, x: float) -> float:
    """The regularised upper incomplete gamma function."""
    if x <= 0:
        return 1.0
    front = exp(_log_poisson(a, x))  # x^a e^-x / gamma(a + 1)
    return 1 - front * _gamma_series(a, x) if x < a + 1 else front * a * _gamma_fraction(a, x)


def _log_front(a: float, b: float, x: float, y: float) -> float:
    """The logarithm of x^a y^b / beta(a, b), its large terms taken from each other before they are computed."""
    if min(a, b) < LARGE:
        return a * log(x) + b * log(y) + _log_gamma_ratio(max(a, b), min(a, b)) - lgamma(min(a, b))
    n = a + b
    gap = a * _log_share(x * n / a, (b * x - a * y) / a) + b * _log_share(y * n / b, (a * y - b * x) / b)
    return gap + _rest(n) - _rest(a) - _rest(b) + 0.5 * (log(a) + log(b) - log(n) - log(2 * pi))


def _log_share(share: float, above_one: float) -> float:
    return log1p(above_one) if abs(above_one) < 0.5 else log(share)


def _log_gamma_ratio(large: float, small: float) -> float:
    """The logarithm of gamma(large + small) / gamma(large)."""
    if large < LARGE:
        return lgamma(large + small) - lgamma(large)
    n = large + small
    return (large - 0.5) * log1p(small / large) + small * log(n) - small + _rest(n) - _rest(large)


def _log_poisson(a: float, x: float) -> float:
    """The logarithm of x^a e^-x / gamma(a + 1)."""
    if a < LARGE:
        return a * log(x) - x - lgamma(a + 1)
    return a * _log_share(x / a, (x - a) / a) - (x - a) - 0.5 * log(2 * pi * a) - _rest(a)


def _rest(x: float) -> float:
    """What lgamma(x) is above (x - 1/2) log x - x + log(2 pi)/2, for a large x."""
    return sum(c / x ** (2 * n + 1) for n, c in enumerate(STIRLING))


def _beta_fraction(a: float, b: float, x: float) -> float:
    """The continued fraction of the incomplete beta function, by Lentz's method."""
    c, d = 1.0, 1 / _safe(1 - (a + b) * x / (a + 1))
    h = d
    for m in range(1, MOST_TERMS):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        for term in (even, odd):
            d, c = 1 / _safe(1 + term * d), _safe(1 + term / c)
            h *= d * c
        if abs(d * c - 1) < 10 * CLOSE:
            break
    return h


def _gamma_series(a: float, x: float) -> float:
    term = total = 1.0
    for n in range(1, MOST_TERMS):
        term *= x / (a + n)
        total += term
        if term < total * CLOSE:
            break
    return total


def _gamma_fraction(a: float, x: float) -> float:
    b = x + 1 - a
    c, d = inf, 1 / _safe(b)
    h = d
    for n in range(1, MOST_TERMS):
        b += 2
        d, c = 1 / _safe(b - n * (n - a) * d), _safe(b - n * (n - a) / c)
        h *= d * c
        if abs(d * c - 1) < 10 * CLOSE:
            break
    return h


def _safe(x: float) -> float:
    return x if abs(x) > TINY else TINY
