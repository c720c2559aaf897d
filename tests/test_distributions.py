"""Distributions: the tails are those of scipy, to nine decimals."""

from __future__ import annotations

import doctest

import pytest
import scipy
from hypothesis import given, settings
from hypothesis import strategies as st

from checker import distributions
from checker.distributions import MOST_DF, beyond, known

CLOSE = 1e-9
DF = st.one_of(st.integers(1, 300), st.floats(0.5, 300), st.integers(1, MOST_DF))
SHARES = st.floats(1e-9, 1 - 1e-9)  # of the distribution, so that values fall where it has its mass


def same(mine: float, scipys: float) -> None:
    assert mine == pytest.approx(scipys, rel=1e-7, abs=CLOSE)
    assert abs(mine - scipys) < CLOSE


@settings(max_examples=300)
@given(st.one_of(st.floats(-60, 60), st.floats(-4, 4)), DF)
def test_t(x: float, df: float) -> None:
    x = round(x, 6)  # nearer to zero it is scipy that loses digits
    same(beyond("t", x, [df]), 2 * scipy.stats.t.sf(abs(x), df))


@settings(max_examples=300)
@given(SHARES, DF, DF)
def test_f(share: float, df1: float, df2: float) -> None:
    x = float(scipy.stats.f.ppf(share, df1, df2))
    same(beyond("F", x, [df1, df2]), scipy.stats.f.sf(x, df1, df2))


@settings(max_examples=300)
@given(st.one_of(SHARES.map(lambda s: (s, True)), st.floats(0, 500).map(lambda x: (x, False))), DF)
def test_chi_square_and_q(case: tuple[float, bool], df: float) -> None:
    x = float(scipy.stats.chi2.ppf(case[0], df)) if case[1] else case[0]
    same(beyond("chi2", x, [df]), scipy.stats.chi2.sf(x, df))
    assert beyond("Q", x, [df]) == beyond("chi2", x, [df])


@given(st.floats(-1, 1), DF)
def test_r(x: float, df: float) -> None:
    x = round(x, 6)
    left = (1 - x) * (1 + x)
    expected = 2 * scipy.stats.t.sf(abs(x) * (df / left) ** 0.5, df) if left else 0.0
    same(beyond("r", x, [df]), expected)


@given(st.floats(-40, 40))
def test_normal(x: float) -> None:
    same(beyond("z", x, []), 2 * scipy.stats.norm.sf(abs(x)))


@pytest.mark.parametrize("test", ["t", "F", "chi2", "z", "Q"])
def test_nothing_lies_beyond_infinity_and_all_beyond_zero(test: str) -> None:
    df = [3.0] * distributions.DEGREES[test]
    assert beyond(test, float("inf"), df) == 0
    assert beyond(test, 0, df) == 1


def test_only_tests_with_their_degrees_of_freedom_are_computed() -> None:
    assert known("F", [2, 45])
    assert known("z", [])
    assert not known("F", [2])
    assert not known("t", [])
    assert not known("t", [0])
    assert not known("t", [MOST_DF + 1])


def test_the_examples_hold() -> None:
    assert not doctest.testmod(distributions).failed
