"""News: made-up articles of the usual length, "Larkfield port to spend 310 million euros ($341 million)"."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

SEED = 20150407
LENGTH = 3600  # characters after which an article ends with its paragraph
FIRST_DAY, DAYS = date(2012, 1, 2), 2500  # the days from which the articles speak
PER_EURO = {"$": 1.2, "£": 0.82}  # roughly: rates of those years, so that some conversions in brackets are wrong

PLACES = ("Larkfield", "Port Ember", "Westmarch", "Oulton", "Kessler Bay", "Dunmore", "St. Alban", "Novy Most")
PEOPLE = (
    "Ada Whitlock",
    "Tomas Brandt",
    "Ines O’Hara",
    "Mikael Sundqvist",
    "Rosa Delgado",
    "J. P. Carver",
    "Yusuf Adeyemi",
)
BODIES = ("the port authority", "the finance ministry", "the regional court", "the water board", "the energy group")
SUBJECTS = ("a new breakwater", "the flood barrier", "two hospital wings", "a tram line", "the old customs house")
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November")
STATES = ("Norway", "Armenia", "Finland", "Uruguay", "Kyrgyzstan", "Portugal")

HEADLINES = (
    "{place} to spend {big} on {subject}",
    "{person} quits {body} after {n} months",
    "Row over {subject} costs {place} {big}",
    "{place} counts the cost of {subject}",
)
SENTENCES = (
    "{Body} will spend {euros} ({dollars}) on {subject}, {person} said on {weekday}.",
    "The work, which began on {day}, has cost {euros} (about {pounds}) so far.",
    "“We knew what {subject} would cost,” said {person}, “and we said so in {month}.”",
    "Some {n},{k:03} people signed a petition against it, according to {body}.",
    "{person}, who has led {body} since {year}, declined to comment.",
    "In {month} {year}, {body} had put the bill at {big}, not counting interest of {pct} percent a year.",
    "A ticket costs €{small}.50 today, compared with €{small} in the summer of {year}.",
    "Passengers from {place} wait {n} minutes on average; the longest queue on record, on {day}, was {k} metres.",
    "“Nobody asked us,” {person} told reporters in {place}. “The first we heard was a letter dated {day}.”",
    "The contract was signed with a company from {state}, which has built {n} such works since {year}.",
    "Rain is expected along the coast until the weekend, and the ferry to {place} will not run.",
    "Shares of the builder fell {pct} percent to {pounds} before the market closed.",
    "{state} and {state2} are members of the International Monetary Fund, which lent {euros} to {place}.",
    "Of the {n} bids, the lowest was {big}; the winner asked for between {low} and {high} million euros.",
    "Critics say that the money would be better spent on schools, roads and the old bridge.",
    "Neither {person} nor {body} could be reached, and a call to the town hall went unanswered.",
    "The mayor called the plan “a promise to our children” and left without taking questions.",
    "A first study, finished in {month} {year}, ran to {k} pages and was never made public.",
    "“It is {subject} or nothing,” said {person}, a former head of {body}, in an interview with the local paper.",
    "See https://news.example.com/{year}/{k}/report for the documents, which {body} released on {day}.",
)


def articles(count: int, seed: int = SEED) -> Iterator[tuple[str, str, str]]:
    """So many articles as day, headline and body; the same ones for the same seed."""
    random = Random(seed)
    for _ in range(count):
        published = FIRST_DAY + timedelta(days=random.randrange(DAYS))
        yield published.isoformat(), _fill(random.choice(HEADLINES), random), _body(random)


def _body(random: Random) -> str:
    paragraphs, length = list[str](), 0
    while length < LENGTH:
        chosen = random.sample(SENTENCES, random.randint(2, 4))
        paragraphs.append(" ".join(_fill(s, random) for s in chosen))
        length += len(paragraphs[-1]) + 2
    return "\n\n".join(paragraphs)


def _fill(template: str, random: Random) -> str:
    body, low = random.choice(BODIES), random.randint(2, 60)
    words = {
        **_sums(random),
        "place": random.choice(PLACES),
        "person": random.choice(PEOPLE),
        "body": body,
        "Body": body[0].upper() + body[1:],
        "subject": random.choice(SUBJECTS),
        "weekday": random.choice(("Monday", "Tuesday", "Thursday", "Friday")),
        "month": random.choice(MONTHS),
        "year": random.randint(1985, 2011),
        "day": f"{random.choice(MONTHS)} {random.randint(1, 28)}, {random.randint(1998, 2011)}",
        "n": random.randint(2, 48),
        "k": random.randint(101, 999),
        "small": random.randint(2, 30),
        "pct": f"{random.uniform(0.2, 9.9):.1f}",
        "low": low,
        "high": low + random.randint(1, 30),
    }
    words["state"], words["state2"] = random.sample(STATES, 2)
    return template.format_map(words)


def _sums(random: Random) -> dict[str, str]:
    """One sum in several currencies, now and then by a slip a thousandfold too small."""
    millions = random.randint(11, 890)
    slip = random.random() < 0.03
    return {
        "big": f"€{millions} million",
        "euros": f"{millions} million euros",
        "dollars": f"${millions * PER_EURO['$']:.0f} {'thousand' if slip else 'million'}",
        "pounds": f"£{millions * PER_EURO['£']:.1f} million",
    }
