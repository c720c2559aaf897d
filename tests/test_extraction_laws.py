"""Extraction laws: what holds of every text, whatever it says."""

from __future__ import annotations

from decimal import Decimal
from random import Random
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker import registry
from checker.engine import extracted
from checker.model import Amount, Claim
from checker.text import Text
from tests.helpers import document

PIECES = """
$70 billion|5-7 kg|from 4 to|a third|10:30|1/2|42,|in May|Mr.|%|“|(|one in five|p = .03|t(28) = 2.20,|M = 5.19,|twice
2-1|-5C|minus|half a|million|rubles|and|or so|who|said|per cent|four-,
trillion trillion trillion|in five|yesterday|April 7, 2015|1990s|21st|.
""".replace("\n", "|").strip("|")
SENTENCES = (
    "The bridge cost $4.2 million in 2014.",
    "Some 43 people walked 12 km on Monday.",
    "She said that 5 to 7 percent of them left.",
    "One in five adults, aged 42, paid twice as much.",
    "They won 2-1 at 10:30 on April 7, 2015.",
    "It fell from 4.8 to 4.7 percent.",
)


def claims(text: str) -> list[Claim]:
    whole = Text(document(text))
    return sorted(
        (c for kind in registry.names("checker.extract") for c in extracted(whole, kind)),
        key=lambda c: (c.span, c.kind),
    )


def told(text: str, shift: int = 0) -> list[tuple[str, int, str, object]]:
    return [(c.kind, c.span.start + shift, text[c.span.start : c.span.end], c.value) for c in claims(text)]


@settings(max_examples=150)
@given(st.one_of(st.text(max_size=120), st.lists(st.sampled_from(PIECES.split("|")), max_size=14).map(" ".join)))
def test_offsets_are_faithful_and_nothing_crashes_on_any_text(text: str) -> None:
    for claim in claims(text):
        assert 0 <= claim.span.start < claim.span.end <= len(text)
        words = text[claim.span.start : claim.span.end]
        assert words == words.strip() != ""


@settings(max_examples=60)
@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4), st.lists(st.sampled_from(SENTENCES), max_size=4))
def test_two_texts_put_together_tell_what_each_tells(one: list[str], other: list[str]) -> None:
    first, second = "\n\n".join(one) + "\n\n", "\n\n".join(other)
    assert told(first + second) == told(first) + told(second, len(first))


FORMS = {
    "$70bn": lambda n: f"${n}bn",
    "USD70bn": lambda n: f"USD{n}bn",
    "70 billion dollars": lambda n: f"{n} billion dollars",
    "$70 billion": lambda n: f"${n} billion",
    "US$70bn": lambda n: f"US${n}bn",
    "70-billion-dollar": lambda n: f"{n}-billion-dollar",
    "70 bln USD": lambda n: f"{n} bln USD",
}


@settings(max_examples=60)
@given(st.decimals(min_value=1, max_value=999, places=2), st.sampled_from(sorted(FORMS)))
def test_an_amount_written_in_any_form_means_the_same(n: Decimal, form: str) -> None:
    [claim] = [c for c in claims(f"The road cost {FORMS[form](n)} in all.") if c.kind == "money"]
    [plain] = [c for c in claims(f"The road cost ${n} billion in all.") if c.kind == "money"]
    assert isinstance(claim.value, Amount)
    assert isinstance(plain.value, Amount)
    assert claim.value.interval == plain.value.interval
    assert claim.value.currencies[0] == "USD"


@settings(max_examples=60)
@given(st.integers(min_value=10_000, max_value=99_999_999), st.sampled_from(["{:,}", "{}", "{:_}"]))
def test_a_whole_number_means_the_same_with_and_without_its_groups(n: int, form: str) -> None:
    written = form.format(n).replace("_", "\u202f")
    [claim] = [c for c in claims(f"The crowd was {written} people strong.") if c.kind == "count"]
    assert isinstance(claim.value, Amount)
    assert claim.value.stated == (Decimal(n),)


@pytest.mark.parametrize(
    "piece", ["1 ", "$1 ", "one-", "1990s ", "“", "half a ", "million ", "1/1/", "p = .05 ", "said "]
)
def test_reading_grows_with_the_text_and_not_with_its_square(piece: str) -> None:
    """Counted in steps of the interpreter's own, so that a busy machine changes nothing."""
    short, long = steps(piece * 300), steps(piece * 1200)
    assert long < 6 * short + 20_000


def steps(text: str) -> int:
    """How many Python calls reading a text takes."""
    import sys

    calls = 0

    def count(frame: object, event: str, arg: object) -> None:
        nonlocal calls
        calls += 1

    sys.setprofile(count)
    try:
        claims(text)
    finally:
        sys.setprofile(None)
    return calls


@pytest.mark.parametrize(
    "megabyte",
    ["1" * 10**6, "a" * 10**6, "".join(Random(1).choices('abc 1.,$%-/\n:"()MAYmay’“', k=10**6))],
    ids=["one figure", "one word", "gibberish"],
)
def test_a_hostile_megabyte_is_read_in_bounded_time(megabyte: str) -> None:
    """It takes a second or two; what looked again at all the text for each of its words would take many minutes."""
    begun = process_time()
    claims(megabyte)
    assert process_time() - begun < 30
