"""A real policy repository in a temporary folder, and the command line run in it."""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

from click.testing import CliRunner

from promulgate.cli import cli
from promulgate.errors import PromulgateError
from promulgate.markdown import read_text
from promulgate.model import Text

SETTINGS = """\
site_name: Policies
site_url: https://policies.example/
docs_dir: docs
theme:
  name: material
  font: false
plugins:
  - promulgate:
      languages: [th, en]
      prevailing: th
      time_zone: Asia/Bangkok
      notice_days: 30
"""

BODIES = {
    "th": """\
# นโยบายความเป็นส่วนตัว

บริษัทคุ้มครองข้อมูลส่วนบุคคลของท่าน

## การเก็บข้อมูล {#collection}

บริษัทเก็บข้อมูลไว้ 30 วัน

- ชื่อ
- ที่อยู่

## คุกกี้ {#cookies}

เว็บไซต์ใช้คุกกี้
""",
    "en": """\
# Privacy policy

The company protects your personal data.

## Collection {#collection}

The company keeps data for 30 days.

- name
- address

## Cookies {#cookies}

The website uses cookies.
""",
}

SUMMARIES = {"th": "ปรับปรุงนโยบาย", "en": "The policy was revised."}


def source(language: str, version: str, effective: str, *more: str, body: str = "", summary: str | None = None) -> str:
    """A policy source: lines at the top (`more` are further ones), then the body."""
    words = SUMMARIES[language] if summary is None else summary
    head = [f'version: "{version}"', f"effective: {effective}", "material: false", f"summary: {words}", *more]
    return "\n".join(["---", *head, "---", "", body or BODIES[language]])


def text(language: str, body: str, *more: str, version: str = "1.0", effective: str = "2026-01-01") -> Text:
    """A text read from a body, with ordinary lines at the top."""
    words = source(language, version, effective, *more, body=body)
    return read_text("privacy", language, f"policies/{language}/privacy.md", words.encode())


@dataclass(frozen=True)
class Outcome:
    """What a command printed and its exit status."""

    status: int
    output: str
    errors: str


class Repository:
    """A git repository with policies, worked on as legal and the engineer do."""

    def __init__(self, root: Path) -> None:
        self.root = root
        root.mkdir(parents=True, exist_ok=True)
        self.git("init", "--quiet", "--initial-branch=main")
        self.git("config", "user.name", "Legal")
        self.git("config", "user.email", "legal@policies.example")
        self.write("mkdocs.yml", SETTINGS)
        self.write("docs/en/guide.md", "# Guide\n\n## For readers\n\nHow to read.\n")

    def git(self, *arguments: str) -> str:
        environment = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
        done = subprocess.run(
            ["git", *arguments], cwd=self.root, env=environment, capture_output=True, text=True, check=True
        )
        return done.stdout.strip()

    def write(self, path: str, words: str | bytes) -> None:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(words.encode() if isinstance(words, str) else words)

    def read(self, path: str) -> str:
        return (self.root / path).read_text(encoding="utf-8")

    def replace(self, path: str, old: str, new: str) -> None:
        words = self.read(path)
        assert old in words
        self.write(path, words.replace(old, new))

    def write_policy(self, version: str, effective: str, *more: str, policy: str = "privacy") -> None:
        for language in BODIES:
            self.write(f"policies/{language}/{policy}.md", source(language, version, effective, *more))

    def commit(self, message: str = "Change") -> str:
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "-m", message)
        return self.git("rev-parse", "HEAD")

    def run(self, *arguments: str, environment: dict[str, str] | None = None) -> Outcome:
        """Run `promulgate` in the repository, in this process."""
        return run_in(self.root, *arguments, environment=environment)

    def record_and_commit(self, message: str = "Record") -> str:
        outcome = self.run("record")
        assert outcome.status == 0, outcome.output + outcome.errors
        return self.commit(message)


def run_in(folder: Path, *arguments: str, environment: dict[str, str] | None = None) -> Outcome:
    """Run `promulgate` in `folder` as the installed command would."""
    before = Path.cwd()
    os.chdir(folder)
    cleared: dict[str, str | None] = {"CI": None, "GITHUB_BASE_REF": None, "GITHUB_EVENT_NAME": None}
    try:
        result = CliRunner().invoke(cli, list(arguments), env={**cleared, **(environment or {})}, standalone_mode=False)
    finally:
        os.chdir(before)
    if isinstance(result.exception, PromulgateError):
        return Outcome(result.exception.exit_status, result.stdout, f"promulgate: {result.exception}\n")
    if result.exception is not None:
        raise result.exception
    status = result.return_value if isinstance(result.return_value, int) else 0
    return Outcome(status, result.stdout, result.stderr)
