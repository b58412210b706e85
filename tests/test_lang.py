"""One language of the messages, for those at a terminal who want it; everything else speaks both."""

from __future__ import annotations

import re

import pytest

from tests.support import Repository

NOW = ("--as-of", "2026-11-22T12:00")
THAI = re.compile("[\u0e01-\u0e4e]")


@pytest.fixture
def wrong(published: Repository) -> Repository:
    published.write_policy("1.1", "2027-03-01")
    published.replace("policies/en/privacy.md", "30 days", "31 days")
    return published


def test_by_default_both_are_said(wrong: Repository) -> None:
    told = wrong.run("check", *NOW).output
    assert "ระยะเวลาไม่ตรงกัน" in told
    assert "[duration-value]" in told


def test_english_only(wrong: Repository) -> None:
    told = wrong.run("check", "--lang", "en", *NOW).output
    # Thai stays where it is quoted: what the Thai text says is no message.
    assert "ระยะเวลาไม่ตรงกัน" not in told
    assert "ต้องแก้ไข" not in told
    assert "[duration-value]" in told
    assert "must be fixed" in told


def test_thai_only(wrong: Repository) -> None:
    told = wrong.run("check", *NOW, environment={"PROMULGATE_LANG": "th"}).output
    assert "ระยะเวลาไม่ตรงกัน" in told
    assert "[duration-value]" in told
    assert "must be fixed" not in told


def test_annotations_and_files_for_programs_speak_both(wrong: Repository) -> None:
    for kind in ("github", "json", "sarif", "junit"):
        chosen = wrong.run("check", "--lang", "en", "--format", kind, *NOW).output
        assert chosen == wrong.run("check", "--format", kind, *NOW).output
        assert THAI.search(chosen) or "\\u0e" in chosen


@pytest.mark.parametrize(
    ("command", "thai", "english"),
    [
        (("record", "--check"), "เป็นปัจจุบัน", "up to date"),
        (("fix",), "ไม่มีสิ่งใดต้องแก้", "Nothing to mend"),
        (("verify",), "ทุกฉบับตรงตามที่บันทึกไว้", "Every version is as it was recorded"),
    ],
)
def test_other_commands(published: Repository, command: tuple[str, ...], thai: str, english: str) -> None:
    outcome = {lang: published.run(*command, "--lang", lang) for lang in ("th", "en")}
    told = {lang: one.output + one.errors for lang, one in outcome.items()}
    assert thai in told["th"]
    assert english not in told["th"]
    assert english in told["en"]
    assert not THAI.search(told["en"])
