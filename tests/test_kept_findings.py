"""What earlier checks found can make a check faster, and nothing else of it different."""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from promulgate import kept_findings
from promulgate.kept_findings import FOLDER, Kept
from promulgate.model import Finding, Severity
from promulgate.rules.registry import Guard, judge_all
from promulgate.rules.subject import Subject
from tests.subjects import subject
from tests.support import Repository

WRONG = {"th": "เก็บไว้ 30 วัน", "en": "It is kept for 31 days."}


def entries(folder: Path) -> list[Path]:
    return sorted(path for path in (folder / FOLDER).rglob("*") if path.is_file())


class Judges:
    """Judges as the rules do, and remembers what it was asked."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.asked: list[str] = []
        monkeypatch.setattr(kept_findings, "judge_all", self)

    def __call__(self, subjects: Sequence[Subject], guard: Guard) -> list[tuple[Finding, ...]]:
        self.asked += [one.policy for one in subjects]
        return judge_all(subjects, guard)


@pytest.fixture
def judges(monkeypatch: pytest.MonkeyPatch) -> Judges:
    return Judges(monkeypatch)


def verdict(folder: Path, one: Subject) -> tuple[Finding, ...]:
    """A fresh start each time, as a command has."""
    from contextlib import nullcontext

    return Kept(folder).judge_all([one], nullcontext)[0]


def test_a_verdict_is_reached_once_and_is_the_same_the_second_time(tmp_path: Path, judges: Judges) -> None:
    first, second = verdict(tmp_path, subject(WRONG)), verdict(tmp_path, subject(WRONG))
    assert [finding.rule for finding in first] == ["duration-value"]
    assert second == first
    assert judges.asked == ["privacy"]


@pytest.mark.parametrize(
    "other",
    [
        subject({**WRONG, "en": "It is kept for 32 days."}),
        subject(WRONG, before=WRONG),
        subject(WRONG, glossary="- th: เก็บไว้\n  en: kept\n"),
        subject(WRONG, extra={"th": "material: true\n", "en": "material: true\n"}),
        subject(WRONG, severities={"sara-am": Severity.OFF}),
    ],
    ids=["text", "base", "glossary", "lines at the top", "settings"],
)
def test_whatever_a_verdict_depends_on_makes_another(tmp_path: Path, judges: Judges, other: Subject) -> None:
    verdict(tmp_path, subject(WRONG))
    verdict(tmp_path, other)
    assert len(judges.asked) == 2


def test_another_program_reaches_its_own_verdicts(
    tmp_path: Path, judges: Judges, monkeypatch: pytest.MonkeyPatch
) -> None:
    verdict(tmp_path, subject(WRONG))
    monkeypatch.setattr(kept_findings, "program_hash", lambda: "another")
    verdict(tmp_path, subject(WRONG))
    assert len(judges.asked) == 2


@pytest.mark.parametrize("damage", [b"", b"x" * 400, None], ids=["empty", "noise", "cut short"])
def test_a_damaged_entry_is_as_good_as_none(tmp_path: Path, judges: Judges, damage: bytes | None) -> None:
    first = verdict(tmp_path, subject(WRONG))
    for path in entries(tmp_path):
        path.write_bytes(path.read_bytes()[:-3] if damage is None else damage)
    assert verdict(tmp_path, subject(WRONG)) == first
    assert len(judges.asked) == 2


def test_an_entry_moved_to_another_key_is_as_good_as_none(tmp_path: Path) -> None:
    clean = {"th": "เก็บไว้ 30 วัน", "en": "It is kept for 30 days."}
    verdict(tmp_path, subject(clean))
    (passed,) = entries(tmp_path)
    verdict(tmp_path, subject(WRONG))
    (failed,) = set(entries(tmp_path)) - {passed}
    shutil.copy(passed, failed)
    assert [finding.rule for finding in verdict(tmp_path, subject(WRONG))] == ["duration-value"]


def test_what_took_too_long_is_tried_again(tmp_path: Path, judges: Judges, monkeypatch: pytest.MonkeyPatch) -> None:
    from promulgate.rules import registry

    def tired(one: Subject) -> tuple[Finding, ...]:
        from promulgate.errors import LimitError

        raise LimitError("too long")

    with monkeypatch.context() as patch:
        patch.setattr(registry, "judge", tired)
        assert [finding.rule for finding in verdict(tmp_path, subject(WRONG))] == ["size"]
    assert [finding.rule for finding in verdict(tmp_path, subject(WRONG))] == ["duration-value"]


def test_nothing_in_a_commit_is_taken_for_a_verdict(published: Repository) -> None:
    """A verdict forged with the very texts it is about: whoever can commit can't put it where check looks."""
    published.write_policy("1.1", "2027-03-01")
    clean = published.run("check", "--format", "json")
    published.replace("policies/en/privacy.md", "30 days", "31 days")
    forged = published.root / ".git" / FOLDER
    for place in (".cache/promulgate", FOLDER, f"git/{FOLDER}"):
        shutil.copytree(forged, published.root / place)
    shutil.rmtree(forged)
    found = json.loads(published.run("check", "--format", "json").output)["findings"]
    assert "duration-value" in {finding["rule"] for finding in found}
    assert clean.status in (0, 1)


def test_a_check_of_many_policies_on_two_processes_finds_what_one_finds(published: Repository) -> None:
    for number in range(9):
        for language in ("th", "en"):
            words = published.read(f"policies/{language}/privacy.md")
            words = words.replace("30 วัน", f"{30 + number % 2} วัน")
            published.write(f"policies/{language}/policy-{number}.md", words)

    def check(processes: int) -> object:
        from contextlib import nullcontext
        from datetime import UTC, datetime

        from promulgate.checking import judge_tree
        from promulgate.workers import for_each
        from promulgate.workspace import read_tree

        return judge_tree(
            *(read_tree(published.root), None, datetime(2026, 11, 1, tzinfo=UTC)),
            guard=nullcontext,
            for_each=lambda work, policies: for_each(work, policies, processes),
        )

    assert check(2) == check(1)


def test_a_folder_that_cannot_be_written_changes_nothing(tmp_path: Path, judges: Judges) -> None:
    (tmp_path / FOLDER).write_text("in the way")
    assert verdict(tmp_path, subject(WRONG)) == verdict(tmp_path, subject(WRONG))
    assert len(judges.asked) == 2
