"""Ages: what tells that a figure is one, "42 years old", "aged 42", "Ada Whitlock, 42, said"."""

from __future__ import annotations

from ..figures import Figure
from ..text import Text

OLDEST = 120  # years that a person may be, where only commas tell that a figure is an age


def age_after(text: Text, end: int) -> int | None:
    """Where a phrase ends that makes the duration before it an age: "42 years old", "a 42-year-old man"."""
    for phrase in text.lexicon.words.ages["after"]:
        start = end + (text.lower[end : end + 1] in (" ", "-") and phrase[0] not in "- ")
        stop = start + len(phrase)
        if text.lower.startswith(phrase, start) and not text.lower[stop : stop + 1].isalpha():
            return stop
    return None


def age_before(text: Text, f: Figure) -> bool:
    """Whether a bare figure is an age by what stands before it: "aged 42", "Ada Whitlock, 42, said"."""
    left, source = text.lower[max(0, f.start - 12) : f.start].rstrip(), text.document.text
    named = any(left == w or left.endswith(f" {w}") for w in text.lexicon.words.ages["before"])
    comma = left.endswith(",") and source[f.end : f.end + 1] in (",", ".") and _after_a_name(source, f.start)
    return f.scale == 1 and 0 < f.written <= OLDEST and not f.written % 1 and (named or comma)


def under_an_age(text: Text, f: Figure) -> bool:
    """ "under-20s": people by their age."""
    return _many(text, f) and text.lower.endswith(tuple(text.lexicon.words.ages.get("under", ())), 0, f.start)


def in_a_decade(text: Text, f: Figure) -> bool:
    """ "in her 40s", "the mid-30s": the years of somebody's life, or of a scale."""
    words, before = text.lexicon.words, text.word_before(f.start)
    told = before in words.determiners or text.lower[max(0, f.start - 6) : f.start].rstrip().endswith(
        tuple(words.ages.get("decade", ()))
    )
    return _many(text, f) and not f.written % 10 and told


def _many(text: Text, f: Figure) -> bool:
    """Whether the figure is a whole number with what makes a decade of it written onto it."""
    tied = text.lower.startswith(tuple(text.lexicon.words.calendar.decade), f.end)
    return tied and f.form == "digits" and not f.written % 1


def _after_a_name(source: str, at: int) -> bool:
    words = source[max(0, at - 40) : at].rstrip(", ").split()
    return bool(words) and words[-1][:1].isupper() and words[-1].isalpha()
