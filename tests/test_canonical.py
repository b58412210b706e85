"""What counts as a change of what a text says, and what is only another way to type it."""

from __future__ import annotations

import pytest

from promulgate.canonical import fingerprint, section_forms
from promulgate.model import PREAMBLE, SUMMARY
from tests.support import text

BODY = '# ชื่อ\n\n## คุกกี้ {#cookies}\n\nเว็บไซต์ไม่ใช้ "คุกกี้" เกิน 30 วัน [ดู](a.md)\n\n- น้ำ\n- ไฟ\n'


def form(body: str) -> str:
    return section_forms(text("th", body))["cookies"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("เว็บไซต์ไม่ใช้ ", "เว็บไซต์\nไม่ใช้ "),
        ("เกิน 30 วัน", "เกิน30วัน"),
        ('"คุกกี้"', "“คุกกี้”"),
        ("- น้ำ\n- ไฟ", "* น้ำ\n* ไฟ"),
        ("- น้ำ\n- ไฟ", "- น้ำ\n\n- ไฟ"),
        ("น้ำ", "น\u0e49\u0e4d\u0e32"),
        ("น้ำ", "น\u0e4d\u0e49\u0e32"),
        ("เว็บไซต์", "เว็บ\u200bไซต์"),
        ("30 วัน", "**30 วัน**"),
        (" เกิน", "\u00a0เกิน"),
        ("\n", "\r\n"),
    ],
)
def test_cosmetic_edits_change_no_fingerprint(old: str, new: str) -> None:
    assert old in BODY
    assert form(BODY.replace(old, new)) == form(BODY)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("30", "60"),
        ("30", "๓๐"),
        ("ไม่ใช้", "ใช้"),
        ("- น้ำ\n- ไฟ", "1. น้ำ\n2. ไฟ"),
        ("a.md", "b.md"),
        ("## คุกกี้", "## คุ้กกี้"),
        ("## ", "### "),
        ("- ไฟ\n", ""),
    ],
)
def test_edits_of_what_is_said_change_the_fingerprint(old: str, new: str) -> None:
    assert form(BODY.replace(old, new)) != form(BODY)


def test_title_and_summary_count_too() -> None:
    forms = section_forms(text("th", BODY))
    other = section_forms(text("th", BODY.replace("# ชื่อ", "# ชื่อใหม่", 1)))
    assert forms[PREAMBLE] != other[PREAMBLE]
    assert forms[SUMMARY] == "ปรับปรุงนโยบาย"


def test_a_fingerprint_starts_with_its_language() -> None:
    assert fingerprint("th", "x").startswith("th-")
    assert len(fingerprint("th", "x")) == len("th-3f2a9c1e")
