"""Setup: an engine as a newsroom has settled it, "house rates, house facts, no headline rules"."""

from __future__ import annotations

from collections.abc import Iterable
from fnmatch import fnmatch
from functools import cached_property
from pathlib import Path
from typing import Any

import msgspec

from . import cache, facts, rates, rules
from .config import Section, Settings, judge_key
from .engine import Engine
from .judge import Judge, Terms, appointed
from .lang import FALLBACK, languages, lexicon
from .model import Audit, Document
from .rules import Rule
from .text import House
from .trouble import TroubleError
from .web import is_address

OFF = "off"


class Sectioned(Engine):
    """An engine that hears some documents by rules of their own, by where they lie."""

    def __init__(self, settings: Settings, *parts: Any) -> None:
        super().__init__(*parts)
        self.settings, self.parts = settings, parts

    def audit(self, document: Document, claims: bool = False) -> Audit:
        """What the rules say of a document that hold where it lies; of several sections the last that matches."""
        engine = next((e for s, e in reversed(self.sections) if _matches(document.name, s)), None)
        return engine.audit(document, claims) if engine else super().audit(document, claims)

    @cached_property
    def sections(self) -> list[tuple[Section, Engine]]:
        """The sections, each with the engine that hears its documents."""
        own, *others = self.parts
        return [(s, Engine(_chosen(own, s), *others)) for s in self.settings.paths]


def engine(
    settings: Settings, live_rates: bool = False, judging: bool = False, net: bool = True
) -> tuple[Engine, list[TroubleError]]:
    """The engine that is wanted, without what cannot be used of it, and what is wrong with that.

    A judge that is settled is asked only where judging is wanted, and at an address only where net allows it; what it
    says is not in the cache of audits.
    Raises TroubleError where none of the rules that are wanted is one, and for a severity or a parameter of no rule.
    """
    packs = list(map(Path, settings.rules))
    chosen, troubles = rules.gather(packs, settings.select, settings.ignore)
    every = {r.id: r for r in rules.gather(packs, (), ())[0]}
    _known(settings, every)
    _spoken(settings)
    adjusted = tuple(r for rule in chosen for r in _adjusted(rule, settings))
    known, wrong = facts.gather(list(map(Path, settings.facts)))
    table = Path(settings.rates) if settings.rates else None
    judge, unfit = _judge(settings, net) if judging else (None, [])
    held = house(settings)
    parts = (adjusted, rates.standard(table, live_rates), known, frozenset(every), held, judge)
    made: Engine = Sectioned(settings, *parts) if settings.paths else Engine(*parts)
    if settings.cache and not live_rates and not judge:
        files = (*map(Path, settings.facts), *((table,) if table else ()))
        told = (adjusted, sorted(every), held, settings.paths and (settings.paths, str(Path.cwd())))
        made = cache.Remembering(made, cache.place(), lambda: cache.seal(*told, *files))
    return made, [*troubles, *wrong, *unfit]


def _judge(settings: Settings, net: bool) -> tuple[Judge | None, list[TroubleError]]:
    """The judge that is settled, if there is one and it can be used, and what is wrong with it."""
    if not settings.judge:
        return None, []
    if is_address(settings.judge) and not net:
        told = "an address, which is sent sentences only with --allow-net, or where --judge names it"
        return None, [TroubleError(f"{_where(settings, 'judge')}: {told}")]
    memory = cache.opinions() if settings.cache else None
    terms = Terms(settings.judge_model, settings.judge_budget, settings.judge_deadline, judge_key(), memory)
    try:
        return appointed(settings.judge, terms), []
    except TroubleError as e:
        return None, [e]


def house(settings: Settings) -> House:
    """What a newsroom means by a bare sign, and which names it holds for one."""
    aliases = (frozenset(name.strip() for name in line.split("=")) for line in settings.aliases)
    return House(aliases=tuple(aliases), currency=settings.house_currency)


def _adjusted(rule: Rule, settings: Settings) -> Iterable[Rule]:
    """A rule as loud as is settled, with the parameters that are settled; nothing where it is off."""
    for one in _louder(rule, settings):
        given = settings.parameters.get(rule.id)
        yield _tuned(one, given, settings) if given else one


def _louder(rule: Rule, settings: Settings | Section) -> Iterable[Rule]:
    loud = settings.severity.get(rule.id, settings.severity.get(rule.family, rule.severity))
    if loud == OFF:
        return
    told = {} if loud == rule.severity else {"severity": loud, "grave": None}
    least = max(rule.threshold, settings.threshold)
    yield msgspec.structs.replace(rule, threshold=least, **told) if told or least != rule.threshold else rule


def _tuned(rule: Rule, given: dict[str, Any], settings: Settings) -> Rule:
    known = rule.relation.Params.__struct_fields__
    for name in (n for n in given if n not in known):
        near = rules.meant(name, known)
        has = f"it has {', '.join(known)}" if known else "it has none"
        raise TroubleError(f"{_where(settings, 'parameters')}: {rule.id} has no parameter {name!r}; {has}{near}")
    tuned = msgspec.structs.replace(rule, params={**rule.params, **given})
    try:
        rules.sound(tuned)
    except ValueError as e:
        reason = str(e).partition(" - at")[0]
        raise TroubleError(f"{_where(settings, 'parameters')}: {rule.id}: {reason}") from e
    return tuned


def _known(settings: Settings, every: dict[str, Rule]) -> None:
    """Raises TroubleError where a severity or a parameter is settled for what is no rule."""
    families = {r.family for r in every.values()}
    for key, names in (("severity", every.keys() | families), ("parameters", every.keys())):
        told = [getattr(settings, key), *(getattr(s, key, {}) for s in settings.paths)]
        for name in (n for table in told for n in table if n not in names):
            near = rules.nearest(name, every.values())
            raise TroubleError(f"{_where(settings, key)}: no rule {name!r}; `checker rules` lists them{near}")


def _spoken(settings: Settings) -> None:
    """Raises TroubleError for a language or a currency that there is not."""
    for key, told, known in (
        ("languages", settings.languages, languages()),
        ("house-currency", filter(None, [settings.house_currency]), sorted(lexicon(FALLBACK).cldr.codes)),
    ):
        for name in (n for n in told if n not in known):
            raise TroubleError(f"{_where(settings, key)}: no such as {name!r}; there are {', '.join(known)}")


def _where(settings: Settings, key: str) -> str:
    return f"{settings.origins.get(key, settings.file)}: {key}"


def _chosen(own: tuple[Rule, ...], section: Section) -> tuple[Rule, ...]:
    """The rules of a section: of those that run anyway, the wanted, as loud as it says."""
    chosen = rules.select(own, section.select, section.ignore)
    return tuple(r for rule in chosen for r in _louder(rule, section))


def _matches(name: str, section: Section) -> bool:
    """Whether a document's file is one of a section's, by its whole path."""
    return any(fnmatch(str(Path(name).absolute()), pattern.replace("**/", "*")) for pattern in section.match)
