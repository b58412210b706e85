"""A percentage differs between the languages.

ไทย: อัตราร้อยละในสองภาษาไม่ตรงกัน

Why: interest and fees are owed at the rate that is written.

PASS:
    th:
        ดอกเบี้ยร้อยละ 7.5 ต่อปี
    en:
        Interest is 7.5 per cent per year.
FAIL:
    th:
        ดอกเบี้ยร้อยละ 7.5 ต่อปี
    en:
        Interest is 75% per year.
"""

from __future__ import annotations

from collections.abc import Iterator

from promulgate.model import Finding, Severity
from promulgate.rules.subject import Rule, Subject
from promulgate.rules.value_findings import findings_about
from promulgate.values import Kind


def check(subject: Subject) -> Iterator[Finding]:
    """One finding for each percentage that the other language does not have in the same place."""
    yield from findings_about(RULE, subject, Kind.PERCENTAGE)


RULE = Rule("percentage-value", Severity.ERROR, check, __doc__ or "")
