"""Tree: a fresh copy of the project as a clone would have it, "no .venv, no caches"."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from tests.commands import ROOT


def copy_of_the_tree(target: Path) -> Path:
    """Copies what git tracks and what is new and not ignored."""
    listing = ["git", "-C", str(ROOT), "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(listing, capture_output=True, check=True, encoding="utf-8").stdout.split("\0")
    for source in (ROOT / name for name in sorted(set(names)) if name):
        if source.is_file():
            copy = target / source.relative_to(ROOT)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source, copy)
    return target
