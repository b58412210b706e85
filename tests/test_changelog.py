"""The changelog of a version: complete, in its language, and the same bytes whenever it is written."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from promulgate.changelog import render_changelog
from promulgate.markdown import read_text
from promulgate.model import Text
from promulgate.records import Record
from promulgate.redline import compare

ZONE = ZoneInfo("Asia/Bangkok")
FOLDER = Path(__file__).parent / "golden" / "changelog"
BODY = {
    "th": "# นโยบายความเป็นส่วนตัว\n\nบริษัทคุ้มครองข้อมูลของท่าน\n\n## การใช้สิทธิ {#rights}\n\n"
    "บริษัทตอบภายใน 30 วัน\n\n## คุกกี้ {#cookies}\n\nเว็บไซต์ใช้คุกกี้\n",
    "en": "# Privacy policy\n\nThe company protects your data.\n\n## Your rights {#rights}\n\n"
    "The company answers within 30 days.\n\n## Cookies {#cookies}\n\nThe website uses cookies.\n",
}
SUMMARY = {"th": "ตอบคำขอเร็วขึ้น ใช้กับทุกท่าน", "en": "Requests are answered sooner. For everyone."}


def text(language: str, version: str, *, days: int, more: str = "") -> Text:
    header = (
        f'---\nversion: "{version}"\neffective: 2027-01-01\nmaterial: true\nsummary: {SUMMARY[language]}\n{more}---\n\n'
    )
    source = header + BODY[language].replace("30", str(days))
    return read_text("privacy", language, "privacy.md", source.encode())


def record(whole: Text, previous: str) -> Record:
    data = whole.metadata
    return Record(
        policy="privacy",
        version=data.version,
        effective=data.effective.instant(ZONE),
        material=data.material,
        prevailing="th",
        languages={},
        previous=previous,
        imported=bool(data.imported),
        urgent=bool(data.urgent),
        withdrawn=bool(data.withdrawn),
        ends=data.ends,
    )


def changelog(language: str, *, days: int = 15, more: str = "") -> str:
    old, new = text(language, "1.0", days=30), text(language, "2.0", days=days, more=more)
    return render_changelog(record(new, "1.0"), new, compare(old, new), ZONE)


def first(language: str) -> str:
    new = text(language, "1.0", days=30, more="imported: นำเข้าจากเว็บไซต์เดิม\n")
    return render_changelog(record(new, ""), new, compare(None, new), ZONE)


def golden(name: str) -> str:
    return (FOLDER / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("language", ["th", "en"])
def test_changelog_of_a_version(language: str) -> None:
    assert changelog(language) == golden(f"second.{language}.md")


@pytest.mark.parametrize("language", ["th", "en"])
def test_changelog_of_the_first_version_says_it_is_the_first(language: str) -> None:
    assert first(language) == golden(f"first.{language}.md")


def test_summary_comes_before_everything_but_the_title() -> None:
    assert changelog("th").split("\n\n")[1] == SUMMARY["th"]


def test_years_are_of_the_buddhist_era_in_thai_only() -> None:
    assert "1 มกราคม พ.ศ. 2570" in changelog("th")
    assert "1 January 2027" in changelog("en")


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("urgent: ศาลมีคำสั่ง\n", "มีผลเร่งด่วนก่อนครบระยะเวลาแจ้งล่วงหน้า: ศาลมีคำสั่ง"),
        ("withdrawn: เลื่อนออกไป\n", "ยกเลิกก่อนมีผลใช้บังคับ: เลื่อนออกไป"),
        ("withdrawn: เลื่อนออกไป\n", "เดิมกำหนดให้มีผลใช้บังคับในวันที่ 1 มกราคม พ.ศ. 2570"),
        ("ends: true\n", "ฉบับสุดท้าย"),
        ("", "แก้ไขในสาระสำคัญ"),
    ],
)
def test_what_is_special_about_a_version_is_said(more: str, expected: str) -> None:
    assert expected in changelog("th", more=more)


def test_a_version_that_is_not_material_says_so() -> None:
    old, new = text("th", "1.0", days=30), text("th", "2.0", days=15)
    written = render_changelog(replace(record(new, "1.0"), material=False), new, compare(old, new), ZONE)
    assert "แก้ไขที่ไม่กระทบสาระสำคัญ" in written


def test_a_version_without_changes_says_so() -> None:
    assert changelog("th", days=30).rstrip().endswith("ไม่มีการเปลี่ยนแปลง")


def test_words_of_a_summary_cannot_make_markdown() -> None:
    new = replace(text("en", "2.0", days=15).metadata, summary="# not a heading <b> [x](y)")
    whole = replace(text("en", "2.0", days=15), metadata=new)
    written = render_changelog(record(whole, "1.0"), whole, compare(text("en", "1.0", days=30), whole), ZONE)
    assert "\n\n\\# not a heading &lt;b> \\[x\\](y)\n\n" in written


@pytest.mark.parametrize("seed", ["0", "1", "2"])
def test_the_same_bytes_in_every_process(seed: str) -> None:
    program = (
        "import sys; from tests.test_changelog import changelog; sys.stdout.buffer.write(changelog('th').encode())"
    )
    root = Path(__file__).parent.parent
    environment = {"PATH": os.environ["PATH"], "PYTHONHASHSEED": seed, "TZ": f"Etc/GMT+{seed}"}
    environment["PYTHONPATH"] = os.pathsep.join([str(root), *sys.path])
    done = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, check=True, cwd=root)
    assert done.stdout.decode() == golden("second.th.md")
