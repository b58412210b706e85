"""A heading stands inside a list, a quote or a table.

ไทย: หัวข้อที่อยู่ในข้อย่อย ข้อความอ้าง หรือตาราง

Why: such a heading opens no section. It can't be cited or compared, and what follows it belongs to the section before.

PASS:
    th:
        ## คุกกี้ {#cookies}

        > เราใช้คุกกี้
    en:
        ## Cookies {#cookies}

        > We use cookies.
FAIL:
    th:
        > ## คุกกี้ {#cookies}
        >
        > เราใช้คุกกี้
    en:
        ## Cookies {#cookies}

        > We use cookies.
"""

from __future__ import annotations

from collections.abc import Iterator

from promulgate.errors import Bilingual
from promulgate.model import BlockKind, Finding, Severity
from promulgate.rules.subject import Rule, Subject
from promulgate.rules.wording import excerpt_of


def check(subject: Subject) -> Iterator[Finding]:
    """One finding at each heading that opens no section."""
    for text in subject.texts.values():
        for section in text.sections:
            for block in section.blocks:
                if block.kind is BlockKind.HEADING:
                    yield RULE.finding(
                        text,
                        Bilingual(
                            f"หัวข้อ {excerpt_of(block)} อยู่ในข้อย่อย ข้อความอ้าง หรือตาราง จึงไม่เป็นหัวข้อของนโยบาย",
                            f"The heading {excerpt_of(block)} stands in a list, quote or table and opens no section",
                        ),
                        Bilingual(
                            "ย้ายหัวข้อไปไว้ต้นบรรทัดของตัวเอง นอกข้อย่อย ข้อความอ้าง และตาราง หากไม่ใช่หัวข้อ ให้ใช้ตัวหนาแทน",
                            "Start it at the margin on a line of its own; if it is no heading, use bold instead.",
                        ),
                        section=section.id,
                        line=block.line,
                    )


RULE = Rule("heading-nested", Severity.ERROR, check, __doc__ or "")
