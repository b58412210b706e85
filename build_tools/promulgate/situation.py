"""The working tree of a repository, with what it is measured against."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from promulgate.gitstore import GitStore, environment, open_store
from promulgate.settings import SETTINGS_FILE, Settings, read_settings
from promulgate.tree import Tree
from promulgate.workspace import read_tree


@dataclass(frozen=True, slots=True)
class Situation:
    """The working tree with what it is measured against."""

    store: GitStore
    head: Tree
    base: Tree | None

    @property
    def root(self) -> Path:
        """The top folder of the repository."""
        return self.store.root

    @property
    def settings(self) -> Settings:
        """The working tree's own settings. Raises ConfigurationError."""
        return read_settings(self.head.files.get(SETTINGS_FILE))


def situation(folder: Path, ref: str | None = None) -> Situation:
    """Read the working tree `folder` belongs to, and its base, which `ref` may name.

    Raises PromulgateError when git can't give them.
    """
    store = open_store(folder)
    head = read_tree(store.root)
    read_settings(head.files.get(SETTINGS_FILE))
    newest = store.newest()
    if newest is None and ref is None:
        return Situation(store, head, None)
    uncommitted = newest is not None and store.tree(newest) != head
    base = store.base(ref, environment(), uncommitted=uncommitted)
    return Situation(store, head, store.tree(base) if base is not None else None)
