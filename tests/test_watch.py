"""`promulgate check --watch`: a check at the start, and one for every change of a file."""

from __future__ import annotations

import os
from itertools import islice

from promulgate.commands.watching import differing
from promulgate.workspace import tree_stamp
from tests.support import Repository


def test_only_a_state_that_differs_is_seen() -> None:
    states = iter(["a", "a", "b", "b", "b", "a"])
    assert list(islice(differing(lambda: next(states), lambda: None), 3)) == ["a", "b", "a"]


def test_saving_adding_and_removing_a_policy_changes_the_stamp(published: Repository) -> None:
    stamps = [tree_stamp(published.root)]
    path = published.root / "policies/th/privacy.md"
    os.utime(path, ns=(1, 1))
    stamps.append(tree_stamp(published.root))
    published.write("policies/th/other.md", "x")
    stamps.append(tree_stamp(published.root))
    path.unlink()
    stamps.append(tree_stamp(published.root))
    assert len(set(stamps)) == 4
    published.write("README.md", "no policy")
    assert tree_stamp(published.root) == stamps[-1]
