"""Dates: what is a day or a period in prose, which one, and what only looks like one."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.dates import Dated, calendar, dates
from checker.dates.almanac import easter, holiday, nth_weekday, orthodox_easter, shift, unit_around
from checker.days import MONTHS
from checker.lang import lexicon
from tests.helpers import claims

ENGLISH = lexicon("en")
SPOKEN = date(2015, 4, 8)  # a Wednesday
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def read(text: str, spoken: date | None = SPOKEN) -> list[tuple[str, str]]:
    """The words of each date and what it stands for: a day, or the first and last of a period."""
    return [(text[d.span.start : d.span.end], shown(d)) for d in dates(text, ENGLISH, spoken)]


def shown(d: Dated) -> str:
    first, last = d.when.first.isoformat(), d.when.last.isoformat()
    return first if first == last else f"{first}/{last}"


NO_DATES = (
    "You may go, and they may not; we march on and sat in the sun for a second.",
    "May I ask who won? Mark sat with August Wilson, an august man.",
    "She eats 2000 calories a day and ran 1500 metres in four minutes.",
    "It sold 2000-2500 units for $2000 at €1999 a piece; 2000 dollars went to 1750 workers.",
    "More than 2000 people came, and over 2015 places were left.",
    "Version 1.2.2015 of file ATA-2015 runs on 192.168.20.15; call 555-2015-1999.",
    "He scored 5/10 points, lost 4-7-15 and drank 3/4 of it.",
    "Open 24/7, it has 1,500 seats and 12.2015 litres.",
    "The shop opens Mondays and Fridays, from Monday to Friday.",
    "He is in his 30s and it was in the 80F range.",
    "Boats from Easter Island carried Christmas Carol home to Halloween Road.",
    "A piece in USA Today pleased Twentieth Century Fox.",
    "For the coming years, in three days of talks, the strike is expected to last two months.",
    "The following week was quiet, and the next day they left; the previous three years had not been.",
    "the third century of independence, the 4th man, the first half, on the 5th floor",
    "Caesar died in 1500 BC.",
    "It happened last; this is the year and the month of the week.",
)


@pytest.mark.parametrize("text", NO_DATES)
def test_what_is_no_date(text: str) -> None:
    assert read(text) == []


DAYS = (
    ("April 7, 2015", "2015-04-07"),
    ("April 7 2015", "2015-04-07"),
    ("april 7, 2015", "2015-04-07"),
    ("7 April 2015", "2015-04-07"),
    ("7th of April 2015", "2015-04-07"),
    ("the seventh of April, 2015", "2015-04-07"),
    ("Apr. 7 , 2015", "2015-04-07"),
    ("Apr7, 2015", "2015-04-07"),
    ("7april 2015", "2015-04-07"),
    ("Apr-7-2015", "2015-04-07"),
    ("7-Apr-15", "2015-04-07"),
    ("7/Apr/2015", "2015-04-07"),
    ("2015-04-07", "2015-04-07"),
    ("2015/4/7", "2015-04-07"),
    ("4/7/2015", "2015-04-07"),
    ("4/7/15", "2015-04-07"),
    ("27/4/2015", "2015-04-27"),
    ("7.4.2015", "2015-04-07"),
    ("4-27-14", "2014-04-27"),
    ("20150407", "2015-04-07"),
    ("march 3, 2014", "2014-03-03"),
    ("the 1st of march", "2015-03-01"),
    ("May twenty-first, 2014", "2014-05-21"),
    ("30 May nineteen eighty-six", "1986-05-30"),
    ("April 2", "2015-04-02"),
    ("May 5", "2015-05-05"),
    ("June 5", "2014-06-05"),
    ("4 July last year", "2014-07-04"),
    ("Wednesday, April 15, 2015", "2015-04-15"),
    ("Wed, Apr 15", "2015-04-15"),
    ("April 15, Wednesday", "2015-04-15"),
    ("Friday 2015-7-3", "2015-07-03"),
    ("this Friday-Apr-10", "2015-04-10"),
    ("Sun 12th", "2015-04-12"),
    ("Friday the 13th", "2015-03-13"),
    ("Sunday 12", "2015-04-12"),
    ("Friday 4/10", "2015-04-10"),
    ("today", "2015-04-08"),
    ("yesterday", "2015-04-07"),
    ("tomorrow", "2015-04-09"),
    ("the day before yesterday", "2015-04-06"),
    ("the day after tomorrow", "2015-04-10"),
    ("Wednesday", "2015-04-08"),
    ("Friday", "2015-04-03"),
    ("last Friday", "2015-04-03"),
    ("last Tuesday", "2015-03-31"),
    ("next Tuesday", "2015-04-14"),
    ("this Friday", "2015-04-10"),
    ("the coming Friday", "2015-04-10"),
    ("the past Tuesday", "2015-04-07"),
    ("Friday after next", "2015-04-17"),
    ("Friday last week", "2015-04-03"),
    ("Monday of next week", "2015-04-13"),
    ("last week's Sunday", "2015-04-05"),
    ("two days ago", "2015-04-06"),
    ("a week ago", "2015-04-01"),
    ("12 months ago", "2014-04-08"),
    ("three weeks from now", "2015-04-29"),
    ("a week from Friday", "2015-04-17"),
    ("Monday two weeks ago", "2015-03-23"),
    ("four Tuesdays ago", "2015-03-17"),
    ("two Fridays from now", "2015-04-17"),
    ("two days after April 7, 2015", "2015-04-09"),
    ("the day before Easter 2015", "2015-04-04"),
    ("first Wednesday of October 2014", "2014-10-01"),
    ("the last Friday in October 2014", "2014-10-31"),
    ("the first Monday of last month", "2015-03-02"),
    ("the last day of February 2016", "2016-02-29"),
    ("the 20th of next month", "2015-05-20"),
    ("the 15th day of this month", "2015-04-15"),
    ("Thanksgiving 2014", "2014-11-27"),
    ("Black Friday", "2014-11-28"),
    ("Christmas Eve", "2014-12-24"),
    ("last Christmas", "2014-12-25"),
    ("New Year’s Day", "2015-01-01"),
    ("Mother's Day 2015", "2015-05-10"),
    ("Good Friday", "2015-04-03"),
    ("Orthodox Easter 2015", "2015-04-12"),
)


@pytest.mark.parametrize(("text", "day"), DAYS)
def test_a_day(text: str, day: str) -> None:
    for before, after in (("", ""), ("We met them ", "."), ("It shut (", ") for good"), ("“", ",” he said")):
        assert read(f"{before}{text}{after}") == [(text, day)]


PERIODS = (
    ("march 2014", "2014-03-01/2014-03-31", "month"),
    ("April 2015", "2015-04-01/2015-04-30", "month"),
    ("April of 2015", "2015-04-01/2015-04-30", "month"),
    ("last October", "2014-10-01/2014-10-31", "month"),
    ("next March", "2016-03-01/2016-03-31", "month"),
    ("last month", "2015-03-01/2015-03-31", "month"),
    ("2014", "2014-01-01/2014-12-31", "year"),
    ("2014 AD", "2014-01-01/2014-12-31", "year"),
    ("the year 2000", "2000-01-01/2000-12-31", "year"),
    ("fiscal 2014", "2014-01-01/2014-12-31", "year"),
    ("FY2014", "2014-01-01/2014-12-31", "year"),
    ("last year", "2014-01-01/2014-12-31", "year"),
    ("2015–16", "2015-01-01/2016-12-31", "range"),
    ("2013-2015", "2013-01-01/2015-12-31", "range"),
    ("2009/10", "2009-01-01/2010-12-31", "range"),
    ("summer of 2014", "2014-06-01/2014-08-31", "season"),
    ("winter 2014", "2014-12-01/2015-02-28", "season"),
    ("last summer", "2014-06-01/2014-08-31", "season"),
    ("Q3 2014", "2014-07-01/2014-09-30", "quarter"),
    ("third quarter of 2014", "2014-07-01/2014-09-30", "quarter"),
    ("the fourth quarter", "2014-10-01/2014-12-31", "quarter"),
    ("the last quarter of 2014", "2014-10-01/2014-12-31", "quarter"),
    ("this quarter", "2015-04-01/2015-06-30", "quarter"),
    ("the first half of 2014", "2014-01-01/2014-06-30", "half"),
    ("H2 2014", "2014-07-01/2014-12-31", "half"),
    ("the 1990s", "1990-01-01/1999-12-31", "decade"),
    ("the '90s", "1990-01-01/1999-12-31", "decade"),
    ("the 90s", "1990-01-01/1999-12-31", "decade"),
    ("the 19th century", "1801-01-01/1900-12-31", "century"),
    ("last week", "2015-03-30/2015-04-05", "week"),
    ("this week", "2015-04-06/2015-04-12", "week"),
    ("the past three years", "2012-04-08/2015-04-08", "range"),
    ("the next 10 days", "2015-04-08/2015-04-18", "range"),
    ("the first week of October 2014", "2014-10-01/2014-10-07", "week"),
    ("April 5–7, 2015", "2015-04-05/2015-04-07", "range"),
    ("5-7 April 2015", "2015-04-05/2015-04-07", "range"),
    ("April to June 2014", "2014-04-01/2014-06-30", "range"),
    ("November to January 2015", "2014-11-01/2015-01-31", "range"),
    ("April 5 to May 7, 2014", "2014-04-05/2014-05-07", "range"),
    ("2010 to 2015", "2010-01-01/2015-12-31", "range"),
)


@pytest.mark.parametrize(("text", "days", "grain"), PERIODS)
def test_a_period(text: str, days: str, grain: str) -> None:
    for before, after in (("", ""), ("It grew in ", "."), ("It grew (", ") at last")):
        assert read(f"{before}{text}{after}") == [(text, days)]
    assert [d.when.grain for d in dates(text, ENGLISH, SPOKEN)] == [grain]


CUED = (
    ("Prices fell in March.", "March", "2015-03-01/2015-03-31"),
    ("Prices fell since October, he said.", "October", "2014-10-01/2014-10-31"),
    ("It ran from April 5 to 7.", "April 5 to 7", "2015-04-05/2015-04-07"),
    ("It ran between May 3 and June 2, 2014.", "May 3 and June 2, 2014", "2014-05-03/2014-06-02"),
    ("They will be back in two months.", "in two months", "2015-06-08"),
    ("They met on the 4th.", "the 4th", "2015-04-04"),
    ("They met on Sat.", "Sat", "2015-04-04"),
    ("It shut in October. 5 people left.", "October", "2014-10-01/2014-10-31"),
    ("They met on 4/2.", "4/2", "2015-04-02"),
)


@pytest.mark.parametrize(("text", "words", "days"), CUED)
def test_what_the_words_around_make_a_date(text: str, words: str, days: str) -> None:
    assert read(text) == [(words, days)]


def test_each_of_several_dates_is_read() -> None:
    text = "On Monday, in 2014 and on April 2, 2015, as in the 1990s, it rained."
    assert [words for words, _ in read(text)] == ["Monday", "2014", "April 2, 2015", "the 1990s"]


@pytest.mark.parametrize(("text", "weekday"), [("Friday, April 10, 2015", 4), ("Monday, April 10, 2015", 0)])
def test_a_weekday_beside_a_day_keeps_what_it_says(text: str, weekday: int) -> None:
    (found,) = dates(text, ENGLISH, SPOKEN)
    assert (found.when.first, found.when.weekday, found.whole) == (date(2015, 4, 10), weekday, True)


@pytest.mark.parametrize("text", ["February 30, 2015", "31 June", "the 31st of April 2015", "2015-02-30", "2/29/2015"])
def test_a_day_that_cannot_be_is_kept_apart(text: str) -> None:
    found = calendar(f"It was due on {text}, they said.", ENGLISH, SPOKEN)
    assert [d.span.end - d.span.start for d in found.impossible] == [len(text)]
    assert not found.dates


def test_a_leap_day_without_a_year_is_the_last_there_was() -> None:
    assert read("born on February 29") == [("February 29", "2012-02-29")]


@pytest.mark.parametrize("text", ["April 2", "Friday", "the fourth quarter", "last week", "the 20th of next month"])
def test_without_the_day_of_the_text_a_date_has_a_place_and_no_value(text: str) -> None:
    found = calendar(text, ENGLISH)
    assert not found.dates
    assert [text[s.start : s.end] for s in found.places] == [text]


def test_counted_units_stay_figures() -> None:
    text = "Two weeks ago, on March 29, he left after 29 days."
    said = {k: [text[c.span.start : c.span.end] for c in claims(k, text, "2015-04-08")] for k in ("date", "duration")}
    assert said == {"date": ["Two weeks ago", "March 29"], "duration": ["Two weeks", "29 days"]}


def test_a_date_without_a_year_is_no_figure() -> None:
    assert claims("number", "They met on March 29 and on the 4th of May.") == ()


ABSOLUTE = (
    "{month} {d}, {y}",
    "{month} {d} {y}",
    "{d} {month} {y}",
    "{d}th of {month} {y}",
    "the {d}th of {month}, {y}",
    "{dotted} {d}, {y}",
    "{short} {d}, {y}",
    "{d}-{short}-{y}",
    "{short}-{d}-{y}",
    "{y}-{m:02}-{d:02}",
    "{y}/{m}/{d}",
    "{m}/{d}/{y}",
    "{d}.{m}.{y}",
    "{weekday}, {month} {d}, {y}",
    "{weekday} {y}-{m:02}-{d:02}",
)


@given(st.dates(date(1600, 1, 1), date(2099, 12, 31)), st.sampled_from(ABSOLUTE), st.text("ab (,“\n", max_size=8))
def test_a_day_written_in_any_form_reads_as_that_day(day: date, form: str, before: str) -> None:
    month = MONTHS[day.month - 1]
    fields = {"d": day.day, "m": day.month, "y": day.year, "month": month, "weekday": WEEKDAYS[day.weekday()]}
    short = "Sept" if month == "September" else month[:3]
    text = form.format(short=short, dotted=short if short == month else f"{short}.", **fields)
    (found,) = dates(f"{before} {text} it was.", ENGLISH)
    assert (found.when.first, found.when.last, found.whole) == (day, day, True)
    assert f"{before} {text} it was."[found.span.start : found.span.end] == text


PIECES = [
    *("march", "May", "sat", "Friday", "first", "between", "and", "from", "to", "next"),
    *sorted(ENGLISH.calendar.known)[::7],
    "7",
    "31",
    "2015",
    "1990s",
    "5th",
    ",",
    "-",
    "/",
    ".",
    "\n",
    "4/7/15",
    "'",
]


@given(st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join), st.none() | st.dates())
def test_any_words_of_dates_are_read_in_order_and_in_place(text: str, spoken: date | None) -> None:
    found = calendar(text, ENGLISH, spoken)
    for a, b in zip(found.dates, found.dates[1:], strict=False):
        assert a.span.end <= b.span.start
    assert all(0 <= s.start < s.end <= len(text) for s in found.places)
    assert all(d.when.first <= d.when.last for d in found.dates)


@pytest.mark.parametrize(("year", "western", "eastern"), [(2015, "04-05", "04-12"), (2018, "04-01", "04-08")])
def test_easter(year: int, western: str, eastern: str) -> None:
    assert easter(year) == date.fromisoformat(f"{year}-{western}")
    assert orthodox_easter(year) == date.fromisoformat(f"{year}-{eastern}")


@given(st.integers(1583, 4000))
def test_easter_is_a_sunday_of_spring(year: int) -> None:
    assert easter(year).weekday() == orthodox_easter(year).weekday() == 6
    assert date(year, 3, 22) <= easter(year) <= date(year, 4, 25)


@pytest.mark.parametrize("rule", ENGLISH.calendar.rules)
def test_every_holiday_has_a_day_in_every_year(rule: str) -> None:
    assert {holiday(rule, year).year for year in range(1900, 2100)} == set(range(1900, 2100))


def test_the_calendar_turns() -> None:
    assert shift(date(2015, 1, 31), 1, "month") == date(2015, 2, 28)
    assert unit_around(date(2000, 5, 5), "century").first == date(1901, 1, 1)
    assert nth_weekday(date(2014, 11, 1), date(2014, 11, 30), 3, 4) == date(2014, 11, 27)
    with pytest.raises(ValueError, match="weekday"):
        nth_weekday(date(2014, 11, 1), date(2014, 11, 30), 3, 5)
