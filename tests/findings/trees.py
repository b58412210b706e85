"""Trees of published versions, and trees in which something was touched."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import datetime

from promulgate.checking import Judgement, judge_tree
from promulgate.rules.registry import Guard
from promulgate.tree import Tree
from tests.findings.cases import recorded
from tests.subjects import NOW
from tests.support import source

SETTINGS = {"mkdocs.yml": b"plugins:\n  - promulgate:\n      languages: [th, en]\n"}
TH, EN = "policies/th/privacy.md", "policies/en/privacy.md"
RECORDS = "changelog/privacy"
IN_FORCE = ("1.0", "2026-01-01", "imported: นำเข้าระบบย้อนหลัง")
UPCOMING = ("2.0", "2027-01-01")


@dataclass(frozen=True, slots=True)
class Situation:
    """What small texts alone can't show: the rule it is about, a title in both languages, the trees, the instant."""

    rule: str
    title: str
    head: Tree
    base: Tree
    now: datetime = NOW
    guard: Guard = nullcontext

    def judgement(self) -> Judgement:
        """The judgement of it."""
        return judge_tree(self.head, self.base, self.now, guard=self.guard)


def working(version: str, effective: str, *more: str) -> dict[str, bytes]:
    """The working texts of a version."""
    return {
        f"policies/{language}/privacy.md": source(language, version, effective, *more).encode()
        for language in ("th", "en")
    }


@functools.cache
def published(*versions: tuple[str, ...]) -> Tree:
    """The versions recorded one after the other, the last as the working texts."""
    tree = Tree(SETTINGS)
    for version, effective, *more in versions:
        tree = recorded(Tree({**tree.files, **working(version, effective, *more)}))
    return tree


def changed(tree: Tree, files: Mapping[str, bytes | None]) -> Tree:
    """The tree with other files; None deletes."""
    new = {**tree.files, **files}
    return Tree({path: words for path, words in new.items() if words is not None}, tree.irregular)


def edited(tree: Tree, path: str, old: str, new: str) -> Tree:
    """The tree with `new` in place of the first `old` in a file."""
    words = tree.files[path].decode()
    assert old in words
    return changed(tree, {path: words.replace(old, new, 1).encode()})


def without(tree: Tree, start: str) -> Tree:
    """The tree without the files whose paths begin so."""
    return Tree({path: words for path, words in tree.files.items() if not path.startswith(start)}, tree.irregular)


def recorded_working(tree: Tree) -> Tree:
    """The tree with the record of its working texts, all other records as they are."""
    version = tree.files[TH].decode().partition('version: "')[2].partition('"')[0]
    written = recorded(tree).files
    return changed(tree, {path: words for path, words in written.items() if path.startswith(f"{RECORDS}/{version}/")})
