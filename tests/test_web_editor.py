"""What goes wrong in a web editor: each is named as what it is, with the very words to paste."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.support import Repository

DAY = "2099-01-01"
THAI, ENGLISH = "policies/th/privacy.md", "policies/en/privacy.md"


def found(repository: Repository) -> dict[str, dict[str, Any]]:
    """The findings of a check by rule, but for the version that waits to be recorded."""
    findings = json.loads(repository.run("check", "--format", "json").output)["findings"]
    return {finding["rule"]: finding for finding in findings if finding["rule"] != "record-missing"}


@pytest.fixture
def draft(published: Repository) -> Repository:
    """Version 1.1 being written."""
    published.write_policy("1.1", DAY)
    return published


def test_a_year_of_the_buddhist_era_comes_with_the_right_one(draft: Repository) -> None:
    draft.replace(THAI, f"effective: {DAY}", "effective: 2642-01-15T15:00")
    assert found(draft)["front-matter"]["hint"].splitlines()[1] == "effective: 2099-01-15T15:00"


@pytest.mark.parametrize("written", ["2642-02-30", "2642-1-5", "2642"])
def test_a_day_that_is_none_in_either_era_is_not_guessed_at(draft: Repository, written: str) -> None:
    draft.replace(THAI, f"effective: {DAY}", f"effective: {written}")
    assert "2099" not in found(draft)["front-matter"]["hint"]


@pytest.mark.parametrize("marker", ["<<<<<<< revise-7", ">>>>>>> main", "<<<<<<<"])
def test_markers_of_a_conflict_are_the_only_finding(draft: Repository, marker: str) -> None:
    draft.replace(THAI, "เว็บไซต์ใช้คุกกี้", f"เว็บไซต์ใช้คุกกี้\n{marker}\nอื่น")
    findings = found(draft)
    assert list(findings) == ["conflict"]
    assert findings["conflict"]["line"] == 22


@pytest.mark.parametrize("words", ["<<<<<<<<", "a <<<<<<< b", "<<<< 7", "======="])
def test_other_signs_are_no_conflict(draft: Repository, words: str) -> None:
    draft.replace(THAI, "เว็บไซต์ใช้คุกกี้", f"เว็บไซต์ใช้คุกกี้\n\n{words}")
    assert "conflict" not in found(draft)


def test_markers_between_the_lines_at_the_top_are_named_too(draft: Repository) -> None:
    draft.replace(THAI, "summary:", "<<<<<<< revise-7\nsummary: ก\n=======\nsummary:")
    assert list(found(draft)) == ["conflict"]


def test_a_file_that_was_renamed_is_told_its_old_name(published: Repository) -> None:
    published.git("mv", THAI, "policies/th/privacy-notice.md")
    findings = found(published)
    assert set(findings) == {"language-missing", "text-removed"}
    assert f"call it {THAI} again" in findings["text-removed"]["hint"]
    assert "give policies/th/privacy-notice.md its old name back" in findings["language-missing"]["hint"]


def test_a_policy_is_not_ended_by_deleting_its_files(published: Repository) -> None:
    published.git("rm", "--quiet", THAI, ENGLISH)
    assert "ends: true" in found(published)["text-removed"]["hint"]


def test_files_of_a_policy_that_ended_may_go(published: Repository) -> None:
    published.write_policy("1.1", "2026-01-01", "ends: true", "imported: later")
    published.record_and_commit()
    published.git("rm", "--quiet", THAI, ENGLISH)
    assert found(published) == {}


def test_a_language_new_to_the_site_needs_no_file_before_the_next_version(published: Repository) -> None:
    published.replace("mkdocs.yml", "[th, en]", "[th, en, ja]")
    assert found(published) == {}


@pytest.mark.parametrize("name", ["privacy.docx", "Privacy FINAL.PDF", "ร่าง.doc"])
def test_a_file_of_a_word_processor_is_to_be_pasted_not_moved(published: Repository, name: str) -> None:
    published.write(f"policies/th/{name}", b"PK\x03\x04\xff")
    assert "without their formatting" in found(published)["layout"]["hint"]


def test_the_line_without_what_nobody_sees_is_given_to_paste(draft: Repository) -> None:
    clean = "น้ำใช้ คุกกี้เท่าที่จำเป็น"
    draft.replace(THAI, "เว็บไซต์ใช้คุกกี้", "น้ํา\u200bใช้\u00a0คุกกี้\u00adเท่าที่จำเป็น\u202e")
    findings = found(draft)
    for rule in ("text-hygiene", "space-hidden", "sara-am"):
        assert findings[rule]["hint"].splitlines()[1] == clean
    draft.replace(THAI, "น้ํา\u200bใช้\u00a0คุกกี้\u00adเท่าที่จำเป็น\u202e", clean)
    assert not {"text-hygiene", "space-hidden", "sara-am"} & set(found(draft))


def test_a_table_that_lost_its_line_of_dashes_gets_it_back(draft: Repository) -> None:
    rows = {
        "th": ("| ข้อมูล | ระยะเวลา |", "| ชื่อ | หนึ่งปี |"),
        "en": ("| Data | Period |", "| Name | one year |"),
    }
    for language, (head, row) in rows.items():
        draft.write(
            f"policies/{language}/privacy.md", draft.read(f"policies/{language}/privacy.md") + f"\n{head}\n{row}\n"
        )
    finding = found(draft)["table-unread"]
    assert finding["hint"].splitlines()[1] == "|---|---|"
    for language, (head, row) in rows.items():
        draft.replace(f"policies/{language}/privacy.md", f"{head}\n{row}", f"{head}\n|---|---|\n{row}")
    assert "table-unread" not in found(draft)


def test_the_folders_recording_writes_anew_are_listed(draft: Repository) -> None:
    assert draft.run("record", "--folders").output == "changelog/privacy/1.1\n"
    draft.replace(THAI, 'version: "1.1"', 'version: "1.2"')
    assert draft.run("record", "--folders").output == ""


def test_a_spoilt_folder_is_written_anew_unless_it_is_published_for_good(draft: Repository) -> None:
    draft.record_and_commit()
    for version, status in (("1.1", 0), ("1.0", 1)):
        path = f"changelog/privacy/{version}/record.yml"
        sealed = draft.read(path)
        draft.write(path, "=======\n")
        assert draft.run("record").status == status
        assert (draft.read(path) == sealed) is (status == 0)


def test_lines_for_a_typo_go_above_the_second_line_of_dashes(draft: Repository) -> None:
    """As the message says; and above the first, legal is told what is wrong."""
    draft.replace(THAI, "ใช้คุกกี้", "ใช้คุกกี้ด้วย")
    lines = found(draft)["one-sided-change"]["hint"].partition("\n")[2].partition("\nChange English")[0]
    before = draft.read(ENGLISH)
    head, _, rest = before[4:].partition("\n---\n")
    draft.write(ENGLISH, f"---\n{head}\n{lines}\n---\n{rest}")
    assert found(draft) == {}
    draft.write(ENGLISH, f"{lines}\n{before}")
    assert "front-matter" in found(draft)
