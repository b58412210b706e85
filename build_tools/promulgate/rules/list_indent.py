"""A list item is indented like a nested one, but too little: the page shows it on the outer level.

ไทย: ข้อย่อยชั้นในต้องเยื้องสี่ช่อง หากเยื้องน้อยกว่านั้นหน้าเว็บจะแสดงเป็นข้อย่อยชั้นนอก

Why: nesting says what belongs to what. Two or three spaces, which other programs accept, flatten the list here.

PASS:
    th:
        - ข้อมูลติดต่อ
            - อีเมล
    en:
        - contact data
            - e-mail
FAIL:
    th:
        - ข้อมูลติดต่อ
          - อีเมล
    en:
        - contact data
            - e-mail
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from promulgate.errors import Bilingual
from promulgate.model import BlockKind, Finding, Severity, Text
from promulgate.rules.caching import once_per_text
from promulgate.rules.source import section_at
from promulgate.rules.subject import Rule, Subject
from promulgate.rules.wording import excerpt

_INDENT = re.compile(r"(?:>[ ]?)*([ \t]*)(?:[-+*]|\d+\.)[ \t]")


def check(subject: Subject) -> Iterator[Finding]:
    """One finding at the first of neighbouring items that lost their nesting."""
    for text in subject.texts.values():
        previous = 0
        for line in places(text):
            if line != previous + 1:
                words = excerpt(text.source_lines[line - 1].lstrip("> \t-+*"))
                yield RULE.finding(
                    text,
                    Bilingual(
                        f"ข้อย่อย {words} เยื้องเข้ามาไม่พอ หน้าเว็บจึงแสดงเป็นข้อย่อยชั้นนอก",
                        f"The list item {words} is indented too little; the page shows it on the outer level",
                    ),
                    Bilingual(
                        "เยื้องข้อย่อยชั้นในเข้ามาสี่ช่องจากข้อย่อยชั้นนอก หรือไม่เยื้องเลยหากเป็นชั้นเดียวกัน",
                        "Indent a nested item by four spaces, or not at all if it is on the same level.",
                    ),
                    section=section_at(text, line).id,
                    line=line,
                )
            previous = line


@once_per_text
def places(text: Text) -> tuple[int, ...]:
    """Lines of items that are two or three spaces deeper than the list the page shows them in."""
    lines = text.source_lines
    found = []
    for section in text.sections:
        margins: dict[int, int] = {}
        for block in section.blocks:
            if block.kind is not BlockKind.LIST_ITEM or block.line > len(lines):
                continue
            match = _INDENT.match(lines[block.line - 1])
            if match is None:
                continue
            indent = len(match[1].expandtabs(4))
            margin = margins.setdefault(block.group, indent)
            if indent - margin in (2, 3):
                found.append(block.line)
    return tuple(found)


RULE = Rule("list-indent", Severity.ERROR, check, __doc__ or "")
