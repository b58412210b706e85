"""A block of code is in one language only.

ไทย: ข้อความแบบโค้ดมีในภาษาเดียว

Why: code is shown to be copied; both languages need it.

PASS:
    th:
        ใช้คำสั่งนี้

        ```
        opt-out
        ```
    en:
        Use this command.

        ```
        opt-out
        ```
FAIL:
    th:
        ใช้คำสั่งนี้
    en:
        Use this command.

        ```
        opt-out
        ```
"""

from __future__ import annotations

from collections.abc import Iterator

from promulgate.model import Finding, Severity
from promulgate.rules.structure import Part
from promulgate.rules.structure_findings import findings_about
from promulgate.rules.subject import Rule, Subject


def check(subject: Subject) -> Iterator[Finding]:
    """One finding for each defect, naming the first words of what is missing."""
    yield from findings_about(RULE, subject, Part.CODE)


RULE = Rule("code-blocks", Severity.ERROR, check, __doc__ or "")
