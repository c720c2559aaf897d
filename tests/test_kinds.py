"""Kinds: multiples, shares, ordinals, scores, times of day; and what a claim knows of its clause."""

from __future__ import annotations

import pytest

from checker.engine import extracted
from checker.model import Amount, Claim, Clock
from checker.text import Text
from checker.voices import said_by
from tests.helpers import document


def read(kind: str, text: str) -> list[tuple[str, tuple[float, ...]]]:
    whole = Text(document(text))
    return [(whole[c.span], stated(c)) for c in extracted(whole, kind)]


def stated(claim: Claim) -> tuple[float, ...]:
    if isinstance(claim.value, Clock):
        return (claim.value.minutes,)
    assert isinstance(claim.value, Amount)
    return tuple(map(float, claim.value.stated))


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("multiple", "The double room is on the triple-lane road."),
        ("multiple", "They met three times a week, and four times in May."),
        ("fraction", "They met in two of the rooms and slept in three in March."),
        ("ordinal", "It was the end of August 21st, 2014."),
        ("score", "The law of 2014-15 was changed in section 5-7."),
        ("score", "Call 555-0199."),
        ("duration", "The man in his 40s met one in her mid-30s."),
        ("time", "It is 10.30 metres long and has a ratio of 1:250."),
        ("time", "In John 3:162 and in version 10:3."),
    ],
)
def test_what_is_of_another_kind_is_left_alone(kind: str, text: str) -> None:
    assert read(kind, text) == []


@pytest.mark.parametrize(
    ("kind", "text", "words", "value"),
    [
        ("multiple", "It cost four times as much.", "four times", 4),
        ("multiple", "Shares trade at 6.5 times earnings.", "6.5 times", 6.5),
        ("multiple", "Sales doubled to $4m.", "doubled", 2),
        ("multiple", "A fivefold rise.", "fivefold", 5),
        ("multiple", "It is twice the size.", "twice", 2),
        ("fraction", "One in five adults smokes.", "One in five adults", 0.2),
        ("fraction", "Three out of 10 voters stayed away.", "Three out of 10 voters", 0.3),
        ("fraction", "One launch in twenty failed.", "One launch in twenty", 0.05),
        ("fraction", "Some 4-in-10 homes were cold.", "4-in-10 homes", 0.4),
        ("ordinal", "It was the 201st base.", "201st", 201),
        ("ordinal", "It served its 100 millionth guest.", "100 millionth", 100_000_000),
        ("ordinal", "He came twenty-first.", "twenty-first", 21),
        ("ordinal", "Her third book.", "third", 3),
        ("time", "It began at 10:30 sharp.", "10:30", 630),
        ("time", "It began at 9 a.m. sharp.", "9 a.m.", 540),
        ("time", "It ended at 12.15pm that day.", "12.15pm", 735),
        ("time", "They met at midnight again.", "midnight", 0),
        ("count", "They met three times a week.", "three times", 3),
        ("age", "The share of under-20s fell.", "20", 20),
        ("duration", "He ran it in 20s flat.", "20s", 20),
    ],
)
def test_a_kind_is_read_with_its_words_and_worth(kind: str, text: str, words: str, value: float) -> None:
    [(told, [worth])] = read(kind, text)
    assert told == words
    assert worth == pytest.approx(value)


@pytest.mark.parametrize(
    ("text", "words", "sides"),
    [
        ("They won 2-1 at home.", "2-1", (2, 1)),
        ("The Senate voted 60–40 for it.", "60–40", (60, 40)),
        ("It passed by 60 votes to 40 on Monday.", "60 votes to 40", (60, 40)),
    ],
)
def test_a_score_takes_both_its_sides_and_nothing_else_does(text: str, words: str, sides: tuple[int, int]) -> None:
    assert read("score", text) == [(words, sides)]
    assert read("number", text) == read("count", text) == []


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("43 people died, compared with 60 a year ago.", "people"),
        ("Some 6 million homes, including 1.5 million in the north, went dark.", "home"),
        ("There are 900 people who work, and 300 who do not.", "people"),
        ("They have four-, five- and six-room flats.", "room"),
    ],
)
def test_a_figure_takes_the_noun_that_its_neighbour_tells(text: str, unit: str) -> None:
    counts = extracted(Text(document(text)), "count")
    assert len(counts) > 1
    assert {c.value.unit for c in counts if isinstance(c.value, Amount)} == {unit}


@pytest.mark.parametrize("text", ["It fell to -5C.", "It fell to minus 5 degrees C.", "It fell to −5 degrees Celsius."])
def test_below_nought_is_below_nought(text: str) -> None:
    [(words, value)] = read("quantity", text)
    assert value == (-5,)
    assert words.startswith(("-", "−", "minus"))


@pytest.mark.parametrize("text", ["It lost -$4.2m.", "It lost $-4.2m.", "It lost −$4.2 million."])
def test_a_debt_is_below_nought_wherever_its_sign_stands(text: str) -> None:
    assert [v for _, v in read("money", text)] == [(-4.2e6,)]


def parts(text: str) -> list[tuple[str, str | None, str | None]]:
    whole = Text(document(text))
    return [(whole[c.span], c.change, c.part) for c in extracted(whole, "percent")]


def test_a_figure_knows_its_part_in_a_change() -> None:
    assert parts("The rate rose by 0.5 percent to 7 percent from 6.5 percent.") == [
        ("0.5 percent", "up", "by"),
        ("7 percent", "up", "to"),
        ("6.5 percent", "up", "from"),
    ]
    assert parts("There was a 5 percent drop.") == [("5 percent", "down", None)]
    assert parts("Some 5 percent of them came from 4 percent of the towns.") == [
        ("5 percent", None, None),
        ("4 percent", None, None),
    ]


@pytest.mark.parametrize(
    ("text", "mood"),
    [
        ("The bridge cost $5m.", None),
        ("The mayor denied that it cost $5m.", "denied"),
        ("The bridge would cost $5m.", "conditional"),
        ("The bridge will cost $5m.", "forecast"),
        ("A year earlier the bridge cost $5m.", "historical"),
        ("If it rains they leave, and the bridge cost $5m.", None),
    ],
)
def test_a_claim_knows_in_what_mood_its_clause_tells_it(text: str, mood: str | None) -> None:
    assert [c.mood for c in extracted(Text(document(text)), "money")] == [mood]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The bridge cost $5m, Ada Whitlock said.", "Ada Whitlock"),
        ("The bridge cost $5m, according to the Ministry of Roads.", "the Ministry of Roads"),
        ("Police reported that $5m was found.", "Police"),
        ("The bridge cost $5m.", None),
    ],
)
def test_a_claim_knows_who_says_so(text: str, source: str | None) -> None:
    whole = Text(document(text))
    sources = [said_by(whole, c.sentence) for c in extracted(whole, "money")]
    assert [whole[s] if s else None for s in sources] == [source]
