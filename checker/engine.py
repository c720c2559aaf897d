"""Engine: extract, link, relate and say, one finding per mistake."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from functools import cache, cached_property

import msgspec

from . import registry
from .answers import answered
from .context import Context
from .facts import Facts
from .facts import standard as shipped_facts
from .judge import Judge
from .model import SEVERITIES, Audit, Claim, Document, Finding, Link, Made, Span, Verdict
from .paired import SENTENCE, paired
from .rates import Rates
from .rates import standard as embedded_rates
from .rules import PLACEHOLDER, Rule, load
from .text import House, Text

ANSWERS = "suppress"  # the family of rules that look at what editors answer
UNTOLD = frozenset(("term", "comment", SENTENCE))  # kinds that are no claims of the text
SOURCED = "compare"  # the family of rules that hold a text against its originals
AROUND = 60  # characters of the sentence before and after a claim by which it is known again
MENTIONS = {1: "once", 2: "twice"}


class Engine:
    """Rules with the rates and facts they may look up, ready to audit any number of documents.

    names are the ids of all rules that there are, be they wanted or not; house is what a newsroom holds for one. Rules
    over what a sentence means run only where there is a judge.
    """

    def __init__(
        self,
        rules: tuple[Rule, ...],
        rates: Rates,
        facts: Facts,
        names: frozenset[str] = frozenset(),
        house: House | None = None,
        judge: Judge | None = None,
    ) -> None:
        self.rules = tuple(r for r in rules if judge or SENTENCE not in r.kinds)
        self.rates, self.facts, self.house, self.judge = rates, facts, house, judge
        self.ids = frozenset(r.id for r in self.rules)
        self.names = names.union(r.id for r in rules)

    def audit(self, document: Document, claims: bool = False) -> Audit:
        """What the rules say of a document, or where it has originals what they say of it against these.

        With claims, also all that it states, of every kind.
        """
        text = Text(document, self.facts.predicates, self.house)
        rules = self.sourced if document.originals else self.alone
        seen = frozenset().union(*(r.seen for r in (*rules, *self.judging, *self.answering)))
        every = seen.union(registry.names("checker.extract")) if claims else seen
        stated = _in_order(c for kind in sorted(every) for c in extracted(text, kind))
        there = (of_source(c, n) for n, s in enumerate(text.sources, 1) for k in sorted(seen) for c in extracted(s, k))
        findings, checked, undecided, known = self._heard(text, (*stated, *there), rules)
        told = tuple(c for c in stated if c.kind not in UNTOLD) if claims else None
        return Audit(document, findings, checked, undecided, told, known)

    def _heard(self, text: Text, claims: tuple[Claim, ...], rules: tuple[Rule, ...]) -> tuple[tuple[Finding, ...], ...]:
        """What is contradicted, what holds, what cannot be told, and what somebody has answered for."""
        verdicts = list(self._verdicts(text, claims, rules))
        told = distinct([f for f in verdicts if f.severity])
        opinions = list(self._verdicts(text, paired(text, claims, verdicts), self.judging)) if self.judging else []
        verdicts += opinions
        left, known, used = answered(text, [*told, *(f for f in opinions if f.severity)], claims)
        answers = list(self._verdicts(text, claims, self.answering, used))
        verdicts += answers
        return (
            _ordered([*left, *(f for f in answers if f.severity)]),
            _ordered(f for f in verdicts if not f.severity and f.reason is None),
            _ordered(f for f in verdicts if f.reason is not None and not f.severity),
            known,
        )

    def close(self) -> None:
        """The end of a run: nothing to keep."""

    @cached_property
    def alone(self) -> tuple[Rule, ...]:
        """The rules of a text by itself."""
        return tuple(r for r in self.rules if r.family not in (SOURCED, ANSWERS) and SENTENCE not in r.kinds)

    @cached_property
    def sourced(self) -> tuple[Rule, ...]:
        """The rules of a text against its originals."""
        return tuple(r for r in self.rules if r.family == SOURCED and SENTENCE not in r.kinds)

    @cached_property
    def judging(self) -> tuple[Rule, ...]:
        """The rules of what a sentence means, which are heard of what the others have spoken of."""
        return tuple(r for r in self.rules if SENTENCE in r.kinds)

    @cached_property
    def answering(self) -> tuple[Rule, ...]:
        """The rules of what editors answer to the others."""
        return tuple(r for r in self.rules if r.family == ANSWERS)

    def _verdicts(
        self, text: Text, claims: tuple[Claim, ...], rules: tuple[Rule, ...], answered: frozenset[Claim] = frozenset()
    ) -> Iterator[Finding]:
        """Every rule's word on every link that is sure enough; a rule over kinds that are not told has none."""
        context = Context(text.document.published, self.rates, self.facts, self.ids, self.names, answered, self.judge)
        made = _Links(text, claims)
        kinds = {c.kind for c in claims}
        for rule in rules:
            for link in made.of(rule) if not kinds.isdisjoint(rule.kinds) else ():
                if link.strength >= rule.threshold and link.claim.kind in rule.kinds:
                    verdict = rule.relation.relate(link, rule.settings, context)
                    told = verdict.holds is not None or verdict.reason  # else the rule has nothing to say of it
                    if told and link.strength * verdict.sure >= rule.threshold:
                        yield self._say(rule, link, verdict, text)

    def _say(self, rule: Rule, link: Link, verdict: Verdict, text: Text) -> Finding:
        facts = {**_places(link, text), **{k: v for k, v in verdict.facts.items() if v}}
        wrong = verdict.holds is False
        loud = rule.grave if verdict.grave and rule.grave else rule
        message = filled(rule.message if wrong else rule.holds, facts) or f"{facts['a']}: {rule.id}"
        detail = filled(loud.detail, facts) if wrong else ""
        return Finding(
            rule=rule.id,
            message=f"{message} {detail}".strip(),
            confidence=link.strength * verdict.sure,
            span=link.claim.span,
            witnesses=tuple(w.span for w in link.witnesses),
            facts={**facts, "why": link.why},
            fingerprint=_fingerprint(rule, link, text),
            severity=loud.severity if wrong else None,
            suggestion=(filled(rule.suggestion, facts) or None) if wrong else None,
            reason=verdict.reason if verdict.holds is None else None,
        )


class _Links:
    """The links of one text, made once for all rules that share them."""

    def __init__(self, text: Text, claims: tuple[Claim, ...]) -> None:
        self.text, self.claims = text, claims
        self.made: dict[tuple[frozenset[str], str], tuple[Link, ...]] = {}
        self.seen: dict[frozenset[str], tuple[Claim, ...]] = {}

    def of(self, rule: Rule) -> tuple[Link, ...]:
        """The links that a rule is about."""
        key = rule.seen, rule.link
        if key not in self.made:
            self.made[key] = tuple(registry.room("checker.link", rule.link).link(self.text, self._over(rule.seen)))
        return self.made[key]

    def _over(self, kinds: frozenset[str]) -> tuple[Claim, ...]:
        if kinds not in self.seen:
            self.seen[kinds] = tuple(c for c in self.claims if c.kind in kinds)
        return self.seen[kinds]


def extracted(text: Text, kind: str) -> tuple[Claim, ...]:
    """The claims of one kind, in order."""
    return tuple(sorted(registry.room("checker.extract", kind).extract(text), key=lambda c: c.span))


def of_source(claim: Claim, n: int) -> Claim:
    """A claim of the n-th original, told so by its place."""
    return msgspec.structs.replace(claim, span=Span(claim.span.start, claim.span.end, n))


def _in_order(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    return tuple(sorted(claims, key=lambda c: (c.span, c.kind)))


def filled(template: str, facts: dict[str, str]) -> str:
    """The template with its facts, or nothing where one of them is not known."""
    parts = _parts(template)
    if any(name not in facts for name in parts[1::2]):
        return ""
    return "".join([facts[part] if n % 2 else part for n, part in enumerate(parts)])


@cache
def _parts(template: str) -> tuple[str, ...]:
    """Words and names of facts by turns."""
    return tuple(PLACEHOLDER.split(template))


def _places(link: Link, text: Text) -> dict[str, str]:
    """The facts that every rule may use: what is said, in which part of the article, on which line, how often."""
    facts = {"a": text[link.claim.span], "a_role": link.claim.role, "a_line": str(text.line(link.claim.span.start))}
    if link.witnesses:
        first, n = link.witnesses[0], len(link.witnesses)
        told = text.of(first.span)
        facts |= {"b": told[first.span], "b_role": first.role, "b_line": str(told.line(first.span.start))}
        facts["mentions"] = MENTIONS.get(n, f"{n} times")
    return facts


def _fingerprint(rule: Rule, link: Link, text: Text) -> str:
    """Names a finding by its words and those around them, not its place, so that it survives edits elsewhere."""
    sentence, span = link.claim.sentence, link.claim.span
    around = Span(max(sentence.start, span.start - AROUND), min(sentence.end, span.end + AROUND))
    words = (rule.id, text[span], text[around], *sorted({text.of(w.span)[w.span] for w in link.witnesses}))
    plain = "\n".join(" ".join(w.split()) for w in words)
    return hashlib.blake2b(plain.encode("utf-8", "surrogatepass"), digest_size=10).hexdigest()


def distinct(findings: list[Finding]) -> tuple[Finding, ...]:
    """One finding per mistake: of those that point from the same place at the same place, the surest speaks for all."""
    kept: list[Finding] = []
    near: dict[Span, list[int]] = {}
    for f in sorted(findings, key=_surest):
        places = (f.span, *f.witnesses)
        same = next((n for place in places for n in near.get(place, ()) if _same_mistake(kept[n], f)), None)
        if same is None:
            same = len(kept)
            kept.append(f)
        else:
            more = [w for w in places if w not in (kept[same].span, *kept[same].witnesses)]
            kept[same] = msgspec.structs.replace(kept[same], witnesses=(*kept[same].witnesses, *more))
        for place in places:
            near.setdefault(place, []).append(same)
    return _ordered(kept)


def _surest(f: Finding) -> tuple[float, int, Span, str]:
    """The surest first; of those alike the loudest."""
    return (-f.confidence, SEVERITIES.index(f.severity) if f.severity else len(SEVERITIES), f.span, f.rule)


def _same_mistake(a: Finding, b: Finding) -> bool:
    places = {a.span, *a.witnesses} & {b.span, *b.witnesses}
    return a.span == b.span or len(places) > 1


def _ordered(findings: Iterator[Finding] | list[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=lambda f: (f.span, f.rule)))


def audit(
    document: Document, rules: tuple[Rule, ...] | None = None, rates: Rates | None = None, claims: bool = False
) -> Audit:
    """Audits one document with the shipped rules, rates and facts, or with those given."""
    return Engine(rules or load(), rates or embedded_rates(), shipped_facts()).audit(document, claims)


def compare(
    document: Document, originals: tuple[Document, ...], made: Made = "summary", judge: Judge | None = None
) -> Audit:
    """Holds one document against what it was made from, with all that is shipped and a judge if there is one."""
    sourced = msgspec.structs.replace(document, originals=originals, made=made)
    return Engine(load(), embedded_rates(), shipped_facts(), judge=judge).audit(sourced)
