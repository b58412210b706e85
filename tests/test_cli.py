"""The command line on a machine that will not let it write: one sentence, exit status 2, no traceback."""

from __future__ import annotations

from pathlib import Path

import pytest

from promulgate.cli import run
from tests.support import Repository


@pytest.fixture
def a_file(tmp_path: Path) -> Path:
    path = tmp_path / "a-file"
    path.write_text("no folder can be made below a file")
    return path


def test_a_site_below_a_file_can_t_be_built(
    published: Repository, a_file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(published.root)
    assert run(["build", "--out", str(a_file / "site")]) == 2
    assert capsys.readouterr().err.startswith(f"promulgate: {a_file}: ")


def test_a_repository_below_a_file_can_t_be_made(a_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["init", str(a_file / "policies")]) == 2
    assert capsys.readouterr().err.startswith(f"promulgate: {a_file}")
