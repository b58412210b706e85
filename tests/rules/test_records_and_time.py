"""The rules about records and time, each at the edge where it begins to speak."""

from __future__ import annotations

from datetime import datetime

import pytest

from promulgate.checking import judge_tree
from promulgate.tree import Tree
from tests.findings.trees import (
    EN,
    IN_FORCE,
    RECORDS,
    TH,
    UPCOMING,
    changed,
    edited,
    published,
    recorded_working,
    working,
)

NOON = datetime.fromisoformat("2026-11-01T12:00:00+07:00")
IMPORTED = "imported: นำเข้าระบบย้อนหลัง"


def rules(head: Tree, base: Tree | None, now: datetime = NOON) -> list[str]:
    """The names of all findings but that a version is not recorded yet."""
    return [finding.rule for finding in judge_tree(head, base, now).without("record-missing").findings]


def new(base: Tree, version: str, effective: str, *more: str, material: bool = False) -> Tree:
    """The base with working texts of another version."""
    head = changed(base, {**working(version, effective, *more)})
    for path in (TH, EN) if material else ():
        head = edited(head, path, "material: false", "material: true")
    return head


@pytest.mark.parametrize(
    ("effective", "expected"),
    [
        ("2026-10-31", ["backdating"]),
        ("2026-11-01", []),
        ("2026-11-01T11:59", ["backdating"]),
        ("2026-11-01T12:00", []),
        ("2026-11-01T12:01", []),
    ],
)
def test_a_version_binds_from_today_on_or_from_this_minute(effective: str, expected: list[str]) -> None:
    base = published(IN_FORCE)
    assert rules(new(base, "2.0", effective), base) == expected


def test_the_day_is_the_day_of_the_site() -> None:
    base = published(IN_FORCE)
    before_midnight_in_london = datetime.fromisoformat("2026-11-01T18:00:00+00:00")
    assert rules(new(base, "2.0", "2026-11-01"), base, before_midnight_in_london) == ["backdating"]
    assert rules(new(base, "2.0", "2026-11-02"), base, before_midnight_in_london) == []


def test_the_past_is_told_by_imported_versions_as_long_as_there_are_no_others() -> None:
    base = published(IN_FORCE)
    assert rules(new(base, "0.9", "2020-01-01", IMPORTED), base) == []
    assert rules(new(base, "1.1", "2026-06-01", IMPORTED), base) == []
    both = published(IN_FORCE, UPCOMING)
    assert rules(new(both, "1.1", "2026-06-01", IMPORTED), both) == ["backdating", "imported"]


def test_what_was_recorded_before_the_word_was_added_does_not_count_against_it() -> None:
    first = recorded_working(
        changed(Tree({"mkdocs.yml": published(IN_FORCE).files["mkdocs.yml"]}), {**working("1.0", "2026-01-01")})
    )
    assert rules(first, None) == ["backdating"]
    assert rules(changed(first, {**working("1.0", "2026-01-01", IMPORTED)}), None) == []


def test_an_announced_version_that_stays_where_it_was_is_not_judged_by_the_clock() -> None:
    both = published(IN_FORCE, UPCOMING)
    shortly_before = datetime.fromisoformat("2026-12-30T12:00:00+07:00")
    head = edited(edited(both, TH, "ใช้คุกกี้", "ย่อมใช้คุกกี้"), EN, "uses cookies", "does use cookies")
    assert rules(head, both, shortly_before) == []


@pytest.mark.parametrize(("effective", "expected"), [("2026-12-01", ["notice"]), ("2026-12-02", [])])
def test_thirty_whole_days_lie_between_the_announcement_and_the_effect(effective: str, expected: list[str]) -> None:
    base = published(IN_FORCE)
    assert rules(new(base, "2.0", effective, material=True), base) == expected


@pytest.mark.parametrize("reason", ["urgent: มีการโจมตี", "withdrawn: เลื่อนออกไป"])
def test_what_is_urgent_or_called_off_needs_no_notice(reason: str) -> None:
    both = published(IN_FORCE, UPCOMING)
    head = new(both, "2.0", "2026-11-20", reason, material=True)
    assert "notice" in rules(new(both, "2.0", "2026-11-20", material=True), both)
    assert "notice" not in rules(head, both)


def test_notice_is_given_once() -> None:
    base = published(IN_FORCE)
    announced = recorded_working(new(base, "2.0", "2026-12-15", material=True))
    late = datetime.fromisoformat("2026-12-10T12:00:00+07:00")
    assert rules(announced, announced, late) == []
    again = edited(edited(announced, TH, "30 วัน", "31 วัน"), EN, "30 days", "31 days")
    assert rules(again, announced, late) == ["notice"]


def test_only_what_was_announced_can_be_withdrawn() -> None:
    both = published(IN_FORCE, UPCOMING)
    off = "withdrawn: เลื่อนออกไป"
    assert rules(new(both, "2.0", "2027-01-01", off), both) == []
    assert rules(new(both, "2.1", "2027-02-01", off), both) == ["withdrawn"]
    assert rules(new(Tree(both.files), "2.1", "2027-02-01", off), None) == []


def test_versions_bind_in_the_order_of_their_numbers() -> None:
    both = published(IN_FORCE, UPCOMING)
    assert rules(new(both, "2.1", "2027-01-02"), both) == []
    assert rules(new(both, "2.1", "2027-01-01"), both) == ["version-order"]
    assert rules(new(both, "1.9", "2027-01-02"), both) == ["version-order"]
    called_off = published(IN_FORCE, (*UPCOMING, "withdrawn: เลื่อนออกไป"))
    assert rules(new(called_off, "2.1", "2026-12-20"), called_off) == []


def test_a_policy_that_ended_needs_no_file() -> None:
    ended = published(IN_FORCE, ("2.0", "2026-06-01", IMPORTED, "ends: true"))
    assert rules(changed(ended, {TH: None, EN: None}), ended) == []
    base = published(IN_FORCE)
    assert rules(changed(base, {TH: None, EN: None}), base) == ["text-removed", "text-removed"]


def test_while_a_version_is_written_the_other_file_is_not_yet_there() -> None:
    base = published(IN_FORCE)
    assert rules(changed(new(base, "2.0", "2027-01-01"), {EN: None}), base) == ["language-missing"]


def test_a_record_of_the_main_branch_may_be_written_again_while_it_is_upcoming() -> None:
    both = published(IN_FORCE, UPCOMING)
    gone = Tree({path: words for path, words in both.files.items() if not path.startswith(f"{RECORDS}/2.0/")})
    assert rules(gone, both) == []
    assert [finding.rule for finding in judge_tree(gone, both, NOON).findings] == ["record-missing"]
