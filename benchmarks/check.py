"""How long `promulgate check` takes in a repository: `python -m benchmarks.check [POLICIES]`.

A real repository of many policies, made from the corpus of the tests, each with a published version and a new one in
work. Cold: nothing was checked before. Warm: nothing changed since the last check. One changed: a word in one policy.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.gate import made
from promulgate.kept_findings import FOLDER
from tests.support import Repository

_NEW = b'version: "1.1"\neffective: 2030-01-01\nsummary: y\n'


def repository(root: Path, policies: int) -> Repository:
    """Policies with version 1.0 recorded and 1.1 in work: every text is read and judged by a check."""
    new = Repository(root)
    for number in range(policies):
        for language in ("th", "en"):
            text = made(language, 1, f"policy-{number}")
            new.write(text.path, text.source.replace(b"effective: 2027", b"imported: x\neffective: 2020"))
    new.commit("1.0")
    _run(root, "record")
    new.commit("records")
    for path in root.glob("policies/*/*.md"):
        words = path.read_bytes().replace(b"imported: x\n", b"")
        path.write_bytes(words.replace(b'version: "1.0"\neffective: 2020-01-01\nsummary: x\n', _NEW))
    new.commit("1.1")
    return new


def _run(root: Path, *arguments: str) -> str:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(str(Path(entry).resolve()) for entry in sys.path)}
    environment.pop("CI", None)
    command = [sys.executable, "-m", "promulgate", *arguments]
    # Our own command on our own files.
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode not in (0, 1) or not done.stdout:
        raise SystemExit(done.stderr)
    return done.stdout


def _worked() -> float:
    """Seconds processors worked for children of this process: what a busy machine does not change much."""
    times = os.times()
    return times.children_user + times.children_system


def main(arguments: list[str]) -> None:
    """Prints one line a measurement."""
    policies = int(arguments[0]) if arguments else 64
    with tempfile.TemporaryDirectory() as folder:
        here = repository(Path(folder) / "site", policies)

        def report(name: str) -> None:
            start, before = time.perf_counter(), _worked()
            told = json.loads(_run(here.root, "check", "--base", "HEAD~1", "--format", "json"))
            seconds = time.perf_counter() - start
            number = told["checked"]["policies"]
            sys.stdout.write(f"{number} policies, {name}: {seconds:.2f} s, {_worked() - before:.2f} s of processor\n")

        report("cold")
        report("warm")
        changed = here.root / "policies" / "th" / "policy-0.md"
        changed.write_bytes(changed.read_bytes() + "\nเพิ่มเติม\n".encode())
        report("one changed")
        if hasattr(os, "sched_setaffinity"):
            processors = os.sched_getaffinity(0)
            shutil.rmtree(here.root / ".git" / FOLDER)
            os.sched_setaffinity(0, {min(processors)})
            report("cold on one processor")
            os.sched_setaffinity(0, processors)


if __name__ == "__main__":
    main(sys.argv[1:])
