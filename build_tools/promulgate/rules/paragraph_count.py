"""A paragraph is in one language only, or two were merged into one.

ไทย: จำนวนย่อหน้าในหัวข้อไม่ตรงกัน

Why: a paragraph is what is compared, cited and read side by side; one that is missing is a rule that is missing.

PASS:
    th:
        เราเก็บชื่อ

        เราไม่ขายข้อมูล
    en:
        We collect names.

        We do not sell data.
FAIL:
    th:
        เราเก็บชื่อ
    en:
        We collect names.

        We do not sell data.
"""

from __future__ import annotations

from collections.abc import Iterator

from promulgate.model import Finding, Severity
from promulgate.rules.structure import Part
from promulgate.rules.structure_findings import findings_about
from promulgate.rules.subject import Rule, Subject


def check(subject: Subject) -> Iterator[Finding]:
    """One finding for each defect, naming the first words of what is missing."""
    yield from findings_about(RULE, subject, Part.PARAGRAPH)


RULE = Rule("paragraph-count", Severity.ERROR, check, __doc__ or "")
