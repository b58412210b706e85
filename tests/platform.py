"""Runs the `run:` steps of a workflow as the platform does: its own shell, its variables, its files for outputs.

Only what lies outside of the steps is stood in for: the checkouts (a real clone, fetched and checked out as the action
does), the installation (the program of this very environment), and the platform's own programs and services, `gh` and
the deployment.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from tests.support import Repository

PROJECT = Path(__file__).parent.parent
INSTALL = "Install promulgate"
_TELLS_TIME = "build|check|log|record|revise"
"""The commands that look at the clock."""
_EXPRESSION = re.compile(r"\$\{\{\s*(.*?)\s*\}\}")


def load(name: str, project: Path = PROJECT) -> dict[str, Any]:
    """A workflow as it stands in the repository; YAML 1.1 reads its key `on` as a truth value."""
    document: dict[Any, Any] = yaml.safe_load((project / ".github" / "workflows" / name).read_text(encoding="utf-8"))
    return {("on" if key is True else key): value for key, value in document.items()}


@dataclass
class StepResult:
    """What one step printed and its exit status."""

    name: str
    status: int
    output: str


@dataclass
class JobRun:
    """One job that was run: its steps, the outputs they set, the page it wrote."""

    steps: list[StepResult] = field(default_factory=list)
    outputs: dict[str, str] = field(default_factory=dict)
    summary: str = ""

    @property
    def passed(self) -> bool:
        return all(step.status == 0 for step in self.steps)

    def step(self, name: str) -> StepResult:
        return next(step for step in self.steps if step.name == name)


class Platform:
    """The platform for one repository: an `origin` others push to, and a workspace for each job.

    With `now` the clock of the jobs stands still at that instant.
    """

    def __init__(self, origin: Repository, folder: Path, now: str = "") -> None:
        self.origin = origin
        self.folder = folder
        self.programs = folder / "programs"
        self.programs.mkdir(parents=True)
        self.calls = folder / "gh-calls"
        self.runs = 0
        git(origin.root, "config", "receive.denyCurrentBranch", "ignore")  # a forge has no working tree
        clock = f'case "$command" in {_TELLS_TIME}) set -- --as-of {now} "$@";; esac' if now else ":"
        program = f'exec "{sys.executable}" -P -m promulgate "$command" "$@"'
        self._program("promulgate", f"command=$1; shift\n{clock}\n{program}")
        self._program("gh", f'printf "%s\\n" "$*" >> "{self.calls}"; cat >> /dev/null < /dev/null')

    def _program(self, name: str, words: str) -> None:
        path = self.programs / name
        path.write_text(f"#!/bin/sh\n{words}\n", encoding="utf-8")
        path.chmod(0o755)

    def answers(self, words: str) -> None:
        """Shell that `gh` runs after noting how it was called."""
        self._program("gh", f'printf "%s\\n" "$*" >> "{self.calls}"\n{words}')

    def before_push(self, words: str) -> None:
        """Shell that someone else runs in the origin just before a step pushes to it."""
        real = shutil.which("git")
        self._program("git", f'if test "$1" = push; then (cd "{self.origin.root}" && {words}); fi\nexec "{real}" "$@"')

    @property
    def asked(self) -> list[str]:
        """How `gh` was called, one line per call."""
        return self.calls.read_text(encoding="utf-8").splitlines() if self.calls.exists() else []

    def run(
        self,
        workflow: str,
        job: str,
        *,
        ref: str,
        event: str = "pull_request",
        payload: Mapping[str, Any] | None = None,
        inputs: Mapping[str, str] | None = None,
        needs: Mapping[str, Mapping[str, str]] | None = None,
        environment: Mapping[str, str] | None = None,
        context: Mapping[str, str] | None = None,
        instead: Mapping[str, str] | None = None,
        without: Collection[str] = (),
    ) -> JobRun:
        """Run one job of a workflow at `ref` of origin (as the checkout action fetches it).

        `environment` are variables the platform sets, `context` values of expressions; `instead` replaces variables a
        step sets itself; the steps named in `without` are left out.
        """
        document = load(workflow)
        definition = document["jobs"][job]
        self.runs += 1
        home = self.folder / f"run-{self.runs}"
        workspace, temporary = home / "workspace", home / "temporary"
        workspace.mkdir(parents=True)
        temporary.mkdir()
        event_file = home / "event.json"
        event_file.write_text(json.dumps(payload or {}), encoding="utf-8")
        values = {
            "github.token": "token",
            "github.event_name": event,
            "github.event.repository.default_branch": "main",
            "runner.temp": str(temporary),
            **{f"inputs.{key}": value for key, value in (inputs or {}).items()},
            **{
                f"needs.{need}.outputs.{key}": value
                for need, out in (needs or {}).items()
                for key, value in out.items()
            },
            **_flat("github.event", payload or {}),
            **(context or {}),
        }
        base = self._environment(
            {
                "GITHUB_EVENT_NAME": event,
                "GITHUB_EVENT_PATH": str(event_file),
                "GITHUB_WORKSPACE": str(workspace),
                "RUNNER_TEMP": str(temporary),
                **(environment or {}),
            }
        )
        done = JobRun()
        outcomes: dict[str, str] = {}
        for number, step in enumerate(definition["steps"]):
            name = step.get("name", "")
            if not _wanted(step.get("if", ""), done, {**values, **outcomes}):
                continue
            if step.get("uses", "").startswith("actions/checkout@"):
                wanted = _filled(step.get("with", {}), values)
                self._checkout(workspace / wanted.get("path", "."), wanted.get("ref") or ref)
                base.setdefault("GITHUB_SHA", _head(workspace / wanted.get("path", ".")))
            if step.get("uses", "").startswith("actions/upload-pages-artifact@"):
                subprocess.run(["tar", "-cf", temporary / "artifact.tar", "-C", workspace / "site", "."], check=True)
            if "uses" in step or name in {INSTALL, *without}:
                continue
            output, summary = home / f"output-{number}", home / f"summary-{number}"
            output.touch()
            summary.touch()
            result = self.shell(
                step["run"],
                workspace / step.get("working-directory", "."),
                {
                    **base,
                    **_filled(document.get("env", {}), values),
                    **_filled(definition.get("env", {}), values),
                    **_filled(step.get("env", {}), values),
                    "GITHUB_OUTPUT": str(output),
                    "GITHUB_STEP_SUMMARY": str(summary),
                    **(instead or {}),
                },
            )
            done.summary += summary.read_text(encoding="utf-8")
            found = dict(line.split("=", 1) for line in output.read_text(encoding="utf-8").splitlines() if line)
            done.outputs |= found
            identifier = step.get("id", "")
            values |= {f"steps.{identifier}.outputs.{key}": value for key, value in found.items()}
            outcomes[f"steps.{identifier}.outcome"] = "success" if result.status == 0 else "failure"
            status = 0 if step.get("continue-on-error") else result.status
            done.steps.append(StepResult(name, status, result.output))
        done.outputs |= outcomes
        self.workspace, self.temporary = workspace, temporary
        return done

    def _environment(self, more: Mapping[str, str]) -> dict[str, str]:
        """The variables the platform sets, and those this machine needs to run the program from its sources."""
        return {
            **{key: os.environ[key] for key in ("HOME", "LANG") if key in os.environ},
            "PATH": f"{self.programs}{os.pathsep}{os.environ['PATH']}",
            "PYTHONPATH": os.pathsep.join(path for path in sys.path if path),
            "PYTHAINLP_READ_ONLY": "1",
            "NO_MKDOCS_2_WARNING": "1",
            "CI": "true",
            "GITHUB_ACTIONS": "true",
            "GITHUB_SERVER_URL": "https://forge.example",
            "GITHUB_REPOSITORY": "company/policies",
            "GITHUB_RUN_ID": "77",
            "GITHUB_RUN_NUMBER": "7",
            "RUNNER_TEMP": str(self.folder),
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_NOSYSTEM": "1",
            **more,
        }

    def shell(self, words: str, folder: Path, environment: Mapping[str, str], name: str = "") -> StepResult:
        """Run the words of a step as the platform's `shell: bash` does."""
        result = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", words],
            cwd=folder,
            env=self._environment(environment),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        return StepResult(name, result.returncode, result.stdout)

    def _checkout(self, target: Path, ref: str) -> None:
        """As the action does with `fetch-depth: 0`: all branches, and the ref that is wanted, checked out."""
        target.mkdir(parents=True, exist_ok=True)
        git(target, "init", "--quiet")
        git(target, "remote", "add", "origin", str(self.origin.root))
        git(
            target,
            "fetch",
            "--quiet",
            "origin",
            "+refs/heads/*:refs/remotes/origin/*",
            "+refs/pull/*:refs/remotes/pull/*",
        )
        if ref.startswith("refs/pull/"):
            git(target, "checkout", "--quiet", "--detach", ref.replace("refs/pull/", "refs/remotes/pull/"))
        elif re.fullmatch("[0-9a-f]{40}", ref):
            git(target, "checkout", "--quiet", "--detach", ref)
        else:
            branch = ref.removeprefix("refs/heads/")
            git(target, "checkout", "--quiet", "-B", branch, f"refs/remotes/origin/{branch}")


def git(folder: Path, *arguments: str) -> str:
    environment = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    done = subprocess.run(["git", *arguments], cwd=folder, env=environment, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def _head(folder: Path) -> str:
    return git(folder, "rev-parse", "HEAD")


def _flat(prefix: str, document: Mapping[str, Any]) -> dict[str, str]:
    found: dict[str, str] = {}
    for key, value in document.items():
        if isinstance(value, Mapping):
            found |= _flat(f"{prefix}.{key}", value)
        else:
            found[f"{prefix}.{key}"] = {True: "true", False: "false", None: ""}.get(value, str(value))
    return found


def _filled(entries: Mapping[str, Any], values: Mapping[str, str]) -> dict[str, str]:
    return {key: _EXPRESSION.sub(lambda match: _value(match[1], values), str(value)) for key, value in entries.items()}


def _value(expression: str, values: Mapping[str, str]) -> str:
    """The few forms our workflows use: a name, names with `||`, `endsWith(name, 'x') && 'a' || 'b'`."""
    match = re.fullmatch(r"endsWith\(([\w.]+), '(.*?)'\) && '(.*?)' \|\| '(.*?)'", expression)
    if match:
        return match[3] if values.get(match[1], "").endswith(match[2]) else match[4]
    names = [name.strip() for name in expression.split("||")]
    assert all(re.fullmatch(r"[\w.-]+", name) for name in names), expression
    return next((values[name] for name in names if values.get(name, "false") not in ("", "false")), "")


def _wanted(condition: str, done: JobRun, values: Mapping[str, str]) -> bool:
    match = re.fullmatch(r"([\w.]+) == '(.*?)'", condition)
    if match:
        return done.passed and values.get(match[1], "") == match[2]
    assert condition in ("", "${{ !cancelled() }}"), condition
    return bool(condition) or done.passed
