"""Names: who is named, by which words, and which mentions are one person's."""

from __future__ import annotations

import pytest

from checker.engine import extracted
from checker.model import Name
from checker.names import mentions, people
from checker.names.acronyms import acronyms
from checker.names.known import is_known
from checker.names.offices import holders
from checker.names.slips import is_slip, is_swap
from checker.text import Text
from tests.helpers import document


def named(text: str) -> list[tuple[str, str]]:
    whole = Text(document(text))
    return [(m.title, whole[m.span]) for m in mentions(whole)]


def persons(text: str) -> list[tuple[str, list[str]]]:
    whole = Text(document(text))
    return [(p.last, [whole[m.span] for m in p.mentions]) for p in people(whole)]


@pytest.mark.parametrize(
    "text", ["There is no name here.", "He said that we would.", "But the Of And.", "iPhone and x2Y."]
)
def test_what_is_no_name_is_left_alone(text: str) -> None:
    assert named(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("But Foreign Minister Anna Kocsis left.", [("foreign minister", "Anna Kocsis")]),
        ("We saw Mr. Molnar's dog.", [("mr", "Molnar")]),
        ("It was Vice President J. D. Rowe who left.", [("vice president", "J. D. Rowe")]),
        ("A film on Martin Luther King was shown.", [("", "Martin Luther King")]),
        ("Dr Peter van der Berg left Nairobi.", [("dr", "Peter van der Berg"), ("", "Nairobi")]),
        ("It ended with Kovacs. Peters began.", [("", "Kovacs"), ("", "Peters")]),
    ],
)
def test_names_are_read_without_what_stands_before_them(text: str, found: list[tuple[str, str]]) -> None:
    assert named(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They flew to Lisbon with the National Bank.", []),
        ("Anna Kocsis spoke. Kocsis left. Ms Kocsis slept.", [("Kocsis", ["Anna Kocsis", "Kocsis", "Ms Kocsis"[3:]])]),
        ("Anna Kocsis met Peter Kocsis.", [("Kocsis", ["Anna Kocsis"]), ("Kocsis", ["Peter Kocsis"])]),
        ("Thomas Rowe spoke. Tom Rowe left. T. Rowe ate.", [("Rowe", ["Thomas Rowe", "Tom Rowe", "T. Rowe"])]),
        ("President Oduya spoke. Oduya left.", [("Oduya", ["Oduya", "Oduya"])]),
    ],
)
def test_mentions_of_one_person_are_joined(text: str, found: list[tuple[str, list[str]]]) -> None:
    assert persons(text) == found


def test_claims_tell_what_bears_a_name() -> None:
    whole = Text(document("Judge Anna Kocsis left the Ministry for Nairobi and Brint Holdings."))
    values = [c.value for c in extracted(whole, "name")]
    assert values == [
        Name("Anna Kocsis", "person", "judge"),
        Name("Ministry", "organisation"),
        Name("Nairobi", "place"),
        Name("Brint Holdings", "organisation"),
    ]


def test_the_lists_know_words_names_and_places_in_any_letters() -> None:
    assert is_known("Science", "words")
    assert is_known("farrell", "surnames")
    assert is_known("Nairobi", "words", "places")
    assert not is_known("Sceince", "words", "given", "surnames", "places")


@pytest.mark.parametrize(
    ("a", "b"),
    [
        *(("Austria", "Austrian"), ("Ivanov", "Ivanova"), ("Argentina", "Argentine"), ("Germans", "Germany")),
        *(
            ("EverQuest", "Everquest"),
            ("BBB-minus", "BB-minus"),
            ("We've", "We're"),
            ("We've", "We’ve"),
            ("Molnar", "Molnar"),
        ),
        *(("Austria", "Australia"), ("Kowalski", "Kovalsky")),
    ],
)
def test_other_words_are_no_slips(a: str, b: str) -> None:
    assert not is_slip(a, b)
    assert not is_slip(b, a)


@pytest.mark.parametrize("slip", ["Zelinksi", "Zelinsski", "Zelinki", "Zelenski", "Zleinski", "Zellinski"])
def test_slips_of_the_keys(slip: str) -> None:
    assert is_slip(slip, "Zelinski")
    assert is_slip("Zelinski", slip)


def held(text: str) -> list[tuple[str, str, str]]:
    whole = Text(document(text, published="2020-05-04"))
    return [(h.office, whole[h.name.span], h.place) for h in holders(whole)]


@pytest.mark.parametrize(
    "text",
    [
        "Former President Oduya and then-Mayor Rowell met.",
        "Molnar, the acting foreign minister, and Deputy Prime Minister Brandt left.",
        "The President, Vice President and First Lady left.",
        "In 2004 President Oduya met Senator Rowell.",
        "A president has a mayor.",
    ],
)
def test_offices_of_another_time_or_of_nobody_are_left_alone(text: str) -> None:
    assert held(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Foreign Minister Anna Kocsis met Molnar, the foreign minister.",
            [("foreign minister", "Anna Kocsis", ""), ("foreign minister", "Molnar", "")],
        ),
        (
            "Hungarian Finance Minister Dahl met the prime minister of Norland, Peter Vik.",
            [("finance minister", "Dahl", "Hungarian")],
        ),
        ("The mayor, Tim Rowell, met Gov. Bell.", [("mayor", "Tim Rowell", ""), ("governor", "Bell", "")]),
    ],
)
def test_holders_stand_before_or_behind_their_offices(text: str, found: list[tuple[str, str, str]]) -> None:
    assert held(text) == found


@pytest.mark.parametrize(
    ("a", "b"), [("OSCE", ""), ("", ""), ("OSCE", "OSCE"), ("OSCE", "OSC"), ("OSCE", "OECS"), ("AA", "AA")]
)
def test_letters_that_have_not_changed_places(a: str, b: str) -> None:
    assert not is_swap(a, b)


def explained(text: str) -> list[tuple[str, str]]:
    return [(a.letters, a.words) for a in acronyms(Text(document(text)))]


@pytest.mark.parametrize(
    "text",
    [
        "(ABCD) stands alone.",
        "It is small (NASA).",
        "It has later taken the SI Technology Plan (SITP).",
        "Doctors Without Borders (MSF) left.",
        "The World Body (OMC) met.",
    ],
)
def test_acronyms_that_their_words_do_not_spell_are_left_alone(text: str) -> None:
    assert explained(text) == []


def test_acronyms_are_read_with_their_words() -> None:
    found = explained(
        "In Rome the Food and Agriculture Organization (FAO) met the Norland Bridge Workers Union (NWBU)."
    )
    assert found == [("FAO", "Food and Agriculture Organization"), ("NWBU", "Norland Bridge Workers Union")]
