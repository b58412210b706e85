"""Holds the map of ARCHITECTURE.md: which module may import which, and who may touch the world."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).parent.parent / "build_tools" / "promulgate"

LAYERS: tuple[tuple[str, ...], ...] = (
    ("errors", "program"),
    ("dates", "strict_yaml", "words", "words_on_page", "invisible"),
    ("model",),
    ("front_matter", "bounds"),
    ("markdown",),
    ("canonical", "visibility"),
    ("values", "one_sided", "one_language", "mkdocs_safety", "settings", "records", "errata"),
    ("outline",),
    ("tree", "archive"),
    ("archive_reader", "redline", "glossary", "layout"),
    ("changelog",),
    ("rules",),
    ("recording", "revising", "starting", "fixing"),
    ("checking", "overview", "staleness", "verification"),
    ("report", "site"),
    ("gitstore", "workspace", "limits", "cache", "workers"),
    ("kept_texts", "kept_pages", "kept_findings", "situation"),
    ("publication",),
    ("plugin",),
    ("commands",),
    ("cli",),
    ("__main__",),
)
"""From the bottom up: a module imports from its own layer and from those before it."""

WORLD = {
    "git": {"gitstore"},
    "mkdocs": {"plugin"},
    "subprocess": set(),
    "socket": set(),
    "urllib.request": set(),
    "tempfile": {"workspace"},
    "signal": {"limits"},
    "resource": {"limits"},
    "shutil": {"workspace"},
    "pathlib.Path": {
        *(
            "cache",
            "kept_findings",
            "limits",
            "gitstore",
            "workspace",
            "publication",
            "plugin",
            "commands",
            "situation",
        ),
    },
    "os": {"gitstore", "workspace", "workers", "limits", "commands", "cli", "words"},
    "click": {"commands", "cli"},
}
"""Who may import what touches the world; everything else takes values and returns values."""


def room(module: str) -> str:
    """The room of the house a dotted module name stands for."""
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else ""


@cache
def imports(path: Path) -> tuple[tuple[str, bool], ...]:
    """Dotted names a file imports, and whether only for type checking."""
    return tuple(_imports(path))


def _imports(path: Path) -> Iterator[tuple[str, bool]]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for_types: set[ast.AST] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            for_types |= set(ast.walk(node))
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name, node in for_types
        elif isinstance(node, ast.ImportFrom) and node.module:
            if node.module in ("promulgate", "pathlib"):
                for alias in node.names:
                    yield f"{node.module}.{alias.name}", node in for_types
            else:
                yield node.module, node in for_types


def files() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def room_of(path: Path) -> str:
    relative = path.relative_to(PACKAGE)
    return relative.parts[0].removesuffix(".py")


LEVEL = {name: level for level, names in enumerate(LAYERS) for name in names}


def test_every_room_is_on_the_map() -> None:
    rooms = {room_of(path) for path in files()} - {"__init__"}
    assert rooms <= set(LEVEL), rooms - set(LEVEL)


def test_the_map_in_the_documentation_is_this_map() -> None:
    """ARCHITECTURE.md names every room, in the order of the layers."""
    page = (PACKAGE.parent.parent / "ARCHITECTURE.md").read_text(encoding="utf-8")
    rows = [line for line in page.split("\n") if line.startswith("| `")]
    named = [name.rstrip("/") for row in rows for name in re.findall(r"`([^`]+)`", row.split("|")[1])]
    levels = [LEVEL[name] for name in named]
    assert set(named) == set(LEVEL) - {"__main__"}
    assert levels == sorted(levels)


def test_data_flows_one_way() -> None:
    upwards = [
        f"{path.name} imports {name}, which stands above it"
        for path in files()
        for name, for_types in imports(path)
        if name.startswith("promulgate.") and not for_types and room(name) in LEVEL
        if LEVEL[room(name)] > LEVEL.get(room_of(path), len(LAYERS))
    ]
    assert upwards == []


def test_only_the_rooms_for_it_touch_the_world() -> None:
    touching = [
        f"{path.name} imports {name}"
        for path in files()
        for name, for_types in imports(path)
        for library, allowed in WORLD.items()
        if not for_types and (name == library or name.startswith(f"{library}.")) and room_of(path) not in allowed
    ]
    assert touching == []


def test_now_is_a_parameter_except_in_commands() -> None:
    reading = [
        f"{path.name} reads the clock: {call}"
        for path in files()
        if room_of(path) not in ("commands", "plugin")
        for call in ("datetime.now", "date.today", "time.time", "utcnow")
        if call in path.read_text(encoding="utf-8")
    ]
    assert reading == []


def test_no_git_command_line_takes_what_a_user_wrote() -> None:
    """Raw git calls stand in one module, and every variable argument is a resolved full hash, or verified as a ref."""
    tree = ast.parse((PACKAGE / "gitstore.py").read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
            continue
        called = ast.unparse(node.func)
        if not called.startswith(("self._git.", "repository.git.")) or called.endswith("update_environment"):
            continue
        assert not node.keywords or called == "repository.git.rev_parse", called
        ends_options = any(ast.unparse(argument) == "'--end-of-options'" for argument in node.args)
        for argument in node.args:
            tuple_of = argument.value if isinstance(argument, ast.Starred) else None
            for part in tuple_of.elts if isinstance(tuple_of, ast.Tuple) else [argument]:
                written = ast.unparse(part)
                constant = isinstance(part, ast.Constant) or written in ("*FOLDERS", "*FILES", "RECORDS")
                verified = ends_options and called.endswith("rev_parse")
                assert constant or "_full(" in written or verified, f"{called}({written})"


def test_help_imports_nothing_heavy() -> None:
    heavy = ("git", "mkdocs", "markdown", "lxml", "pythainlp", "rapidfuzz", "jinja2", "rich", "babel", "yaml")
    code = (
        "import sys\n"
        "from promulgate.cli import run\n"
        "run(['--help'])\n"
        f"print(sorted(set({heavy!r}) & set(sys.modules)), file=sys.stderr)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={"PYTHONPATH": str(PACKAGE.parent), "PATH": ""},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stderr.strip() == "[]"
    assert "check" in done.stdout
