"""What a new policy and a new repository of policies start from: the files in `starter/`."""

from __future__ import annotations

import json
from importlib.resources import files

from promulgate.dates import LocalTime
from promulgate.errors import UsageError
from promulgate.settings import POLICY_ID_PATTERN, RESERVED_POLICY_IDS, SETTINGS_FILE, Settings
from promulgate.tree import POLICIES, Tree

EXAMPLE = "refunds"
"""The policy a new repository starts with."""
WORKFLOWS = ("check.yml", "record.yml", "revise.yml", "publish.yml", "monitor.yml")
_INSTALL = "@INSTALL@"
_PLACES = {
    SETTINGS_FILE: SETTINGS_FILE,
    "README.md": "README.md",
    "requirements.txt": "requirements.txt",
    "gitignore": ".gitignore",
    "gitattributes": ".gitattributes",
    "docs/gitkeep": "docs/.gitkeep",
    "CODEOWNERS": ".github/CODEOWNERS",
    "dependabot.yml": ".github/dependabot.yml",
    "pull_request_template.md": ".github/pull_request_template.md",
    "policies/th.md": f"{POLICIES}/th/{EXAMPLE}.md",
    "policies/en.md": f"{POLICIES}/en/{EXAMPLE}.md",
}
_INSTALL_PINNED = (
    'python3 -m venv "$RUNNER_TEMP/promulgate"',
    '"$RUNNER_TEMP/promulgate/bin/pip" install --quiet --requirement requirements.txt',
    'echo "$RUNNER_TEMP/promulgate/bin" >> "$GITHUB_PATH"',
)
"""Where the program is a dependency: install what requirements.txt pins, and let later steps find it."""


def requirement(version: str, direct_url: str | None) -> str:
    """What to install to get this very program: from the commit it was installed from, if it was, else by its version.

    `direct_url` is the file of that name pip leaves behind (https://packaging.python.org/specifications/direct-url/).
    """
    origin = json.loads(direct_url) if direct_url else {}
    commit = origin.get("vcs_info", {}).get("commit_id")
    return f"promulgate @ git+{origin['url']}@{commit}" if commit else f"promulgate=={version}"


def repository_files(day: LocalTime, tool: str) -> dict[str, bytes]:
    """The files of a new repository by path: settings, workflows, and an example policy that binds from `day`.

    `tool` is what the workflows install, as pip understands it.
    """
    found = {place: _starter(name) for name, place in _PLACES.items()}
    found |= {f".github/workflows/{name}": workflow(name, _INSTALL_PINNED) for name in WORKFLOWS}
    return {path: _filled(words, day, tool).encode() for path, words in found.items()}


def repository_settings() -> bytes:
    """The settings a new repository starts with."""
    return _starter(SETTINGS_FILE).encode()


def platform_files() -> dict[str, bytes]:
    """The files the platform reads besides workflows, by path: who approves, what reviewers see, what is updated."""
    return {place: _starter(name).encode() for name, place in _PLACES.items() if place.startswith(".github/")}


def workflow(name: str, install: tuple[str, ...]) -> str:
    """A workflow with these lines of shell to install the program."""
    lines = []
    for line in _starter(f"github/workflows/{name}").split("\n"):
        indent = line[: -len(_INSTALL)] if line.endswith(_INSTALL) else None
        lines += [line] if indent is None else [f"{indent}{step}" for step in install]
    return "\n".join(lines)


def policy_files(policy: str, tree: Tree, settings: Settings, day: LocalTime) -> dict[str, bytes]:
    """The files of a new policy, one per language of the site, by path. Raises UsageError for an unusable id."""
    if not POLICY_ID_PATTERN.fullmatch(policy):
        raise UsageError(f"{policy!r} can't be the id of a policy: use small letters and digits, like refund-policy")
    if policy in RESERVED_POLICY_IDS:
        raise UsageError(f"{policy!r} is the address of a page of the site: choose another id")
    if policy in tree.policies():
        raise UsageError(f"there is a policy {policy} already: run promulgate revise {policy} for a new version")
    return {
        f"{POLICIES}/{language}/{policy}.md": _filled(_starter(_template(language)), day).encode()
        for language in settings.languages
    }


def _template(language: str) -> str:
    name = f"new/{language}.md"
    return name if (files("promulgate") / "starter" / name).is_file() else "new/en.md"


def _starter(name: str) -> str:
    return (files("promulgate") / "starter" / name).read_text(encoding="utf-8")


def _filled(words: str, day: LocalTime, tool: str = "") -> str:
    return words.replace("@DAY@", str(day)).replace("@TOOL@", tool)
