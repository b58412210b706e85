"""The page shows another number before a list item than was written.

ไทย: เลขลำดับที่เขียนไว้ไม่ตรงกับเลขที่หน้าเว็บแสดง

Why: clauses are cited by number. A list written 1, 2, 4 is shown as 1, 2, 3, and every reference to clause 4 is wrong.
A list that repeats its first number, or simply counts on, is fine.

PASS:
    th:
        1. หนึ่ง
        2. สอง
    en:
        1. one
        1. two
FAIL:
    th:
        1. หนึ่ง
        2. สอง
        4. สี่
    en:
        1. one
        2. two
        3. four
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from promulgate.errors import Bilingual
from promulgate.model import Block, BlockKind, Finding, Section, Severity, Text
from promulgate.rules.list_by_accident import places as accidents
from promulgate.rules.subject import Rule, Subject

_NUMBER = re.compile(r"[ \t>]*(\d+)\.[ \t]")


def check(subject: Subject) -> Iterator[Finding]:
    """One finding at the first item of each list whose number is not the one written."""
    for text in subject.texts.values():
        for section in text.sections:
            for items in _lists(text, section):
                yield from _of_list(text, section, items)


def _lists(text: Text, section: Section) -> Iterator[list[tuple[Block, int]]]:
    lines = text.source_lines
    lists: dict[int, list[tuple[Block, int]]] = {}
    skipped = accidents(text)
    for block in section.blocks:
        if block.kind is BlockKind.LIST_ITEM and block.marker != "-" and block.line not in skipped:
            match = _NUMBER.match(lines[block.line - 1])
            if match:
                lists.setdefault(block.group, []).append((block, int(match[1])))
    yield from lists.values()


def _of_list(text: Text, section: Section, items: list[tuple[Block, int]]) -> Iterator[Finding]:
    if len({written for _, written in items}) == 1:
        return
    for block, written in items:
        if block.marker != f"{written}.":
            yield RULE.finding(
                text,
                Bilingual(
                    f"ข้อย่อยนี้เขียนเลข {written} แต่หน้าเว็บแสดงเลข {block.marker.rstrip('.')}",
                    f"The list item is written as {written}, but the page shows {block.marker.rstrip('.')}",
                ),
                Bilingual(
                    "เรียงเลขให้ต่อเนื่องกัน หากตั้งใจเว้นเลข ให้เขียนเลขข้อไว้ในข้อความ",
                    "Number the items without a gap; if the gap is meant, write the number into the words.",
                ),
                section=section.id,
                line=block.line,
                values=(str(written), block.marker.rstrip(".")),
            )
            return


RULE = Rule("list-number-shown", Severity.ERROR, check, __doc__ or "")
