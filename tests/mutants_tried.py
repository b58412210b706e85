"""Tries changes made by mutmut: for each, the tests that reach it run in a fork of a process that collected them once.

`python -m tests.mutants_tried NAMES OUTCOMES TEST...` runs in mutmut's copy of the project. NAMES is a JSON list of
changes, OUTCOMES gets one JSON line for each: its name, and `noticed`, `missed` or `unreached`. A test that fails, is
ended, or takes ten times as long as it did notices the change.
"""

from __future__ import annotations

import gc
import json
import os
import resource
import sys
from pathlib import Path

import pytest
from _pytest.runner import runtestprotocol

STATISTICS = "mutmut-stats.json"


class Trier:
    """Instead of running the tests once, runs for each change those that reach it, the quickest first."""

    def __init__(self, names: list[str], outcomes: Path) -> None:
        self.names = names
        self.outcomes = outcomes
        known = json.loads(Path(STATISTICS).read_text(encoding="utf-8"))
        self.reaching: dict[str, list[str]] = known["tests_by_mangled_function_name"]
        self.duration: dict[str, float] = known["duration_by_test"]

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Run everything."""
        items = {item.nodeid: item for item in session.items}
        running: dict[int, str] = {}
        gc.freeze()  # what is never collected is never copied into a child
        with self.outcomes.open("a", encoding="utf-8") as stream:

            def finish() -> None:
                child, status = os.wait()
                stream.write(json.dumps([running.pop(child), "noticed" if status else "missed"]) + "\n")
                stream.flush()

            for name in self.names:
                wanted = self.reaching.get(name.rpartition("__mutmut_")[0], [])
                tests = sorted((test for test in wanted if test in items), key=lambda test: self.duration.get(test, 0))
                if not tests:
                    stream.write(json.dumps([name, "unreached"]) + "\n")
                    continue
                while len(running) >= (os.cpu_count() or 1):
                    finish()
                child = os.fork()
                if not child:
                    self._try(name, [items[test] for test in tests], sum(self.duration.get(test, 0) for test in tests))
                running[child] = name
            while running:
                finish()
        return True

    def _try(self, name: str, items: list[pytest.Item], usual: float) -> None:
        """In the child: exit status 1 at the first test that fails, 0 when none does."""
        most = int(usual * 10) + 5
        resource.setrlimit(resource.RLIMIT_CPU, (most, most))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        silence = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silence, 1)
        os.dup2(silence, 2)
        os.environ["MUTANT_UNDER_TEST"] = name
        failed = True
        try:
            for item, following in zip(items, [*items[1:], None], strict=True):
                reports = runtestprotocol(item, log=False, nextitem=following)
                if any(report.failed for report in reports):
                    os._exit(1)
            failed = False
        finally:
            os._exit(failed)


def main(names: Path, outcomes: Path, tests: list[str]) -> int:
    """Collect the tests once and try every change."""
    chosen: list[str] = json.loads(names.read_text(encoding="utf-8"))
    os.environ["MUTANT_UNDER_TEST"] = ""
    arguments = ["-q", "-p", "no:cacheprovider", "-p", "no:xdist", "--rootdir=.", *tests]
    return int(pytest.main(arguments, plugins=[Trier(chosen, outcomes)]))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3:]))
