"""Intervals obey the algebra that verdicts rest on."""

from __future__ import annotations

import doctest
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker import interval
from checker.interval import Interval, exactly, hedged, meant

NUMBERS = st.decimals(min_value=-(10**10), max_value=10**10, places=3, allow_nan=False)  # products are exact
POSITIVE = st.decimals(min_value="0.001", max_value=10**12, places=3, allow_nan=False)


@st.composite
def inside(draw: st.DrawFn) -> tuple[Interval, Decimal]:
    """An interval, its ends open now and then, and a number in it."""
    a, b, x = sorted(draw(st.tuples(NUMBERS, NUMBERS, NUMBERS)))
    return Interval(draw(st.sampled_from([a, None])), draw(st.sampled_from([x, None]))), b


@given(inside(), inside())
def test_the_sum_difference_and_product_of_members_are_members(
    one: tuple[Interval, Decimal], two: tuple[Interval, Decimal]
) -> None:
    (a, x), (b, y) = one, two
    assert x + y in a + b
    assert x - y in a - b
    assert x * y in a * b


@given(inside(), inside())
def test_the_quotient_of_members_is_a_member(one: tuple[Interval, Decimal], two: tuple[Interval, Decimal]) -> None:
    (a, x), (b, y) = one, two
    if y:
        assert x / y in (a / b).widened(Decimal("1e-20"))


@given(inside(), inside())
def test_meeting_is_mutual_and_shared_members_meet(
    one: tuple[Interval, Decimal], two: tuple[Interval, Decimal]
) -> None:
    (a, x), (b, _) = one, two
    assert a.meets(b) == b.meets(a)
    if x in b:
        assert a.meets(b)
    assert a.meets(a.hull(b))


@given(inside(), st.decimals(min_value=0, max_value=1, places=3))
def test_widening_loses_nothing(one: tuple[Interval, Decimal], share: Decimal) -> None:
    a, x = one
    assert x in a.widened(share)


@given(POSITIVE, st.sampled_from([1, 100, 10**3, 10**6, 10**9]))
def test_a_figure_means_itself(x: Decimal, scale: int) -> None:
    assert x * scale in meant(x, Decimal(scale))


@given(POSITIVE, st.sampled_from(sorted(interval.HEDGES)))
def test_a_hedge_keeps_the_figure_itself_possible(x: Decimal, hedge: str) -> None:
    assert x in hedged(x, Decimal(1), hedge)


@pytest.mark.parametrize(
    ("written", "other"),
    [("1200", "1249"), ("1000", "950"), ("1.23", "1.2349"), ("43", "43.4"), ("500", "504")],
)
def test_rounding_has_the_benefit_of_the_doubt(written: str, other: str) -> None:
    assert meant(Decimal(written)).meets(exactly(Decimal(other)))


@pytest.mark.parametrize(("written", "other"), [("1200", "1251"), ("1.20", "1.21"), ("43", "44"), ("1230", "1240")])
def test_what_no_rounding_explains_is_apart(written: str, other: str) -> None:
    assert not meant(Decimal(written)).meets(exactly(Decimal(other)))


def test_the_rounding_policy_is_as_documented() -> None:
    assert doctest.testmod(interval).failed == 0
