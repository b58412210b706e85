"""A quoted passage is quoted in one language only.

ไทย: ข้อความอ้างมีรูปแบบไม่ตรงกัน

Why: what is quoted from a law or a contract is not the company's own promise.

PASS:
    th:
        > ผู้ใดฝ่าฝืนต้องระวางโทษ
    en:
        > Whoever infringes is liable.
FAIL:
    th:
        ผู้ใดฝ่าฝืนต้องระวางโทษ
    en:
        > Whoever infringes is liable.
"""

from __future__ import annotations

from collections.abc import Iterator

from promulgate.model import Finding, Severity
from promulgate.rules.structure import Part
from promulgate.rules.structure_findings import findings_about
from promulgate.rules.subject import Rule, Subject


def check(subject: Subject) -> Iterator[Finding]:
    """One finding for each defect, naming the first words of what is missing."""
    yield from findings_about(RULE, subject, Part.QUOTE)


RULE = Rule("quotes", Severity.ERROR, check, __doc__ or "")
