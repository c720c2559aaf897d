"""Wording: figures, rates and days as a finding shows them, "$1.23 billion", "2 April 2015"."""

from __future__ import annotations

import re
from decimal import Decimal

from .model import Amount
from .rates import Quote
from .units import several

CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
SIGNIFICANT = 3  # digits of a recomputed figure
SUMMED = 6  # of one that was added up
SCALES = ((10**12, " trillion"), (10**9, " billion"), (10**6, " million"))
SIGNS = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥"}


def visible(words: str) -> str:
    """Words without what could move a line about, or speak to a terminal."""
    return CONTROL.sub(" ", words)


def counted(n: int, noun: str) -> str:
    """
    >>> counted(1, "error"), counted(2000, "error")
    ('1 error', '2,000 errors')
    """
    return f"{n:,} {noun}" if n == 1 else f"{n:,} {noun}s"


def number(x: Decimal, digits: int = SIGNIFICANT) -> str:
    """A figure to a few digits, with its scale in words.

    >>> number(Decimal("1226131000")), number(Decimal("0.017516")), number(Decimal("12345"))
    ('1.23 billion', '0.0175', '12,300')
    """
    for size, word in SCALES:
        if abs(x) >= size:
            return _rounded(x / size, digits) + word
    return _rounded(x, digits)


def _rounded(x: Decimal, digits: int) -> str:
    if not x:
        return "0"
    places = digits - 1 - x.adjusted()
    rounded = x.quantize(Decimal(1).scaleb(-places))
    return f"{rounded:,f}".rstrip("0").rstrip(".") if places > 0 else f"{int(rounded):,}"


def amount(x: Decimal, like: Amount) -> str:
    """A figure in the currency of an amount, if it has one, to as many digits as sums need.

    >>> amount(Decimal(311000000), Amount((), Interval(), ("USD",))), amount(Decimal(30), Amount((), Interval()))
    ('$311 million', '30')
    """
    plain, code = number(x, SUMMED), like.currencies[0] if like.currencies else ""
    return f"{SIGNS[code]}{plain}" if code in SIGNS else f"{plain} {code}".strip()


def rounded(x: Decimal) -> Decimal:
    """A quotient to as many digits as a report shows.

    >>> rounded(Decimal(60) / Decimal(7))
    Decimal('8.57')
    """
    return x.quantize(Decimal(1).scaleb(x.adjusted() - SIGNIFICANT + 1)) if x else x


def money(x: Decimal, currency: str) -> str:
    """
    >>> money(Decimal("1226131000"), "USD"), money(Decimal(70), "RUB")
    ('$1.23 billion', '70 RUB')
    """
    return f"{SIGNS[currency]}{number(x)}" if currency in SIGNS else f"{number(x)} {currency}"


def rate(q: Quote) -> str:
    """A rate the way round that is above one.

    >>> rate(Quote("RUB", "USD", Decimal("0.0175160"), date(2015, 4, 2), "ECB"))
    '1 USD = 57.09 RUB'
    """
    return a_rate(q.base, q.quote, q.value)


def a_rate(base: str, quote: str, value: Decimal) -> str:
    """The same of what one `base` cost."""
    if value >= 1:
        return f"1 {base} = {_rounded(value, 4)} {quote}"
    return f"1 {quote} = {_rounded(1 / value, 4)} {base}"


def times(claimed: Decimal, real: Decimal) -> tuple[str, str]:
    """How many times a figure is off, and which way.

    >>> times(Decimal(70), Decimal("1.23"))
    ('57', 'too much')
    """
    if not claimed or not real:
        return "", ""
    ratio = claimed / real if claimed >= real else real / claimed
    digits = max(2, ratio.adjusted() + 1)
    return _rounded(ratio, digits), "too much" if claimed >= real else "too little"


def percent(claimed: Decimal, real: Decimal) -> str:
    """How far a figure is from the right one, as a share of the right one.

    >>> percent(Decimal("1.1"), Decimal("2.2"))
    '50%'
    """
    return f"{_rounded(abs(claimed - real) / real * 100, 2)}%" if real else ""


def unit(name: str, per: str | None = None) -> str:
    """
    >>> unit("mile"), unit("square mile"), unit("kilogram", "hectare")
    ('miles', 'square miles', 'kg per hectare')
    """
    return f"{several(name)} per {per}" if per else several(name)


def measure(x: Decimal, name: str, per: str | None = None, digits: int = SIGNIFICANT) -> str:
    """
    >>> measure(Decimal("5220.449"), "hectare"), measure(Decimal("119.84"), "fahrenheit", digits=4)
    ('5,220 hectares', '119.8 °F')
    """
    return f"{number(x, digits)} {unit(name, per)}"


def moved(x: Decimal) -> str:
    """What a change is.

    >>> moved(Decimal(-3)), moved(Decimal(2))
    ('a fall', 'a rise')
    """
    return "a rise" if x > 0 else "a fall" if x else "no change"
