"""Timeline: how the days and years of a text lie to each other, "31 years from 1985 to 2016"."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from .model import Amount, Claim, When

EARLIEST, LATEST = 1000, 2200  # years that a bare figure may be
WEEK = 14  # days by which a text may be older than it says


def period(claim: Claim) -> tuple[date, date] | None:
    """The first and the last day of a date, or of a figure that may be a year."""
    match claim.value:
        case When(first=first, last=last):
            return first, last
        case Amount(stated=(x,)) if EARLIEST <= x <= LATEST and not x % 1:
            return date(int(x), 1, 1), date(int(x), 12, 31)
    return None


def years(first: date, last: date) -> int:
    """The whole years from one day to another.

    >>> years(date(1950, 5, 4), date(2015, 5, 3)), years(date(1950, 5, 4), date(2015, 5, 4))
    (64, 65)
    """
    return last.year - first.year - ((last.month, last.day) < (first.month, first.day))


def told(claim: Claim) -> Decimal:
    """The figure of an amount as written."""
    assert isinstance(claim.value, Amount)
    return claim.value.stated[0]
