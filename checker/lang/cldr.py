"""Cldr: what the Unicode consortium knows of a language's currencies and calendar, "roubles, April, Wednesday".

`python -m checker.lang.cldr en` writes `cldr/en.json` anew from Babel's data, so that no run needs Babel.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec

from . import plainyaml

HERE = Path(__file__).parent / "cldr"
REAL = re.compile(
    r"(?!X)[A-Z]{3}|XAF|XOF|XPF|XCD|XDR"
)  # codes that begin with X are metals, units and tests, but for these
UNUSUAL = re.compile(
    r"^(?:graphics|light|concentr-item|concentr-p|electric-o|angle-rev|temperature-generic|mass-(?:grain|ton$|ounce-troy|solar|earth)"
    r"|length-(?:point|earth|solar|mile-sc)|volume-(?:drop|pinch|jigger|dessert|dram|cup-m|pint-m)|speed-(?:light|beau)|duration-.*person"
    r"|duration-(?:night|quarter)|acceleration-g)|gasoline|imperial|dunam"
)  # seldom meant where their words stand
CAPITALS = ("de", "en", "pt", "tr")  # languages in which CLDR gives currencies capitals
VARIANTS = {"en": ("en_GB",)}
DATED = re.compile(r"\s*\([^)]*\)")  # "Afghan afghani (1927–2002)"


class Table(msgspec.Struct, frozen=True):
    """One language of CLDR: words → codes, months and weekdays → numbers (Monday is 0); words are lower case."""

    currencies: dict[str, list[str]] = {}
    nouns: dict[str, list[str]] = {}
    signs: dict[str, list[str]] = {}
    codes: list[str] = []
    units: dict[str, str] = {}
    unit_signs: dict[str, str] = {}
    months: dict[str, int] = {}
    weekdays: dict[str, int] = {}


def load(lang: str) -> Table:
    """The table of a language, as written ahead."""
    return msgspec.json.decode((HERE / f"{lang}.json").read_bytes(), type=Table)


def build(lang: str) -> Table:
    """The table of a language, from Babel."""
    from babel import Locale, localedata
    from babel.numbers import get_currency_symbol

    localedata._cache.clear()  # a language may have written its months into what all of them share
    locale = Locale.parse(lang)
    own = plainyaml.shipped(HERE.parent / f"{lang}.yaml")
    place = 0 if own.get("noun_first") == "true" else -1
    named = {**{code: {} for code in locale.currencies}, **locale._data["currency_names_plural"]}
    plurals = {c: p for c, p in named.items() if REAL.fullmatch(c)}
    currencies: dict[str, list[str]] = {}
    nouns: dict[str, list[str]] = {}
    signs: dict[str, list[str]] = {}
    tender = _tender()
    for code, forms in sorted(plurals.items()):
        for form in sorted({DATED.sub("", f).strip() for f in [*forms.values(), locale.currencies.get(code, "")]}):
            words = form.lower().split()
            if words:
                _add(currencies, " ".join(words), code)
            if words and code in tender and not _is_a_name(form.split()[place], lang):
                _add(nouns, words[place], code)
        sign = get_currency_symbol(code, lang)
        if sign != code:
            _add(signs, sign.strip(), code)
    in_use = _in_use()
    for codes in (*currencies.values(), *nouns.values(), *signs.values()):
        codes.sort(key=lambda code: code not in in_use)
    names, short = _units(locale)
    return Table(currencies, nouns, signs, sorted(plurals), names, short, _months(locale.months), _months(locale.days))


def _tender() -> frozenset[str]:
    """The currencies that some country pays or has paid with, and no units that only books are kept in."""
    from babel.core import get_global

    told = get_global("territory_currencies").values()
    return frozenset(code for entries in told for code, _, _, tender in entries if tender)


def _is_a_name(word: str, lang: str) -> bool:
    """Whether a word of a currency's name is a country's, "DDR", "Колумбии", and no noun of a currency."""
    return (word.isupper() and len(word) > 2) or (lang not in CAPITALS and word[:1].isupper() and word[1:].islower())


def _in_use() -> frozenset[str]:
    """The currencies that some country pays with today: of those that share a name, these are meant."""
    from babel.core import get_global
    from babel.numbers import get_territory_currencies

    return frozenset(code for t in get_global("territory_currencies") for code in get_territory_currencies(t))


def _units(locale: Any) -> tuple[dict[str, str], dict[str, str]]:
    """Names of units in every plural form, lower case, and their signs as written → CLDR's name of the unit."""
    from babel import Locale

    here = [locale, *(Locale.parse(other) for other in VARIANTS.get(str(locale), ()))]
    names: dict[str, str] = {}
    short: dict[str, str] = {}
    for patterns in (x._data["unit_patterns"] for x in here):
        for unit in sorted(patterns):
            plain = unit.partition("-")[2].replace("-", " ")
            if plain and not UNUSUAL.search(unit):
                for width, table in (("long", names), ("short", short)):
                    table.update(dict.fromkeys(_forms(patterns[unit].get(width)), plain))
    return {k.lower(): v for k, v in names.items()}, {k: v for k, v in short.items() if k.lower() not in names}


def _forms(patterns: Any) -> list[str]:
    """The words of a unit's patterns, "{0} kilometers", that stand after their figure."""
    found = [v for k, v in sorted((patterns or {}).items()) if isinstance(v, str) and k != "per"]
    return [v.removeprefix("{0}").strip() for v in found if v.startswith("{0}") and v.removeprefix("{0}").strip()]


def _add(table: dict[str, list[str]], word: str, code: str) -> None:
    codes = table.setdefault(word, [])
    if code not in codes:
        codes.append(code)


def _months(names: Mapping[str, Any]) -> dict[str, int]:
    widths = [names[c][w] for c in ("format", "stand-alone") for w in ("wide", "abbreviated") if w in names[c]]
    return {name.lower().rstrip("."): n for width in widths for n, name in sorted(width.items())}


if __name__ == "__main__":
    HERE.mkdir(exist_ok=True)
    for language in sys.argv[1:] or ["en"]:
        (HERE / f"{language}.json").write_bytes(
            msgspec.json.format(msgspec.json.encode(build(language)), indent=1) + b"\n"
        )
