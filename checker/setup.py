"""Setup: an engine as a newsroom has settled it, "house rates, house facts, no headline rules"."""

from __future__ import annotations

from pathlib import Path

from . import facts, rates, rules
from .config import Settings
from .engine import Engine
from .trouble import TroubleError


def engine(settings: Settings, live_rates: bool = False) -> tuple[Engine, list[TroubleError]]:
    """The engine that is wanted, without what cannot be used of it, and what is wrong with that.

    Raises TroubleError where none of the rules that are wanted is one.
    """
    chosen, troubles = rules.gather(list(map(Path, settings.rules)), settings.select, settings.ignore)
    known, wrong = facts.gather(list(map(Path, settings.facts)))
    table = Path(settings.rates) if settings.rates else None
    names = frozenset(r.id for r in rules.load()) | {r.id for r in chosen}
    return Engine(chosen, rates.standard(table, live_rates), known, names), [*troubles, *wrong]
