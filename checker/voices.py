"""Voices: who says a thing, and whether as a fact of now, "according to the ministry", "would cost", "had been"."""

from __future__ import annotations

import re
from typing import cast

from .model import Mood, Span
from .text import Place, Text, within

SPEAKER = 60  # characters beside a verb of reporting in which its subject stands
NAME = r"(?:[A-ZÀ-ÞА-ЯЁ][\w.’'-]*)(?: (?:of|the|de|van|von|for|and|[A-ZÀ-ÞА-ЯЁ][\w.’'-]*)){0,5}"
BEFORE = re.compile(rf"(?<![^\W\d_])({NAME}|[^\W\d_]+)(?:, [^,.]{{1,{SPEAKER}}},)? $")
AFTER = re.compile(rf" ((?:the |a |an )?{NAME}|(?:the |a |an )?[^\W\d_]+(?: [^\W\d_]+)?)")


def mood(text: Text, clause: Span) -> Mood | None:
    """How a clause tells what it tells, where that is not plainly as a fact of now: the first cue that it holds."""
    found = within(text.once(_moods), clause)
    return cast("Mood", found[2]) if found else None


def said_by(text: Text, sentence: Span) -> Span | None:
    """Where the source is named that a sentence attributes its statement to."""
    report = within(text.once(_reports), sentence)
    if not report:
        return None
    start, end, how = report
    m = AFTER.match(text.document.text, end, sentence.end)
    if how == "verb":
        m = BEFORE.search(text.document.text, max(sentence.start, start - 2 * SPEAKER), start) or m
    return Span(m.start(1), m.start(1) + len(m[1].rstrip("."))) if m else None


def _moods(text: Text) -> list[Place]:
    return text.places(text.lexicon.mood_cues)


def _reports(text: Text) -> list[Place]:
    return text.places(text.lexicon.report_cues)
