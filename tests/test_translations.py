"""Translations: pieces of news in many languages, each held against the English one and the other way round."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.model import Document
from checker.pairs import of_files
from tests.helpers import engine

HOME = Path(__file__).parent / "translations"
TOLD = sorted(tuple(p.stem.split(".")) for p in HOME.glob("*.txt") if p.suffixes[0] != ".en")  # piece and language
SLIPS = {  # of each piece what the English one has, what it is changed to, and what is told of that
    "roads": [
        ("third quarter", "fourth quarter", "fourth"),
        ("22 percent", "12 percent", "12 percent"),
        ("1,200 km", "12,000 km", "12,000 km"),
        ("May 12", "March 12", "March"),
        ("five million", "five billion", "five billion rubles"),
    ],
    "bank": [
        ("fell 18.4 percent", "fell 14.8 percent", "14.8 percent"),
        ("Thursday", "Tuesday", "Tuesday"),
        ("1.5 percentage points", "1.5 percent", "1.5 percent"),
        ("5 and 7 million", "5 and 7 billion", "5 and 7 billion customers"),
        ("two thirds", "three quarters", "three quarters"),
        ("3,600 jobs", "36,000 jobs", "36,000 jobs"),
        ("June 30", "July 30", "July"),
        ("0.75 euros", "0.75 dollars", "0.75 dollars"),
    ],
    "accident": [
        ("48 tourists", "84 tourists", "84 tourists"),
        ("2 kilometers", "20 kilometers", "20 kilometers"),
        ("minus 5 degrees", "5 degrees", "5 degrees"),
        ("45-year-old", "54-year-old", "54-year-old"),
        ("110 kilometers per hour", "110 miles per hour", "110 miles per hour"),
        ("three weeks", "three months", "three months"),
        ("250,000 euros", "25,000 euros", "25,000 euros"),
        ("1.4 million koruna", "1.4 billion koruna", "1.4 billion koruna"),
    ],
    "election": [
        ("52.3 percent", "53.2 percent", "53.2 percent"),
        ("nine more", "nineteen more", "nineteen"),
        ("2.4 million", "2.4 billion", "2.4 billion people"),
        ("8 p.m.", "6 p.m.", "6 p.m."),
        ("46", "64", "64"),
        ("Monday", "Tuesday", "Tuesday"),
        ("12,000 votes", "120,000 votes", "120,000 votes"),
        ("1,150 euros", "1,150 dollars", "1,150 dollars"),
        ("1 January", "1 February", "February"),
        ("end of 2024", "end of 2042", "2042"),
    ],
    "markets": [
        ("Thursday", "Tuesday", "Tuesday"),
        ("7,412.6", "7,142.6", "7,142.6 points"),
        ("March 2020", "May 2020", "May"),
        ("4.25 percent", "4.75 percent", "4.75 percent"),
        ("12 basis points", "12 percentage points", "12 percentage points"),
        ("340 million", "340 billion", "340 billion euros"),
        ("nine months", "six months", "six months"),
        ("of its eleven", "of its twelve", "twelve plants"),
        ("a quarter of", "a third of", "third"),
        ("two weeks", "two months", "two months"),
        ("5 billion dollars", "5 billion euros", "5 billion euros"),
    ],
    "vaccine": [
        ("27 July", "17 July", "17"),
        ("5 and 17 months", "5 and 17 years", "5 and 17 years"),
        ("0.5 milliliters", "5 milliliters", "5 milliliters"),
        ("four weeks", "four months", "four months"),
        ("176", "167", "167"),
        ("2 to 8 degrees", "2 to 18 degrees", "2 to 18 degrees Celsius"),
        ("2 and 4 dollars", "2 and 4 euros", "2 and 4 euros"),
        ("first half", "second half", "second"),
        ("619,000 people", "691,000 people", "691,000 people"),
        ("19th-century", "18th-century", "18th-century"),
        ("two decades", "five decades", "five decades"),
    ],
    "fuel": [
        ("14 cents", "41 cents", "41 cents"),
        ("1990s", "1980s", "the 1980s"),
        ("80 cents", "80 euros", "80 euros"),
        ("three months", "three weeks", "three weeks"),
        ("mid-2023", "mid-2032", "2032"),
        ("7.4 liters", "7.4 gallons", "7.4 gallons"),
        ("two and a half hours", "two and a half days", "two and a half days"),
        ("3 p.m.", "5 p.m.", "5 p.m."),
        ("3 to 9 May", "3 to 19 May", "19"),
        ("290-kilometer", "290-mile", "290-mile"),
        ("under 15", "under 25", "25"),
        ("21 million times", "21 billion times", "21 billion times"),
        ("4.7 billion dollars", "4.7 billion euros", "4.7 billion euros"),
    ],
    "court": [
        ("Tuesday", "Thursday", "Thursday"),
        ("12 years and six months", "12 years and eight months", "12 years and eight months"),
        ("5,700 investors", "7,500 investors", "7,500 investors"),
        ("34 of 41", "34 of 47", "47 counts"),
        ("126 witnesses", "162 witnesses", "162 witnesses"),
        ("90 days", "90 weeks", "90 weeks"),
        ("24 and 18 months", "42 and 18 months", "42"),
        ("five countries", "nine countries", "nine countries"),
        ("14 February", "24 February", "24"),
        ("3.5 kilograms", "3.5 grams", "3.5 grams"),
        ("780,000 Swiss francs", "780,000 euros", "780,000 euros"),
        ("Marsh, 74", "Marsh, 47", "47"),
        ("November", "December", "December"),
        ("1.1 billion", "1.1 million", "1.1 million dollars"),
    ],
    "final": [
        ("36 years", "63 years", "63 years"),
        ("58,000", "85,000", "85,000 spectators"),
        ("Saturday", "Monday", "Monday"),
        ("11 July", "21 July", "21"),
        ("62 percent", "26 percent", "26 percent"),
        ("95 and 1,000 euros", "95 and 10,000 euros", "95 and 10,000 euros"),
        ("240,000", "420,000", "420,000 fans"),
        ("a third of", "a quarter of", "quarter"),
        ("August", "April", "April"),
        ("Kohl, 23", "Kohl, 32", "32"),
        ("48.92 seconds", "49.82 seconds", "49.82 seconds"),
        ("0.3 seconds", "3 seconds", "3 seconds"),
        ("of 2022", "of 2012", "2012"),
        ("42.195", "41.295", "41.295 kilometers"),
        ("8:30", "9:30", "9:30 a.m."),
        ("28 degrees", "38 degrees", "38 degrees"),
    ],
    "aid": [
        ("All 27", "All 26", "26 leaders"),
        ("Thursday", "Tuesday", "Tuesday"),
        ("seven weeks", "seven months", "seven months"),
        ("90 minutes", "19 minutes", "19 minutes"),
        ("17 billion", "71 billion", "71 billion grants"),
        ("first 4.5 billion", "first 5.4 billion", "5.4 billion"),
        ("early March", "early May", "May"),
        ("38 million", "83 million", "83 million people"),
        ("4.7 percent", "7.4 percent", "26.6 to 7.4 percent"),
        ("155-millimeter", "155-meter", "155-meter"),
        ("3,000 euros", "3,000 dollars", "3,000 dollars"),
        ("ten months", "ten years", "ten years"),
    ],
    "storm": [
        ("140 kilometers", "140 miles", "140 miles per hour"),
        ("Wednesday", "Thursday", "Thursday"),
        ("85 millimeters", "85 centimeters", "85 centimeters"),
        ("24 hours", "48 hours", "48 hours"),
        ("5:30", "6:30", "6:30 a.m."),
        ("15,000", "150,000", "150,000 households"),
        ("woman of 29", "woman of 39", "39"),
        ("minus 3 degrees", "3 degrees", "3 degrees Celsius"),
        ("2,500 dollars", "2,500 euros", "2,500 euros"),
        ("1,900 buildings", "19,000 buildings", "19,000 buildings"),
    ],
    "harvest": [
        ("8.6 million", "6.8 million", "6.8 million tonnes"),
        ("21 percent", "12 percent", "12 percent"),
        ("1976", "1967", "1967"),
        ("Wednesday", "Tuesday", "Tuesday"),
        ("7.4 to 5.9 tonnes", "7.4 to 9.5 tonnes", "7.4 to 9.5 tonnes"),
        ("64 millimeters", "46 millimeters", "46 millimeters"),
        ("38 degrees", "48 degrees", "48 degrees"),
        ("five days", "nine days", "nine days"),
        ("3,200 farms", "2,300 farms", "2,300 farms"),
        ("10 hectares", "100 hectares", "100 hectares"),
        ("15 October", "25 October", "25"),
        ("500-gram", "500-kilogram", "500-kilogram"),
        ("15 cents", "51 cents", "51 cents"),
        ("120 cows", "210 cows", "210 cows"),
        ("24 and 27 years", "24 and 37 years", "37 years old"),
        ("2.2 million", "2.2 billion", "2.2 billion tonnes"),
        ("18,000", "81,000", "81,000 seasonal workers"),
    ],
    "launch": [
        ("56 meters", "65 meters", "65 meters"),
        ("4:42", "2:44", "2:44 a.m."),
        ("three days later", "three weeks later", "three weeks"),
        ("10 March", "10 May", "May"),
        ("Two and a half hours", "Three and a half hours", "Three and a half hours"),
        ("26,000 kilometers per hour", "26,000 miles per hour", "26,000 miles per hour"),
        ("2029", "2092", "2092"),
        ("288 satellites", "828 satellites", "828 satellites"),
        ("3.8 billion euros", "3.8 million euros", "3.8 million euros"),
        ("22 member", "32 member", "32 member states"),
        ("115 million dollars", "115 million euros", "115 million euros"),
        ("Conti, 61", "Conti, 16", "16"),
        ("150 new", "115 new", "115 new posts"),
        ("1990s", "1980s", "the 1980s"),
        ("900-kilogram", "900-gram", "900-gram"),
        ("nine months", "nine weeks", "nine weeks"),
        ("480 million", "480 billion", "480 billion kilometers"),
        ("plus 70 degrees", "plus 170 degrees", "minus 120 to plus 170 degrees"),
    ],
    "island": [
        ("9.5 percent", "5.9 percent", "5.9 percent"),
        ("300,000 more", "30,000 more", "30,000"),
        ("2019", "2009", "2009"),
        ("6.8 nights", "8.6 nights", "8.6 nights"),
        ("142 euros", "142 dollars", "142 dollars"),
        ("full in August", "full in April", "April"),
        ("$5.2 billion", "$5.2 million", "$5.2 million"),
        ("410,000", "140,000", "140,000 islanders"),
        ("past ten years", "past five years", "five years"),
        ("60 square meters", "60 square feet", "60 square feet"),
        ("1,050", "1,500", "1,500 euros"),
        ("under 12", "under 21", "21"),
        ("2.5 million", "2.5 billion", "2.5 billion euros"),
        ("80,000 beds", "18,000 beds", "18,000 beds"),
        ("11 a.m.", "9 a.m.", "9 a.m."),
        ("12,000 people", "21,000 people", "21,000 people"),
        ("one million passengers", "two million passengers", "two million passengers"),
        ("2,800 meters", "8,200 meters", "8,200 meters"),
        ("2028 and 2030", "2028 and 2040", "2040"),
        ("four and a half hours", "five and a half hours", "five and a half hours"),
        ("38 and 55 euros", "38 and 155 euros", "38 and 155 euros"),
    ],
    "births": [
        ("684,000 children", "648,000 children", "648,000 children"),
        ("7.2 percent", "2.7 percent", "2.7 percent"),
        ("Thursday", "Tuesday", "Tuesday"),
        ("from 1.46 to", "from 1.64 to", "1.64 to 1.38 children"),
        ("In 1970", "In 1990", "1990"),
        ("23.8", "28.3", "28.3"),
        ("340,000", "430,000", "430,000"),
        ("1.27 million", "1.72 million", "1.72 million"),
        ("over 67", "over 76", "76"),
        ("22 percent", "32 percent", "32 percent"),
        ("20 million", "20 billion", "20 billion"),
        ("fifteen years", "fifty years", "fifty years"),
        ("four million workers", "five million workers", "five million workers"),
        ("250 euros", "250 dollars", "219 to 250 dollars"),
        ("August 2013", "April 2013", "April"),
        ("102 boys", "120 boys", "120 boys"),
        ("5,870 grams", "5,870 kilograms", "5,870 kilograms"),
        ("58 centimeters", "85 centimeters", "85 centimeters"),
        ("3:20", "2:30", "2:30 a.m."),
        ("2,412 girls", "4,212 girls", "4,212 girls"),
        ("172", "127", "127"),
    ],
    "earnings": [
        ("14 May", "24 May", "24"),
        ("11.6%", "16.1%", "16.1%"),
        ("1.284 billion", "1.824 billion", "CHF 1.824 billion"),
        ("first quarter", "third quarter", "third"),
        ("103.7 million", "107.3 million", "107.3 million"),
        ("1.3 percentage points", "1.3 percent", "1.3 percent"),
        ("6 to 8 percent", "6 to 9 percent", "6 to 9 percent"),
        ("7,850", "8,750", "8,750 people"),
        ("400 fewer", "800 fewer", "800"),
        ("2.35 francs", "2.53 francs", "2.53 francs"),
        ("187.50", "178.50", "178.50 francs"),
        ("half a billion", "half a million", "half a million euros"),
        ("340 million", "430 million", "430 million zloty"),
        ("€1.75 billion", "€1.57 billion", "€2.1 billion to €1.57 billion"),
        ("$620 million", "$620 billion", "$620 billion"),
        ("48 trains", "84 trains", "84 trains"),
        ("7 a.m.", "9 a.m.", "9 a.m."),
    ],
}


def told(original: Path, translation: Path) -> list[tuple[str, str]]:
    """The rules that speak of a translation, each with the words that it is about."""
    (document,) = of_files([str(original), str(translation)], "translation")
    assert isinstance(document, Document)
    return [(f.rule, document.text[f.span.start : f.span.end]) for f in engine().audit(document).findings]


def wrong(piece: str, folder: Path) -> Path:
    """The English piece with every slip."""
    text = (HOME / f"{piece}.en.txt").read_text("utf-8")
    for right, slip, _ in SLIPS[piece]:
        assert right in text
        text = text.replace(right, slip)
    path = folder / f"{piece}.en.txt"
    path.write_text(text, "utf-8")
    return path


@pytest.mark.parametrize(("piece", "lang"), TOLD)
def test_a_faithful_translation_is_let_pass_each_way(piece: str, lang: str) -> None:
    english, other = HOME / f"{piece}.en.txt", HOME / f"{piece}.{lang}.txt"
    assert told(other, english) == []
    assert told(english, other) == []


@pytest.mark.parametrize(("piece", "lang"), TOLD)
def test_every_slip_of_a_translation_is_found(piece: str, lang: str, tmp_path: Path) -> None:
    found = told(HOME / f"{piece}.{lang}.txt", wrong(piece, tmp_path))
    changed = [words for rule, words in found if rule != "compare/missing-figure"]  # what else is told of a slip
    assert changed == [words for *_, words in SLIPS[piece]]


@pytest.mark.parametrize("lang", [lang for piece, lang in TOLD if piece == "roads"])
def test_every_slip_of_an_original_is_found_in_its_translation(lang: str, tmp_path: Path) -> None:
    found = told(wrong("roads", tmp_path), HOME / f"roads.{lang}.txt")
    assert len(found) == len(SLIPS["roads"])
    assert {rule for rule, _ in found} == {"compare/changed-figure", "compare/changed-date"}


@pytest.mark.parametrize("lang", ["fr", "es", "it", "pt", "nl", "tr", "ar", "zh", "ja"])
def test_a_changed_multiple_is_found_where_the_original_has_one_that_is_read(lang: str, tmp_path: Path) -> None:
    text = (HOME / "court.en.txt").read_text("utf-8").replace("four times", "six times")
    path = tmp_path / "court.en.txt"
    path.write_text(text, "utf-8")
    assert [words for _, words in told(HOME / f"court.{lang}.txt", path)] == ["six times"]
