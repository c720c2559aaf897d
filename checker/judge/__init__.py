"""Judge: whoever is asked what a sentence means beside its source's, "it contradicts it, 0.93 sure"."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal, Protocol

import msgspec

from ..trouble import TroubleError
from ..web import is_address

Ruling = Literal["contradicts", "supports", "cannot tell"]
BUDGET = 200  # questions that are sent over a network in a run
DEADLINE = 20.0  # seconds for the answer to one of them, to the last byte
LOCAL = ("127.0.0.1", "localhost", "::1")  # hosts to which a key may go in the clear


class NoOpinion(Exception):  # noqa: N818 - it is no mistake of anybody's, only something not known
    """The judge was not asked or did not answer; the message is a short phrase for a report, "no answer in time"."""


class Opinion(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a judge says of a sentence beside its source's, and how sure it is of that, from 0 to 1."""

    verdict: Ruling
    confidence: Annotated[float, msgspec.Meta(ge=0, le=1)]


class Judge(Protocol):
    """Anything that can be asked; its name is what a report calls it."""

    name: str

    def opinion(self, source: str, text: str) -> Opinion:
        """What the sentence of a text is to that of its source. Raises NoOpinion, with the reason, for any failure."""
        ...


class Terms(msgspec.Struct, frozen=True):
    """On what terms an address is asked: for which model, how often in a run, and how many seconds it may take.

    key is what lets in, memory the file in which answers are remembered.
    """

    model: str = ""
    budget: int = BUDGET
    deadline: float = DEADLINE
    key: str = ""
    memory: Path | None = None


USUAL = Terms()


def appointed(told: str, terms: Terms = USUAL) -> Judge:
    """The judge that a folder or an address stands for; nothing is loaded or asked before the first question.

    The terms are those of an address. Raises TroubleError for what can be no judge.
    """
    if is_address(told):
        from .endpoint import Endpoint

        return Endpoint(told, terms)
    if not Path(told).is_dir():
        raise TroubleError(f"judge {told}: neither a folder nor an address (http://…, https://…)")
    from .onnx import Folder

    return Folder(Path(told))
