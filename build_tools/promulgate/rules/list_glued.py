"""A line that looks like a list item is running text on the page.

ไทย: บรรทัดที่ขึ้นต้นเหมือนข้อย่อย แต่หน้าเว็บแสดงต่อท้ายข้อความข้างบนเป็นข้อความเดียวกัน

Why: a list needs an empty line before it, and a space after its dash or number. Without them the page shows one long
paragraph with stray dashes in it, and nobody is told.

PASS:
    th:
        เราเก็บข้อมูลดังนี้

        - ชื่อ
        - ที่อยู่
    en:
        We collect:

        - name
        - address
FAIL:
    th:
        เราเก็บข้อมูลดังนี้
        - ชื่อ
        - ที่อยู่
    en:
        We collect:

        - name
        - address
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from promulgate.errors import Bilingual
from promulgate.model import BlockKind, Finding, Severity, Text
from promulgate.rules.caching import once_per_text
from promulgate.rules.source import section_at, source_of
from promulgate.rules.subject import Rule, Subject

_QUOTE = re.compile(r"[ \t]*(?:>[ ]?)*")
_ITEM = re.compile(r"[ \t]*(?:[-+*•]|\d{1,3}[.)])[ \t]+\S")
_NO_SPACE = re.compile(r"[ \t]*(?:\*(?![*\s])(?![^*]*\*)|[-•](?=[^\W\d_])|\d{1,2}\.(?=[^\W\d_]))")


def check(subject: Subject) -> Iterator[Finding]:
    """One finding at the first of neighbouring lines that are meant as list items."""
    for text in subject.texts.values():
        previous = 0
        for line in places(text):
            if line != previous + 1:
                yield _finding(text, line)
            previous = line


@once_per_text
def places(text: Text) -> tuple[int, ...]:
    """Lines that look like list items and stand inside another block."""
    inside: set[int] = set()
    starts: set[int] = set()
    for section in text.sections:
        for block in section.blocks:
            starts.add(block.line)
            if block.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.DEFINITION, BlockKind.FOOTNOTE):
                inside.update(range(block.line + 1, block.end_line + 1))
    found = []
    item_before = False
    for number, line in source_of(text).prose():
        words = _QUOTE.sub("", line, count=1)
        looks = bool(_ITEM.match(words))
        unmarked = number in starts and not item_before and _no_bullet(words)
        glued = number in inside and number not in starts and (looks or _NO_SPACE.match(words))
        if glued or unmarked:
            found.append(number)
        item_before = looks
    return tuple(found)


def _no_bullet(words: str) -> bool:
    """A paragraph of its own that starts with a bullet the engine does not know."""
    return words.startswith("•") or (words.startswith("*") and bool(_NO_SPACE.match(words)))


def _finding(text: Text, line: int) -> Finding:
    words = text.source_lines[line - 1].lstrip(" \t>")
    no_space = _NO_SPACE.match(words) is not None or words.startswith("•")
    return RULE.finding(
        text,
        Bilingual(
            "บรรทัดนี้เขียนเหมือนข้อย่อย แต่หน้าเว็บไม่แสดงเป็นข้อย่อย",
            "This line looks like a list item, but the page shows it as running text",
        ),
        Bilingual(
            "ขึ้นต้นบรรทัดด้วย “- ” หรือ “1. ” โดยเว้นวรรคหนึ่งช่องก่อนข้อความ" if no_space else "เว้นบรรทัดว่างหนึ่งบรรทัดก่อนข้อย่อยแรก",
            "Start the line with “- ” or “1. ”, with a space before the words."
            if no_space
            else "Leave one empty line before the first item of the list.",
        ),
        section=section_at(text, line).id,
        line=line,
    )


RULE = Rule("list-glued", Severity.ERROR, check, __doc__ or "")
