"""House: what the folders promise, "verbs never import each other"."""

from __future__ import annotations

import ast
import re
from importlib import import_module
from pathlib import Path

import pytest

from checker import registry

ROOT = Path(__file__).parent.parent
HOUSE = ROOT / "checker"
VERBS = ("read", "extract", "link", "relate")
LAYERS = (  # a file may import from its own layer's line and from those above it
    ("interval", "registry", "days", "trouble", "distributions", "web", "kept"),
    ("model",),
    ("lang",),
    ("dates", "figures", "masks"),
    ("furniture", "parcel", "tags", "tex"),
    ("sheet",),
    ("lines",),
    ("text",),
    ("reported", "timeline", "changes", "voices", "terms", "aligned", "phrases"),
    ("rates", "facts", "units", "names", "judge"),
    ("wording", "exchange", "glosses", "context"),
    ("measures",),
    ("growth", "moves"),
    ("alibi", "supports"),
    ("abroad",),
    ("headlines",),
    ("twins", "sums", "sources", "parallel"),
    ("carried", "turns", "denials", "otherwise"),
    ("held",),
    VERBS,
    ("rules",),
    ("answers", "paired"),
    ("engine",),
    ("comments",),
    ("contract", "catalogue", "places", "markup", "baseline", "page"),
    ("report",),
    ("inputs",),
    ("pairs",),
    ("git",),
    ("history",),
    ("config",),
    ("cache",),
    ("setup",),
    ("outputs",),
    ("corpus", "editor", "review"),
    ("start", "watch"),
    ("run",),
    ("cli",),
    ("__main__",),
)
HEIGHT = {name: n for n, names in enumerate(LAYERS) for name in names}
FILES = sorted(p for p in HOUSE.rglob("*.py") if p != HOUSE / "__init__.py")
CLOCKS = {"time", "locale", "os", "socket", "random", "getpass", "platform"}
MAY_LOOK_OUT = {
    "cli",
    "run",
    "rates",
    "judge",
    "inputs",
    "config",
    "git",
    "outputs",
    "cache",
    "corpus",
    "review",
}
LONGEST_FILE, LONGEST_FUNCTION = 300, 40  # lines; the aim is 200 and 20


def room_of(path: Path) -> str:
    return path.relative_to(HOUSE).parts[0].removesuffix(".py")


def imports(path: Path) -> list[tuple[str, ast.stmt]]:
    """The rooms of the house that a file imports from, outside `if TYPE_CHECKING`."""
    found: list[tuple[str, ast.stmt]] = []
    depth = len(path.relative_to(HOUSE).parts)
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level == depth:
            names = [node.module.split(".")[0]] if node.module else [a.name for a in node.names]
            found += [(name, node) for name in names if name != "__version__"]
        elif isinstance(node, ast.ImportFrom) and node.level and node.level < depth:
            found.append((room_of(path), node))
    return found


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(HOUSE)))
def test_imports_run_one_way(path: Path) -> None:
    room = room_of(path)
    for name, node in imports(path):
        assert name in HEIGHT, f"{name} has no place in the house"
        assert name == room or HEIGHT[name] <= HEIGHT[room], f"line {node.lineno}: {room} must not import {name}"
        assert name == room or not (name in VERBS and room in VERBS), f"line {node.lineno}: a verb imports a verb"


@pytest.mark.parametrize("verb", [*VERBS, "report"])
def test_a_file_of_a_verb_exports_the_verb(verb: str) -> None:
    assert registry.names(f"checker.{verb}")
    for name in registry.names(f"checker.{verb}"):
        module = registry.room(f"checker.{verb}", name)
        assert callable(getattr(module, verb, None)), f"{verb}/{name}.py has no function {verb}"


@pytest.mark.parametrize("verb", VERBS)
def test_files_of_one_verb_do_not_import_each_other(verb: str) -> None:
    for path in (HOUSE / verb).glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.level == 1 and path.name != "__init__.py":
                assert node.module is None, f"{path}, line {node.lineno}"


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(HOUSE)))
def test_no_clock_network_or_environment_below_the_door(path: Path) -> None:
    if room_of(path) in MAY_LOOK_OUT:
        return
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
        names += [node.module or ""] if isinstance(node, ast.ImportFrom) and not node.level else []
        assert not CLOCKS & {n.split(".")[0] for n in names}, f"line {getattr(node, 'lineno', 0)}"
        if isinstance(node, ast.Attribute):
            assert node.attr not in {"today", "now", "utcnow", "environ"}, f"line {node.lineno}"


@pytest.mark.parametrize("path", [HOUSE / "__init__.py", *FILES], ids=lambda p: str(p.relative_to(HOUSE)))
def test_a_file_begins_with_its_name_and_what_it_is(path: Path) -> None:
    doc = ast.get_docstring(ast.parse(path.read_text("utf-8")))
    assert doc
    if path.name == "__main__.py":
        return
    name = path.parent.name if path.name == "__init__.py" else path.stem
    assert doc.lower().startswith(f"{name.replace('_', ' ')}: "), doc


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(HOUSE)))
def test_files_and_functions_stay_short(path: Path) -> None:
    source = path.read_text("utf-8")
    assert len(source.splitlines()) <= LONGEST_FILE
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            assert length <= LONGEST_FUNCTION, f"{node.name} has {length} lines"


def test_no_vocabulary_outside_lang() -> None:
    """A journalist's word in a pattern or a table outside lang/ would be deaf in another language."""
    words = re.compile(r"\b(million|billion|rubles?|dollars?|roughly|joined|advertisement|newsletter)\b", re.IGNORECASE)
    allowed = {"wording.py"}
    for path in FILES:
        if path.parent.name == "lang" or path.name in allowed:
            continue
        tree = ast.parse(path.read_text("utf-8"))
        docs = {id(d) for d in docstrings(tree)}
        for node in ast.walk(tree):
            if (
                isinstance(node, ast.Constant)
                and isinstance(node.value, str)
                and id(node) not in docs
                and len(node.value) < 60
            ):
                assert not words.fullmatch(node.value.strip()), f"{path}, line {node.lineno}: {node.value}"


def docstrings(tree: ast.AST) -> list[ast.expr]:
    owners = (ast.Module, ast.ClassDef, ast.FunctionDef)
    bodies = [n.body for n in ast.walk(tree) if isinstance(n, owners) and n.body]
    return [b[0].value for b in bodies if isinstance(b[0], ast.Expr)]


def test_the_top_level_is_as_designed() -> None:
    wanted = {"pyproject.toml", "README.md", "checker", "rules", "seeds", "tests", "reports", "LICENSE", "CHANGELOG.md"}
    assert wanted <= {p.name for p in ROOT.iterdir()}


def test_public_names_are_importable() -> None:
    checker = import_module("checker")
    for name in checker.__all__:
        assert getattr(checker, name) is not None
