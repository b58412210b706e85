"""The one parse: what the reader gets, as sections and blocks, each with its source lines."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from promulgate.markdown.dialect import render, sanitise
from promulgate.markdown.line_marks import MARK, render_with_marks
from promulgate.model import Block, Text
from tests.support import text

BODY = """\
# นโยบาย

คำนำ[^note] ดู [เว็บไซต์](https://www.example.com)

## การเก็บ **ข้อมูล** {#collection}

บริษัทเก็บข้อมูล
ไว้ `ตลอดไป` เมื่อ <จำนวน> & อื่น ๆ

1. ข้อหนึ่ง

    ย่อหน้าในข้อ

2. ข้อสอง
    - รายการย่อย ก
    - รายการย่อย ข

| สิทธิ | มาตรา |
|---|---|
| เข้าถึง | 30 |
| ลบ |  |

คำ
:   ความหมาย

> คำอ้าง
> สองบรรทัด

### หัวข้อย่อย {#sub}

3. เริ่มที่สาม
4. ต่อ

[^note]: หมายเหตุ
"""


def lines_of(read: Text) -> list[tuple[str, str, str, int, int]]:
    offset = read.source_lines.index("# นโยบาย")
    return [
        (section.id, block.kind, f"{block.marker} {block.text}".strip(), block.line - offset, block.end_line - offset)
        for section in read.sections
        for block in section.blocks
    ]


def test_sections_blocks_and_lines_are_read_off_the_page() -> None:
    assert lines_of(text("th", BODY)) == [
        ("_preamble", "paragraph", "คำนำ ดู เว็บไซต์", 3, 3),
        ("_preamble", "footnote", "1 หมายเหตุ", 34, 34),
        ("collection", "paragraph", "บริษัทเก็บข้อมูล ไว้ ตลอดไป เมื่อ <จำนวน> & อื่น ๆ", 7, 8),
        ("collection", "list-item", "1. ข้อหนึ่ง", 10, 10),
        ("collection", "paragraph", "ย่อหน้าในข้อ", 12, 12),
        ("collection", "list-item", "2. ข้อสอง", 14, 14),
        ("collection", "list-item", "- รายการย่อย ก", 15, 15),
        ("collection", "list-item", "- รายการย่อย ข", 16, 16),
        ("collection", "table-cell", "สิทธิ", 18, 18),
        ("collection", "table-cell", "มาตรา", 18, 18),
        ("collection", "table-cell", "เข้าถึง", 20, 20),
        ("collection", "table-cell", "30", 20, 20),
        ("collection", "table-cell", "ลบ", 21, 21),
        ("collection", "table-cell", "", 21, 21),
        ("collection", "term", "คำ", 23, 23),
        ("collection", "definition", "ความหมาย", 24, 24),
        ("collection", "paragraph", "คำอ้าง สองบรรทัด", 26, 27),
        ("sub", "list-item", "3. เริ่มที่สาม", 31, 31),
        ("sub", "list-item", "4. ต่อ", 32, 32),
    ]


def test_sections_form_a_tree_and_keep_their_titles() -> None:
    sections = text("th", BODY).sections
    assert [(section.id, section.level, section.parent, section.title) for section in sections] == [
        ("_preamble", 0, "", ""),
        ("collection", 2, "", "การเก็บ ข้อมูล"),
        ("sub", 3, "collection", "หัวข้อย่อย"),
    ]


def test_every_block_has_the_same_address_in_every_language() -> None:
    anchors = [block.anchor for section in text("th", BODY).sections for block in section.blocks]
    assert len(anchors) == len(set(anchors))
    assert anchors[2:5] == ["collection.1", "collection.2", "collection.3"]
    html = "".join(section.html for section in text("th", BODY).sections)
    assert all(f'id="{anchor}"' in html for anchor in anchors if not anchor.startswith("note-"))


def block(body: str) -> Block:
    return text("en", f"# Title\n\n{body}\n").sections[0].blocks[0]


def test_links_pictures_code_and_footnotes_are_told_apart() -> None:
    found = block("See [terms](terms.md), <https://a.example> and ![map](map.png) with `x = 1`.")
    assert [(link.words, link.target) for link in found.links] == [
        ("terms", "terms.md"),
        ("https://a.example", "https://a.example"),
    ]
    assert [(image.alternative, image.source) for image in found.images] == [("map", "map.png")]
    assert found.code == ("x = 1",)


@pytest.mark.parametrize(
    "dangerous",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<!-- hidden -->",
        "<amount>",
        "{: .hidden }",
        '<div style="display:none">',
    ],
)
def test_html_is_read_as_the_characters_it_is(dangerous: str) -> None:
    assert block(f"Before {dangerous} after").text == f"Before {dangerous} after"


def test_a_link_to_a_script_leads_nowhere() -> None:
    html = sanitise(render("[click](javascript:alert(1)) [mail](mailto:a@example.com) [data](data:text/html,x)"))
    assert "javascript" not in html
    assert "data:text" not in html
    assert 'href="mailto:a@example.com"' in html


def test_a_loose_list_is_the_same_blocks_as_a_tight_one() -> None:
    tight = text("en", "# T\n\n- a\n- b\n").sections[0].blocks
    loose = text("en", "# T\n\n- a\n\n- b\n").sections[0].blocks
    assert [(item.kind, item.text, item.marker) for item in tight] == [
        (item.kind, item.text, item.marker) for item in loose
    ]


def test_visible_words_carry_the_numbers_a_reader_sees() -> None:
    assert text("th", BODY).visible.split("\n")[:6] == [
        "นโยบาย",
        "คำนำ ดู เว็บไซต์",
        "1 หมายเหตุ",
        "การเก็บ ข้อมูล",
        "บริษัทเก็บข้อมูล ไว้ ตลอดไป เมื่อ <จำนวน> & อื่น ๆ",
        "1. ข้อหนึ่ง",
    ]


def test_a_list_in_thai_digits_is_shown_in_thai_digits() -> None:
    thai = text("th", "# T\n\n๓. ก\n๔. ข\n").sections[0]
    assert '<ol start="3" class="thai-digits">' in thai.html or '<ol class="thai-digits" start="3">' in thai.html
    assert [item.marker for item in thai.blocks] == ["3.", "4."]
    assert "thai-digits" not in text("th", "# T\n\n3. ก\n4. ข\n").sections[0].html


def test_crlf_is_read_as_lf() -> None:
    unix, windows = text("th", BODY), text("th", BODY.replace("\n", "\r\n"))
    assert lines_of(unix) == lines_of(windows)


MARKDOWN = st.lists(
    st.one_of(
        st.sampled_from(
            ["", "- a", "  - b", "    - c", "1. x", "๒. ย", "> q", "# h", "## h {#x}", "```", "| a | b |", "|---|---|"]
        ),
        st.sampled_from(["[^1]: n", "[1]: u", "a[^1]", "t", ":   d", "---", "===", "**b", "*a*", "2026. y", "&amp; x"]),
        st.text(alphabet="กขำ็ aA1๑.*_`[]()<>#|-!\\\"'", max_size=20),
    ),
    max_size=25,
).map("\n".join)


@settings(max_examples=300, deadline=None)
@given(MARKDOWN)
def test_marks_never_change_what_is_rendered(body: str) -> None:
    marked = render_with_marks(body, 1, render)
    assert MARK.sub("", marked) == render(body)
