"""Changes the program in many small ways and sees whether a test notices (`make mutants`).

`python -m tests.mutants AREA [--only MODULE]... [--sample N] [--seed S]` copies the project to `.cache/mutants/AREA`,
has mutmut change every statement of the area's modules, one at a time, and runs for each the tests that reach the
changed function. A change no test notices is printed: a missing test, or dead code.

mutmut leaves out functions with a decorator (properties among them) and what stands outside functions.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

from tests.mutants_tried import STATISTICS

PROJECT = Path(__file__).parent.parent
TARGET = PROJECT / ".cache" / "mutants"
COPIED = ("tests", "docs", "policies", "changelog", "mkdocs.yml", "requirements.txt", "README.md", "ARCHITECTURE.md")
RECORDS = ("test_records.py", "test_verification.py", "test_verification_published.py")
AREAS = {
    "dates": (("dates.py", "strict_yaml.py"), ("test_dates.py", "test_strict_yaml.py", "test_front_matter.py")),
    "records": (
        (
            "records.py",
            "archive.py",
            "errata.py",
            "verification.py",
            "one_sided.py",
            "archive_reader.py",
        ),
        (
            *RECORDS,
            "test_errata.py",
            "test_record.py",
            "test_one_sided.py",
            "test_archive_reader.py",
        ),
    ),
    "judgement": (("checking.py", "recording.py"), ("test_checking.py", "test_recording.py")),
    "values": (("values/*",), ("values",)),
    "checker": (
        ("rules/*", "values/*", "checking.py"),
        (
            "findings",
            "rules",
            "values",
            "test_check.py",
            "test_checking.py",
            "test_losses.py",
            "test_unicode.py",
            "test_one_sided.py",
            "test_bounds.py",
        ),
    ),
}
"""Modules by area, and the tests that are about them."""
LEFT_OUT = (
    "tests/rules/test_examples.py::test_every_name_a_finding_can_have_is_explained",
    "tests/findings/test_findings.py::test_every_sentence_is_shown",
)
"""Tests that read the program's text where it stands in the project, not in the copy."""
_APPENDED = """

import os
import sys
import threading
# Only a program without threads works in a child process, and what a child runs is not counted.
threading.Thread(target=threading.Event().wait, daemon=True).start()


@pytest.fixture(autouse=True)
def _nothing_is_remembered():
    # What an earlier test left in a cache would hide that this one reaches the function behind it.
    counting = os.environ.get("MUTANT_UNDER_TEST") == "stats"
    for name, module in list(sys.modules.items()) if counting else ():
        if name.startswith("promulgate."):
            for each in vars(module).values():
                if hasattr(each, "cache_clear"):
                    each.cache_clear()
"""
"""What the copy's `conftest.py` gets besides."""


def prepare(area: str) -> Path:
    """A copy of the project in which mutmut may work."""
    modules, tests = AREAS[area]
    folder = TARGET / area
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    ignored = shutil.ignore_patterns("__pycache__", "*.egg-info")
    shutil.copytree(PROJECT / "build_tools", folder / "src", ignore=ignored)
    for name in COPIED:
        if (PROJECT / name).is_dir():
            shutil.copytree(PROJECT / name, folder / name, ignore=ignored)
        else:
            shutil.copy(PROJECT / name, folder / name)
    with (folder / "tests/conftest.py").open("a", encoding="utf-8") as stream:
        stream.write(_APPENDED)
    settings = {
        "source_paths": ["src"],
        "only_mutate": [f"src/promulgate/{module}" for module in modules],
        "also_copy": [name for name in COPIED if name != "tests"],
        "process_isolation": "forkserver",
        "track_dependencies": False,
        "use_git_change_detection": False,
        "timeout_constant": 10.0,
        "pytest_add_cli_args": ["-pno:cacheprovider", "-pno:xdist", *(f"--deselect={test}" for test in LEFT_OUT)],
        "pytest_add_cli_args_test_selection": [f"tests/{name}" for name in tests],
    }
    words = (PROJECT / "pyproject.toml").read_text(encoding="utf-8").replace('"build_tools"', '"src"')
    lines = [f"{key} = {json.dumps(value)}" for key, value in settings.items()]
    (folder / "pyproject.toml").write_text(words + "\n[tool.mutmut]\n" + "\n".join(lines) + "\n", encoding="utf-8")
    return folder


def make_changes(folder: Path) -> list[str]:
    """Have mutmut make every change and see which test reaches what; their names.

    Asked for a change that does not exist, it stops there: trying them is done in `tests.mutants_tried`, many times
    faster, and by processor time, so that a busy machine gives the same score.
    """
    command = [sys.executable, "-m", "mutmut", "run", "--max-children", "1", "none is called so"]
    done = subprocess.run(command, cwd=folder, check=False, capture_output=True, text=True)
    if not (folder / "mutants" / STATISTICS).is_file():
        raise SystemExit(f"{done.stdout}{done.stderr}\nNothing was tried: a test fails without any change.")
    names: list[str] = []
    for path in sorted((folder / "mutants").rglob("*.meta")):
        names += json.loads(path.read_text(encoding="utf-8"))["exit_code_by_key"]
    return names


def tried(folder: Path, names: list[str], tests: tuple[str, ...]) -> dict[str, str]:
    """What became of each change: `noticed`, `missed`, or `unreached` by any test."""
    (folder / "names.json").write_text(json.dumps(names), encoding="utf-8")
    outcomes = folder / "outcomes.jsonl"
    selected = [f"tests/{name}" for name in tests]
    subprocess.run(
        [sys.executable, "-m", "tests.mutants_tried", str(folder / "names.json"), str(outcomes), *selected],
        cwd=folder / "mutants",
        env={**os.environ, "PYTHONPATH": f"src{os.pathsep}.", "CI": "true"},
        check=True,
    )
    lines = outcomes.read_text(encoding="utf-8").splitlines()
    return dict(map(json.loads, lines))


def report(outcomes: dict[str, str]) -> str:
    """The score by module, after the names of the changes nobody noticed (`mutmut show NAME` shows one)."""
    by_module: dict[str, Counter[str]] = {}
    for name, outcome in outcomes.items():
        by_module.setdefault(name.rpartition(".")[0], Counter())[outcome] += 1
    missed = [f"{name}: {outcome}" for name, outcome in outcomes.items() if outcome != "noticed"]
    lines = [_score(module, counts) for module, counts in sorted(by_module.items())]
    return "\n".join([*missed, *lines, _score("all", sum(by_module.values(), Counter()))])


def _score(name: str, counts: Counter[str]) -> str:
    return f"{name}: {counts['noticed']} of {counts.total()} noticed, {counts['noticed'] / counts.total():.1%}"


def main() -> None:
    """Run it for one area and print the score."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("area", choices=sorted(AREAS))
    parser.add_argument("--only", action="append", metavar="MODULE", help="Try the changes of this module: recording.")
    parser.add_argument("--sample", type=int, default=0, help="Try so many changes only, chosen at random.")
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    folder = prepare(chosen.area)
    names = make_changes(folder)
    if chosen.only:
        names = [name for name in names if name.startswith(tuple(f"promulgate.{module}." for module in chosen.only))]
    if chosen.sample:
        sys.stdout.write(f"A sample of {chosen.sample} of {len(names)} changes, seed {chosen.seed}.\n")
        names = random.Random(chosen.seed).sample(names, min(chosen.sample, len(names)))  # noqa: S311 - a sample
    sys.stdout.write(report(tried(folder, names, AREAS[chosen.area][1])) + "\n")


if __name__ == "__main__":
    main()
