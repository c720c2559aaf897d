"""Spelled out: an acronym is the initials of its words, and of the same ones each time, "OSCE" and not "OCSE"."""

from __future__ import annotations

from ..context import Context
from ..context import NoParams as Params
from ..model import Link, Name, Verdict

FACTS = ("words", "initials", "other")
STEM = 3  # letters by which a word is known in whatever form


def relate(link: Link, p: Params, ctx: Context) -> Verdict:
    """Holds where the letters are in order, and no word but one is other than before."""
    value = link.claim.value
    earlier = link.witnesses[0].value if link.witnesses else value
    assert isinstance(value, Name)
    assert isinstance(earlier, Name)
    initials = "".join(w[0] for w in _capitalised(value))
    if value.written != initials:
        return Verdict(False, {"words": value.words, "initials": initials})
    facts = {"words": value.words} | ({"other": earlier.words} if link.witnesses else {})
    return Verdict(len(_stems(value) - _stems(earlier)) < 2, facts)


def _capitalised(name: Name) -> list[str]:
    return [w for w in name.words.split() if w[0].isupper()]


def _stems(name: Name) -> set[str]:
    return {w[:STEM].lower() for w in _capitalised(name)}


__all__ = ["FACTS", "Params", "relate"]
