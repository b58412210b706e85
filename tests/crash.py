"""Publishes a small site again and again, and is killed or finds the disk full at every step, many times each.

`python -m tests.crash FOLDER ROUNDS` prints what was found as JSON. It forks, so it runs outside the tests' process.
"""

from __future__ import annotations

import errno
import json
import os
import resource
import signal
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from promulgate import workspace
from promulgate.errors import PublicationError

PAGES = 6
EVENTS = frozenset(
    (
        *("open", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "shutil.rmtree", "os.chmod", "os.link"),
        *("tempfile.mkdtemp", "ctypes.dlsym", "os.fsync"),
    )
)
"""Audit events of calls that touch the disk; os.fsync raises none of its own."""


def publish(target: Path, version: str) -> None:
    """Put a whole site of this version into `target`; later pages are larger, so that a limit is met at each."""
    with workspace.replacing_folder(target) as fresh:
        (fresh / "api").mkdir()
        (fresh / "api" / "policies.json").write_text(version, encoding="utf-8")
        for number in range(PAGES):
            (fresh / f"{number}.html").write_text(page(version, number), encoding="utf-8")


def page(version: str, number: int) -> str:
    """The contents of a page; every page of a version says its version all over."""
    return version * (number + 1) * 5000


def version_of(target: Path) -> str:
    """The one version all files of the site are of; `mixed` if they are not, `none` if there is no site."""
    if not target.exists():
        return "none"
    version = (target / "api/policies.json").read_text(encoding="utf-8")
    pages = sorted(target.glob("*.html"))
    whole = len(pages) == PAGES and all(
        one.read_text(encoding="utf-8") == page(version, number) for number, one in enumerate(pages)
    )
    return version if whole else "mixed"


def in_a_child(work: Callable[[], None]) -> int:
    """Run it in a child process and return how that ended; 0 is well, 1 is an error of ours."""
    child = os.fork()
    if not child:
        status = 3
        try:
            work()
            status = 0
        except (PublicationError, OSError):  # the command tells both in a sentence
            status = 1
        finally:
            os._exit(status)
    return os.waitpid(child, 0)[1]


def stopping(target: Path, version: str, stop_at: int, how: str) -> int:
    """Publish, and at the given step be killed or find the disk full."""
    return in_a_child(lambda: _stopping(target, version, stop_at, how))


def _stopping(target: Path, version: str, stop_at: int, how: str) -> None:
    calls = 0

    def step(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal calls
        if event not in EVENTS or (event == "open" and not str(arguments[0]).startswith(str(target.parent))):
            return
        calls += 1
        if calls == stop_at:
            if how == "killed":
                os.kill(os.getpid(), signal.SIGKILL)
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    synchronise = os.fsync

    def fsync(descriptor: int) -> None:
        step("os.fsync", ())
        synchronise(descriptor)

    os.fsync = fsync  # type: ignore[assignment]
    sys.addaudithook(step)
    publish(target, version)
    if stop_at == 0:
        (target.parent / "steps").write_text(str(calls), encoding="utf-8")


def limited(target: Path, version: str, most: int, how: str) -> int:
    """Publish while no file may grow beyond `most` bytes: the kernel stops the write in its middle.

    It writes what fits, then either ends the process there and then, or gives an error as a full disk does.
    """

    def work() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_DFL if how == "killed" else signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
        publish(target, version)

    return in_a_child(work)


def main(folder: Path, rounds: int) -> dict[str, object]:
    """Stop at every step and in the middle of every page, in both ways, `rounds` times each."""
    target = folder / "site"
    publish(target, "a")
    stopping(target, "a", 0, "killed")
    steps = int((folder / "steps").read_text(encoding="utf-8"))
    found: Counter[str] = Counter()
    failed_reruns = left_over = 0
    places: list[tuple[Callable[[Path, str, int, str], int], int]] = [(stopping, step) for step in range(1, steps + 1)]
    places += [(limited, len(page("a", number)) - 1000) for number in range(PAGES)]
    for how in ("killed", "full"):
        for stop, place in places:
            for _ in range(rounds):
                before = version_of(target)
                after = "b" if before == "a" else "a"
                status = stop(target, after, place, how)
                signalled, now = os.WIFSIGNALED(status), version_of(target)
                found["ended by a signal" if signalled else f"exit {os.waitstatus_to_exitcode(status)}"] += 1
                found["old" if now == before else "new" if now == after else "mixed"] += 1
                failed_reruns += in_a_child(lambda: publish(target, "a")) != 0 or version_of(target) != "a"
                left_over += any(".new-" in path.name for path in folder.iterdir())
    return {
        "steps": steps,
        "middles": PAGES,
        "times each": rounds,
        "publications": 2 * len(places) * rounds,
        "found": dict(sorted(found.items())),
        "failed reruns": failed_reruns,
        "left over": left_over,
    }


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main(Path(sys.argv[1]).absolute(), int(sys.argv[2]))) + "\n")
