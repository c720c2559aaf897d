"""Readme: the commands in README.md and what it says they print, "checker audit article.txt  # exits 1"."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

BLOCK = re.compile(
    r"^(?:<!-- output of: (?P<of>[^\n]+?) -->\n)?```(?P<kind>\w*)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL
)
EXITS = re.compile(r"\s+#.*?\bexits (\d)\b.*$")
INSTALLS = "pip install"


class Command(NamedTuple):
    """A line for the shell, the exit code it is said to have, and the output shown for it, if any."""

    line: str
    code: int
    output: str | None = None

    @property
    def installs(self) -> bool:
        """Whether it is one of the two commands that set the checker up."""
        return INSTALLS in self.line


def blocks(readme: Path) -> list[re.Match[str]]:
    """The fenced blocks, each with its kind, its body, and the command whose output it is said to be."""
    return list(BLOCK.finditer(readme.read_text("utf-8")))


def commands(readme: Path) -> list[Command]:
    """Every command, in order, in blocks of sh or console; lines that end in a backslash go on in the next."""
    found = [c for m in blocks(readme) for c in _in_block(m["kind"], m["body"].replace("\\\n", " "))]
    return [c._replace(output=next((m["body"] for m in blocks(readme) if prints(c, m["of"])), c.output)) for c in found]


def prints(command: Command, of: str | None) -> bool:
    """Whether a block is the output of a command, or of the checker at the end of one that installs it first."""
    return of is not None and (command.line == of or command.line.endswith((f" {of}", f"/{of}")))


def _in_block(kind: str, body: str) -> list[Command]:
    if kind == "sh":
        return [_command(line) for line in body.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    if kind == "console":
        pieces = re.split(r"^\$ ", body, flags=re.MULTILINE)[1:]
        return [_command(first)._replace(output=rest or None) for first, _, rest in (p.partition("\n") for p in pieces)]
    return []


def _command(line: str) -> Command:
    exits = EXITS.search(line)
    return Command(line[: exits.start()].strip() if exits else line.strip(), int(exits[1]) if exits else 0)
