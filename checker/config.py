"""Config: what a newsroom has settled for all its runs, in `checker.toml` or `[tool.checker]` of `pyproject.toml`."""

from __future__ import annotations

import os
import re
from glob import escape
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec

from .judge import BUDGET, DEADLINE
from .trouble import TroubleError
from .web import is_address

OWN, SHARED, TABLE = "checker.toml", "pyproject.toml", "[tool.checker]"
Loudness = Literal["error", "warning", "note", "off"]
Share = Annotated[float, msgspec.Meta(ge=0, le=1)]


class Section(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """What is settled for some documents alone: those whose path from the file matches one of the patterns."""

    match: list[str]
    select: list[str] = []
    ignore: list[str] = []
    severity: dict[str, Loudness] = {}
    threshold: Share = 0.0


class Settings(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """All that can be settled. file is where it was read, None for nowhere; origins tell where each setting was.

    severity and parameters go by the ids of rules, severity by families too; threshold is the least confidence of what
    is told; aliases are names of one thing, "IS = ISIS"; languages are those that the texts are in. judge is a
    folder or an address, of which model, budget and deadline tell whom to ask there, how often in a run, and how long
    to wait for an answer.
    """

    facts: list[str] = []
    rates: str | None = None
    rules: list[str] = []
    select: list[str] = []
    ignore: list[str] = []
    severity: dict[str, Loudness] = {}
    threshold: Share = 0.0
    parameters: dict[str, dict[str, Any]] = {}
    aliases: list[Annotated[str, msgspec.Meta(pattern="=")]] = []
    house_currency: str = ""
    languages: list[str] = []
    fail_on: Literal["error", "warning", "note", "never"] = "error"
    baseline: str | None = None
    judge: str | None = None
    judge_model: str = ""
    judge_budget: Annotated[int, msgspec.Meta(ge=0)] = BUDGET
    judge_deadline: Annotated[float, msgspec.Meta(gt=0, le=600)] = DEADLINE
    cache: bool = True
    paths: list[Section] = []
    file: Path | None = None
    origins: dict[str, str] = {}

    def over(self, **given: Any) -> Settings:
        """These settings with what a command line gives over them: more facts and rules, all else in their place."""
        told = {key: value for key, value in given.items() if value is not None and value not in ([], ())}
        for key in ADDED & told.keys():
            told[key] = [*getattr(self, key), *map(str, told[key])]
        origins = {**self.origins, **{_kebab(key): "the command line" for key in told}}
        return msgspec.structs.replace(self, **told, origins=origins)


ADDED = frozenset({"facts", "rules"})  # of these the command line adds to what is settled
PATHS = ("facts", "rules", "rates", "baseline", "judge")  # these are relative to the file that settles them
JUDGE_KEY = "CHECKER_JUDGE_KEY"  # the environment variable that lets in where a judge asks for a key
OWN_FIELDS = ("file", "origins")
EXTENDS = "extends"  # names a file whose settings hold where this one has none; its lists and tables come first
KEYS = tuple(f.encode_name for f in msgspec.structs.fields(Settings) if f.name not in OWN_FIELDS)


def judge_key() -> str:
    """What lets in at the address of a judge."""
    return os.environ.get(JUDGE_KEY, "")


def load(folder: Path) -> Settings:
    """The settings of the nearest file, from a folder upward. Raises TroubleError with file, line and reason."""
    for home in (folder, *folder.parents):
        own, shared = home / OWN, home / SHARED
        if own.is_file():
            return _settings(own, _table(own))
        if shared.is_file() and TABLE in _text(shared):
            return _settings(shared, _table(shared).get("tool", {}).get("checker", {}))
    return Settings()


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as e:
        raise TroubleError(f"{path}: cannot be read: {e}") from e


def _table(path: Path) -> dict[str, Any]:
    import tomllib  # most runs have no such file

    try:
        return tomllib.loads(_text(path))
    except tomllib.TOMLDecodeError as e:
        raise TroubleError(f"{path}: {e}") from e


def _settings(path: Path, table: dict[str, Any], below: tuple[Path, ...] = ()) -> Settings:
    """What a file settles, over what the file settles that it extends."""
    for key in table:
        if key not in (*KEYS, EXTENDS):
            raise TroubleError(f"{path}, line {_line(path, key)}: there is no setting {key!r}{_nearest(key)}")
    above = _extended(path, table.pop(EXTENDS, None), below)
    try:
        own = _homed(msgspec.convert(table, Settings), path.parent)
    except msgspec.ValidationError as e:
        reason, _, place = str(e).partition(" - at `$.")
        key = re.split(r"[^\w-]", place)[0]
        raise TroubleError(f"{path}, line {_line(path, key)}: {key}: {reason}") from e
    origins = {key: f"{path}, line {_line(path, key)}" for key in table}
    told = {name: _joined(getattr(above, name), getattr(own, name)) for key in table if (name := _snake(key))}
    return msgspec.structs.replace(above, **told, file=path, origins={**above.origins, **origins})


def _extended(path: Path, named: object, below: tuple[Path, ...]) -> Settings:
    """The settings of the file that one extends. Raises TroubleError for a circle, and for what is no file."""
    if named is None:
        return Settings()
    where = f"{path}, line {_line(path, EXTENDS)}: {EXTENDS}"
    if not isinstance(named, str):
        raise TroubleError(f"{where}: Expected `str`")
    other = (path.parent / named).resolve()
    if other in (path.resolve(), *below):
        raise TroubleError(f"{where}: {named} extends this file in turn")
    if not other.is_file():
        raise TroubleError(f"{where}: there is no file {named}")
    return _settings(other, _table(other), (path.resolve(), *below))


def _joined(above: Any, own: Any) -> Any:
    """Lists one behind the other, tables one over the other, all else the file's own."""
    if isinstance(own, list):
        return [*above, *own]
    return {**above, **own} if isinstance(own, dict) else own


def _homed(settings: Settings, home: Path) -> Settings:
    """The settings with their paths from the folder of their file."""
    told = {key: value for key in PATHS if (value := getattr(settings, key)) and not _address(value)}
    homed = {k: [str(home / x) for x in v] if isinstance(v, list) else str(home / v) for k, v in told.items()}
    sections = [
        msgspec.structs.replace(s, match=[str(Path(escape(str(home))) / m) for m in s.match]) for s in settings.paths
    ]
    return msgspec.structs.replace(settings, **homed, paths=sections)


def _address(value: str | list[str]) -> bool:
    return isinstance(value, str) and is_address(value)


def _line(path: Path, key: str) -> int:
    lines = _text(path).splitlines()
    told = re.compile(rf"\s*\[{{0,2}}(?:tool\.checker\.)?[\"']?{re.escape(key)}[\"']?\s*[=.\]]")
    return next((n for n, line in enumerate(lines, 1) if told.match(line)), 1)


def _snake(key: str) -> str:
    return key.replace("-", "_")


def _kebab(name: str) -> str:
    return name.replace("_", "-")


def _nearest(key: str) -> str:
    from difflib import get_close_matches

    near = get_close_matches(key, KEYS, 1)
    return f"; did you mean {near[0]!r}?" if near else f"; there are {EXTENDS}, {', '.join(KEYS)}"
