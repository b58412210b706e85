"""A sentence that starts with a day or a year and a full stop became a numbered list.

ไทย: ประโยคที่ขึ้นต้นด้วยวันที่หรือปีตามด้วยจุด กลายเป็นรายการลำดับเลขบนหน้าเว็บ

Why: “9. September …” or “2026. The company …” at the start of a line is a list item to the page, which may show another
number than was written.

PASS:
    th:
        วันที่ 9 กันยายน เป็นวันครบกำหนด
    en:
        9 September is the due date.
FAIL:
    th:
        9. กันยายน เป็นวันครบกำหนด
    en:
        9 September is the due date.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from promulgate.dates import ENGLISH_MONTHS, THAI_MONTHS
from promulgate.errors import Bilingual
from promulgate.model import BlockKind, Finding, Severity, Text
from promulgate.rules.caching import once_per_text
from promulgate.rules.source import section_at
from promulgate.rules.subject import Rule, Subject

_NUMBERED = re.compile(r"[ \t>]*(\d+)\.[ \t]")


def check(subject: Subject) -> Iterator[Finding]:
    """One finding at each line whose number is a day or a year."""
    for text in subject.texts.values():
        for line in places(text):
            yield RULE.finding(
                text,
                Bilingual(
                    "บรรทัดนี้ขึ้นต้นด้วยวันที่หรือปีตามด้วยจุด หน้าเว็บจึงแสดงเป็นรายการลำดับเลข",
                    "This line starts with a day or a year and a full stop; the page shows it as a numbered list",
                ),
                Bilingual(
                    "ลบจุดหลังตัวเลข หรือจัดบรรทัดใหม่ไม่ให้ขึ้นต้นด้วยตัวเลข",
                    "Delete the full stop after the number, or wrap the line so that it does not start with it.",
                ),
                section=section_at(text, line).id,
                line=line,
            )


@once_per_text
def places(text: Text) -> tuple[int, ...]:
    """Lines of numbered items whose number is a year, or a day before the name of a month."""
    lines = text.source_lines
    found = []
    for section in text.sections:
        for block in section.blocks:
            if block.kind is not BlockKind.LIST_ITEM or block.marker == "-":
                continue
            match = _NUMBERED.match(lines[block.line - 1])
            if match is None:
                continue
            number = int(match[1])
            if number >= 1000 or (number <= 31 and _months(text.language).match(block.text)):
                found.append(block.line)
    return tuple(found)


@functools.cache
def _months(language: str) -> re.Pattern[str]:
    """A month's name at the start, in the text's language or English."""
    names = {*THAI_MONTHS, *ENGLISH_MONTHS}
    if language not in ("th", "en"):
        from babel import Locale

        names |= set(Locale(re.split("[-_]", language)[0]).months["format"]["wide"].values())
    return re.compile(rf"(?:{'|'.join(map(re.escape, sorted(names)))})(?!\w*[A-Za-z])", re.IGNORECASE)


RULE = Rule("list-by-accident", Severity.ERROR, check, __doc__ or "")
