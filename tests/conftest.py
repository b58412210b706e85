"""What every test may ask for."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import hypothesis
import pytest

from tests.support import Repository

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# A deadline per example would be a timing assertion: it fails on a busy machine.
# CI asks the same questions each time, so that a verdict is about the change; everywhere else the search goes on.
hypothesis.settings.register_profile("house", deadline=None, derandomize="CI" in os.environ)
hypothesis.settings.load_profile("house")


@pytest.fixture(autouse=True)
def _on_a_person_s_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where CI runs these tests, its own branch is not the base of the repositories they make."""
    for name in ("CI", "GITHUB_BASE_REF", "GITHUB_EVENT_NAME"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """An empty policy repository."""
    return Repository(tmp_path / "policies")


@pytest.fixture
def published(repository: Repository) -> Repository:
    """A repository with privacy 1.0, in force since 2019, recorded and committed."""
    repository.write_policy("1.0", "2019-09-30", "imported: brought in later")
    repository.record_and_commit("Version 1.0")
    return repository


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests that need one."""
    from tests.site.chromium import chromium

    with chromium() as opened:
        yield opened
