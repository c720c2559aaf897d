"""Comment: what an editor answers to the checker in a comment, "<!-- checker-ignore money: the ministry's rate -->"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePath

from ..model import Answer, Claim, Comment, Span
from ..text import Text

WORD = "checker-ignore"
MARKS = {".rst": r"\.\.", ".adoc": "//", ".asciidoc": "//", ".tex": "%{1,3}"}  # what opens a comment, where not <!--
SAID = re.compile(rf"\s*{WORD}(?P<whole>-file)?\b(?P<rules>[^:\n]{{0,400}})(?::(?P<reason>[^\n]{{0,1000}}))?")
RULE = re.compile(r"[a-z]+(?:/[a-z-]+)?(?![\w-])")
FINGERPRINT = re.compile(r"(?<!\S)[0-9a-f]{20}(?!\S)")
MARKUP = re.compile(r"<!--(.{0,2000}?)-->", re.DOTALL)


def extract(text: Text) -> Iterator[Claim]:
    """The answers in comments of the text, at their places, and those of the file, at what follows them."""
    if WORD in text.document.text:
        for m in _pattern(text.document.name).finditer(text.document.text):
            yield from _answers(m[1], Span(m.start(), m.end()))
    for c in text.document.comments:
        yield from _answers(c.words, Span(c.at, c.at))


def _pattern(name: str) -> re.Pattern[str]:
    mark = MARKS.get(PurePath(name).suffix.lower())
    return re.compile(rf"^[ \t]{{0,8}}{mark}([^\n]{{0,2000}})", re.MULTILINE) if mark else MARKUP


def _answers(words: str, span: Span) -> Iterator[Claim]:
    m = SAID.match(" ".join(words.split()))
    if m:
        marks = FINGERPRINT.findall(m["rules"])
        rules = tuple(RULE.findall(FINGERPRINT.sub("", m["rules"])))
        said = Answer(rules, (m["reason"] or "").strip(), bool(m["whole"]), marks[0] if marks else "")
        yield Claim("comment", span, said, "body", span)


__all__ = ["Comment", "extract"]
