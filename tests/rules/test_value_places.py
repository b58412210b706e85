"""Values across blocks, and the exact place of each finding."""

from __future__ import annotations

import pytest

from promulgate.model import Finding
from promulgate.rules.registry import judge
from tests.subjects import HEADER_LINES, judged, subject


def findings(thai: str, english: str) -> list[Finding]:
    return list(judge(subject({"th": thai, "en": english})))


def places(finding: Finding) -> tuple[int, int, int, int]:
    counterpart = finding.counterpart
    assert counterpart is not None
    return (
        finding.place.line - HEADER_LINES,
        finding.place.column,
        counterpart.line - HEADER_LINES,
        counterpart.column,
    )


TABLE_TH = "| ข้อมูล | ระยะเวลา |\n|---|---|\n| อีเมล | 30 วัน |\n| ที่อยู่ | 60 วัน |"
TABLE_EN = "| Data | Period |\n|---|---|\n| E-mail | {} days |\n| Address | {} days |"


def test_values_in_the_same_rows_pass() -> None:
    assert judged({"th": TABLE_TH, "en": TABLE_EN.format("thirty (30)", 60)}) == []


def test_values_exchanged_between_rows_are_one_finding() -> None:
    (finding,) = findings(TABLE_TH, TABLE_EN.format(60, 30))
    assert (finding.rule, places(finding)) == ("duration-value", (3, 11, 3, 12))
    assert "exchanged" in finding.message.en


def test_values_exchanged_between_list_items_are_one_finding() -> None:
    (finding,) = findings("- อีเมล 30 วัน\n- ที่อยู่ 60 วัน", "- e-mail: 60 days\n- address: 30 days")
    assert finding.rule == "duration-value"
    assert places(finding)[0::2] == (1, 1)


def test_a_unit_in_the_header_counts_for_the_cells() -> None:
    thai = "| รายการ | ราคา (บาท) |\n|---|---|\n| ก | 1,000 |"
    assert judged({"th": thai, "en": "| Item | Price |\n|---|---|\n| A | THB 1,000 |"}) == []
    wrong = judged({"th": thai, "en": "| Item | Price (USD) |\n|---|---|\n| A | 1,000 |"})
    assert ("money-value", "error", "th", 1) in wrong


def test_the_column_is_that_of_the_value_and_not_of_its_like() -> None:
    (finding,) = findings("ภายใน 30 วัน หรือ 30 ปี", "within 30 days or 31 years")
    assert places(finding) == (1, 19, 1, 19)


def test_emphasis_and_line_breaks_inside_a_value_do_not_hide_it() -> None:
    (finding,) = findings("ข้อความยาว\nภายใน **30** วัน", "Long words\nwithin *sixty*\n(60) days")
    assert places(finding) == (2, 9, 2, 9)


def test_what_stands_in_one_language_only_names_the_block_of_the_other() -> None:
    (finding,) = findings("ค่าปรับ 300 บาท", "A fine.")
    assert (finding.rule, places(finding)) == ("money-value", (1, 9, 1, 1))
    assert finding.values == ("300 บาท",)


def test_the_message_speaks_as_a_lawyer_does() -> None:
    (finding,) = findings("## การเก็บรักษา {#retention}\n\n60 วัน", "## Retention {#retention}\n\nthirty (30) days")
    assert (
        finding.message.th == "ระยะเวลาไม่ตรงกันในหัวข้อ “การเก็บรักษา”: ภาษาไทย “60 วัน” ภาษาอังกฤษ “thirty (30) days” (30 วัน)"
    )
    assert finding.message.en == (
        "Periods of time differ in “Retention”: Thai says “60 วัน” (60 days), English says “thirty (30) days” (30 days)"
    )
    assert finding.hint.en == "Correct one of them; Thai prevails."


def test_a_missing_paragraph_brings_no_number_with_it() -> None:
    thai = "ข้อความแรกของหัวข้อนี้\n\nชำระ 300 บาทภายใน 30 วัน\n\nข้อความท้ายของหัวข้อนี้"
    rules = {rule for rule, *_ in judged({"th": thai, "en": "The first words here.\n\nThe last words here."})}
    assert rules == {"paragraph-count"}


def test_numbers_in_headings_and_summaries_count() -> None:
    wrong = judged({"th": "## หมวด 2 {#two}\n\nก", "en": "## Chapter 3 {#two}\n\nA"})
    assert ("reference-value", "error", "th", 1) in wrong


@pytest.mark.parametrize(
    ("thai", "english"),
    [
        ("[www.example.com](https://www.example.com)", "<https://www.example.com/>"),
        ("[นโยบาย](https://example.com/th/a)", "[policy](https://example.com/a)"),
        ("[นโยบาย](https://th.example.com/a?lang=th)", "[policy](https://en.example.com/a?lang=en)"),
        ("[นโยบาย](cookies.md)", "[policy](cookies.md)"),
        ("[แบบ](https://example.com/form-th.pdf)", "[form](https://example.com/form-en.pdf)"),
    ],
)
def test_links_may_differ_in_their_language(thai: str, english: str) -> None:
    assert [rule for rule, *_ in judged({"th": thai, "en": english}) if rule == "link-target"] == []


def test_an_address_that_is_shown_and_leads_elsewhere_is_found() -> None:
    (finding,) = findings("<https://example.com/a>", "[https://example.com/a](https://example.com/b)")
    assert finding.rule == "link-target"


@pytest.mark.parametrize(
    ("thai", "english", "expected"),
    [
        ("วันที่มีผลใช้บังคับ: 1 มกราคม 2569", "Effective date: 1 January 2026", ["effective-in-body"]),
        ("ฉบับนี้มีผลใช้บังคับตั้งแต่วันที่ 1 มกราคม 2570", "This version takes effect on 1 January 2027", []),
        ("ฉบับก่อนมีผลใช้บังคับตั้งแต่วันที่ 1 มกราคม 2569", "The previous version took effect on 1 January 2026", []),
        ("กฎหมายนี้มีผลใช้บังคับเมื่อวันที่ 1 มิถุนายน 2565", "The act came into force on 1 June 2022", []),
        ("ฉบับ 1.0 มีผลใช้บังคับตั้งแต่วันที่ 1 มกราคม 2569", "Version 1.0 takes effect on 1 January 2026", ["effective-in-body"]),
    ],
)
def test_only_clear_statements_of_the_day_of_effect_count(thai: str, english: str, expected: list[str]) -> None:
    assert [rule for rule, *_ in judged({"th": thai, "en": english})] == expected


def test_a_day_of_effect_that_differs_between_languages_is_one_finding() -> None:
    thai = "ฉบับนี้มีผลใช้บังคับตั้งแต่วันที่ 1 มกราคม 2570"
    assert [rule for rule, *_ in judged({"th": thai, "en": "This version takes effect on 2 January 2027"})] == [
        "date-value"
    ]


def test_the_sentence_with_the_declared_day_is_given_in_each_language() -> None:
    bodies = {
        "th": "นโยบายนี้มีผลใช้บังคับตั้งแต่วันที่ 1 เมษายน 2570",
        "en": "We care. This policy takes effect on 1 April 2027. Please read it.",
    }
    (finding,) = judge(subject(bodies))
    assert finding.rule == "effective-in-body"
    for lines in (finding.hint.th.split("\n"), finding.hint.en.split("\n")):
        assert lines[1].endswith(": นโยบายนี้มีผลใช้บังคับตั้งแต่วันที่ 1 มกราคม พ.ศ. 2570")
        assert lines[2].endswith(": This policy takes effect on 1 January 2027.")
        assert lines[-1] == "effective: 2027-04-01"
