"""Readme: what README.md tells a newcomer to type is typed here, "checker explain money/wrong-scale"."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.commands import ROOT
from tests.readme import Command, blocks, commands, prints
from tests.tree import copy_of_the_tree

README = ROOT / "README.md"
COMMANDS = commands(README)
SETUP = [c for c in COMMANDS if c.installs]
FINDING = "money/currency-mismatch"  # the mistake in the headline of the seed
PROGRAMS = {"python": "", "python3": "", "checker": " -m checker"}


def shell(command: Command, tree: Path, path: str) -> str:
    """Types a command at the top of the tree; it must exit as announced."""
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command.line],
        cwd=tree,
        env={**os.environ, "PATH": path},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=600,
        check=False,
    )
    assert done.returncode == command.code, f"{command.line}\n{done.stdout}{done.stderr}"
    assert command.output in (None, done.stdout), f"README.md shows another output for: {command.line}"
    return done.stdout


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the tree whose .venv/bin holds the Python that runs the tests, and the checker of this checkout."""
    tree = copy_of_the_tree(tmp_path_factory.mktemp("readme") / "tree")
    programs = tree / ".venv" / "bin"
    programs.mkdir(parents=True)
    for name, arguments in PROGRAMS.items():
        (programs / name).write_text(f'#!/bin/sh\nexec "{sys.executable}"{arguments} "$@"\n', "utf-8")
        (programs / name).chmod(0o755)
    return tree


def test_readme_has_two_commands_to_set_up_and_some_to_use() -> None:
    assert len(SETUP) == 2, "README.md must hold two commands that install, each in a block of sh"
    assert len(COMMANDS) > len(SETUP)


def test_the_first_command_finds_the_mistake_in_the_seed_from_a_clean_clone(tmp_path: Path) -> None:
    assert SETUP, "README.md has no command that installs"
    first = SETUP[0]._replace(code=1)
    assert FINDING in shell(first, copy_of_the_tree(tmp_path / "tree"), os.environ["PATH"])


def test_the_second_command_is_what_the_continuous_check_runs() -> None:
    assert len(SETUP) == 2, "README.md has no second command that installs"
    lines = [line.strip() for line in (ROOT / ".ci" / "run").read_text("utf-8").splitlines()]
    assert SETUP[1].line in lines


@pytest.mark.parametrize("command", [c for c in COMMANDS if not c.installs], ids=lambda c: c.line)
def test_a_command_does_what_the_readme_says(command: Command, tree: Path) -> None:
    shell(command, tree, f"{tree / '.venv' / 'bin'}{os.pathsep}{os.environ['PATH']}")


@pytest.mark.parametrize("of", [m["of"] for m in blocks(README) if m["of"]])
def test_an_output_shown_is_that_of_a_command_in_the_readme(of: str) -> None:
    assert any(prints(c, of) for c in COMMANDS)
