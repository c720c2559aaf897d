"""Plainyaml: YAML in which everything is a string, a list or a mapping, "no, 1:30 and 0.10 arrive as written"."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Any

import msgspec

from ..trouble import TroubleError

DEEPEST = 50  # lists and mappings within one another


def shipped(path: Path) -> Any:
    """The contents of a YAML file of our own, the parse kept beside it as Python keeps its bytecode.

    A YAML parser takes longer to start than an audit takes. The parse is kept with the text it was made from, so that
    it is never out of date; where it cannot be written it is made anew each time.
    """
    text, kept = path.read_text(encoding="utf-8"), path.parent / "__pycache__" / f"{path.name}.json"
    with suppress(OSError, msgspec.DecodeError, ValueError, TypeError):
        source, contents = msgspec.json.decode(kept.read_bytes())
        if source == text:
            return contents
    contents = parse(text, str(path))
    with suppress(OSError):
        kept.parent.mkdir(exist_ok=True)
        half = kept.with_suffix(".half")
        half.write_bytes(msgspec.json.encode([text, contents]))
        half.replace(kept)
    return contents


def _shallow(events: Any, name: str) -> None:
    """Raises TroubleError where lists stand in lists too deeply: the loader would run out of stack."""
    depth = 0
    for event in events:
        depth += event.__class__.__name__.endswith(("SequenceStartEvent", "MappingStartEvent"))
        depth -= event.__class__.__name__.endswith(("SequenceEndEvent", "MappingEndEvent"))
        if depth > DEEPEST:
            raise TroubleError(f"{name}, line {event.start_mark.line + 1}: lists within lists, {DEEPEST} deep")


def parse(text: str, name: str) -> Any:
    """The contents of YAML text that came from `name`. Raises TroubleError with file, line and reason."""
    import yaml

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # without libyaml the other reads the same, more slowly
    try:
        _shallow(yaml.parse(text, loader), name)
        return yaml.load(text, loader)  # it makes nothing but strings, lists and mappings
    except yaml.MarkedYAMLError as e:
        line = e.problem_mark.line + 1 if e.problem_mark else 1
        raise TroubleError(f"{name}, line {line}: not YAML: {e.problem}") from e
    except yaml.YAMLError as e:
        raise TroubleError(f"{name}: not YAML: {e}") from e
