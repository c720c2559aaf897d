"""Json: one object with all documents, for programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .. import contract
from ..model import Audit
from ..rules import Rule
from . import indented


def report(audits: Iterable[Audit], rules: tuple[Rule, ...]) -> Iterator[str]:
    """The object of the contract, indented by two."""
    documents = tuple(contract.document(a) for a in audits)
    whole = contract.ReportOut(contract.SCHEMA, contract.tool(rules), documents)
    yield indented(whole)
