"""What is written as a table is running text on the page.

ไทย: เขียนเป็นตาราง แต่หน้าเว็บแสดงเป็นข้อความธรรมดา

Why: a table needs an empty line before it and as many cells in the line of dashes as in its header. Otherwise readers
see one paragraph full of bars.

PASS:
    th:
        ดังตาราง

        | ข้อมูล | ระยะเวลา |
        |---|---|
        | อีเมล | หนึ่งปี |
    en:
        As in the table:

        | Data | Period |
        |---|---|
        | E-mail | one year |
FAIL:
    th:
        ดังตาราง
        | ข้อมูล | ระยะเวลา |
        |---|---|
        | อีเมล | หนึ่งปี |
    en:
        As in the table:

        | Data | Period |
        |---|---|
        | E-mail | one year |
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from promulgate.errors import Bilingual
from promulgate.model import BlockKind, Finding, Severity, Text
from promulgate.rules.caching import once_per_text
from promulgate.rules.source import section_at, source_of
from promulgate.rules.subject import Rule, Subject

_DASHES = re.compile(r"[ \t>]*\|?(?:[ ]*:?-{2,}:?[ ]*\|)+[ ]*(?::?-{2,}:?)?[ ]*$")
_ROW = re.compile(r"[ ]{0,3}\|.*\|[ \t]*")


def check(subject: Subject) -> Iterator[Finding]:
    """One finding for each table the page does not show as one, at its line of dashes, or at its header without one."""
    for text in subject.texts.values():
        for line in places(text):
            yield RULE.finding(
                text,
                Bilingual("ตารางนี้แสดงเป็นข้อความธรรมดาบนหน้าเว็บ", "This table is shown as running text on the page"),
                _hint(text.source_lines[line - 1]),
                section=section_at(text, line).id,
                line=line,
            )


def _hint(line: str) -> Bilingual:
    if _DASHES.match(line):
        return Bilingual(
            "เว้นบรรทัดว่างก่อนตาราง และให้จำนวนช่องของบรรทัดขีดเท่ากับหัวตาราง",
            "Leave an empty line before the table; the line of dashes needs as many cells as the header.",
        )
    dashes = "|" + "---|" * (line.strip().replace("\\|", "").count("|") - 1)
    return Bilingual(
        f"บรรทัดขีดใต้หัวตารางหายไป วางบรรทัดนี้ใต้บรรทัดหัวตาราง และเว้นบรรทัดว่างก่อนตาราง:\n{dashes}",
        "The line of dashes is missing. Paste this under the header, and leave an empty line before the table:"
        f"\n{dashes}",
    )


@once_per_text
def places(text: Text) -> tuple[int, ...]:
    """The lines of dashes that stand in running text, and headers of tables that have no such line."""
    inside = {
        line
        for section in text.sections
        for block in section.blocks
        if block.kind is not BlockKind.TABLE_CELL
        for line in range(block.line + 1, block.end_line + 1)
    }
    dashes = {number for number, line in source_of(text).prose() if number in inside and _DASHES.match(line)}
    return tuple(sorted(dashes | set(_headers_alone(text, dashes))))


def _headers_alone(text: Text, dashes: set[int]) -> Iterator[int]:
    """The first lines of paragraphs all of whose lines stand between bars, two at least, none of them dashes."""
    for section in text.sections:
        for block in section.blocks:
            numbers = range(block.line, block.end_line + 1)
            lines = [text.source_lines[number - 1] for number in numbers]
            between_bars = len(lines) > 1 and all(_ROW.fullmatch(line) for line in lines)
            if block.kind is BlockKind.PARAGRAPH and between_bars and not dashes.intersection(numbers):
                yield block.line


RULE = Rule("table-unread", Severity.ERROR, check, __doc__ or "")
