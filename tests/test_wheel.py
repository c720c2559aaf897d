"""Wheel: what is shipped works without the checkout; it builds and installs one, and needs the package index."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from filelock import FileLock

from tests.commands import SEED
from tests.tree import copy_of_the_tree

OUT_OF_REACH = "the wheel could not be {} (is the package index within reach?):\n{}"


def must(what: str, *command: object) -> str:
    """Runs a step of the preparation; fails with the tail of what it said."""
    done = subprocess.run([str(c) for c in command], capture_output=True, encoding="utf-8", timeout=600, check=False)
    assert done.returncode == 0, OUT_OF_REACH.format(what, (done.stdout + done.stderr)[-2000:])
    return done.stdout


PIP = ("pip", "setuptools")
MOST = 60_000_000  # bytes of an install without extras, pip left out


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The bin folder of an empty environment into which the wheel was installed, by the first worker that needs it."""
    base = tmp_path_factory.getbasetemp()
    room = (base if worker_id == "master" else base.parent) / "wheel"
    with FileLock(f"{room}.lock"):
        return room / "venv" / "bin" if room.exists() else _installed(room)


def _installed(room: Path) -> Path:
    room.mkdir()
    tree = copy_of_the_tree(room / "tree")
    must("built", sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", room / "dist", tree)
    must("given an environment", sys.executable, "-m", "venv", room / "venv")
    (wheel,) = (room / "dist").glob("claim_checker-*.whl")
    must("installed", room / "venv" / "bin" / "python", "-m", "pip", "install", "--quiet", wheel)
    shutil.rmtree(tree)
    return room / "venv" / "bin"


def checker(installed: Path, folder: Path, *args: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [installed / "checker", *args], cwd=folder, capture_output=True, encoding="utf-8", check=False
    )


def test_the_wheel_finds_the_seeds_mistake_far_from_the_checkout(installed: Path, tmp_path: Path) -> None:
    shutil.copy(SEED, tmp_path / "article.txt")
    done = checker(installed, tmp_path, "audit", "article.txt")
    assert done.returncode == 1, done.stderr
    assert "money/currency-mismatch" in done.stdout


def test_the_wheel_carries_the_rules(installed: Path, tmp_path: Path) -> None:
    listed = checker(installed, tmp_path, "rules")
    assert listed.returncode == 0, listed.stderr
    assert "money/wrong-conversion" in listed.stdout
    explained = checker(installed, tmp_path, "explain", "money/wrong-conversion")
    assert explained.returncode == 0, explained.stderr
    assert "Lets pass" in explained.stdout


def test_the_wheel_is_the_checker_and_nothing_else(installed: Path) -> None:
    (wheel,) = (installed.parent.parent / "dist").glob("claim_checker-*.whl")
    names = subprocess.run(
        [sys.executable, "-m", "zipfile", "-l", wheel], capture_output=True, encoding="utf-8", check=True
    )
    files = [line.split()[0] for line in names.stdout.splitlines()[1:]]
    assert {f.split("/")[0].partition("-")[0] for f in files} == {"checker", "claim_checker"}
    assert any(f.endswith("licenses/LICENSE") for f in files)


def test_an_install_without_extras_is_light(installed: Path) -> None:
    (packages,) = (installed.parent / "lib").glob("python*/site-packages")
    files = [
        f for f in packages.rglob("*") if f.is_file() and f.relative_to(packages).parts[0].split("-")[0] not in PIP
    ]
    assert sum(f.stat().st_size for f in files) < MOST
    assert not {"pandas", "starlette", "pygls", "dask", "pyarrow"} & {f.relative_to(packages).parts[0] for f in files}
