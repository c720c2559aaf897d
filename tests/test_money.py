"""Money: which amounts are read, how, and what is no amount."""

from __future__ import annotations

from decimal import Decimal

import pytest

from checker.model import Amount
from tests.helpers import claims


def amounts(text: str) -> list[tuple[str, tuple[int | float, ...], str]]:
    """Words, figures as stated, likeliest currency."""
    found = []
    for c in claims("money", text):
        assert isinstance(c.value, Amount)
        found.append((text[c.span.start : c.span.end], tuple(map(float, c.value.stated)), c.value.currencies[0]))
    return found


@pytest.mark.parametrize(
    "text",
    [
        "He weighs 200 pounds and won 5 medals in 2015.",
        "The wall is 2.5m high and 70 m long.",
        "Call 555-0134 or see https://shop.example/item?id=70&usd=5.",
        "Version 3.14.1 of the iPhone-5 driver, build 6170e953e958f.",
        "The top 10 of all 50 states, 3 marks and 12 crowns.",
        "A score of 60-50, and section 4.2 of the act.",
        "It grew by 5 per cent in the 1990s.",
    ],
)
def test_what_names_no_currency_is_no_money(text: str) -> None:
    assert amounts(text) == []


@pytest.mark.parametrize(
    ("text", "stated", "currency"),
    [
        ("$70 billion", 70e9, "USD"),
        ("70 billion rubles", 70e9, "RUB"),
        ("$70bn", 70e9, "USD"),
        ("US$1.2m", 1.2e6, "USD"),
        ("-$4.2m", -4.2e6, "USD"),
        ("USD34.6 million", 34.6e6, "USD"),
        ("EUR 5m", 5e6, "EUR"),
        ("70-billion-ruble", 70e9, "RUB"),
        ("half a million euros", 5e5, "EUR"),
        ("seventy billion rubles", 70e9, "RUB"),
        ("two and a half million dollars", 2.5e6, "USD"),
        ("nine hundred and fifty thousand yen", 950e3, "JPY"),
        ("£1,234,567.89", 1234567.89, "GBP"),
        ("€2-billion", 2e9, "EUR"),
        ("3 million pounds", 3e6, "GBP"),
        ("A$750 million", 750e6, "AUD"),
        ("750 million Australian dollars", 750e6, "AUD"),
        ("10 billion U.S. dollars", 10e9, "USD"),
        ("$5 million Canadian dollars", 5e6, "CAD"),
        ("100 zł", 100, "PLN"),
        ("Rs500 crore", 5e9, "INR"),
        ("70 €", 70, "EUR"),
        ("50 cents", 0.5, "USD"),
        ("30 pence", 0.3, "GBP"),
        ("500 yen", 500, "JPY"),
        ("$1,250", 1250, "USD"),
    ],
)
def test_a_form_of_money_is_read_whole(text: str, stated: float, currency: str) -> None:
    sentence = f"The firm paid {text} in May."
    assert amounts(sentence) == [(text, (stated,), currency)]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("between $5 and $7 million", 5e6, 7e6),
        ("$5-7 million", 5e6, 7e6),
        ("£1.5bn-£2bn", 1.5e9, 2e9),
        ("20-30bn rupiah", 20e9, 30e9),
        ("5–7 million dollars", 5e6, 7e6),
        ("$500 to $2,000", 500, 2000),
    ],
)
def test_the_ends_of_a_range_share_scale_and_currency(text: str, low: float, high: float) -> None:
    [(_, stated, _)] = amounts(f"They want {text} for it.")
    assert stated == (low, high)


def test_what_it_changed_from_and_to_is_one_amount_with_two_ends() -> None:
    assert [s for _, s, _ in amounts("The price went from $5m to $7m.")] == [(5e6, 7e6)]
    assert [s for _, s, _ in amounts("The price fell from $7m to $5m.")] == [(7e6, 5e6)]


@pytest.mark.parametrize(
    ("hedge", "low", "high"),
    [
        ("about", "65e9", "75e9"),
        ("nearly", "65e9", "70e9"),
        ("more than", "70e9", None),
        ("not more than", None, "70e9"),
        ("no less than", "70e9", None),
        ("not less than", "70e9", None),
        ("no fewer than", "70e9", None),
        ("up to", None, "70e9"),
        ("at least", "70e9", None),
        ("under", None, "70e9"),
        ("the", "69.5e9", "70.5e9"),
    ],
)
def test_a_hedge_says_what_the_figure_can_mean(hedge: str, low: str | None, high: str | None) -> None:
    [claim] = claims("money", f"It paid {hedge} 70 billion rubles for it.")
    assert isinstance(claim.value, Amount)
    assert claim.value.interval.lo == (None if low is None else Decimal(low))
    assert claim.value.interval.hi == (None if high is None else Decimal(high))


def test_an_ambiguous_mark_keeps_its_candidates() -> None:
    [claim] = claims("money", "The Canadian firm paid $5 million.")
    assert isinstance(claim.value, Amount)
    assert claim.value.currencies == ("USD", "CAD")


def test_a_mark_is_the_likeliest_currency_where_the_text_tells_of_no_other() -> None:
    [claim] = claims("money", "The firm paid $5 million.")
    assert isinstance(claim.value, Amount)
    assert claim.value.currencies == ("USD",)
