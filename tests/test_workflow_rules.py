"""What must hold of every workflow and action: by our own rules here, by the tools of the trade in the slow suite."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.own_workflows import own_files
from tests.platform import PROJECT, load
from tests.support import run_in

WORKFLOWS = sorted(path.name for path in (PROJECT / ".github" / "workflows").iterdir())
FILES = [*(PROJECT / ".github" / "workflows").iterdir(), PROJECT / "action.yml"]


def steps(document: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for job in document["jobs"].values():
        yield from job["steps"]


@pytest.mark.parametrize("name", WORKFLOWS)
def test_nothing_is_allowed_but_what_a_job_asks_for(name: str) -> None:
    document = load(name)
    assert document["permissions"] == {}
    assert all("permissions" in job and job["timeout-minutes"] <= 30 for job in document["jobs"].values())
    assert "pull_request_target" not in document["on"]


@pytest.mark.parametrize("name", WORKFLOWS)
def test_a_failure_inside_a_pipe_is_a_failure(name: str) -> None:
    """Without a shell that is named, the platform does not set `pipefail`; `tests/platform.py` does."""
    assert load(name)["defaults"] == {"run": {"shell": "bash"}}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_actions_are_pinned_by_their_full_hash_with_their_version(path: Path) -> None:
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if re.match(r"\s*(- )?uses:", line)]
    assert all(re.search(r"uses: actions/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$", line) for line in lines)
    hashes: dict[str, str] = {}
    for line in lines:
        action, commit = line.partition("uses: ")[2].split(" ")[0].split("@")
        assert hashes.setdefault(action, commit) == commit


@pytest.mark.parametrize("name", WORKFLOWS)
def test_checkouts_leave_no_credentials_and_have_the_whole_history_of_what_is_judged(name: str) -> None:
    for step in steps(load(name)):
        if "checkout@" in step.get("uses", ""):
            assert step["with"]["persist-credentials"] is False
            assert step["with"].get("fetch-depth") == 0 or step["with"].get("path") == "tool"


@pytest.mark.parametrize("name", WORKFLOWS)
def test_no_expression_reaches_a_shell_but_as_a_variable(name: str) -> None:
    assert not [step["name"] for step in steps(load(name)) if "${{" in step.get("run", "")]


def test_what_the_platform_reads_here_is_what_a_new_repository_gets() -> None:
    """If this fails: make workflows."""
    files = [path for path in (PROJECT / ".github").rglob("*") if path.is_file()]
    assert {path.relative_to(PROJECT).as_posix(): path.read_bytes() for path in files} == own_files()


def _scripts(folder: Path) -> Iterator[tuple[str, str]]:
    """The name and the shell of every step of the workflows and of the action."""
    for path in [*(folder / ".github" / "workflows").iterdir(), folder / "action.yml"]:
        document = yaml.safe_load(path.read_text(encoding="utf-8"))
        for job in (document.get("jobs") or {"action": document["runs"]}).values():
            yield from ((f"{path.name}: {step['name']}", step["run"]) for step in job["steps"] if "run" in step)


@pytest.mark.slow
@pytest.mark.parametrize(("name", "script"), [*_scripts(PROJECT)])
def test_shellcheck_finds_nothing(name: str, script: str) -> None:
    done = subprocess.run(
        [Path(sys.executable).parent / "shellcheck", "--shell=bash", "--severity=style", "-"],
        input=f"set -eo pipefail\n{script}",
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"{name}\n{done.stdout}"


def _new_repository(folder: Path) -> Path:
    assert run_in(folder, "init", "company").status == 0
    return folder / "company"


@pytest.mark.slow
@pytest.mark.parametrize("started", [False, True], ids=["this project", "a new repository"])
def test_zizmor_finds_nothing(started: bool, tmp_path: Path) -> None:
    folder = _new_repository(tmp_path) if started else PROJECT
    places = [folder / ".github", *([] if started else [folder / "action.yml"])]
    done = subprocess.run(
        [Path(sys.executable).parent / "zizmor", "--offline", "--persona", "auditor", "--no-progress", *places],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    assert "No findings to report" in done.stdout + done.stderr


@pytest.mark.slow
@pytest.mark.parametrize(
    ("schema", "pattern"),
    [
        ("vendor.github-workflows", ".github/workflows/*.yml"),
        ("vendor.github-actions", "action.yml"),
        ("vendor.dependabot", ".github/dependabot.yml"),
    ],
)
def test_the_platform_s_own_schema_is_kept(schema: str, pattern: str) -> None:
    files = sorted(PROJECT.glob(pattern))
    assert files
    done = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, *files],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
