"""What legal has before them: a pull request edited one file at a time in the browser, and nothing else."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from tests.platform import JobRun, Platform
from tests.pull_requests.policy import NOW
from tests.support import Repository

BRANCH = "revise-7"
NUMBER = 12
_COMMAND = re.compile(r"::(error|warning|notice)(?: (.*?))?::(.*)")
_SHOWN = 10
"""Annotations of a kind the platform shows for a step; the rest it drops without a word."""


@dataclass(frozen=True, slots=True)
class Annotation:
    """A note beside a line, as the platform shows it; without a file it stands on the page of the run."""

    kind: str
    title: str
    words: str
    path: str = ""
    line: int = 0


@dataclass(slots=True)
class View:
    """What one round of checks shows: a conclusion per check, notes beside lines, pages of Markdown."""

    conclusions: dict[str, bool] = field(default_factory=dict)
    annotations: list[Annotation] = field(default_factory=list)
    summaries: dict[str, str] = field(default_factory=dict)
    conflict: bool = False
    """The platform can't merge, and so runs nothing: it shows “This branch has conflicts that must be resolved”."""

    @property
    def summary(self) -> str:
        """The page of the check."""
        return self.summaries.get("check", "")

    def add(self, name: str, run: JobRun) -> None:
        """Take in what one job shows."""
        self.conclusions[name] = run.passed
        for step in run.steps:
            found = [note for line in step.output.splitlines() if (note := annotation(line))]
            for kind in ("error", "warning", "notice"):
                self.annotations += [note for note in found if note.kind == kind][:_SHOWN]
        if run.summary:
            self.summaries[name] = run.summary


def annotation(line: str) -> Annotation | None:
    """A workflow command that makes an annotation, read as the platform reads it."""
    match = _COMMAND.match(line)
    if match is None:
        return None
    properties = dict(entry.split("=", 1) for entry in (match[2] or "").split(",") if entry)
    told = {key: _unescaped(value) for key, value in properties.items()}
    return Annotation(
        match[1], told.get("title", ""), _unescaped(match[3]), told.get("file", ""), int(told.get("line", 0))
    )


def _unescaped(words: str) -> str:
    for code, character in (("%0A", "\n"), ("%0D", "\r"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        words = words.replace(code, character)
    return words


class PullRequest:
    """A pull request of legal's, and what it shows after each save."""

    def __init__(
        self, origin: Repository, folder: Path, *, draft: bool = False, repository: str = "company/policies"
    ) -> None:
        self.origin = origin
        self.platform = Platform(origin, folder, now=NOW)
        self.draft = draft
        self.repository = repository
        self.done: list[str] = []
        origin.git("checkout", "--quiet", "-b", BRANCH)

    def save(self, path: str, *changes: tuple[str, str], said: str) -> None:
        """Change words of one file and press “Commit changes”; `said` tells a reader what was done."""
        self._on_branch()
        for old, new in changes:
            self.origin.replace(path, old, new)
        self.origin.commit(f"Update {path}")
        self.done.append(said)

    def put(self, path: str, words: str | bytes, *, said: str) -> None:
        """Upload or paste a whole file."""
        self._on_branch()
        self.origin.write(path, words)
        self.origin.commit(f"Add {path}")
        self.done.append(said)

    def rename(self, old: str, new: str, *, said: str) -> None:
        """Rename a file in the editor."""
        self._on_branch()
        self.origin.git("mv", old, new)
        self.origin.commit(f"Rename {old}")
        self.done.append(said)

    def _on_branch(self) -> None:
        self.origin.git("checkout", "--quiet", BRANCH)

    def view(self) -> View:
        """Let the platform run its workflows on what is there now, and look at the pull request."""
        view = View()
        merge = self._merge_ref()
        if not merge:
            view.conflict = True
            return view
        if self.repository != "company/policies":
            view.add("check", self._check(merge))
            return view
        recorded = self._recorded()
        pushed = recorded.outputs.get("pushed") == "true"
        view.add("check", self._dispatched() if pushed else self._check(merge))
        view.add("record", recorded)
        return view

    def _merge_ref(self) -> str:
        """The merge of the branch into main, as the platform makes it; empty if they conflict."""
        git = self.origin.git
        git("checkout", "--quiet", "--detach", "main")
        try:
            git("merge", "--quiet", "--no-ff", "-m", "Merge", BRANCH)
        except Exception:  # noqa: BLE001 - whatever git says, there is a conflict
            git("merge", "--abort")
            git("checkout", "--quiet", "main")
            return ""
        git("update-ref", f"refs/pull/{NUMBER}/merge", "HEAD")
        git("checkout", "--quiet", "main")
        return f"refs/pull/{NUMBER}/merge"

    @property
    def _payload(self) -> dict[str, object]:
        head = {"ref": BRANCH, "repo": {"full_name": self.repository}}
        return {"number": NUMBER, "pull_request": {"draft": self.draft, "head": head}}

    def _check(self, ref: str) -> JobRun:
        return self.platform.run(
            *("check.yml", "check"),
            ref=ref,
            payload=self._payload,
            environment={"GITHUB_BASE_REF": "main", "GITHUB_HEAD_REF": BRANCH},
            without=(_PREVIEW,),
        )

    def _recorded(self) -> JobRun:
        return self.platform.run(
            *("record.yml", "record"),
            ref=f"refs/pull/{NUMBER}/merge",
            payload=self._payload,
            environment={"GITHUB_BASE_REF": "main", "GITHUB_HEAD_REF": BRANCH},
            context={"github.head_ref": BRANCH, "github.base_ref": "main"},
        )

    def _dispatched(self) -> JobRun:
        """The check that record.yml starts on its commit."""
        return self.platform.run(
            *("check.yml", "check"),
            ref=BRANCH,
            event="workflow_dispatch",
            environment={"GITHUB_REF_NAME": BRANCH, "GITHUB_REF_TYPE": "branch"},
            without=(_PREVIEW,),
        )


_PREVIEW = "Build a preview of the site with what is not published yet"
