"""Changes in one language only, and the decisions that they need no translation."""

from __future__ import annotations

import json
import re

import pytest

from promulgate.canonical import fingerprint, section_forms
from promulgate.markdown import read_text
from tests.support import Outcome, Repository

NOW = ("--as-of", "2026-11-22T12:00")
TH, EN = "policies/th/privacy.md", "policies/en/privacy.md"


@pytest.fixture
def revised(published: Repository) -> Repository:
    """Version 1.1 begun in both languages, with nothing changed yet but version, day and summary."""
    published.write_policy("1.1", "2027-03-01")
    published.replace(TH, "ปรับปรุงนโยบาย", "แก้ไขถ้อยคำ")
    published.replace(EN, "The policy was revised.", "Some words were changed.")
    return published


def findings(outcome: Outcome) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(outcome.output)["findings"]
    return [finding for finding in found if finding["rule"] not in ("record-missing", "material-doubtful")]


def check(repository: Repository) -> list[dict[str, object]]:
    return findings(repository.run("check", "--format", "json", *NOW))


def rules(repository: Repository) -> list[tuple[object, object]]:
    return [(finding["rule"], finding["section"]) for finding in check(repository)]


def paste(repository: Repository, path: str) -> None:
    """Paste the lines the check printed at the top of a file, as legal would."""
    (finding,) = [finding for finding in check(repository) if finding["rule"] == "one-sided-change"]
    lines = re.search(r"acknowledged:\n  - section: .*\n    changed: .*\n    reason: .*", str(finding["hint"]))
    assert lines is not None
    repository.replace(path, "material: false", f"material: false\n{lines[0]}")


def test_nothing_changed_is_nothing_one_sided(revised: Repository) -> None:
    assert rules(revised) == []


def test_a_change_in_one_language_names_the_sentence_on_both_sides(revised: Repository) -> None:
    revised.replace(EN, "The website uses cookies.", "The website uses small files called cookies.")
    (finding,) = check(revised)
    assert (finding["rule"], finding["section"], finding["path"], finding["line"]) == (
        "one-sided-change",
        "cookies",
        EN,
        21,
    )
    assert finding["counterpart"] == {"language": "th", "path": TH, "line": 21, "column": 1}
    assert "Changed in English only, not yet in Thai: “Cookies”" in str(finding["message"])
    assert "หัวข้อ “คุกกี้” แก้ไขเฉพาะภาษาอังกฤษ" in str(finding["message"])


def test_a_change_in_both_languages_passes(revised: Repository) -> None:
    revised.replace(EN, "The website uses cookies.", "The website uses small files called cookies.")
    revised.replace(TH, "เว็บไซต์ใช้คุกกี้", "เว็บไซต์ใช้ไฟล์ขนาดเล็กที่เรียกว่าคุกกี้")
    assert rules(revised) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("เว็บไซต์ใช้คุกกี้", "เว็บไซต์\nใช้คุกกี้"),
        ("- ชื่อ\n- ที่อยู่", "* ชื่อ\n* ที่อยู่"),
        ("\n## คุกกี้", "\n\n\n## คุกกี้"),
    ],
)
def test_cosmetic_edits_need_no_acknowledgement(revised: Repository, old: str, new: str) -> None:
    revised.replace(TH, old, new)
    assert "one-sided-change" not in [rule for rule, _ in rules(revised)]


def test_line_ends_alone_are_no_change(revised: Repository) -> None:
    revised.write(TH, revised.read(TH).replace("\n", "\r\n"))
    assert "one-sided-change" not in [rule for rule, _ in rules(revised)]


def test_a_typo_is_acknowledged_with_the_lines_the_check_printed(revised: Repository) -> None:
    revised.replace(TH, "เว็บไซต์ใช้คุกกี้", "เวบไซต์ใช้คุกกี้")
    paste(revised, EN)
    assert rules(revised) == []
    assert revised.run("record", *NOW).status == 0
    assert "language: en\n" in revised.read("changelog/privacy/1.1/record.yml")
    revised.commit("1.1")
    revised.commit("A later change")
    assert rules(revised) == []


def test_an_acknowledgement_is_void_after_another_edit(revised: Repository) -> None:
    revised.replace(TH, "เว็บไซต์ใช้คุกกี้", "เวบไซต์ใช้คุกกี้")
    paste(revised, EN)
    revised.replace(TH, "เวบไซต์ใช้คุกกี้", "เวบไซท์ใช้คุกกี้")
    assert rules(revised) == [("acknowledgement-unused", "cookies"), ("one-sided-change", "cookies")]


@pytest.mark.parametrize(
    ("old", "new"),
    [("30 วัน", "60 วัน"), ("บริษัทเก็บ", "บริษัทไม่เก็บ"), ("- ที่อยู่\n", "- ที่อยู่\n- อายุ\n")],
)
def test_a_change_of_substance_cannot_be_acknowledged(revised: Repository, old: str, new: str) -> None:
    revised.replace(TH, old, new)
    form = section_forms(read_text("privacy", "th", TH, revised.read(TH).encode()))["collection"]
    lines = f"acknowledged:\n  - section: collection\n    changed: {fingerprint('th', form)}\n    reason: typo"
    revised.replace(EN, "material: false", f"material: false\n{lines}")
    assert ("acknowledgement-refused", "collection") in rules(revised)
    (refused,) = [finding for finding in check(revised) if finding["rule"] == "acknowledgement-refused"]
    assert re.fullmatch(r"หัวข้อ “การเก็บข้อมูล”: .+ในภาษาไทย จึงต้องแก้ภาษาอังกฤษด้วย", str(refused["message"]).split("\n")[0])


def test_a_change_that_shows_as_a_divergence_is_told_once_and_offers_no_lines_to_paste(revised: Repository) -> None:
    revised.replace(TH, "30 วัน", "60 วัน")
    assert rules(revised) == [("duration-value", "collection")]


def test_an_acknowledgement_nothing_needs_is_named(revised: Repository) -> None:
    revised.replace(
        EN,
        "material: false",
        "material: false\nacknowledged:\n  - section: cookies\n    changed: th-00000000\n    reason: typo",
    )
    assert rules(revised) == [("acknowledgement-unused", "cookies")]


def test_a_later_typo_does_not_hide_an_older_change(revised: Repository) -> None:
    revised.replace(EN, "The website uses cookies.", "The website uses many cookies.")
    revised.git("switch", "--quiet", "--create", "change")
    revised.commit("English")
    revised.replace(TH, "บริษัทคุ้มครอง", "บริษัทย่อมคุ้มครอง")
    revised.replace(EN, "protects your", "does protect your")
    revised.commit("fix typo")
    assert rules(revised) == [("one-sided-change", "cookies")]


def test_the_summary_counts_as_a_section(revised: Repository) -> None:
    revised.git("switch", "--quiet", "--create", "change")
    assert revised.run("record", *NOW).status == 0
    revised.commit("1.1")
    revised.git("switch", "--quiet", "main")
    revised.git("merge", "--quiet", "change")
    revised.replace(EN, "Some words were changed.", "Some words were changed for clarity.")
    assert rules(revised) == [("one-sided-change", "_summary")]


def test_an_amended_version_is_measured_against_what_was_announced(revised: Repository) -> None:
    assert revised.run("record", *NOW).status == 0
    revised.commit("1.1")
    revised.replace(EN, "The website uses cookies.", "The website uses many cookies.")
    assert rules(revised) == [("one-sided-change", "cookies")]
