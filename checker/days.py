"""Days: a day or a period as a report writes it, "2 April 2015"."""

from __future__ import annotations

from datetime import date

MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)  # strftime and calendar would speak the machine's language

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def in_words(day: date) -> str:
    """A day.

    >>> in_words(date(2015, 4, 2))
    '2 April 2015'
    """
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def period_in_words(first: date, last: date) -> str:
    """A period, both days included.

    >>> period_in_words(date(2015, 3, 24), date(2015, 4, 8))
    '24 March 2015 to 8 April 2015'
    """
    return in_words(first) if first == last else f"{in_words(first)} to {in_words(last)}"
