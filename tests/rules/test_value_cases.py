"""The cases of values, dates, sums, references and links a gate must get right, on whole small texts."""

from __future__ import annotations

import pytest

from promulgate.rules.registry import judge
from tests.subjects import HEADER_LINES, judged, subject

PASS = [
    ("36", "แจ้งภายใน 30 วัน", "Notify within thirty (30) days."),
    ("37", "แจ้งภายใน30วัน", "Notify within 30 days."),
    ("38", "แจ้งภายใน ๓๐ วัน", "Notify within 30 days."),
    ("39", "แจ้งภายในสามสิบวัน", "Notify within thirty days."),
    ("46", "พระราชบัญญัติ พ.ศ. 2562", "The Act of 2019"),
    ("46 both eras", "พระราชบัญญัติ พ.ศ. 2562", "The Act B.E. 2562 (2019)"),
    ("50", "วันที่ 1 มกราคม 2567", "On January 1, 2024"),
    ("50 abbreviated", "วันที่ 1 ม.ค. 2567", "On January 1, 2024"),
    ("51", "วันที่ 8 มีนาคม 2021", "On 8th March 2021"),
    ("53 ISO", "วันที่ 2 มกราคม 2567", "On 2024-01-02"),
    ("54", "ค่าธรรมเนียม 1,000 บาท", "A fee of THB 1,000"),
    ("54 sign", "ค่าธรรมเนียม 1,000 บาท", "A fee of ฿1,000.00"),
    ("54 words", "ค่าธรรมเนียมหนึ่งพันบาท", "A fee of THB 1,000"),
    ("55", "วงเงิน 5 ล้านบาท", "A limit of THB 5,000,000"),
    ("57", "ดอกเบี้ยร้อยละ 7.5", "Interest of 7.5%"),
    ("57 words", "ดอกเบี้ยร้อยละ 7.5", "Interest of 7.5 per cent"),
    ("59", "ตามมาตรา 30", "Under Section 30"),
    ("59 clause", "ตามข้อ 3.2(ก)", "Under Clause 3.2(a)"),
    ("62", "โทร. 02-123-4567", "Telephone +66 2 123 4567"),
    ("63", "บริษัท จำกัด (ACN 163 593 413)", "The company (ACN 163 593 413)"),
    ("64", "เปิด 24 ชั่วโมงต่อวัน 7 วันต่อสัปดาห์", "Open 24/7"),
    ("66", "ผิดนัด 30 วัน บอกกล่าว 60 วัน", "Notice of 60 days after 30 days of default"),
    (
        "ranges in another order",
        "เก็บข้อมูลลูกค้า 1–3 ปี และเก็บข้อมูลพนักงาน 3–7 ปี",
        "Data of employees are kept for 3–7 years, data of customers for 1–3 years.",
    ),
    ("sections in any order", "ตามมาตรา 24 และมาตรา 26", "Under Section 26 and Section 24"),
    ("ranges up and down", "ขึ้นทีละ 10–20 หน่วย ลงทีละ 20–10 หน่วย", "Up by 10–20 units, down by 20–10 units."),
    ("67", "ส่วนหนึ่งของบริการ", "The parties shall help one another."),
    ("70", "คุกกี้ `_session_30`", "The cookie `_session_30`"),
    ("71", "อ่าน[เงื่อนไข](https://example.com/th/x)", "Read the [terms](https://example.com/en/x)"),
    ("71 mail", "เขียนถึง [เรา](mailto:a@example.com)", "Write to [us](mailto:a@example.com)"),
    ("72", "ดู https://example.com/x", "See <https://example.com/x>"),
    ("79 quotes", "ภายใน 15 วันทำการ “นโยบาย”", 'Within 15 business days, the "policy"'),
    ("82", "นโยบายนี้มีผลใช้บังคับตั้งแต่วันที่ 1 มกราคม 2570", "This policy takes effect on 1 January 2027."),
    ("82 other version", "ฉบับ 0.9 มีผลใช้บังคับตั้งแต่วันที่ 1 มกราคม 2560", "Version 0.9 took effect on 1 January 2017."),
]

FAIL = [
    ("40", "ภายใน 30 วัน", "Within thirty (60) days", ("self-contradiction", "en")),
    ("41", "ภายใน 30 วัน", "Within 60 days", ("duration-value", "th")),
    ("42", "ค่าปรับ 300", "A fine of 30", ("number-value", "th")),
    ("43", "พนักงาน 20 คน", "The employees", ("number-value", "th")),
    ("44", "ภายใน 30 วัน", "Within 30 hours", ("duration-value", "th")),
    ("45", "ภายใน 15 วันทำการ", "Within 15 days", ("duration-value", "th")),
    ("47", "พระราชบัญญัติ พ.ศ. 2562", "The Act of 2018", ("date-value", "th")),
    ("48", "ค่าธรรมเนียม 2,562 บาท", "A fee of THB 2,019", ("money-value", "th")),
    ("49", "เมื่อ ค.ศ. 2562", "In 2019", ("self-contradiction", "th")),
    ("52", "ทุกวันที่ 1 มีนาคม", "Every 1 May", ("date-value", "th")),
    ("55", "วงเงิน 5 ล้านบาท", "A limit of THB 500,000", ("money-value", "th")),
    ("56", "ค่าธรรมเนียม 1,000 บาท", "A fee of USD 1,000", ("money-value", "th")),
    ("58", "อัตรา 1.5", "A factor of 15", ("number-value", "th")),
    ("60", "ตามมาตรา 30", "Under Section 31", ("reference-value", "th")),
    ("61", "ตามมาตรา 26 วรรคสอง", "Under Section 26 paragraph 1", ("reference-value", "th")),
    ("62", "โทร. 02-123-4567", "Telephone +66 2 123 4568", ("phone-value", "th")),
    ("70", "คุกกี้ `_session`", "The cookie `_sesion`", ("code-value", "th")),
    ("70 with a number", "คุกกี้ `session 30`", "The cookie `session 31`", ("code-value", "th")),
    ("71", "ดู[เงื่อนไข](https://example.com/x)", "See the [terms](https://example.com/y)", ("link-target", "th")),
    ("71 mail", "เขียนถึง [เรา](mailto:a@example.com)", "Write to [us](mailto:b@example.com)", ("email-value", "th")),
    (
        "the second limit",
        "แจ้งไม่น้อยกว่า 10 วัน และไม่เกิน 30 วัน",
        "Notice of at least 10 days and not less than 30 days",
        ("bound-reversed", "th"),
    ),
    ("range turned round", "ใช้เวลา 1–3 วัน", "It takes 3–1 days.", ("value-order", "th")),
    ("range among others", "ใช้เวลา 1–3 วัน เกาะ 3–7 วัน", "Takes 1–3 days, islands 7–3 days.", ("value-order", "th")),
    (
        "82",
        "นโยบายนี้มีผลใช้บังคับตั้งแต่วันที่ 1 กุมภาพันธ์ 2567",
        "This policy takes effect on 1 February 2024.",
        ("effective-in-body", "th"),
    ),
]

WARN = [
    ("79 two pieces", "ภายใน 15 วันท\u0e4d\u0e32การ", "Within 15 business days", ("sara-am", "th")),
    ("53", "วันที่ 1 กุมภาพันธ์ 2567", "On 01/02/2024", ("ambiguous-date", "en")),
    ("65", "เก็บไว้ 12 เดือน", "It is kept for one year", ("unit-differs", "th")),
]


@pytest.mark.parametrize(("thai", "english"), [case[1:] for case in PASS], ids=[case[0] for case in PASS])
def test_a_faithful_translation_raises_nothing(thai: str, english: str) -> None:
    own_file = ("thai-marks", "text-hygiene", "space-hidden")
    assert [finding for finding in judged({"th": thai, "en": english}) if finding[0] not in own_file] == []


@pytest.mark.parametrize(("thai", "english", "expected"), [case[1:] for case in FAIL], ids=[case[0] for case in FAIL])
def test_a_divergence_is_one_error_at_its_line(thai: str, english: str, expected: tuple[str, str]) -> None:
    rule, language = expected
    filler = {"th": "ข้อความนำ\n\n", "en": "An opening.\n\n"}
    bodies = {"th": filler["th"] + thai, "en": filler["en"] + english}
    findings = judge(subject(bodies))
    assert [(f.rule, f.severity.word, f.place.language) for f in findings] == [(rule, "error", language)]
    assert findings[0].place.line == HEADER_LINES + 3
    if findings[0].counterpart is not None:
        assert findings[0].counterpart.line == HEADER_LINES + 3


@pytest.mark.parametrize(("thai", "english", "expected"), [case[1:] for case in WARN], ids=[case[0] for case in WARN])
def test_what_may_be_meant_is_one_warning(thai: str, english: str, expected: tuple[str, str]) -> None:
    assert [(rule, severity, language) for rule, severity, language, _ in judged({"th": thai, "en": english})] == [
        (expected[0], "warning", expected[1])
    ]
