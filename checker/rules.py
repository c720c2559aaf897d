"""Rules: packs of YAML read into rules, "money/wrong-conversion: a gloss must be equal"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cached_property
from pathlib import Path
from types import ModuleType
from typing import Any

import msgspec

from . import registry
from .judge import Ruling
from .lang import plainyaml
from .model import Made, Severity
from .trouble import TroubleError

ID = re.compile(r"[a-z]+/[a-z][a-z-]+")
PLACEHOLDER = re.compile(r"\{(\w*)\}")
ALWAYS = frozenset(
    {"a", "b", "a_role", "b_role", "a_line", "b_line", "mentions"}
)  # facts that the engine gives to every rule


class Example(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A text that a rule must flag, or must let pass; format is that of a reader, "markdown".

    source is the text that it was made from, and made how, for rules that compare the two; others are the texts that
    stand beside it in a corpus; judge is what a judge says of its sentences, for rules that ask one.
    """

    text: str
    headline: str | None = None
    published: str | None = None
    format: str = "plain"
    source: str | None = None
    made: Made = "summary"
    others: list[Example | str] = []
    judge: Ruling | None = None


class Examples(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The tests of a rule, in the rule; facts is a table of house facts that they go by."""

    bad: list[Example | str]
    good: list[Example | str]
    facts: str = ""


class Grave(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How loudly a rule speaks, and what it says in detail, where the relation finds that a conclusion hangs on it."""

    severity: Severity
    detail: str = ""


class Rule(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """One rule of a pack: over which kinds of claims, who ought to agree, what must hold, and how it is said.

    beside names kinds that may bear witness though they are not judged; message is the finding in a sentence; detail,
    suggestion and holds are said only where all their facts are known; a link less sure than threshold (0 to 1) is
    passed over.
    """

    id: str
    over: str | list[str]
    link: str
    relate: str
    severity: Severity
    message: str
    why: str
    examples: Examples
    params: dict[str, Any] = msgspec.field(default_factory=dict, name="with")
    beside: list[str] = []
    threshold: float = 0.0
    grave: Grave | None = None
    detail: str = ""
    suggestion: str = ""
    holds: str = ""

    @property
    def family(self) -> str:
        """The first half of the id."""
        return self.id.split("/")[0]

    @cached_property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of claims that it is over."""
        return (self.over,) if isinstance(self.over, str) else tuple(self.over)

    @cached_property
    def seen(self) -> frozenset[str]:
        """The kinds of claims that its link sees."""
        return frozenset((*self.kinds, *self.beside))

    @cached_property
    def relation(self) -> ModuleType:
        """The file of the relation."""
        return registry.room("checker.relate", self.relate)

    @cached_property
    def settings(self) -> Any:
        """The relation's parameters as this rule sets them."""
        return msgspec.convert(self.params, self.relation.Params, strict=False)

    @property
    def templates(self) -> tuple[str, ...]:
        """All sentences of the rule that have places for facts."""
        return (self.message, self.detail, self.suggestion, self.holds, self.grave.detail if self.grave else "")


def shipped() -> list[Path]:
    """The packs that come with the checker: beside its files once installed, at the top of the tree in a checkout."""
    here = Path(__file__).parent
    home = here / "packs" if (here / "packs").is_dir() else here.parent / "rules"
    return sorted(home.glob("*.yaml"))


def load(packs: Iterable[Path] = ()) -> tuple[Rule, ...]:
    """The shipped rules and those of more packs; a rule with the id of an earlier one takes its place.

    Raises TroubleError with file, line, rule and reason.
    """
    rules: dict[str, Rule] = {}
    for path in shipped():
        rules |= {r.id: r for r in _pack(path, plainyaml.shipped(path), trusted=True)}
    for path in packs:
        rules |= {r.id: r for r in _pack(path, plainyaml.parse(_text(path), str(path)))}
    return tuple(rules.values())


def gather(
    packs: Iterable[Path], wanted: Sequence[str], unwanted: Sequence[str]
) -> tuple[tuple[Rule, ...], list[TroubleError]]:
    """As `load` and `select`, but a pack or a name that cannot be used is left out and its trouble returned.

    Raises TroubleError where rules were asked for and none of the names is one.
    """
    sound, names, troubles = list[Path](), dict[str, bool](), list[TroubleError]()
    for pack in packs:
        try:
            load([pack])
            sound.append(pack)
        except TroubleError as e:
            troubles.append(e)
    rules = load(sound)
    for name in (*wanted, *unwanted):
        try:
            names[name] = bool(select(rules, [name]))
        except TroubleError as e:
            troubles.append(e)
    known = [w for w in wanted if w in names]
    if wanted and not known:
        raise troubles[-1]
    return select(rules, known, [u for u in unwanted if u in names]), troubles


def select(rules: tuple[Rule, ...], wanted: Iterable[str] = (), unwanted: Iterable[str] = ()) -> tuple[Rule, ...]:
    """The rules named by id or family, less the unwanted. Raises TroubleError for a name that no rule has."""
    wanted, unwanted = list(wanted), list(unwanted)
    for name in (*wanted, *unwanted):
        if not any(_named(r, name) for r in rules):
            raise TroubleError(f"no rule {name!r}; `checker rules` lists them{nearest(name, rules)}")
    chosen = [r for r in rules if not wanted or any(_named(r, w) for w in wanted)]
    return tuple(r for r in chosen if not any(_named(r, u) for u in unwanted))


def _named(rule: Rule, name: str) -> bool:
    return name in (rule.id, rule.family, f"{rule.family}/*")


def nearest(name: str, rules: Iterable[Rule]) -> str:
    """The end of a message about a name that no rule has: the one that it is likely meant for, if any."""
    return meant(name, [n for r in rules for n in (r.id, r.family)])


def meant(name: str, known: Sequence[str]) -> str:
    """The end of a message about an unknown name: the known one that it is likely meant for, if any."""
    from difflib import get_close_matches

    near = get_close_matches(name, known, 1)
    return f"; did you mean {near[0]!r}?" if near else ""


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as e:
        raise TroubleError(f"{path}: cannot read this rule pack: {e}") from e


def _pack(path: Path, raw: Any, trusted: bool = False) -> list[Rule]:
    """The rules of a pack; a trusted one was found sound when it was made, and its relations need not be loaded."""
    if not isinstance(raw, list) or not raw:
        raise TroubleError(f"{path}, line 1: a rule pack is a list of rules, each beginning with `- id:`")
    rules = [_rule(entry, path, n, trusted) for n, entry in enumerate(raw)]
    for n, rule in enumerate(rules):
        if any(rule.id == earlier.id for earlier in rules[:n]):
            raise TroubleError(f"{path}, line {_line(_text(path), n, '.id')}: {rule.id}: this pack has it twice")
    return rules


def _rule(entry: Any, path: Path, n: int, trusted: bool) -> Rule:
    name = entry.get("id", f"rule {n + 1}") if isinstance(entry, dict) else f"rule {n + 1}"
    try:
        rule = msgspec.convert(entry, Rule, strict=False)
        if not trusted:
            sound(rule)
    except (msgspec.ValidationError, ValueError) as e:
        reason, _, place = str(e).partition(" - at `$")
        raise TroubleError(f"{path}, line {_line(_text(path), n, place.rstrip('`'))}: {name}: {reason}") from e
    return rule


def sound(rule: Rule) -> None:
    """Looks for what the types cannot say. Raises ValueError, with the place of the mistake."""
    if not ID.fullmatch(rule.id):
        raise ValueError("an id is family/name in small letters: money/wrong-conversion - at `$.id`")
    for verb, name in (
        *(("extract", kind) for kind in (*rule.kinds, *rule.beside)),
        ("link", rule.link),
        ("relate", rule.relate),
    ):
        if name not in registry.names(f"checker.{verb}"):
            known = ", ".join(registry.names(f"checker.{verb}"))
            key = "over" if verb == "extract" else verb
            raise ValueError(f"nothing to {verb} is called {name!r}; there are {known} - at `$.{key}`")
    if not (rule.examples.bad and rule.examples.good and rule.why.strip()):
        raise ValueError("a rule needs a why, a bad example and a good one - at `$.examples`")
    _settings(rule)
    unknown = {p for t in rule.templates for p in PLACEHOLDER.findall(t)} - ALWAYS - set(rule.relation.FACTS)
    if unknown:
        known = ", ".join(sorted(ALWAYS | set(rule.relation.FACTS)))
        raise ValueError(f"no fact is called {', '.join(sorted(unknown))}; {rule.relate} has {known} - at `$.message`")


def _settings(rule: Rule) -> None:
    try:
        _ = rule.settings
    except msgspec.ValidationError as e:
        raise ValueError(f"with: {str(e).partition(' - at')[0]} - at `$.with`") from e


def _line(text: str, n: int, place: str) -> int:
    """The line of the n-th rule, or of the key in it that a path like ".severity" names."""
    import yaml

    whole = yaml.compose(text)
    assert whole is not None
    node = whole.value[n]
    line = int(node.start_mark.line) + 1
    for key in re.findall(r"\.(\w+)", place):
        found = next((k for k, _ in getattr(node, "value", []) if getattr(k, "value", None) == key), None)
        if found is None:
            break
        line = found.start_mark.line + 1
        node = next(v for k, v in node.value if k is found)
    return line
