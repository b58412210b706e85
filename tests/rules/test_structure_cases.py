"""The cases of structure a gate must get right, on whole small texts: rule, severity, language, line of the body."""

from __future__ import annotations

import pytest

from promulgate.rules.registry import judge
from tests.subjects import HEADER_LINES, judged, subject

TH_TWO = "## คุกกี้ {#cookies}\n\nเราใช้คุกกี้ 2 ประเภท\n\n## ระยะเวลา {#retention}\n\nเก็บไว้ 30 วัน ดู [ที่นี่](https://a.example)"
EN_TWO = "## Cookies {#cookies}\n\nWe use 2 kinds of cookies.\n\n## Retention {#retention}\n\nKept for 30 days, see [here](https://a.example)."
EN_EXCHANGED = (
    EN_TWO.replace("{#cookies}", "{#x}").replace("{#retention}", "{#cookies}").replace("{#x}", "{#retention}")
)
EN_SWAPPED = "\n\n".join(f"## {part}" for part in reversed(EN_TWO.removeprefix("## ").split("\n\n## ")))
EN_ONE = "## Cookies {#cookies}\n\nWe use 2 kinds of cookies."
TABLE_TH = "| ข้อมูล | เวลา |\n|---|---|\n| ชื่อ | 1 ปี |\n| อีเมล | 2 ปี |\n| ที่อยู่ | 3 ปี |"
TABLE_EN = "| Data | Time |\n|---|---|\n| Name | 1 year |\n| E-mail | 2 years |\n| Address | 3 years |"
NESTED_TH = "- ติดต่อ\n    - อีเมล\n    - โทรศัพท์\n- ชื่อ"
NESTED_EN = "- contact\n    - e-mail\n    - telephone\n- name"

FAIL = [
    ("1 section missing in Thai", "## คุกกี้ {#cookies}\n\nเราใช้คุกกี้ 2 ประเภท", EN_TWO, ("section-missing", "th", 4, 5)),
    ("2 extra Thai section", TH_TWO, EN_ONE, ("section-missing", "en", 4, 5)),
    ("3 sections swapped", TH_TWO, EN_SWAPPED, ("section-order", "en", 1, 1)),
    ("4 ids exchanged", TH_TWO, EN_EXCHANGED, ("section-exchanged", "en", 1, 1)),
    ("5 level", "### ก {#a}\n\nข้อความ", "## A {#a}\n\nText.", ("section-level", "en", 1, 1)),
    (
        "6 list of 4 against 5",
        "- ชื่อ\n- อีเมล\n- ภาษี\n- อายุ",
        "- name\n- e-mail\n- address\n- tax\n- age",
        ("list-items", "th", 3, 3),
    ),
    ("7 nested item flattened", "- ติดต่อ\n    - อีเมล\n- โทรศัพท์\n- ชื่อ", NESTED_EN, ("list-items", "en", 3, 3)),
    ("8 rows", "\n".join(TABLE_TH.split("\n")[:4]), TABLE_EN, ("table-shape", "th", 5, 5)),
    ("9 column", "| ข้อมูล |\n|---|\n| ชื่อ |\n| อีเมล |\n| ที่อยู่ |", TABLE_EN, ("table-shape", "th", 1, 1)),
    ("10 footnote not referenced", "ข้อมูล\n\n[^1]: หมายเหตุ", "Data[^1]\n\n[^1]: A note.", ("footnotes", "th", 3, 1)),
    ("10 footnote not defined", "ข้อมูล[^1]", "Data[^1]\n\n[^1]: A note.", ("footnotes", "th", 1, 1)),
    ("11 image", "ดูภาพ", "See the picture ![form](a.png)", ("images", "th", 1, 1)),
    (
        "12 paragraph",
        "เราเก็บชื่อ\n\nเราลบเมื่อท่านขอ",
        "We collect names.\n\nWe sell nothing.\n\nWe erase on request.",
        ("paragraph-count", "th", 3, 3),
    ),
    (
        "13 merged",
        "เราเก็บชื่อ เราลบเมื่อท่านขอ",
        "We collect names.\n\nWe erase on request.",
        ("paragraph-count", "th", 1, 1),
    ),
    ("14 no space after the bullet", "- ชื่อ\n*อีเมล", "- name\n- e-mail", ("list-glued", "th", 2, None)),
    ("15 bullet lost in a quote", "> ข้อมูลดังนี้\n>- ชื่อ", "> The data:\n>\n> - name", ("list-glued", "th", 2, None)),
    (
        "16 empty",
        "## ก {#a}\n\n## ข {#b}\n\nข้อความ",
        "## A {#a}\n\nText.\n\n## B {#b}\n\nText.",
        ("section-empty", "th", 1, 1),
    ),
    ("16 a comment", "## ก {#a}\n\n<!-- รอ -->", "## A {#a}\n\nText.", ("section-empty", "th", 1, 1)),
    ("16 TODO", "## ก {#a}\n\nTODO", "## A {#a}\n\nText.", ("section-empty", "th", 1, 1)),
    (
        "17 unclosed fence",
        "```\nx\n\n## ก {#a}\n\nข้อความ",
        "```\nx\n```\n\n## A {#a}\n\nText.",
        ("fence-unclosed", "th", 1, None),
    ),
    (
        "17 swallowed",
        "```\nx\n\n## ก {#a}\n\n```\ny\n```",
        "```\nx\n```\n\n## A {#a}\n\n```\ny\n```",
        ("fence-unclosed", "th", 1, None),
    ),
    (
        "19 one id twice",
        "## ก {#a}\n\nหนึ่ง\n\n## ข {#a}\n\nสอง",
        "## A {#a}\n\nOne.\n\n## B {#b}\n\nTwo.",
        ("section-id-duplicate", "th", 5, 1),
    ),
    ("20 renamed", "## ก {#b}\n\nข้อความ", "## A {#a}\n\nText.", ("section-renamed", "en", 1, 1)),
    ("27 numbered from 5", "5. ชื่อ\n6. อีเมล", "1. name\n2. e-mail", ("list-numbering", "en", 1, 1)),
    ("27 numbered against bullets", "1. ชื่อ\n2. อีเมล", "- name\n- e-mail", ("list-numbering", "en", 1, 1)),
    (
        "30 (ก)(ข) against (a)(b)(c)",
        "(ก) ชื่อ\n\n(ข) อีเมล",
        "(a) name\n\n(b) address\n\n(c) e-mail",
        ("paragraph-count", "th", 3, 3),
    ),
    (
        "33 date as a list",
        "9. กันยายน เป็นวันหยุด",
        "The ninth of September is a holiday.",
        ("list-by-accident", "th", 1, None),
    ),
    ("33 year as a list", "2569. ปีนั้น", "That year.", ("list-by-accident", "th", 1, None)),
    ("34 comment", "ข้อความ <!-- และส่งต่อ -->", "Text, and pass it on.", ("comment-hidden", "th", 1, None)),
    ("a quote", "ข้อความ", "> Text.", ("quotes", "en", 1, 1)),
    ("code", "ก\n\nข", "A\n\n```\nx\n```\n\nB", ("code-blocks", "th", 3, 4)),
    ("definition", "คุกกี้\n:   ไฟล์", "Cookie\n:   a file\n\nUser\n:   a person", ("definition-lists", "th", 3, 4)),
    ("heading in a quote", "> ## ก {#a}\n>\n> ข้อความ", "## A {#a}\n\n> Text.", ("heading-nested", "th", 1, None)),
    ("heading without its marks", "ก {#a}\n\nข้อความ", "## A {#a}\n\nText.", ("section-missing", "th", 1, 1)),
    ("heading without id", "## ก\n\nข้อความ", "## A {#a}\n\nText.", ("section-id-missing", "th", 1, 1)),
    ("heading with a bad id", "## ก {#A_b}\n\nข้อความ", "## A {#A_b}\n\nText.", ("section-id-missing", "th", 1, 1)),
    ("gapped numbering", "1. ชื่อ\n3. อีเมล", "1. name\n2. e-mail", ("list-number-shown", "th", 2, None)),
    ("list glued to its paragraph", "ดังนี้\n- ชื่อ", "The following:\n\n- name", ("list-glued", "th", 2, None)),
    ("nesting by two spaces", "- ก\n  - ข", "- a\n    - b", ("list-indent", "th", 2, None)),
    ("an extra cell", "| ก |\n|---|\n| ข | ค |", "| A |\n|---|\n| B |", ("table-cells", "th", 3, None)),
    ("an empty cell", "| ก | ข |\n|---|---|\n| ค | |", "| A | B |\n|---|---|\n| C | D |", ("table-shape", "th", 3, 3)),
    ("a whole list", "ก\n\nข", "A\n\n- one\n- two\n- three\n\nB", ("list-items", "th", 3, 3)),
    ("a whole table", "ก", f"A\n\n{TABLE_EN}", ("table-shape", "th", 2, 3)),
    (
        "a lost heading",
        "## ก {#a}\n\nชื่อ\n\nอีเมล",
        "## A {#a}\n\nName.\n\n## B {#b}\n\nE-mail.",
        ("section-missing", "th", 6, 5),
    ),
    (
        "rows in each other's place",
        TABLE_TH,
        TABLE_EN.replace("Name", "x").replace("Address", "Name").replace("x", "Address"),
        ("block-order", "en", 3, 3),
    ),
]

PASS = [
    ("21 headings worded differently", "## เราเก็บอะไร {#a}\n\nข้อความ", "## Collection of data {#a}\n\nText."),
    ("22", "## รายละเอียดการให้บริการ (DESCRIPTION OF SERVICE) {#a}\n\nข้อความ", "## Description of service {#a}\n\nText."),
    ("23 setext", "ก {#a}\n---\n\nข้อความ", "## A {#a}\n\nText."),
    ("24 # in a fence", "## ก {#a}\n\n```\n# x\n```", "## A {#a}\n\n```\n# x\n```"),
    ("25 same words", "## ก {#a}\n\nหนึ่ง\n\n## ก {#b}\n\nสอง", "## A {#a}\n\nOne.\n\n## A {#b}\n\nTwo."),
    ("26 1. 1. 1.", "1. ชื่อ\n1. อีเมล\n1. อายุ", "1. name\n2. e-mail\n3. age"),
    ("28 bullets", "- ชื่อ\n- อีเมล", "* name\n* e-mail"),
    ("30", "(ก) ชื่อ\n\n(ข) อีเมล\n\n(ค) อายุ", "(a) name\n\n(b) e-mail\n\n(c) age"),
    ("31 CRLF", "## ก {#a}\r\n\r\nข้อความ\r\n\r\n- ข", "## A {#a}\n\nText.\n\n- b"),
    ("32 wrapped", "ข้อความยาว\nสองบรรทัด   \n\nจบ", "A long text on two lines\n\nThe end."),
    ("35 alignment of columns", "| ก | ข |\n|:--|--:|\n| ค | ง |", "| A | B |\n|---|---|\n| C | D |"),
    ("loose and tight lists", "- ชื่อ\n\n- อีเมล", "- name\n- e-mail"),
    ("a footnote by another name", "ข้อมูล[^ก]\n\n[^ก]: หมายเหตุ", "Data[^note]\n\n[^note]: A note."),
    ("emphasis at the start of a line", "ข้อความ\n*สำคัญ* มาก", "A text\n*very* important"),
    ("a section of subsections only", "## ก {#a}\n\n### ข {#b}\n\nข้อความ", "## A {#a}\n\n### B {#b}\n\nText."),
    ("nested", NESTED_TH, NESTED_EN),
    ("a table", TABLE_TH, TABLE_EN),
]


@pytest.mark.parametrize(("case", "thai", "english", "expected"), FAIL, ids=[case for case, *_ in FAIL])
def test_must_fail(case: str, thai: str, english: str, expected: tuple[str, str, int, int | None]) -> None:
    rule, language, line, counterpart = expected
    findings = judge(subject({"th": thai, "en": english}))
    assert [(finding.rule, finding.severity.word) for finding in findings] == [(rule, "error")]
    finding = findings[0]
    assert (finding.place.language, finding.place.line - HEADER_LINES) == (language, line)
    assert (finding.counterpart and finding.counterpart.line - HEADER_LINES) == counterpart


@pytest.mark.parametrize(("case", "thai", "english"), PASS, ids=[case for case, *_ in PASS])
def test_must_pass(case: str, thai: str, english: str) -> None:
    assert judged({"th": thai, "en": english}) == []


def test_29_thai_digits_before_items_are_no_difference_of_the_languages() -> None:
    findings = judged({"th": "๑. ชื่อ\n๒. อีเมล", "en": "1. name\n2. e-mail"})
    assert {rule for rule, *_ in findings} <= {"words-lost"}


def test_18_a_file_missing_in_one_language() -> None:
    findings = judge(subject({"th": "ข้อความ"}))
    assert [(finding.rule, finding.place.path) for finding in findings] == [
        ("language-missing", "policies/en/privacy.md")
    ]


def test_the_id_to_paste_is_that_of_the_other_language() -> None:
    finding = judge(subject({"th": "## คุกกี้\n\nเราใช้คุกกี้", "en": "## Cookies {#cookies}\n\nWe use cookies."}))[0]
    assert "## คุกกี้ {#cookies}" in finding.hint.th


def test_the_id_to_paste_is_made_from_the_english_title_for_both() -> None:
    findings = judge(subject({"th": "## การเก็บข้อมูล\n\nเก็บ", "en": "## Collection of data\n\nWe collect."}))
    assert [finding.hint.en.partition("{")[2] for finding in findings] == ["#collection-of-data}"] * 2


def test_a_missing_section_takes_its_subsections_with_it() -> None:
    english = "## A {#a}\n\nText.\n\n## B {#b}\n\nText.\n\n### C {#c}\n\nText.\n\n### D {#d}\n\nText."
    assert judged({"th": "## ก {#a}\n\nข้อความ", "en": english}) == [("section-missing", "error", "th", 4)]


def test_three_languages_are_each_compared_with_the_one_that_prevails() -> None:
    bodies = {"th": "ก\n\nข", "en": "We use it.\n\nWe keep it.", "de": "Wir nutzen es."}
    findings = judge(subject(bodies, languages=("th", "en", "de")))
    assert [(finding.rule, finding.place.language) for finding in findings] == [("paragraph-count", "de")]


def test_the_line_of_dashes_to_paste_has_as_many_cells_as_the_header() -> None:
    table = "| a \\| b | c |\n| d | e |"
    hints = [one.hint for one in judge(subject({"th": table, "en": table})) if one.rule == "table-unread"]
    assert hints
    for hint in hints:
        assert hint.th.startswith("บรรทัดขีดใต้หัวตารางหายไป วางบรรทัดนี้ใต้บรรทัดหัวตาราง")
        assert hint.en.startswith("The line of dashes is missing.")
        assert (hint.th.endswith("\n|---|---|"), hint.en.endswith("\n|---|---|")) == (True, True)


@pytest.mark.parametrize("lacking", ["th", "en"])
def test_a_missing_section_is_told_where_it_should_stand(lacking: str) -> None:
    bodies = {
        "th": "## ขอบเขต {#scope}\n\nทุกคน\n\n## คุกกี้ {#cookies}\n\nเราใช้คุกกี้\n\n## ติดต่อ {#contact}\n\nติดต่อเรา",
        "en": "## Scope {#scope}\n\nAll.\n\n## Cookies {#cookies}\n\nCookies.\n\n## Contact {#contact}\n\nAsk us.",
    }
    lines = bodies[lacking].split("\n")
    bodies[lacking] = "\n".join(lines[:4] + lines[8:])
    assert [(rule, language, line) for rule, _, language, line in judged(bodies) if rule == "section-missing"] == [
        ("section-missing", lacking, 5)
    ]
