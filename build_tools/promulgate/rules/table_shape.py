"""A table has another number of rows or columns, or an empty cell, in one language only.

ไทย: จำนวนแถวหรือช่องของตารางไม่ตรงกัน หรือช่องว่างในภาษาเดียว

Why: a row is a case, a column what is said about it. How columns are aligned on the page does not matter.

PASS:
    th:
        | ข้อมูล | ระยะเวลา |
        |:--|--:|
        | อีเมล | หนึ่งปี |
    en:
        | Data | Period |
        |---|---|
        | E-mail | one year |
FAIL:
    th:
        | ข้อมูล | ระยะเวลา |
        |---|---|
        | อีเมล | หนึ่งปี |
    en:
        | Data | Period |
        |---|---|
        | E-mail | one year |
        | Name | two years |
"""

from __future__ import annotations

from collections.abc import Iterator

from promulgate.errors import Bilingual
from promulgate.model import Block, BlockKind, Finding, Place, Severity, Text
from promulgate.rules.alignment import aligned_sections
from promulgate.rules.misreadings import misread_sections
from promulgate.rules.structure import Part
from promulgate.rules.structure_findings import findings_about
from promulgate.rules.subject import Rule, Subject
from promulgate.rules.wording import excerpt_of, language_name


def check(subject: Subject) -> Iterator[Finding]:
    """One finding for each run of missing rows, each table with other columns, each cell empty on one side."""
    yield from findings_about(RULE, subject, Part.TABLE, Part.COLUMN)
    for first, second in subject.pairs():
        unclear = misread_sections(first) | misread_sections(second)
        for pair in aligned_sections(first, second):
            if pair.first.id in unclear or pair.second.id in unclear:
                continue
            for ours, theirs in pair.blocks:
                if ours is None or theirs is None or _is_empty(ours) == _is_empty(theirs):
                    continue
                empty, full = (
                    ((first, ours), (second, theirs)) if _is_empty(ours) else ((second, theirs), (first, ours))
                )
                yield _empty(pair.first.id, *empty, *full)


def _is_empty(block: Block) -> bool:
    return block.kind is BlockKind.TABLE_CELL and not block.text.strip("-–— ") and not block.images


def _empty(section: str, text: Text, block: Block, other: Text, full: Block) -> Finding:
    here, there = language_name(text.language), language_name(other.language)
    return RULE.finding(
        text,
        Bilingual(
            f"ช่องของตารางว่าง: {there.th}เป็น {excerpt_of(full)} แต่{here.th}ไม่มีข้อความ",
            f"Empty table cell: {there.en} has {excerpt_of(full)}, {here.en} has no words",
        ),
        Bilingual(f"เขียนข้อความใน{here.th}ให้ตรงกัน", f"Write it in {here.en}, too."),
        section=section,
        line=block.line,
        counterpart=Place(other.language, other.path, full.line),
        values=(excerpt_of(full)[1:-1],),
    )


RULE = Rule("table-shape", Severity.ERROR, check, __doc__ or "")
