"""How long a site takes to build: `python -m benchmarks.site [policies] [versions of each] [sections of a text]`.

Cold; with nothing changed but the instant, as every day; after an edit of a working text, shown as a draft; after one
new version. Every text is this repository's privacy policy 2.0, or its first sections, with one paragraph of its own.
Records are written directly, since making them is no part of building a site.

The alternative in the same run is MkDocs with Material, as its documentation sets it up: every version a page of its
own, left out of the navigation. It has the same texts and makes neither redlines nor comparisons, pages side by side,
histories, nor checks. Wall time depends on what else the machine does, so the time the processors worked is given, too.
"""

from __future__ import annotations

import re
import resource
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


def add_version(
    repository: Repository, policy: str, number: int, more: Mapping[str, str] | None = None, *, sections: int = 99
) -> None:
    """Version `number`.0 of a policy and its record, in both languages: some sections, then `more` by language."""
    zone = Settings().time_zone
    effective = datetime(2010, 1, 1, tzinfo=zone) + timedelta(days=5 * number)
    recorded = {}
    for language in LANGUAGES:
        words = (ROOT / f"changelog/privacy/2.0/{language}.md").read_text(encoding="utf-8")
        _, head, body = words.split("---\n", 2)
        body = "".join(re.split("(?m)^(?=## )", body)[: sections + 1])
        keys = [line for line in head.splitlines(keepends=True) if not line.startswith(("version:", "effective:"))]
        head = "".join([f'version: "{number}.0"\n', f"effective: {effective.date()}\n", *keys])
        words = (
            f"---\n{head}---\n{body}\n{PARAGRAPH[language].format(days=number)}\n\n{(more or {}).get(language, '')}\n"
        )
        for path in (f"policies/{language}/{policy}.md", f"changelog/{policy}/{number}.0/{language}.md"):
            repository.write(path, words)
        recorded[language] = RecordedText(sha256(words.encode()), sha256(words.encode()))
    previous = f"{number - 1}.0" if number > 1 else ""
    record = Record(policy, f"{number}.0", effective, False, "th", recorded, previous, imported=True)
    repository.write(f"changelog/{policy}/{number}.0/record.yml", write_record(record))


def timed(command: list[str], root: Path, name: str) -> float:
    """Runs `command` in a process of its own, as people do; prints and gives the seconds the processors worked."""
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        raise SystemExit(done.stderr)
    wall, after = time.perf_counter() - started, resource.getrusage(resource.RUSAGE_CHILDREN)
    worked = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    pages = sum(1 for _ in (root / "site").rglob("*.html"))
    sys.stdout.write(
        f"{name:28} {wall:7.1f} s, processors {worked:7.1f} s, {pages} pages, {pages / worked:.0f} a second\n"
    )
    sys.stdout.flush()
    return worked


def timed_build(repository: Repository, name: str, *more: str) -> float:
    """`promulgate build`, timed."""
    return timed([sys.executable, "-m", "promulgate", "build", *more], repository.root, name)


def plain_mkdocs(repository: Repository, folder: Path) -> None:
    """The texts of every version as pages of MkDocs with Material."""
    (folder / "docs").mkdir(parents=True)
    settings = "site_name: Policies\ntheme:\n  name: material\n  font: false\nnot_in_nav: |\n  /*/*/*\n"
    (folder / "mkdocs.yml").write_text(f"{settings}markdown_extensions: [attr_list, footnotes]\n", encoding="utf-8")
    (folder / "docs/index.md").write_text("# Policies\n", encoding="utf-8")
    for text in sorted((repository.root / "changelog").rglob("*.md")):
        page = folder / "docs" / text.stem / text.parent.parent.name / f"{text.parent.name}.md"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_bytes(text.read_bytes())


def main(policies: int = 50, versions: int = 20, sections: int = 99) -> None:
    """Builds again and again, and once with the alternative."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = Path(name)
        repository = Repository(folder / "policies")
        for policy in range(policies):
            for number in range(1, versions + 1):
                add_version(repository, f"policy-{policy + 1}", number, sections=sections)
        repository.commit("Everything")
        plain_mkdocs(repository, folder / "mkdocs")
        other = timed([sys.executable, "-m", "mkdocs", "build", "--quiet"], folder / "mkdocs", "MkDocs with Material")
        times = {"cold": timed_build(repository, "cold")}
        times["nothing changed"] = timed_build(repository, "nothing changed")
        add_version(repository, "policy-1", versions + 1, sections=sections)
        repository.git("checkout", "--", "changelog")
        repository.git("clean", "-fdq", "changelog")
        times["one working text edited"] = timed_build(repository, "one working text edited", "--drafts")
        add_version(repository, "policy-1", versions + 1, sections=sections)
        repository.commit("One version more")
        times["one new version"] = timed_build(repository, "one new version")
        for what, worked in times.items():
            sys.stdout.write(f"{what}: {worked / other:.2f} times MkDocs with Material\n")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
