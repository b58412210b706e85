"""A block of code opens and is never closed.

ไทย: บรรทัด ``` ที่ไม่มีบรรทัดปิดจะกลืนหัวข้อและข้อความที่ตามมา

Why: three backquotes without their partner swallow every heading and clause up to the next ones.

PASS:
    th:
        ## รหัส {#code}

        ```
        # ไม่ใช่หัวข้อ
        ```
    en:
        ## Code {#code}

        ```
        # ไม่ใช่หัวข้อ
        ```
FAIL:
    th:
        ## รหัส {#code}

        ```
        x = 1
    en:
        ## Code {#code}

        ```
        x = 1
        ```
"""

from __future__ import annotations

from collections.abc import Iterator

from promulgate.errors import Bilingual
from promulgate.model import Finding, Severity
from promulgate.rules.source import section_at, source_of
from promulgate.rules.subject import Rule, Subject


def check(subject: Subject) -> Iterator[Finding]:
    """One finding at the line of each fence without a partner."""
    for text in subject.texts.values():
        for line in source_of(text).unclosed:
            yield RULE.finding(
                text,
                Bilingual(
                    "มีเครื่องหมายเปิดข้อความแบบโค้ดที่ไม่มีเครื่องหมายปิด ข้อความและหัวข้อหลังจากนี้จะแสดงผิด",
                    "A code block opens here and is never closed; headings and text after it are not shown as such",
                ),
                Bilingual(
                    "เพิ่มบรรทัดปิดที่เหมือนกับบรรทัดเปิดไว้ท้ายข้อความแบบโค้ด หรือลบบรรทัดนี้หากไม่ได้ตั้งใจ",
                    "Close it with a line of the same characters, or delete this line if no code block is meant.",
                ),
                section=section_at(text, line).id,
                line=line,
            )


RULE = Rule("fence-unclosed", Severity.ERROR, check, __doc__ or "")
