"""Comment: what an editor answers to the checker in a comment, "<!-- checker-ignore money: the ministry's rate -->"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model import Answer, Claim, Comment, Span
from ..text import Text

WORD = "checker-ignore"
SAID = re.compile(rf"\s*{WORD}(?P<whole>-file)?\b(?P<rules>[^:\n]{{0,400}})(?::(?P<reason>[^\n]{{0,1000}}))?")
RULE = re.compile(r"[a-z]+(?:/[a-z-]+)?(?![\w-])")
FINGERPRINT = re.compile(r"(?<!\S)[0-9a-f]{20}(?!\S)")
MARKUP = re.compile(r"<!--(.{0,2000}?)-->", re.DOTALL)


def extract(text: Text) -> Iterator[Claim]:
    """The answers in comments of the text, at their places, and those of the file, at what follows them."""
    if WORD in text.document.text:
        for m in MARKUP.finditer(text.document.text):
            span = Span(m.start(), m.end())
            if not _shown(text, span):
                yield from _answers(Comment(span.start, m[1], ""), span)
    for c in text.document.comments:
        yield from _answers(c, Span(c.at, c.at))


def _shown(text: Text, span: Span) -> bool:
    """Whether a comment is code that the text shows, in marks of code or in a fence; markup begins with its tag."""
    code = (b.span for b in text.document.blocks if b.role == "code")
    around = (s for s in (*code, *text.document.masked) if s.covers(span))
    return any(not text.document.text.startswith("<", s.start) for s in around)


def _answers(comment: Comment, span: Span) -> Iterator[Claim]:
    m = SAID.match(" ".join(comment.words.split()))
    if m:
        marks = FINGERPRINT.findall(m["rules"])
        rules = tuple(RULE.findall(FINGERPRINT.sub("", m["rules"])))
        fingerprint, reason = marks[0] if marks else "", (m["reason"] or "").strip()
        said = Answer(rules, reason, bool(m["whole"]), fingerprint, comment.place, comment.beside)
        yield Claim("comment", span, said, "body", span)
