"""A publisher that is killed, or whose disk is full, leaves the old site or the new one, and a rerun completes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from promulgate.workspace import write_files
from tests.crash import PAGES, page, publish, version_of
from tests.support import Repository

PROJECT = Path(__file__).parent.parent
ENVIRONMENT = {**os.environ, "PYTHONPATH": f"{PROJECT / 'build_tools'}{os.pathsep}{PROJECT}"}
PUBLISHER = """
import sys
from pathlib import Path
from tests.crash import publish
publish(Path(sys.argv[1]), sys.argv[2])
"""
BUILDER = """
import resource, signal, sys
how, most = sys.argv[1], int(sys.argv[2])
signal.signal(signal.SIGXFSZ, signal.SIG_DFL if how == "killed" else signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
sys.argv = ["promulgate", "build", *sys.argv[3:]]
from promulgate.cli import main
main()
"""


@pytest.mark.slow
def test_killed_or_full_at_every_step_and_in_the_middle_of_a_write_it_is_the_old_site_or_the_new_one(
    tmp_path: Path,
) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.crash", str(tmp_path), "20"],
        cwd=PROJECT,
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        check=True,
    )
    told = json.loads(done.stdout)
    assert told["steps"] > PAGES
    assert told["publications"] == 2 * 20 * (told["steps"] + PAGES)
    assert (told["found"].get("mixed"), told["failed reruns"], told["left over"]) == (None, 0, 0)
    assert told["found"]["old"] > 0
    assert told["found"]["new"] > 0
    assert told["found"]["ended by a signal"] == told["publications"] // 2
    assert set(told["found"]) <= {"old", "new", "ended by a signal", "exit 0", "exit 1"}


@pytest.mark.slow
def test_a_site_that_was_never_there_is_whole_or_still_not_there(tmp_path: Path) -> None:
    from tests.crash import limited

    for number in range(PAGES):
        target = tmp_path / str(number) / "site"
        limited(target, "a", len(page("a", number)) - 1000, "killed" if number % 2 else "full")
        assert version_of(target) == "none"
        publish(target, "b")
        assert version_of(target) == "b"


@pytest.mark.slow
@pytest.mark.parametrize("how", ["killed", "full"])
def test_the_real_build_stopped_in_the_middle_of_a_file_leaves_the_old_site(published: Repository, how: str) -> None:
    """At the size of each of its larger files in turn: the kernel writes what fits and stops the build there."""

    def build(most: int) -> subprocess.CompletedProcess[bytes]:
        command = [sys.executable, "-c", BUILDER, how, str(most), "--as-of", "2026-11-22", "--out", "public"]
        return subprocess.run(command, cwd=published.root, env=ENVIRONMENT, capture_output=True, check=False)

    assert build(10**8).returncode == 0
    before = contents(published.root / "public")
    published.write_policy("1.1", "2026-11-21", "imported: brought in later")
    published.record_and_commit()
    sizes = sorted({len(words) for words in before.values() if len(words) > 5000}, reverse=True)
    for most in sizes[:: max(1, len(sizes) // 6)]:
        done = build(most - 1)
        assert done.returncode != 0
        assert b"Traceback" not in done.stderr
        assert contents(published.root / "public") == before
    assert build(10**8).returncode == 0
    assert (published.root / "public/en/privacy/1.1/index.html").is_file()
    assert not [path for path in published.root.iterdir() if ".new-" in path.name]


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.slow
def test_two_publishers_at_once_both_finish_whole(tmp_path: Path) -> None:
    target = tmp_path / "site"
    for number in range(50):
        commands = [[sys.executable, "-c", PUBLISHER, str(target), f"{number}{name}"] for name in "ab"]
        pair = [subprocess.Popen(command, env=ENVIRONMENT) for command in commands]
        assert [process.wait() for process in pair] == [0, 0]
        assert version_of(target) in (f"{number}a", f"{number}b")


@pytest.mark.slow
def test_a_reader_during_publication_never_sees_a_mix_or_a_gap(tmp_path: Path) -> None:
    """A reader holds the folder it opened, as a server does for a request, and finds every file of one version."""
    target = tmp_path / "site"
    publish(target, "a")
    bad: list[str] = []
    stopped = threading.Event()

    def read() -> None:
        while not stopped.is_set():
            try:
                (target / "api/policies.json").read_text(encoding="utf-8")
                (target / "0.html").read_text(encoding="utf-8")
            except OSError as error:
                bad.append(str(error))

    reader = threading.Thread(target=read)
    reader.start()
    for version in "abcdefghij" * 3:
        publish(target, version)
    stopped.set()
    reader.join()
    assert bad == []


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_files(tmp_path, {"changelog/privacy/1.0/th.md": b"old"})

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        write_files(tmp_path, {"changelog/privacy/1.0/th.md": b"new", "changelog/privacy/1.0/en.md": b"new"})
    files = [path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()]
    assert files == ["changelog/privacy/1.0/th.md"]
    assert (tmp_path / files[0]).read_bytes() == b"old"
