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

HERE = Path(__file__).parent / "cldr"
REAL = re.compile(
    r"(?!X)[A-Z]{3}|XAF|XOF|XPF|XCD|XDR"
)  # codes that begin with X are metals, units and tests, but for these
DATED = re.compile(r"\s*\([^)]*\)")  # "Afghan afghani (1927–2002)"


class Table(msgspec.Struct, frozen=True):
    """One language of CLDR: words → codes, months and weekdays → numbers (Monday is 0); words are lower case."""

    currencies: dict[str, list[str]] = {}
    nouns: dict[str, list[str]] = {}
    signs: dict[str, list[str]] = {}
    codes: list[str] = []
    months: dict[str, int] = {}
    weekdays: dict[str, int] = {}


def load(lang: str) -> Table:
    """The table of a language, as written ahead."""
    return msgspec.json.decode((HERE / f"{lang}.json").read_bytes(), type=Table)


def build(lang: str) -> Table:
    """The table of a language, from Babel."""
    from babel import Locale
    from babel.numbers import get_currency_symbol

    locale = Locale.parse(lang)
    plurals = {c: p for c, p in locale._data["currency_names_plural"].items() if REAL.fullmatch(c)}
    currencies: dict[str, list[str]] = {}
    nouns: dict[str, list[str]] = {}
    signs: dict[str, list[str]] = {}
    for code, forms in sorted(plurals.items()):
        for form in sorted({DATED.sub("", f).strip() for f in [*forms.values(), locale.currencies.get(code, "")]}):
            words = form.lower().split()
            if words:
                _add(currencies, " ".join(words), code)
                _add(nouns, words[-1], code)
        sign = get_currency_symbol(code, lang)
        if sign != code:
            _add(signs, sign.strip(), code)
    return Table(currencies, nouns, signs, sorted(plurals), _months(locale.months), _months(locale.days))


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
