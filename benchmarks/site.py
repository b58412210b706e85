"""How long a site takes to build: `python -m benchmarks.site [policies] [versions of each]`.

Cold, warm, and after one edit: a new version of one policy. Every text is this repository's privacy policy 2.0 with one
paragraph of its own. Records are written directly, since making them is no part of building a site.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path

from promulgate.records import Record, RecordedText, sha256, write_record
from promulgate.settings import Settings
from tests.support import Repository

ROOT = Path(__file__).parent.parent
LANGUAGES = ("th", "en")
PARAGRAPH = {"th": "ฉบับนี้เก็บข้อมูลไว้ {days} วัน", "en": "This version keeps data for {days} days."}


def add_version(repository: Repository, policy: str, number: int, more: Mapping[str, str] | None = None) -> None:
    """Version `number`.0 of a policy, in both languages, with `more` at its end by language, and its record."""
    zone = Settings().time_zone
    effective = datetime(2010, 1, 1, tzinfo=zone) + timedelta(days=5 * number)
    recorded = {}
    for language in LANGUAGES:
        words = (ROOT / f"changelog/privacy/2.0/{language}.md").read_text(encoding="utf-8")
        _, head, body = words.split("---\n", 2)
        keys = [line for line in head.splitlines(keepends=True) if not line.startswith(("version:", "effective:"))]
        head = "".join([f'version: "{number}.0"\n', f"effective: {effective.date()}\n", *keys])
        words = f"---\n{head}---\n{body}\n{PARAGRAPH[language].format(days=number)}\n\n{(more or {}).get(language, '')}\n"
        for path in (f"policies/{language}/{policy}.md", f"changelog/{policy}/{number}.0/{language}.md"):
            repository.write(path, words)
        recorded[language] = RecordedText(sha256(words.encode()), sha256(words.encode()))
    previous = f"{number - 1}.0" if number > 1 else ""
    record = Record(policy, f"{number}.0", effective, False, "th", recorded, previous, imported=True)
    repository.write(f"changelog/{policy}/{number}.0/record.yml", write_record(record))


def timed_build(repository: Repository, name: str) -> None:
    """Builds in a process of its own, as people do, and says how long it took."""
    started = time.perf_counter()
    command = [sys.executable, "-m", "promulgate", "build"]
    done = subprocess.run(command, cwd=repository.root, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        raise SystemExit(done.stderr)
    pages = sum(1 for _ in (repository.root / "site").rglob("*.html"))
    sys.stdout.write(f"{name:20} {time.perf_counter() - started:7.1f} s   {pages} pages\n")
    sys.stdout.flush()


def main(policies: int = 50, versions: int = 20) -> None:
    """Builds three times."""
    with tempfile.TemporaryDirectory() as folder:
        repository = Repository(Path(folder))
        for policy in range(policies):
            for number in range(1, versions + 1):
                add_version(repository, f"policy-{policy + 1}", number)
        repository.commit("Everything")
        timed_build(repository, "cold")
        timed_build(repository, "warm")
        add_version(repository, "policy-1", versions + 1)
        repository.commit("One version more")
        timed_build(repository, "after one edit")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
