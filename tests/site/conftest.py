"""One site for all tests of pages: built once, by the command, from a real repository."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.site.chromium import served
from tests.site.policies import fill
from tests.support import Repository


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    return fill(Repository(tmp_path_factory.mktemp("archive")))


@pytest.fixture(scope="session")
def site(archive: Repository) -> Path:
    """The site as it is today."""
    outcome = archive.run("build")
    assert outcome.status == 0, outcome.errors
    return archive.root / "site"


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """The site on a server of this machine, under the path it is made for."""
    with served(site, "law/") as host:
        yield host
