"""Archives: texts to hear as a corpus, and how, "archive(folder, [CLEAN, WRONG])"."""

from __future__ import annotations

import filecmp
from pathlib import Path

import msgspec

from checker.config import Settings
from checker.corpus import work
from checker.corpus.run import order as run_order


def order(out: Path, seconds: float = 30, memory: int = 0) -> work.Order:
    return run_order(Settings(), out, seconds, memory)


def archive(folder: Path, texts: list[str], name: str = "archive.jsonl", **fields: str) -> Path:
    path = folder / name
    records = ({"id": f"d{n}", "text": text, **fields} for n, text in enumerate(texts))
    path.write_bytes(b"".join(msgspec.json.encode(r) + b"\n" for r in records))
    return path


def same(one: Path, other: Path) -> bool:
    """Whether two folders hold the same files with the same bytes."""
    files = sorted(p.relative_to(one) for p in one.rglob("*") if p.is_file())
    if files != sorted(p.relative_to(other) for p in other.rglob("*") if p.is_file()):
        return False
    return all(filecmp.cmp(one / f, other / f, shallow=False) for f in files)
