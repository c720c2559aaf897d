"""Answers: findings that an editor has answered for in the text itself, told apart from the others."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

import msgspec

from .model import Answer, Claim, Finding, Span
from .text import Text


def answered(
    text: Text, findings: Iterable[Finding], claims: Iterable[Claim]
) -> tuple[list[Finding], tuple[Finding, ...], frozenset[Span]]:
    """The findings that nobody answers for, those that somebody does, and where these answers stand."""
    comments = [c for c in claims if c.kind == "comment" and not c.span.doc]
    left, known, used = list[Finding](), list[Finding](), set[Span]()
    for f in findings:
        own = [c for c in comments if _answers(text, c, f)]
        used.update(c.span for c in own)
        if own:
            known.append(msgspec.structs.replace(f, reason=own[0].value.reason))  # type: ignore[union-attr]
        else:
            left.append(f)
    return left, tuple(known), frozenset(used)


def _answers(text: Text, comment: Claim, finding: Finding) -> bool:
    answer = comment.value
    assert isinstance(answer, Answer)
    if finding.rule not in answer.rules and finding.rule.split("/")[0] not in answer.rules:
        return False
    if answer.fingerprint:
        return finding.fingerprint == answer.fingerprint
    block = _block(text, comment.span)
    places = (s for s in (finding.span, *finding.witnesses) if not s.doc)
    return answer.whole or (block is not None and any(block.touches(s) for s in places))


def _block(text: Text, comment: Span) -> Span | None:
    """The block that a comment stands in, or else the next one that has words besides."""
    blocks = text.prose
    i = bisect_left(blocks, comment.end, key=lambda b: b.span.end)
    while i < len(blocks) and comment.covers(blocks[i].span):
        i += 1
    return blocks[i].span if i < len(blocks) else None
