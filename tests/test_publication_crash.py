"""A publisher that is killed, or whose disk is full, leaves the old site or the new one, and a rerun completes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from promulgate.workspace import replacing_folder, write_files

PACKAGE = Path(__file__).parent.parent / "build_tools"
FILES = 6
ROUNDS = 20

PUBLISHER = """
import errno, os, signal, sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from promulgate import workspace
target, version, stop_at, how = Path(sys.argv[2]), sys.argv[3], int(sys.argv[4]), sys.argv[5]
calls = 0

def step(event, arguments):
    '''Every call that touches the disk is a step at which the process may die or the disk be full.'''
    global calls
    if event not in ('open', 'os.rename', 'os.remove', 'os.mkdir', 'os.rmdir', 'shutil.rmtree', 'os.chmod',
                     'tempfile.mkdtemp', 'ctypes.dlsym'):
        return
    if event == 'open' and not str(arguments[0]).startswith(str(target.parent)):
        return
    calls += 1
    if calls == stop_at:
        if how == 'kill':
            os.kill(os.getpid(), signal.SIGKILL)
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

sys.addaudithook(step)
with workspace.replacing_folder(target) as fresh:
    (fresh / 'api').mkdir()
    (fresh / 'api' / 'policies.json').write_text(version)
    for number in range(int(sys.argv[6])):
        (fresh / f'{number}.html').write_text(version * 1000)
print(calls)
"""


def publish(target: Path, version: str, stop_at: int = 0, how: str = "kill") -> subprocess.CompletedProcess[str]:
    arguments = [sys.executable, "-c", PUBLISHER, str(PACKAGE), str(target), version, str(stop_at), how, str(FILES)]
    return subprocess.run(arguments, capture_output=True, text=True, check=False)


def version_of(target: Path) -> str:
    """The one version all files of the site are of."""
    version = (target / "api/policies.json").read_text(encoding="utf-8")
    pages = sorted(target.glob("*.html"))
    assert len(pages) == FILES
    assert all(page.read_text(encoding="utf-8") == version * 1000 for page in pages)
    return version


@pytest.mark.slow
@pytest.mark.parametrize("how", ["kill", "full"])
def test_killed_or_full_at_every_step_it_is_the_old_site_or_the_new_one(tmp_path: Path, how: str) -> None:
    target = tmp_path / "site"
    steps = int(publish(target, "a").stdout)
    assert steps > FILES
    for round_number in range(max(ROUNDS, steps)):
        stop_at = round_number % steps + 1
        before = version_of(target)
        done = publish(target, "b" if before == "a" else "a", stop_at, how)
        assert done.returncode == (-signal.SIGKILL if how == "kill" else done.returncode)
        assert version_of(target) in ("a", "b")
        assert publish(target, "a").returncode == 0
        assert version_of(target) == "a"
        assert [path.name for path in tmp_path.iterdir() if ".new-" in path.name] == []


@pytest.mark.slow
def test_a_site_that_was_never_there_is_whole_or_still_not_there(tmp_path: Path) -> None:
    steps = int(publish(tmp_path / "count" / "site", "a").stdout)
    for stop_at in range(1, steps + 1):
        target = tmp_path / str(stop_at) / "site"
        publish(target, "a", stop_at)
        if target.exists():
            version_of(target)
        assert publish(target, "b").returncode == 0
        assert version_of(target) == "b"


@pytest.mark.slow
def test_two_publishers_at_once_both_finish_whole(tmp_path: Path) -> None:
    target = tmp_path / "site"
    arguments = [sys.executable, "-c", PUBLISHER, str(PACKAGE), str(target)]
    for number in range(50):
        commands = [[*arguments, f"{number}{name}", "0", "kill", str(FILES)] for name in "ab"]
        pair = [subprocess.Popen(command, stdout=subprocess.DEVNULL) for command in commands]
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
        with replacing_folder(target) as fresh:
            (fresh / "api").mkdir()
            (fresh / "api/policies.json").write_text(version, encoding="utf-8")
            for number in range(FILES):
                (fresh / f"{number}.html").write_text(version * 1000, encoding="utf-8")
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
