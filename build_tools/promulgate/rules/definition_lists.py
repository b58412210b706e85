"""A defined term or its definition is in one language only.

ไทย: คำนิยามมีในภาษาเดียว

Why: a term that is defined in one language only binds in one language only.

PASS:
    th:
        คุกกี้
        :   ไฟล์ขนาดเล็ก

        บริษัท
        :   ผู้ควบคุมข้อมูล
    en:
        Cookie
        :   a small file

        Company
        :   the controller
FAIL:
    th:
        คุกกี้
        :   ไฟล์ขนาดเล็ก
    en:
        Cookie
        :   a small file

        Company
        :   the controller
"""

from __future__ import annotations

from collections.abc import Iterator

from promulgate.model import Finding, Severity
from promulgate.rules.structure import Part
from promulgate.rules.structure_findings import findings_about
from promulgate.rules.subject import Rule, Subject


def check(subject: Subject) -> Iterator[Finding]:
    """One finding for each defect, naming the first words of what is missing."""
    yield from findings_about(RULE, subject, Part.DEFINITION)


RULE = Rule("definition-lists", Severity.ERROR, check, __doc__ or "")
