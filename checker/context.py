"""Context: all that a relation may know beside its link, "the text's date, the rates, the reference tables"."""

from __future__ import annotations

from datetime import date

import msgspec

from .facts import Facts
from .judge import Judge
from .model import Claim
from .rates import Rates


class Context(msgspec.Struct, frozen=True):
    """The day from which the text speaks (None where nothing tells), exchange rates and dated facts.

    rules are the ids of those that run, names those of all there are; answered are the comments that
    answered some finding; judge is whoever may be asked what a sentence means.
    """

    published: date | None
    rates: Rates
    facts: Facts
    rules: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    answered: frozenset[Claim] = frozenset()
    judge: Judge | None = None


class NoParams(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """For relations that have nothing to tune."""
