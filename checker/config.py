"""Config: what a newsroom has settled for all its runs, in `checker.toml` or `[tool.checker]` of `pyproject.toml`."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import msgspec

from .trouble import TroubleError

OWN, SHARED, TABLE = "checker.toml", "pyproject.toml", "[tool.checker]"


class Settings(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """All that can be settled. file is where it was read, None for nowhere."""

    facts: list[str] = []
    rates: str | None = None
    rules: list[str] = []
    select: list[str] = []
    ignore: list[str] = []
    fail_on: str = "error"
    baseline: str | None = None
    file: Path | None = None

    def over(self, **given: Any) -> Settings:
        """These settings with what a command line gives over them: more facts and rules, all else in their place."""
        told = {key: value for key, value in given.items() if value not in (None, [], ())}
        for key in MORE & told.keys():
            told[key] = [*getattr(self, key), *map(str, told[key])]
        return msgspec.structs.replace(self, **told)


MORE = frozenset({"facts", "rules"})  # of these the command line adds to what is settled
PATHS = ("facts", "rules", "rates", "baseline")  # these are relative to the file that settles them
KEYS = tuple(f.encode_name for f in msgspec.structs.fields(Settings) if f.name != "file")


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


def _settings(path: Path, table: dict[str, Any]) -> Settings:
    for key in table:
        if key not in KEYS:
            raise TroubleError(f"{path}, line {_line(path, key)}: there is no setting {key!r}{_nearest(key)}")
    try:
        return msgspec.structs.replace(_homed(msgspec.convert(table, Settings), path.parent), file=path)
    except msgspec.ValidationError as e:
        reason, _, place = str(e).partition(" - at `$.")
        key = re.split(r"[^\w-]", place)[0]
        raise TroubleError(f"{path}, line {_line(path, key)}: {key}: {reason}") from e


def _homed(settings: Settings, home: Path) -> Settings:
    """The settings with their paths from the folder of their file."""
    told = {key: value for key in PATHS if (value := getattr(settings, key))}
    homed = {k: [str(home / x) for x in v] if isinstance(v, list) else str(home / v) for k, v in told.items()}
    return msgspec.structs.replace(settings, **homed)


def _line(path: Path, key: str) -> int:
    lines = _text(path).splitlines()
    return next((n for n, line in enumerate(lines, 1) if re.match(rf"\s*[\"']?{re.escape(key)}[\"']?\s*[=.]", line)), 1)


def _nearest(key: str) -> str:
    from difflib import get_close_matches

    near = get_close_matches(key, KEYS, 1)
    return f"; did you mean {near[0]!r}?" if near else f"; there are {', '.join(KEYS)}"
