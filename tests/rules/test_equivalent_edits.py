"""Edits that change nothing a reader gets never raise a finding, whatever else stands in the text."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from promulgate.markdown import read_text
from promulgate.model import Text
from promulgate.rules.registry import judge
from promulgate.rules.subject import Subject
from promulgate.settings import Settings
from tests.mutation.equivalents import EQUIVALENTS
from tests.subjects import NOW, source

PIECES = (
    (
        "เราเก็บข้อมูลเท่าที่จำเป็นภายใน 30 วันเพื่อการให้บริการแก่ท่าน",
        "We keep data as far as needed, within 30 days, to serve you.",
    ),
    (
        "ท่านต้องแจ้ง “ผู้ให้บริการ” ทันทีเมื่อพบการใช้งานที่ไม่ได้รับอนุญาต",
        "You must tell the “Provider” at once of any unauthorised use.",
    ),
    ("- ชื่อและที่อยู่\n- อีเมล\n    - อีเมลที่ทำงาน\n- โทรศัพท์", "- name and address\n- e-mail\n    - work e-mail\n- telephone"),
    ("1. ชำระค่าบริการ 500 บาท\n2. เก็บใบเสร็จไว้ 5 ปี", "1. pay the fee of THB 500\n2. keep the receipt for 5 years"),
    (
        "| ข้อมูล | ระยะเวลา |\n|---|---|\n| ภาษี | 10 ปี |\n| คุกกี้ | 30 วัน |",
        "| Data | Period |\n|---|---|\n| Tax | 10 years |\n| Cookies | 30 days |",
    ),
    ("> ข้อมูลตามมาตรา 26 ต้องได้รับความยินยอม", "> Data under section 26 needs consent."),
    (
        "ดู [คำอธิบาย](https://a.example/th/x) และ `opt-out`",
        "See the [explanation](https://a.example/en/x) and `opt-out`.",
    ),
    ("มีผลตั้งแต่วันที่ 1 มกราคม พ.ศ. 2570 อัตราร้อยละ 7.5", "It takes effect on 1 January 2027 at a rate of 7.5%."),
    (
        "ผู้มีอายุต่ำกว่า 20 ปีต้องแจ้งไม่น้อยกว่า 72 ชั่วโมงก่อนเข้าร่วม และจะไม่ได้รับเงินคืน",
        "A person under 20 years must give notice no later than 72 hours before taking part and gets no refund.",
    ),
    (
        "| ความเสี่ยง | ผู้อนุมัติ |\n|---|---|\n| ต่ำ | พนักงาน |\n| กลาง | ผู้จัดการร้าน |\n| สูง | กรรมการผู้จัดการ |",
        "| Risk | Approved by |\n|---|---|\n| Low | Clerk |\n| Medium | Shop manager |\n| High | Managing director |",
    ),
)
TYPED = {
    "SARA AM apart": ("ำ", "ํา"),
    "tone inside SARA AM": ("([่-๋])ำ", r"ํ\1า"),
    "no-break spaces": (r"(?<=\d) (?=[^\W_])", "\u00a0"),
    "zero-width spaces": ("(?<=[\u0e01-\u0e2e])(?=การ|และ|หรือ|โดย|ที่|ได้|กว่า)", "\u200b"),
    "soft hyphens": ("(?<=[a-z]{3})(?=[a-z]{3})", "\u00ad"),
}
"""What a keyboard, or a program that words were copied from, may put in place of what nobody can tell from it."""
OF_CHARACTERS = {"sara-am", "space-hidden", "text-hygiene"}


def _apart(pieces: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The pieces with a sentence between two lists, which would run together otherwise."""
    between = ("ทั้งนี้ ให้เป็นไปตามต่อไปนี้", "The following applies as well.")
    apart: list[tuple[str, str]] = []
    for piece in pieces:
        if apart and apart[-1][0][:1] in "-1" and piece[0][:1] in "-1":
            apart.append(between)
        apart.append(piece)
    return apart


parts = st.lists(st.sampled_from(PIECES), min_size=1, max_size=4, unique=True).map(_apart)
bodies = st.lists(parts, min_size=1, max_size=4)
edits = st.lists(st.sampled_from(sorted(EQUIVALENTS)), max_size=4, unique=True)


def _source(sections: list[list[tuple[str, str]]], side: int) -> bytes:
    language = ("th", "en")[side]
    parts = []
    for number, pieces in enumerate(sections):
        parts.append(f"## {('หัวข้อ', 'Part')[side]} {{#part-{number}}}")
        parts += [piece[side] for piece in pieces]
    return source(language, "\n\n".join(parts))


def _read(language: str, written: bytes) -> Text:
    return read_text("privacy", language, f"policies/{language}/privacy.md", written)


@settings(max_examples=60)
@given(bodies, edits, edits)
def test_equivalent_edits_of_a_clean_pair_raise_nothing(
    sections: list[list[tuple[str, str]]], thai_edits: list[str], english_edits: list[str]
) -> None:
    sources = [_source(sections, 0), _source(sections, 1)]
    for side, names in enumerate((thai_edits, english_edits)):
        # Line ends last: the others split at "\n".
        for name in sorted(names, key="crlf".__eq__):
            sources[side] = EQUIVALENTS[name](sources[side], ("th", "en")[side])
    texts = {language: _read(language, written) for language, written in zip(("th", "en"), sources, strict=True)}
    assert [finding.message.en for finding in judge(Subject("privacy", texts, Settings(), NOW))] == []


@settings(max_examples=60)
@given(bodies, st.data())
def test_whatever_is_taken_out_of_one_language_is_found(
    sections: list[list[tuple[str, str]]], data: st.DataObject
) -> None:
    part = data.draw(st.integers(0, len(sections) - 1))
    piece = data.draw(st.integers(0, len(sections[part]) - 1))
    fewer = [list(pieces) for pieces in sections]
    del fewer[part][piece]
    texts = {"th": _read("th", _source(fewer, 0)), "en": _read("en", _source(sections, 1))}
    assert judge(Subject("privacy", texts, Settings(), NOW))


@pytest.mark.parametrize("edit", sorted(TYPED))
@pytest.mark.parametrize("side", [0, 1])
def test_how_words_are_typed_is_no_matter_of_what_they_say(edit: str, side: int) -> None:
    pieces = [piece for piece in PIECES if "http" not in piece[0]]
    pattern, typed = TYPED[edit]
    sources = [_source([pieces], number) for number in (0, 1)]
    header, body = sources[side].decode().split("\n---\n", 1)
    lines = [line if line.startswith("#") else re.sub(pattern, typed, line) for line in body.split("\n")]
    sources[side] = "\n---\n".join((header, "\n".join(lines))).encode()
    texts = {language: _read(language, written) for language, written in zip(("th", "en"), sources, strict=True)}
    findings = judge(Subject("privacy", texts, Settings(), NOW))
    assert [finding.message.en for finding in findings if finding.rule not in OF_CHARACTERS] == []
