"""A change on its way through the workflows: what is written, what the platform does around it."""

from __future__ import annotations

from typing import Any

from tests.platform import JobRun, Platform
from tests.support import Repository

DAY = "2099-01-01"
BRANCH = "change"
MERGED = "refs/pull/12/merge"


def prepare(origin: Repository, *, thai: str = "60 วัน", english: str = "60 days") -> None:
    """Version 1.1 with a longer time, written but not recorded."""
    origin.write_policy("1.1", DAY)
    origin.replace("policies/th/privacy.md", "30 วัน", thai)
    origin.replace("policies/en/privacy.md", "30 days", english)
    origin.commit("Longer")


def open_pull_request(origin: Repository, branch: str = BRANCH, number: int = 12) -> None:
    """What the platform does: a ref to the merge of the branch into main."""
    origin.git("checkout", "--quiet", "--detach", "main")
    origin.git("merge", "--quiet", "--no-ff", "-m", "Merge", branch)
    origin.git("update-ref", f"refs/pull/{number}/merge", "HEAD")
    origin.git("checkout", "--quiet", "main")


def payload(*, draft: bool = False, repository: str = "company/policies") -> dict[str, Any]:
    head = {"ref": BRANCH, "repo": {"full_name": repository}}
    return {"number": 12, "pull_request": {"draft": draft, "head": head}}


def check(platform: Platform, *, draft: bool = False, repository: str = "company/policies") -> JobRun:
    return platform.run(
        *("check.yml", "check"),
        ref=MERGED,
        payload=payload(draft=draft, repository=repository),
        environment={"GITHUB_BASE_REF": "main", "GITHUB_HEAD_REF": BRANCH},
    )


def record(platform: Platform) -> JobRun:
    return platform.run(
        *("record.yml", "record"),
        ref=MERGED,
        payload=payload(),
        environment={"GITHUB_BASE_REF": "main", "GITHUB_HEAD_REF": BRANCH},
        context={"github.head_ref": BRANCH, "github.base_ref": "main"},
    )


def notes(run: JobRun, kind: str) -> list[str]:
    return [line for line in run.step("Check").output.splitlines() if line.startswith(f"::{kind} ")]


def start_recording(platform: Platform, branch: str = BRANCH) -> JobRun:
    """By hand, or by the run that a merge started."""
    return platform.run(
        *("record.yml", "record"),
        ref=branch,
        event="workflow_dispatch",
        environment={"GITHUB_REF_NAME": branch},
        context={"github.ref_name": branch},
    )
