"""Claimreview: errors as schema.org ClaimReview in JSON-LD, for whoever publishes what a check has found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from ..model import Audit, Finding
from ..places import uri
from ..rules import Rule
from ..text import Text
from . import indented, told

RATING = {"@type": "Rating", "ratingValue": 1, "worstRating": 1, "bestRating": 5, "alternateName": "Contradicted"}
LOUD = "error"  # the least severity that is worth a review


def report(audits: Iterable[Audit], rules: tuple[Rule, ...]) -> Iterator[str]:
    """A review an error, of the sentence it stands in; the publisher adds its name, its address and the day."""
    found = [_review(f, Text(a.document)) for a in audits for f in a.findings if f.severity == LOUD]
    yield indented(found)


def _review(f: Finding, text: Text) -> dict[str, Any]:
    document = text.document
    work = {"@type": "CreativeWork", "name": document.headline or document.name, "url": uri(document.name)}
    claim: dict[str, Any] = {"@type": "Claim", "appearance": work}
    if document.published:
        claim["datePublished"] = document.published.isoformat()
    return {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "identifier": f.fingerprint,
        "claimReviewed": " ".join(text[text.sentence(f.span.start)].split()),
        "itemReviewed": claim,
        "reviewRating": {**RATING, "ratingExplanation": f.message},
        "reviewBody": told(f),
    }
