"""Which block is taken for the translation of which."""

from __future__ import annotations

import pytest

from promulgate.rules.alignment import aligned_sections
from tests.mutation.harness import CORPUS, pairs
from tests.subjects import text

ITEMS_TH = ["ชื่อและนามสกุล", "หมายเลขโทรศัพท์", "ที่อยู่", "บัญชีธนาคาร", "รายงานทางการเงิน"]
ITEMS_EN = ["name and surname", "telephone number", "address", "bank account", "financial reports"]


@pytest.mark.parametrize("missing", range(5))
def test_the_missing_item_is_named_by_what_it_says(missing: int) -> None:
    thai = "\n".join(f"- {item}" for number, item in enumerate(ITEMS_TH) if number != missing)
    english = "\n".join(f"- {item}" for item in ITEMS_EN)
    (pair,) = aligned_sections(text("th", thai), text("en", english))
    assert not pair.same_structure
    assert [theirs.text for ours, theirs in pair.blocks if ours is None and theirs is not None] == [ITEMS_EN[missing]]


def test_faithful_translations_are_paired_block_by_block() -> None:
    for name, first, second in pairs(sorted(CORPUS.iterdir())):
        sections = aligned_sections(first, second)
        assert len(sections) == len(first.sections) == len(second.sections), name
        assert all(pair.same_structure for pair in sections), name


def test_a_lost_heading_leaves_its_blocks_beside_their_translation() -> None:
    thai = text("th", "## ก {#a}\n\nหนึ่ง\n\nสอง")
    english = text("en", "## A {#a}\n\nOne.\n\n## B {#b}\n\nTwo.")
    pair = aligned_sections(thai, english)[1]
    assert [(ours and ours.text, theirs and theirs.text) for ours, theirs in pair.blocks] == [
        ("หนึ่ง", "One."),
        ("สอง", "Two."),
    ]


def test_a_text_that_can_not_be_read_as_meant_is_compared_with_nothing() -> None:
    assert aligned_sections(text("th", "```\nก\n\n## ข {#b}"), text("en", "A\n\n## B {#b}\n\nC")) == ()


def test_results_are_remembered_for_the_same_texts() -> None:
    thai, english = text("th", "ก"), text("en", "A")
    assert aligned_sections(thai, english) is aligned_sections(thai, english)
