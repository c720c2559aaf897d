"""Baseline: findings that are known already, a line each by fingerprint, so that only new ones fail a build."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from .model import Audit, Finding
from .trouble import TroubleError

Key = tuple[str, str]  # the document's name, and a fingerprint


class Known(msgspec.Struct, frozen=True, forbid_unknown_fields=True, order=True):
    """One finding as a baseline remembers it; rule and message are for those who read the file."""

    document: str
    rule: str
    fingerprint: str
    message: str

    @property
    def key(self) -> Key:
        """What it is known again by, wherever in the text it now stands."""
        return self.document, self.fingerprint


class Baseline:
    """Known findings, each of which answers for one finding of an audit: two alike need two lines."""

    def __init__(self, known: Iterable[Known]) -> None:
        self.known = sorted(known)
        self._left = Counter(k.key for k in self.known)

    def apply(self, audit: Audit) -> Audit:
        """The audit with what is known moved out of its findings."""
        new, known = list[Finding](), list[Finding]()
        for f in audit.findings:
            key = audit.document.name, f.fingerprint
            (known if self._left[key] > 0 else new).append(f)
            self._left[key] -= 1
        return msgspec.structs.replace(audit, findings=tuple(new), known=(*audit.known, *known))

    def gone(self) -> list[Known]:
        """What no audit so far has found again."""
        left, gone = +self._left, list[Known]()
        for k in self.known:
            if left[k.key] > 0:
                gone.append(k)
                left[k.key] -= 1
        return gone

    def found(self) -> list[Known]:
        """What audits so far have found again."""
        return sorted((Counter(self.known) - Counter(self.gone())).elements())


def of(audits: Iterable[Audit]) -> Iterator[Known]:
    """What these audits found, as it will be known."""
    return (Known(a.document.name, f.rule, f.fingerprint, f.message) for a in audits for f in a.findings)


def load(path: Path) -> Baseline:
    """Reads a baseline. Raises TroubleError with file, line and reason."""
    try:
        lines = path.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as e:
        raise TroubleError(f"{path}: the baseline cannot be read: {e}") from e
    return Baseline(_line(line, f"{path}, line {n}") for n, line in enumerate(lines, 1) if line.strip())


def written(known: Iterable[Known]) -> str:
    """A baseline as its file holds it: in an order that does not depend on that of the audits."""
    return "".join(f"{msgspec.json.encode(k).decode()}\n" for k in sorted(known))


def _line(line: str, where: str) -> Known:
    try:
        return msgspec.json.decode(line, type=Known)
    except msgspec.DecodeError as e:
        raise TroubleError(f"{where}: not a line of a baseline: {e}; `checker baseline create` writes one") from e
