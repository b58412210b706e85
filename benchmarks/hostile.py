"""The worst a text can do to a check: `python -m benchmarks.hostile`.

Each pathological input of the tests is checked three times, in Thai and in English at once: as it stands there, where
the bounds refuse it; cut where the bounds allow it; and this repeated as often as the bounds allow. Prints one line a
check, the worst last: processor seconds and peak memory of the whole `promulgate check`, start-up and both texts.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from promulgate.bounds import MAXIMUM_BYTES, exceeded
from tests.support import Repository, source
from tests.test_bounds import HOSTILE

_ROOM = 1024
"""Bytes left for the lines at the top of a file."""


def inputs() -> Iterator[tuple[str, str]]:
    """Every body with its name."""
    for name, body, _, _ in HOSTILE:
        yield name, body
        cut = body[: _most(len(body), lambda length, body=body: body[:length])]  # type: ignore[misc]
        yield f"{name}, cut", cut
        again = _most(MAXIMUM_BYTES // (len(cut) + 2), lambda times, cut=cut: f"{cut}\n\n" * times)  # type: ignore[misc]
        if again > 1:
            yield f"{name}, cut, {again:,} times", f"{cut}\n\n" * again


def _most(highest: int, made: Callable[[int], str]) -> int:
    """The largest number whose body is within the bounds."""
    lowest = 0
    while lowest < highest:
        middle = (lowest + highest + 1) // 2
        body = made(middle)
        if len(body.encode()) > MAXIMUM_BYTES - _ROOM or exceeded(body, 1):
            highest = middle - 1
        else:
            lowest = middle
    return lowest


def checked(here: Repository, body: str) -> tuple[float, float, int]:
    """Processor seconds, mebibytes at the peak and exit status of a check of a policy with this body."""
    for language in ("th", "en"):
        here.write(f"policies/{language}/privacy.md", source(language, "1.1", "2030-01-01", body=f"# T\n\n{body}\n"))
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(str(Path(entry).resolve()) for entry in sys.path)}
    process = subprocess.Popen(
        [sys.executable, "-m", "promulgate", "check", "--base", "HEAD"],
        cwd=here.root,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    # What the kernel tells of the process includes the children it waited for.
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, process.returncode


def main() -> None:
    """Prints one line a check as it is measured, then the same in order."""
    lines = []
    with tempfile.TemporaryDirectory() as folder:
        here = Repository(Path(folder) / "site")
        here.write_policy("1.0", "2020-01-01", "imported: brought in later")
        here.commit()
        for name, body in inputs():
            seconds, mebibytes, status = checked(here, body)
            lines.append((seconds, f"{seconds:6.2f} s {mebibytes:6.0f} MiB, status {status}: {name}\n"))
            sys.stderr.write(lines[-1][1])
    for _, line in sorted(lines):
        sys.stdout.write(line)


if __name__ == "__main__":
    main()
