"""Jsonl: one document a line, for programs and long runs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from .. import contract
from ..model import Audit
from ..rules import Rule


def report(audits: Iterable[Audit], rules: tuple[Rule, ...]) -> Iterator[str]:
    """Each document of the contract as soon as it is audited."""
    encode = msgspec.json.Encoder().encode
    return (encode(contract.document(a)).decode() + "\n" for a in audits)
