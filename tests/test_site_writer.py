"""A file that is the same becomes a second name of the old one; whatever is not surely the same is written anew."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from promulgate.workspace import SiteWriter

NAME = "th/privacy/2.0/index.html"


def written(tmp_path: Path, contents: bytes) -> tuple[bool, bytes]:
    """Whether the new file is the old one, and what it says."""
    SiteWriter(tmp_path / "new", tmp_path / "old").write(NAME, contents)
    new = tmp_path / "new" / NAME
    old = tmp_path / "old" / NAME
    return old.exists() and new.samefile(old), new.read_bytes()


@pytest.fixture
def old(tmp_path: Path) -> Path:
    SiteWriter(tmp_path / "old").write(NAME, b"page")
    return tmp_path / "old" / NAME


def test_the_same_file_is_not_written_again(old: Path, tmp_path: Path) -> None:
    assert written(tmp_path, b"page") == (True, b"page")


def test_another_file_is(old: Path, tmp_path: Path) -> None:
    assert written(tmp_path, b"Page") == (False, b"Page")


def test_what_somebody_altered_in_the_old_site_never_gets_into_the_new_one(old: Path, tmp_path: Path) -> None:
    stamps = (old.stat().st_atime_ns, old.stat().st_mtime_ns)
    old.write_bytes(b"evil")
    os.utime(old, ns=stamps)
    assert written(tmp_path, b"page") == (False, b"page")


def test_a_file_somebody_else_has_a_name_for_is_left_to_them(old: Path, tmp_path: Path) -> None:
    os.link(old, tmp_path / "kept")
    assert written(tmp_path, b"page") == (False, b"page")


def test_a_file_with_other_permissions_is_written_anew(old: Path, tmp_path: Path) -> None:
    old.chmod(0o666)
    assert written(tmp_path, b"page") == (False, b"page")
    assert (tmp_path / "new" / NAME).stat().st_mode & 0o777 != 0o666


def test_a_link_in_the_old_site_is_not_followed(old: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").write_bytes(b"page")
    old.unlink()
    old.symlink_to(tmp_path / "elsewhere")
    assert written(tmp_path, b"page")[1] == b"page"
    assert not (tmp_path / "new" / NAME).is_symlink()
    assert not (tmp_path / "new" / NAME).samefile(tmp_path / "elsewhere")


def test_a_site_that_was_not_there_is_written(tmp_path: Path) -> None:
    assert written(tmp_path, b"page") == (False, b"page")
