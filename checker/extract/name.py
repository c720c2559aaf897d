"""Name: someone, somewhere or some body that the text names, "Foreign Minister Anna Kocsis"."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Claim, Name
from ..names import Mention, mentions, people
from ..names.known import is_known
from ..text import Text
from . import claim


def extract(text: Text) -> Iterator[Claim]:
    """Every capitalised name, with what bears it where a title, a first name or a list of places tells."""
    persons = {mention.span for person in text.once(people) for mention in person.mentions}
    for mention in text.once(mentions):
        written = " ".join(mention.words)
        yield claim("name", text, mention.span, _name(written, mention, mention.span in persons, text))


def _name(written: str, mention: Mention, person: bool, text: Text) -> Name:
    if mention.words[-1].lower().rstrip(".") in text.lexicon.words.organisations:
        return Name(written, "organisation")
    if person:
        return Name(written, "person", mention.title)
    return Name(written, "place" if is_known(written, "places") else None)
