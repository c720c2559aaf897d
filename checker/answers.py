"""Answers: findings that an editor has answered for in the text itself, told apart from the others."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

import msgspec

from .model import Answer, Claim, Finding, Span
from .text import Text


def answered(
    text: Text, findings: Iterable[Finding], claims: Iterable[Claim]
) -> tuple[list[Finding], tuple[Finding, ...], frozenset[Claim]]:
    """The findings that nobody answers for, those that somebody does, and these answers."""
    comments = [c for c in claims if c.kind == "comment" and not c.span.doc]
    left, known, used = list[Finding](), list[Finding](), set[Claim]()
    for f in findings:
        own = [c for c in comments if _answers(text, c, f)]
        used.update(own)
        if own:
            known.append(_let_stand(f, own[0]))
        else:
            left.append(f)
    return left, tuple(known), frozenset(used)


def _let_stand(finding: Finding, comment: Claim) -> Finding:
    """A finding with the reason that somebody gives, and where, if that is a file beside the text."""
    answer = comment.value
    assert isinstance(answer, Answer)
    facts = {**finding.facts, "beside": answer.place} if answer.beside else finding.facts
    return msgspec.structs.replace(finding, reason=answer.reason, facts=facts)


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
