"""A repository others push to, and the platform that runs its workflows."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.platform import Platform
from tests.support import Repository
from tests.workflows.stage import BRANCH, prepare


@pytest.fixture
def origin(published: Repository) -> Repository:
    """Privacy 1.0 in force on main, and a branch for a change."""
    published.git("checkout", "--quiet", "-b", BRANCH)
    return published


@pytest.fixture
def platform(origin: Repository, tmp_path: Path) -> Platform:
    return Platform(origin, tmp_path / "platform")


@pytest.fixture
def announced(origin: Repository) -> Repository:
    """Version 1.1 announced on main."""
    prepare(origin)
    origin.record_and_commit()
    origin.git("checkout", "--quiet", "main")
    origin.git("merge", "--quiet", "--no-ff", "-m", "Merge", BRANCH)
    return origin
