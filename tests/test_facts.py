"""The reference tables: well-formed, right on days that are known, and open where sources are."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.facts import CHECKED, MAYBE, MEMBER, TRUSTED, Fact, Facts, standard
from checker.facts.tables import COLUMNS, Entry, organisations, rows, states
from checker.trouble import TroubleError

HERE = Path(__file__).parents[1] / "checker" / "facts"
FACTS = standard()
STATES, ORGANISATIONS = states(HERE / "states.csv"), organisations(HERE / "organisations.csv")
ROWS = list(rows(HERE / "memberships.csv", COLUMNS))
HEAD = ",".join(COLUMNS) + "\n"


def day(text: str) -> date:
    return date.fromisoformat(text)


def member(state: str, organisation: str, on: str) -> bool | None:
    return FACTS.membership(state, organisation, day(on)).member


# The tables are well-formed.


def test_every_subject_and_object_is_listed() -> None:
    assert {cells[0] for _, cells in ROWS} <= {entry.name for entry in STATES}
    assert {cells[2] for _, cells in ROWS} == {entry.name for entry in ORGANISATIONS}


def test_rows_read_without_trouble_and_none_is_lost() -> None:
    # reading refuses bad dates, ends before beginnings, unknown predicates and periods that overlap
    held = [
        fact
        for organisation in ORGANISATIONS
        for state in STATES
        for fact in FACTS._periods[organisation.name].get(state.name, ())
    ]
    assert len(held) == len(ROWS) == len({fact.row for fact in held})
    assert all(fact.first and fact.source for fact in held)


def test_no_row_lies_in_the_future_of_the_tables() -> None:
    slack = timedelta(days=31)  # an open question may begin with the last news read
    assert all(day(cells[3]) <= CHECKED + slack for _, cells in ROWS)


def test_every_source_names_a_site() -> None:
    assert all(";" in cells[5] and "." in cells[5].rsplit(";", 1)[1] for _, cells in ROWS)


@pytest.mark.parametrize("entries", [STATES, ORGANISATIONS], ids=["states", "organisations"])
def test_names_are_unique(entries: tuple[Entry, ...]) -> None:
    written = [name for entry in entries for name in (entry.name, *entry.aliases)]
    assert len(written) == len(set(written))
    assert all(name == name.strip() and name for name in written)


@pytest.mark.parametrize("entries", [STATES, ORGANISATIONS], ids=["states", "organisations"])
def test_decoys_hold_a_name_and_are_none(entries: tuple[Entry, ...]) -> None:
    written = {name for entry in entries for name in (entry.name, *entry.aliases)}
    for entry in entries:
        for decoy in entry.decoys:
            assert decoy not in written
            assert any(name in decoy for name in (entry.name, *entry.aliases)), decoy


# The tables are right on days that are known.


@pytest.mark.parametrize(
    ("organisation", "on", "count"),
    [
        ("EU", "1957-12-31", 0),
        ("EU", "1958-01-01", 6),
        ("EU", "1973-01-01", 9),
        ("EU", "1981-01-01", 10),
        ("EU", "1986-01-01", 12),
        ("EU", "1995-01-01", 15),
        ("EU", "2004-05-01", 25),
        ("EU", "2007-01-01", 27),
        ("EU", "2013-07-02", 28),
        ("EU", "2020-01-31", 28),
        ("EU", "2020-02-01", 27),
        ("NATO", "1949-08-24", 12),
        ("NATO", "1982-05-30", 16),
        ("NATO", "1999-03-12", 19),
        ("NATO", "2004-03-29", 26),
        ("NATO", "2015-01-01", 28),
        ("NATO", "2020-03-27", 30),
        ("NATO", "2024-04-01", 32),
        ("EAEU", "2015-01-01", 3),
        ("EAEU", "2015-08-11", 4),
        ("EAEU", "2016-01-01", 5),
        ("CSTO", "1994-12-31", 9),
        ("CSTO", "2000-01-01", 6),
        ("CSTO", "2010-01-01", 7),
        ("CSTO", "2015-04-07", 6),
        ("SCO", "2010-01-01", 6),
        ("SCO", "2018-01-01", 8),
        ("SCO", "2023-07-04", 9),
        ("SCO", "2024-12-31", 10),
        ("CIS", "2005-01-01", 10),
        ("CIS", "2015-01-01", 9),
        ("OECD", "1961-12-31", 19),
        ("OECD", "1964-12-31", 21),
        ("OECD", "2000-12-31", 30),
        ("OECD", "2015-01-01", 34),
        ("OECD", "2022-01-01", 38),
        ("ASEAN", "1967-08-08", 5),
        ("ASEAN", "2015-01-01", 10),
        ("ASEAN", "2025-10-26", 11),
        ("BRICS", "2010-01-01", 4),
        ("BRICS", "2015-01-01", 5),
        ("BRICS", "2024-06-01", 9),
        ("BRICS", "2025-06-01", 10),
        ("G7", "1975-12-31", 6),
        ("G7", "2015-06-07", 7),
        ("G8", "2013-06-17", 8),
        ("G20", "2015-01-01", 19),
        ("OPEC", "1960-12-31", 5),
        ("OPEC", "1976-06-01", 13),
        ("OPEC", "2000-01-01", 11),
        ("OPEC", "2008-06-01", 13),
        ("OPEC", "2015-01-01", 12),
        ("OPEC", "2018-07-01", 15),
        ("OPEC", "2019-01-01", 14),
        ("OPEC", "2020-01-01", 13),
        ("OPEC", "2024-01-01", 12),
        ("OPEC", "2026-05-01", 11),
        ("Eurozone", "1999-01-01", 11),
        ("Eurozone", "2015-01-01", 19),
        ("Eurozone", "2023-01-01", 20),
        ("Eurozone", "2026-01-01", 21),
        ("Schengen", "1995-03-26", 7),
        ("Schengen", "2001-03-25", 15),
        ("Schengen", "2007-12-21", 24),
        ("Schengen", "2015-01-01", 26),
        ("Schengen", "2023-01-01", 27),
        ("Schengen", "2024-03-31", 29),
        ("UN", "1945-12-31", 51),
        ("UN", "1946-12-31", 55),
        ("UN", "1947-12-31", 57),
        ("UN", "1950-12-31", 60),
        ("UN", "1955-12-31", 76),
        ("UN", "1956-12-31", 80),
        ("UN", "1958-01-31", 82),
        ("UN", "1960-12-31", 99),
        ("UN", "1961-12-31", 104),
        ("UN", "1962-12-31", 110),
        ("UN", "1965-12-31", 117),
        ("UN", "1967-12-31", 123),
        ("UN", "1970-12-31", 127),
        ("UN", "1975-12-31", 144),
        ("UN", "1977-12-31", 149),
        ("UN", "1980-12-31", 154),
        ("UN", "1984-12-31", 159),
        ("UN", "1990-12-31", 159),
        ("UN", "1991-12-31", 166),
        ("UN", "2000-12-31", 189),
        ("UN", "2002-12-31", 191),
        ("UN", "2006-12-31", 192),
        ("UN", "2015-01-01", 193),
        ("Mercosur", "2000-01-01", 4),
        ("Mercosur", "2014-01-01", 5),
        ("Council of Europe", "1949-12-31", 11),
        ("Council of Europe", "1989-12-31", 23),
        ("Council of Europe", "2001-12-31", 43),
        ("Council of Europe", "2015-01-01", 47),
        ("Council of Europe", "2022-03-17", 46),
        ("Arab League", "2010-01-01", 22),
        ("African Union", "2010-01-01", 53),
        ("African Union", "2016-01-01", 54),
        ("African Union", "2018-01-01", 55),
    ],
)
def test_counts(organisation: str, on: str, count: int) -> None:
    found = FACTS.members(organisation, day(on))
    assert found is not None
    assert len(found) == count


def test_every_un_member_of_today_is_a_state_of_the_tables() -> None:
    outside = {"Czechoslovakia", "East Germany", "Kosovo", "Palestine", "Sahrawi Republic", "South Yemen", "Taiwan"}
    outside |= {"Vatican City", "Yugoslavia"}
    assert FACTS.members("United Nations", CHECKED) == frozenset(entry.name for entry in STATES) - outside


@pytest.mark.parametrize(
    ("state", "organisation", "on", "expected"),
    [
        ("Kyrgyzstan", "EAEU", "2015-04-07", False),
        ("Kyrgyzstan", "EAEU", "2015-08-11", False),
        ("Kyrgyzstan", "EAEU", "2015-08-12", True),
        ("Kyrgyz Republic", "Eurasian Economic Union", "2016-01-01", True),
        ("Armenia", "EAEU", "2015-04-07", True),
        ("Armenia", "CSTO", "2025-01-01", True),
        ("Uzbekistan", "CSTO", "2003-01-01", False),
        ("Uzbekistan", "CSTO", "2010-01-01", True),
        ("Uzbekistan", "CSTO", "2015-04-07", False),
        ("Ukraine", "NATO", "2022-03-01", False),
        ("Switzerland", "EU", "2022-03-01", False),
        ("UK", "EU", "2020-01-31", True),
        ("UK", "EU", "2020-02-01", False),
        ("Finland", "NATO", "2023-04-03", False),
        ("Finland", "NATO", "2023-04-04", True),
        ("Russia", "G8", "2014-03-24", True),
        ("Russia", "G8", "2015-06-07", False),
        ("Germany", "UN", "1972-01-01", False),
        ("Qatar", "OPEC", "2019-01-01", False),
        ("Indonesia", "OPEC", "2016-06-01", True),
        ("Indonesia", "OPEC", "2017-06-01", False),
        ("United Arab Emirates", "OPEC", "2026-04-30", True),
        ("UAE", "OPEC", "2026-05-01", False),
        ("Spain", "G20", "2015-01-01", False),
        ("Georgia", "CIS", "2009-08-18", True),
        ("Georgia", "CIS", "2010-01-01", False),
        ("Palestine", "UN", "2020-01-01", False),
    ],
)
def test_known_days(state: str, organisation: str, on: str, expected: bool) -> None:
    assert member(state, organisation, on) is expected


@pytest.mark.parametrize(
    ("state", "organisation", "on"),
    [
        ("Atlantis", "EU", "2015-01-01"),
        ("Soviet Union", "UN", "1980-01-01"),
        ("Scotland", "EU", "2015-01-01"),
        ("France", "League of Nations", "1930-01-01"),
        ("Ukraine", "CIS", "2010-01-01"),
        ("Turkmenistan", "CIS", "2010-01-01"),
        ("Saudi Arabia", "BRICS", "2025-01-01"),
        ("Venezuela", "Mercosur", "2020-01-01"),
        ("Syria", "Arab League", "2015-01-01"),
        ("Monaco", "Schengen", "2015-01-01"),
        ("Taiwan", "UN", "1960-01-01"),
        ("Germany", "G8", "2020-01-01"),
    ],
)
def test_the_tables_cannot_tell(state: str, organisation: str, on: str) -> None:
    standing = FACTS.membership(state, organisation, day(on))
    assert standing.member is None
    assert standing.note


def test_a_denial_has_its_limit() -> None:
    last = CHECKED + TRUSTED
    assert FACTS.membership("Norway", "EU", last).member is False
    assert FACTS.membership("Norway", "EU", last + timedelta(days=1)).member is None
    assert FACTS.membership("Sweden", "EU", last + timedelta(days=1)).member is True
    assert FACTS.members("EU", last + timedelta(days=1)) is None


def test_the_nearest_row_is_told() -> None:
    before = FACTS.membership("Kyrgyzstan", "EAEU", day("2015-04-07"))
    assert before.fact is not None
    assert before.fact.first == day("2015-08-12")
    assert before.fact.source == "Treaty of Accession, signed 2014-12-23, in force 2015-08-12; eaeunion.org"
    assert before.note == "it was one only from 12 August 2015"
    after = FACTS.membership("United Kingdom", "EU", day("2021-01-01"))
    assert after.note == "it was one only until 31 January 2020"
    between = FACTS.membership("Gabon", "OPEC", day("1997-01-01"))
    assert between.note == "it was one only until 31 December 1994"
    assert FACTS.membership("Japan", "NATO", day("2015-01-01")).fact is None


def test_a_row_says_where_it_stands() -> None:
    lines = (HERE / "memberships.csv").read_text(encoding="utf-8").splitlines()
    fact = FACTS.membership("Kyrgyzstan", "EAEU", day("2016-01-01")).fact
    assert fact is not None
    name, line = fact.row.split(", line ")
    assert name == "memberships.csv"
    assert lines[int(line) - 1].startswith("Kyrgyzstan,member of,Eurasian Economic Union,2015-08-12,,")


@given(st.sampled_from(ORGANISATIONS), st.sampled_from(STATES), st.dates(date(1940, 1, 1), CHECKED))
def test_members_and_membership_agree(organisation: Entry, state: Entry, on: date) -> None:
    listed = FACTS.members(organisation.name, on)
    assert listed is not None
    assert (state.name in listed) == (FACTS.membership(state.name, organisation.name, on).member is True)


def test_names() -> None:
    found = FACTS.names("state")
    for alias, name in [("Czechia", "Czech Republic"), ("Türkiye", "Turkey"), ("U.S.", "United States")]:
        assert found[alias] == name
    assert found["Côte d’Ivoire"] == found["Côte d'Ivoire"] == "Ivory Coast"
    assert not {"Congo", "Korea", "Macedonia", "England", "Scotland", "us"} & set(found)
    assert FACTS.names("organisation")["EEU"] == "Eurasian Economic Union"
    assert FACTS.names("organisation")["Nato"] == "NATO"
    assert "Georgia" in FACTS.ambiguous("state")
    assert "New Mexico" in FACTS.decoys("state")
    assert {"UN Security Council", "OPEC+"} <= FACTS.decoys("organisation")


# A user's own files.


def own(tmp_path: Path, text: str, name: str = "house.csv") -> Facts:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return standard([path])


def test_a_users_row_replaces_ours(tmp_path: Path) -> None:
    facts = own(tmp_path, HEAD + "USA,member of,EU,2001-02-03,2004-05-06,House style\n")
    standing = facts.membership("United States", "European Union", day("2002-01-01"))
    assert standing.member is True
    assert standing.fact == Fact(
        "United States",
        MEMBER,
        "European Union",
        day("2001-02-03"),
        day("2004-05-06"),
        "House style",
        "house.csv, line 2",
    )
    assert facts.membership("US", "EU", day("2005-01-01")).note == "it was one only until 6 May 2004"
    assert facts.membership("France", "EU", day("2002-01-01")).member is True
    assert FACTS.membership("US", "EU", day("2002-01-01")).member is False


def test_a_users_row_takes_away_every_row_of_ours_on_the_two(tmp_path: Path) -> None:
    facts = own(tmp_path, HEAD + "Gabon,member of,OPEC,2016-07-01,,House style\n")
    assert facts.membership("Gabon", "OPEC", day("1980-01-01")).member is False


def test_a_users_row_leaves_a_question_open(tmp_path: Path) -> None:
    facts = own(tmp_path, HEAD + f"Armenia,{MAYBE},CSTO,2024-02-23,,It takes no part\n")
    standing = facts.membership("Armenia", "CSTO", day("2025-01-01"))
    assert (standing.member, standing.note) == (None, "It takes no part")


def test_names_new_to_the_tables(tmp_path: Path) -> None:
    facts = own(
        tmp_path, "\ufeff" + HEAD + "\nNiue,member of,House Club,,,By-laws\nJapan,member of,House Club,2010-01-01,,x\n"
    )
    assert facts.membership("Niue", "House Club", day("1900-01-01")).member is True
    assert facts.membership("Japan", "House Club", day("2009-01-01")).member is False
    assert facts.membership("France", "House Club", day("2015-01-01")).member is None
    assert facts.membership("Niue", "EU", day("2015-01-01")).member is False
    assert facts.membership("Japan", "House Club", day("2099-01-01")).member is True
    assert facts.members("House Club", day("2015-01-01")) is None
    assert facts.names("state")["Niue"] == "Niue"
    assert facts.names("organisation")["House Club"] == "House Club"
    assert "Niue" not in FACTS.names("state")


def test_a_user_speaks_of_the_future(tmp_path: Path) -> None:
    facts = own(tmp_path, HEAD + "Moldova,member of,CIS,1994-04-08,2027-04-08,Notice of withdrawal\n")
    assert facts.membership("Moldova", "CIS", day("2030-01-01")).member is False


def test_the_later_file_wins_and_columns_may_stand_anywhere(tmp_path: Path) -> None:
    one, two = tmp_path / "one.csv", tmp_path / "two.csv"
    one.write_text(HEAD + "Norway,member of,EU,2001-01-01,,x\n")
    two.write_text("source,url,to,from,object,predicate,subject\nx,y,,2002-01-01,EU,member of,Norway\n")
    assert standard([one, two]).membership("Norway", "EU", day("2001-06-01")).member is False
    assert standard([two, one]).membership("Norway", "EU", day("2001-06-01")).member is True


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (HEAD + "A,member of,B,,,x\nA,member of,C,2015-13-01,,x\n", "line 3: from '2015-13-01' is not a date"),
        (HEAD + "A,member of,B,,20150101,x\n", "line 2: to '20150101' is not a date"),
        (HEAD + "A,member of,B,2015-W01-1,,x\n", "line 2: from '2015-W01-1' is not a date"),
        (HEAD + "A,member of,B,2015-02-01,2015-01-31,x\n", "line 2: to 2015-01-31 is before from 2015-02-01"),
        (HEAD + "A,joined 2,B,,,x\n", "line 2: predicate 'joined 2' is no words"),
        (HEAD + ",member of,B,,,x\n", "line 2: subject is empty"),
        (HEAD + "A,member of, ,,,x\n", "line 2: object is empty"),
        (HEAD + "A,member of,B,,,\n", "line 2: source is empty"),
        (HEAD + "A,member of,B,,\n", "line 2: 5 cells, not 6"),
        (HEAD + "A,member of,B,,,x\nA,member of,B,2001-01-01,,x\n", "line 3: shares a day with line 2"),
        (HEAD + "US,member of,B,2001-01-01,,x\nUSA,member of,B,,2001-01-01,x\n", "line 3: shares a day with line 2"),
        (HEAD + 'A,member of,"B"C,,,x\n', "is not a CSV file in UTF-8"),
        ("subject;predicate;object\n", "line 1: no column 'subject'"),
        ("subject,predicate,object,from,to\n", "line 1: no column 'source'"),
        ("", "line 1: no column 'subject'"),
    ],
)
def test_mistakes_are_told(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(TroubleError) as caught:
        own(tmp_path, text).membership("France", "EU", CHECKED)
    assert str(caught.value).startswith("house.csv")
    assert message in str(caught.value)


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(TroubleError, match=r"^none\.csv: cannot be read: No such file"):
        standard([tmp_path / "none.csv"]).names("state")
    (tmp_path / "latin.csv").write_bytes(HEAD.encode() + "Türkei,member of,EU,,,x\n".encode("latin-1"))
    with pytest.raises(TroubleError, match=r"^latin\.csv: is not a CSV file in UTF-8"):
        standard([tmp_path / "latin.csv"]).members("EU", CHECKED)


# It costs little.


def test_nothing_is_read_before_the_first_question(tmp_path: Path) -> None:
    standard([tmp_path / "none.csv"])
    code = "import sys, checker.facts as f; f.standard(); sys.exit('csv' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
