"""Git: what a repository knows of a document, "article.md as it was at main, lines 8 to 12 of it changed since"."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

from .trouble import TroubleError

HUNK = re.compile(r"^@@ -\S+ \+(\d+)(?:,(\d+))? @@", re.M)
PATIENCE = 60  # seconds for one question


def before(path: Path, ref: str) -> bytes | None:
    """A file as it was at a commit, or None where it was not there yet.

    Raises TroubleError where git knows no such commit.
    """
    _commit(path, ref)
    asked = _git(path, "show", f"{ref}:./{path.name}")
    return asked.stdout if asked.returncode == 0 else None


def changed(path: Path, ref: str) -> list[range] | None:
    """The lines of a file that are not as they were at a commit, or None where all of it is new to git.

    Raises TroubleError where git knows no such commit.
    """
    _commit(path, ref)
    if _git(path, "cat-file", "-e", f"{ref}:./{path.name}").returncode:
        return None
    diff = _git(path, "diff", "--no-color", "--no-ext-diff", "--unified=0", "--text", ref, "--", path.name)
    hunks = HUNK.findall(diff.stdout.decode("utf-8", "replace"))
    return [range(int(first), int(first) + max(1, int(count or 1))) for first, count in hunks]


def _commit(path: Path, ref: str) -> None:
    asked = _git(path, "rev-parse", "--quiet", "--verify", "--end-of-options", f"{ref}^{{commit}}")
    if asked.returncode:
        why = asked.stderr.decode("utf-8", "replace").strip() or "no such commit"
        raise TroubleError(f"{path}: git does not know {ref}: {why}")


def _git(path: Path, *words: str) -> subprocess.CompletedProcess[bytes]:
    """Asks git in the folder of a file. Raises TroubleError where there is no git, or it does not answer."""
    try:
        return subprocess.run(["git", *words], cwd=path.parent, capture_output=True, check=False, timeout=PATIENCE)
    except (OSError, subprocess.TimeoutExpired) as e:
        raise TroubleError(f"{path}: git cannot be asked: {e}") from e
