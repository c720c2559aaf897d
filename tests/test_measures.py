"""Measures: what figures measure and count, and which are no claims."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker import registry
from checker.engine import extracted
from checker.model import Amount
from checker.text import Text
from tests.helpers import claims, document

KINDS = ("money", "percent", "quantity", "duration", "age", "count", "number")
PIECES = ("$70 billion", "5-7 kg", "from 4 to", "a third", "10:30", "1/2", "42,", "May", "Mr.", "%", "“", "(")
Told = tuple[str, str, tuple[float, ...], str | None]


def told(text: str) -> list[Told]:
    """Kind, words, figures as stated and unit of every measure in a text."""
    whole = Text(document(text))
    claims = [c for kind in KINDS for c in extracted(whole, kind)]
    return [
        (c.kind, text[c.span.start : c.span.end], tuple(map(float, c.value.stated)), c.value.unit)
        for c in sorted(claims, key=lambda c: c.span)
        if isinstance(c.value, Amount)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The train leaves at 10:30 and arrives at 9am.",
        "They won 2-1 and then lost 89-89 on penalties.",
        "The FTSE 100 fell while the Boeing 737 stayed on the ground.",
        "See section 4 and page 9 of the act.",
        "She moved there on March 29 and left on 3 April.",
        "No one knew which one it was.",
        "It was four times what he had asked for.",
        "Several others did, and a few more.",
        "He averaged 15.3 xyz in the autumn.",
        "The 3G network and the V-6 engine.",
        "Contact press@city.example or www.city.example/2040/70 about it.",
    ],
)
def test_what_measures_nothing_is_no_claim(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("words", "kind", "value", "unit"),
    [
        ("75 percent", "percent", 75, "percent"),
        ("19 per cent", "percent", 19, "percent"),
        ("6.9%", "percent", 6.9, "percent"),
        ("0.25 percentage points", "percent", 0.25, "percentage point"),
        ("25 basis points", "percent", 25, "basis point"),
        ("1,350 km", "quantity", 1350, "kilometer"),
        ("48.8C", "quantity", 48.8, "celsius"),
        ("45g", "quantity", 45, "gram"),
        ("74 mph", "quantity", 74, "mile per hour"),
        ("120 km/h", "quantity", 120, "kilometer per hour"),
        ("16 sq mi", "quantity", 16, "square mile"),
        ("32m²", "quantity", 32, "square meter"),
        ("1.2m tons", "quantity", 1.2e6, "ton"),
        ("three days", "duration", 3, "day"),
        ("25 years", "duration", 25, "year"),
        ("900 doctors", "count", 900, "doctor"),
        ("30,000 volunteers", "count", 30000, "volunteer"),
        ("43 people", "count", 43, "people"),
        ("eight billion people", "count", 8e9, "people"),
        ("six feet two inches", "quantity", 6 + 2 / 12, "foot"),
    ],
)
def test_a_figure_is_read_with_its_unit_or_noun(words: str, kind: str, value: float, unit: str) -> None:
    [(k, w, [v], u)] = told(f"The report spoke of {words} in all.")
    assert (k, w, u) == (kind, words, unit)
    assert v == pytest.approx(value, rel=1e-6)


@pytest.mark.parametrize(
    "text",
    ["The man is 42 years old.", "A 42-year-old man.", "A man aged 42 was there.", "Ada Whitlock, 42, was there."],
)
def test_an_age_is_an_age_however_it_is_told(text: str) -> None:
    assert [(k, v, u) for k, _, v, u in told(text)] == [("age", (42.0,), "year")]


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("5–7 kg", 5, 7),
        ("5% to 10%", 5, 10),
        ("five per cent to 20 per cent", 5, 20),
        ("between 50 and 70 miles", 50, 70),
        ("14-18 mpg", 14, 18),
        ("one to two years", 1, 2),
        ("$200 to $4 million", 200, 4e6),
        ("growth of 6 to 8 percent", 6, 8),
        ("between 30,000 euros and 50,000", 30_000, 50_000),
    ],
)
def test_a_range_is_one_claim_with_two_ends(words: str, low: float, high: float) -> None:
    [(_, _, stated, _)] = told(f"It took {words} then.")
    assert stated == (low, high)


def test_what_it_fell_from_and_to_is_one_claim_with_two_ends_in_that_order() -> None:
    assert told("The rate fell from 4.8 to 4.7 percent.") == [("percent", "4.8 to 4.7 percent", (4.8, 4.7), "percent")]


@pytest.mark.parametrize("text", ["Percentage: 12.5", "Per cent = 12.5", "percent 12.5"])
def test_a_line_may_be_a_unit_and_its_figure(text: str) -> None:
    assert [(k, v) for k, _, v, _ in told(text)] == [("percent", (12.5,))]


def test_a_unit_before_its_figure_goes_to_a_line_of_their_own_only() -> None:
    assert [k for k, *_ in told("Percent of 18 men and 20 women who smoke.")] == ["count", "count"]


def test_what_a_measure_is_for_one_of_is_told() -> None:
    whole = Text(document("It pays $80 a barrel, $1,100 per square foot and 20 euros an hour."))
    assert [c.value.per for c in extracted(whole, "money") if isinstance(c.value, Amount)] == [
        "barrel",
        "square foot",
        "hour",
    ]


@settings(max_examples=60)
@given(
    st.lists(
        st.sampled_from(
            [
                "$70 billion",
                "5-7 kg",
                "from 4 to",
                "a third",
                "10:30",
                "1/2",
                "42,",
                "May",
                "Mr.",
                "%",
                "“",
                "(",
                "in 2015",
                "and",
                "per",
                "\n\n",
            ]
        ),
        max_size=12,
    )
)
def test_every_claim_of_any_text_is_exactly_where_it_says(pieces: list[str]) -> None:
    text = " ".join(pieces) + " end of it"
    whole = Text(document(text))
    for kind in registry.names("checker.extract"):
        for claim in extracted(whole, kind):
            assert 0 <= claim.span.start < claim.span.end <= len(text)
            assert text[claim.span.start : claim.span.end].strip() == text[claim.span.start : claim.span.end]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("50-plus people came.", (50, None)),
        ("30 or so men came.", (25, 35)),
        ("up to 12 cars came.", (None, 12)),
    ],
)
def test_a_hedge_may_stand_between_a_figure_and_its_noun(text: str, expected: tuple[int | None, int | None]) -> None:
    (claim,) = claims("count", text)
    assert isinstance(claim.value, Amount)
    assert (claim.value.interval.lo, claim.value.interval.hi) == expected


@pytest.mark.parametrize("scale", ["bn", "mn", "tn", "trn"])
def test_letters_of_a_scale_may_stand_apart_from_the_figure(scale: str) -> None:
    (near,), (apart,) = claims("money", f"It cost 5{scale} euros."), claims("money", f"It cost 5 {scale} euros.")
    assert near.value == apart.value
