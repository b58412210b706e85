"""A list item is in one language only, or on another level.

ไทย: จำนวนหรือชั้นของข้อย่อยไม่ตรงกัน

Why: each item of a list is a case the rule covers. Items nested in others are compared on their level.

PASS:
    th:
        * ชื่อ
        * ที่อยู่
    en:
        - name
        - address
FAIL:
    th:
        - ชื่อ
        - ที่อยู่
    en:
        - name
        - address
        - telephone number
"""

from __future__ import annotations

from collections.abc import Iterator

from promulgate.errors import Bilingual
from promulgate.model import Block, BlockKind, Finding, Place, Severity, Text
from promulgate.rules.alignment import aligned_sections
from promulgate.rules.structure import Part
from promulgate.rules.structure_findings import findings_about
from promulgate.rules.subject import Rule, Subject
from promulgate.rules.wording import excerpt_of, language_name


def check(subject: Subject) -> Iterator[Finding]:
    """One finding for each run of items that do not correspond, and for each item that is empty on one side."""
    yield from findings_about(RULE, subject, Part.LIST)
    for first, second in subject.pairs():
        for pair in aligned_sections(first, second):
            for ours, theirs in pair.blocks:
                if (
                    ours is None
                    or theirs is None
                    or ours.kind is not BlockKind.LIST_ITEM
                    or _is_empty(ours) == _is_empty(theirs)
                ):
                    continue
                empty, full = (
                    ((first, ours), (second, theirs)) if _is_empty(ours) else ((second, theirs), (first, ours))
                )
                yield _empty(pair.first.id, *empty, *full)


def _is_empty(block: Block) -> bool:
    return not block.text and not block.images


def _empty(section: str, text: Text, block: Block, other: Text, full: Block) -> Finding:
    here, there = language_name(text.language), language_name(other.language)
    return RULE.finding(
        text,
        Bilingual(
            f"ข้อย่อยว่าง: {there.th}เป็น {excerpt_of(full)} แต่{here.th}ไม่มีข้อความ",
            f"Empty list item: {there.en} has {excerpt_of(full)}, {here.en} has no words",
        ),
        Bilingual(f"เขียนข้อความใน{here.th} หรือลบข้อย่อยนี้ทั้งสองภาษา", f"Write it in {here.en}, or delete the item in both."),
        section=section,
        line=block.line,
        counterpart=Place(other.language, other.path, full.line),
        values=(excerpt_of(full)[1:-1],),
    )


RULE = Rule("list-items", Severity.ERROR, check, __doc__ or "")
