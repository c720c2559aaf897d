"""Diff: what two runs over a corpus found, new, gone and changed, "since the rules were changed"."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from . import load

KEY = ["doc", "fingerprint"]
TOLD = ("severity", "message", "confidence")


def diff(before: Path, after: Path) -> Iterator[tuple[str, str, str, str]]:
    """Each finding that is not in both alike: how it differs, its document, its rule, its message."""
    a, b = (load(folder, ["findings"])["findings"].drop_duplicates(KEY) for folder in (before, after))
    both = a.merge(b, on=KEY, how="outer", suffixes=("_a", "_b"), indicator=True).sort_values(KEY)
    for row in both.to_dict("records"):
        if row["_merge"] == "left_only":
            yield "gone", row["doc"], row["rule_a"], row["message_a"]
        elif row["_merge"] == "right_only":
            yield "new", row["doc"], row["rule_b"], row["message_b"]
        elif any(row[f"{t}_a"] != row[f"{t}_b"] for t in TOLD):
            yield "changed", row["doc"], row["rule_b"], row["message_b"]
