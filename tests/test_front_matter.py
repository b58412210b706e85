from __future__ import annotations

import pytest

from promulgate.errors import SourceError
from promulgate.front_matter import parse, split
from promulgate.markdown import read_text

GOOD = 'version: "2.10"\neffective: 2027-01-01\nmaterial: true\nsummary: >-\n  First line\n  second line\n'


def problems(header: str) -> list[tuple[int, str]]:
    with pytest.raises(SourceError) as caught:
        parse("policies/th/privacy.md", header)
    return [(problem.line, problem.message.en) for problem in caught.value.problems]


def test_every_entry_is_read_as_it_was_written() -> None:
    data = parse(
        "x.md",
        GOOD + "acknowledged:\n  - section: cookies\n    changed: th-3f2a9c1e\n    reason: แก้คำผิด\nimported: later\n",
    )
    assert data.version == "2.10"
    assert str(data.effective) == "2027-01-01"
    assert data.material
    assert data.summary == "First line second line"
    assert [(item.section, item.changed, item.reason) for item in data.acknowledged] == [
        ("cookies", "th-3f2a9c1e", "แก้คำผิด")
    ]
    assert data.imported == "later"
    assert data.line("effective") == 3


@pytest.mark.parametrize(
    ("header", "line", "words"),
    [
        ("effective: 2027-01-01\n", 1, "version number is missing"),
        ('version: "2"\neffective: 2027-01-01\n', 2, "version number is not valid"),
        ('version: "2.01"\neffective: 2027-01-01\n', 2, "version number is not valid"),
        ('version: "2.1"\n', 1, "The day it takes effect is missing"),
        ('version: "2.1"\neffective: 2570-01-01\n', 3, "2027"),
        (GOOD + "sumary: x\n", 8, "“sumary” is not a known entry"),
        (GOOD + "version: 3.0\n", 8, "the same entry stands there twice"),
        (GOOD + "ends: &a true\n", 8, "one of the signs & * !"),
        (GOOD + "ends: !!bool true\n", 8, "one of the signs & * !"),
        (GOOD + "ends: yes\n", 8, "must be true or false"),
        (GOOD + "withdrawn: true\n", 8, "must tell readers the reason"),
        (GOOD + "acknowledged:\n  - section: cookies\n", 9, "incomplete"),
        (GOOD + "acknowledged:\n  - {section: a, changed: 12345678, reason: x}\n", 9, "not valid"),
        (GOOD + "exceptions:\n  - {rule: number-value, section: a, reason: ''}\n", 9, "must give its reason"),
        (GOOD + "urgent: [a, b]\n", 8, "must be plain words"),
        ("- a\n- b\n", 2, "can't be read"),
        ("version: : :\n", 2, "can't be read"),
    ],
)
def test_every_mistake_is_named_at_its_line(header: str, line: int, words: str) -> None:
    assert any(found == line and words in message for found, message in problems(header))


def test_all_mistakes_are_told_at_once() -> None:
    assert len(problems("version: x\neffective: y\nmaterial: z\n")) == 3


@pytest.mark.parametrize(
    ("source", "line", "words"),
    [
        ("# Title\n", 1, "no lines at its top"),
        ("\n\nSome words\n---\nversion: 1.0\n---\n", 3, "Words stand before"),
        ("---\nversion: 1.0\n", 1, "not closed"),
    ],
)
def test_a_file_must_start_with_its_entries(source: str, line: int, words: str) -> None:
    with pytest.raises(SourceError) as caught:
        split("policies/th/privacy.md", source)
    assert (caught.value.problems[0].line, words in caught.value.problems[0].message.en) == (line, True)


@pytest.mark.parametrize(
    ("source", "line", "column", "rule"),
    [
        (b"\xef\xbb\xbf---\n", 1, 1, "encoding"),
        (b"---\nversion: 1.0\n---\n# \xe0\xb8\n", 4, 3, "encoding"),
        ("---\nversion: 1.0\n---\n# a\ue100\n".encode(), 4, 4, "hygiene"),
        (b'---\nversion: "1.0"\neffective: 2027-01-01\n---\n\nno title\n', 5, 1, "title"),
        (b'---\nversion: "1.0"\neffective: 2027-01-01\n---\n# a\n\n# b\n', 5, 1, "title"),
        (b'---\nversion: "1.0"\neffective: 2027-01-01\n---\n# a\n\n' + b"- " * 900 + b"x\n", 7, 1, "size"),
        (b"x" * 1024 * 1024 + b"x", 1, 1, "size"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_place(source: bytes, line: int, column: int, rule: str) -> None:
    with pytest.raises(SourceError) as caught:
        read_text("privacy", "th", "policies/th/privacy.md", source)
    problem = caught.value.problems[0]
    assert (problem.line, problem.column, problem.rule) == (line, column, rule)


def test_a_colon_in_the_words_is_named_with_the_line_to_paste() -> None:
    with pytest.raises(SourceError) as raised:
        parse("policies/th/a.md", 'version: "1.0"\neffective: 2027-01-01\nsummary: ข้อ 3: “แก้” "ไข"')
    problem = raised.value.problems[0]
    assert (problem.line, problem.message.th) == (4, "อ่านส่วนบนของไฟล์ไม่ได้: มีเครื่องหมาย : อยู่ในข้อความ")
    assert problem.hint.th.splitlines()[1] == 'summary: "ข้อ 3: “แก้” \\"ไข\\""'
    parse("policies/th/a.md", f'version: "1.0"\neffective: 2027-01-01\n{problem.hint.th.splitlines()[1]}')
