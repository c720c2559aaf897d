"""Write reports: what the checker says of each seed, and the page of the rules, "python tests/write_reports.py"."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
REPORTS = ROOT / "reports"
FORMATS = {"text": ".txt", "json": ".json", "html": ".html"}


def seeds() -> list[Path]:
    """The texts in seeds/; a .yaml tells of the text beside it."""
    return [p for p in sorted((ROOT / "seeds").iterdir()) if p.suffix not in (".yaml", "")]


def said(seed: Path, form: str) -> str:
    """What the checker says of a seed, run at the top of the tree; of an original, what it says of its translation."""
    name, dot, _ = seed.stem.partition(".")
    kept = (
        [f"seeds/{seed.name}", f"seeds/{name}{seed.suffix}", "--kind", "translation"] if dot else [f"seeds/{seed.name}"]
    )
    command = [sys.executable, "-m", "checker", "compare" if dot else "audit", *kept, "--format", form]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    if done.returncode not in (0, 1):
        raise SystemExit(f"write_reports: {seed.name} as {form}: {done.stderr}")
    return done.stdout


def main() -> None:
    """Writes every report and the page of the rules anew."""
    from checker import catalogue
    from checker.rules import load

    REPORTS.mkdir(exist_ok=True)
    for seed in seeds():
        for form, suffix in FORMATS.items():
            (REPORTS / (seed.stem + suffix)).write_text(said(seed, form), "utf-8")
    (ROOT / "rules" / "README.md").write_text(catalogue.page(load()) + "\n", "utf-8")


if __name__ == "__main__":
    main()
