"""The same commit at the same instant gives the same site, byte for byte, on any machine."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.support import Repository

PACKAGE = Path(__file__).parent.parent / "build_tools"
AS_OF = "2026-11-22T12:00:00+07:00"


ANOTHER_DAY = """
import datetime, sys, time

ahead = int(sys.argv.pop(1))

class Moved(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return super().now(tz) + datetime.timedelta(seconds=ahead)

    @classmethod
    def utcnow(cls):
        raise AssertionError("nobody asks for a time without zone")

class Day(datetime.date):
    @classmethod
    def today(cls):
        return cls.fromordinal(Moved.now().toordinal())

def moved(clock, unit):
    return lambda: clock() + ahead * unit

def of_now(function):
    return lambda *given: function(*(given or (time.time(),)))

time.time, time.time_ns = moved(time.time, 1), moved(time.time_ns, 10**9)
time.gmtime, time.localtime = of_now(time.gmtime), of_now(time.localtime)
datetime.datetime, datetime.date = Moved, Day
assert abs(datetime.datetime.now().timestamp() - time.time()) < 60
from promulgate.cli import main
sys.argv = ["promulgate", *sys.argv[1:]]
main()
"""
"""Runs the command on a machine whose clock shows another day: Python's clocks are put forward before anything else
is imported. What is written in C and asks the kernel itself (git) is asked for commits that are there already."""


def build(repository: Path, out: Path, mask: int, *, ahead: int = 0, **environment: str) -> dict[str, str]:
    """Build and return the SHA-256 of every file by path; the clock is so many seconds ahead."""
    subprocess.run(
        [sys.executable, "-c", ANOTHER_DAY, str(ahead), "build", "--as-of", AS_OF, "--out", str(out)],
        cwd=repository,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(PACKAGE), **environment},
        umask=mask,
        check=True,
        capture_output=True,
    )
    files = sorted(path for path in out.rglob("*") if path.is_file())
    return {path.relative_to(out).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


@pytest.mark.slow
def test_two_builds_on_different_machines_are_byte_for_byte_the_same(published: Repository, tmp_path: Path) -> None:
    published.write_policy("1.1", "2030-01-01")
    published.record_and_commit("Version 1.1")
    published.write_policy("1.0", "2025-01-01", "imported: brought in later", policy="a-cookies")
    published.record_and_commit("Cookies")
    one = build(
        *(published.root, tmp_path / "one" / "site", 0o022),
        TZ="Asia/Bangkok",
        LC_ALL="C",
        PYTHONHASHSEED="1",
        HOME=str(tmp_path),
    )
    elsewhere = tmp_path / "a much longer path ก" / "clone"
    subprocess.run(["git", "clone", "--quiet", str(published.root), str(elsewhere)], check=True)
    for path in sorted(elsewhere.rglob("*.md"), reverse=True):
        words = path.read_bytes()  # made anew in another order, with other times
        path.unlink()
        path.write_bytes(words)
        os.utime(path, (time.time() - 10**8, time.time() - 10**8))
    other = build(
        *(elsewhere, tmp_path / "two" / "public", 0o077),
        ahead=5 * 365 * 24 * 3600 + 12345,
        TZ="America/New_York",
        LC_ALL="C.UTF-8",
        PYTHONHASHSEED="4242",
        HOME="/nonexistent",
        SOURCE_DATE_EPOCH="1",
        LANG="th_TH.UTF-8",
    )
    assert len(one) > 20
    assert {path for path in {*one, *other} if one.get(path) != other.get(path)} == set()
