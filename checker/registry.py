"""Registry: a folder is its own list, "every file in checker/read is a reader"."""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module
from types import ModuleType


@cache
def names(package: str) -> tuple[str, ...]:
    """The files of a verb's folder, by name: `names("checker.extract")`."""
    return tuple(sorted(m.name for m in pkgutil.iter_modules(import_module(package).__path__)))


@cache
def room(package: str, name: str) -> ModuleType:
    """One file of a verb's folder, loaded when first asked for."""
    return import_module(f"{package}.{name}")
