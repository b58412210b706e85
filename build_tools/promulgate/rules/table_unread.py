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


def check(subject: Subject) -> Iterator[Finding]:
    """One finding at each line of dashes that no table of the page stands on."""
    for text in subject.texts.values():
        for line in places(text):
            yield RULE.finding(
                text,
                Bilingual("ตารางนี้แสดงเป็นข้อความธรรมดาบนหน้าเว็บ", "this table is running text on the page"),
                Bilingual(
                    "เว้นบรรทัดว่างก่อนตาราง และให้จำนวนช่องของบรรทัดขีดเท่ากับหัวตาราง",
                    "Leave an empty line before the table; the line of dashes needs as many cells as the header.",
                ),
                section=section_at(text, line).id,
                line=line,
            )


@once_per_text
def places(text: Text) -> tuple[int, ...]:
    """Such lines of dashes."""
    inside = {
        line
        for section in text.sections
        for block in section.blocks
        if block.kind is not BlockKind.TABLE_CELL
        for line in range(block.line + 1, block.end_line + 1)
    }
    return tuple(number for number, line in source_of(text).prose() if number in inside and _DASHES.match(line))


RULE = Rule("table-unread", Severity.ERROR, check, __doc__ or "")
