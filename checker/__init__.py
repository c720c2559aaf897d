"""Checker: finds where a text contradicts itself, arithmetic, the exchange rate or a reference table.

from checker import audit, documents

for document in documents(["article.md"]):
    for finding in audit(document).findings: ...
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .engine import Engine, audit, compare
    from .inputs import documents
    from .model import Audit, Claim, Document, Finding

__version__ = "0.1.0"
__all__ = ["Audit", "Claim", "Document", "Engine", "Finding", "audit", "compare", "documents"]

HOMES = {"Engine": "engine", "audit": "engine", "compare": "engine", "documents": "inputs"}


def __getattr__(name: str) -> Any:
    """Public names are loaded when first asked for: `checker --version` needs none of them."""
    if name not in __all__:
        raise AttributeError(f"module 'checker' has no attribute {name!r}")
    return getattr(import_module(f".{HOMES.get(name, 'model')}", __name__), name)
